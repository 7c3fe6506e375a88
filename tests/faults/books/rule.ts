import type { Row } from "../audit.ts";
import type { Matched } from "../hostile/books.ts";
import type { MoneyCase } from "../hostile/case.ts";

/** A promise about money, goods or access, as something that can be checked on the books. */
export type BookRule = {
  name: string;
  check: (file: MoneyCase, matched: Matched) => Pick<Row, "looked" | "violations">;
};
