import type { Row } from "./audit.ts";
import { ACCESS_RULES } from "./books/access.ts";
import { DEED_RULES } from "./books/deeds.ts";
import { END_RULES } from "./books/ends.ts";
import { ONCE_RULES } from "./books/once.ts";
import { POLICY_RULES } from "./books/policy.ts";
import type { BookRule } from "./books/rule.ts";
import { match } from "./hostile/books.ts";
import type { MoneyCase } from "./hostile/case.ts";

const BOOK_RULES: readonly BookRule[] = [...ACCESS_RULES, ...DEED_RULES, ...ONCE_RULES, ...POLICY_RULES, ...END_RULES];

/**
 * Proves the ledger from outside: from what moved in the shop, what shoppers were shown and said, and what was read; of the
 * app's own records it looks at how its rows ended, and nothing else.
 */
export function auditBooks(campaign: string, file: MoneyCase): Row[] {
  const matched = match(file);
  return BOOK_RULES.map(({ name, check }) => ({ campaign, check: name, ...check(file, matched) }));
}
