import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { connection, type PageArgs } from "./connection.ts";

type Item = { id: string; at: number };
const key = { id: (item: Item) => item.id, value: (item: Item) => item.at };
const items = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 99_999 }).map(String), at: fc.integer({ min: 0, max: 5 }) }),
  { selector: (item) => item.id, maxLength: 40 },
);

const page = (list: Item[], args: PageArgs) => connection(list, args, key, (item) => item);
type Page = ReturnType<typeof page>;

function pages(list: Item[], start: PageArgs, step: (page: Page) => PageArgs | null): string[][] {
  const seen: string[][] = [];
  for (let args: PageArgs | null = start; args;) {
    const result = page(list, args);
    seen.push(result.nodes.map((item) => item.id));
    args = step(result);
  }
  return seen;
}

describe("A connection", () => {
  test("read page by page forward is the whole, in order, whatever the page size", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 7 }), fc.boolean(), (list, first, reverse) => {
        const whole = page(list, { first: 250, reverse }).nodes.map((item) => item.id);
        const read = pages(list, { first, reverse }, ({ pageInfo }) =>
          pageInfo.hasNextPage ? { first, reverse, after: pageInfo.endCursor } : null,
        );
        expect(read.flat()).toEqual(whole);
      }),
    );
  });

  test("read page by page backward is the whole too", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 7 }), fc.boolean(), (list, last, reverse) => {
        const whole = page(list, { first: 250, reverse }).nodes.map((item) => item.id);
        const read = pages(list, { last, reverse }, ({ pageInfo }) =>
          pageInfo.hasPreviousPage ? { last, reverse, before: pageInfo.startCursor } : null,
        );
        expect(read.reverse().flat()).toEqual(whole);
      }),
    );
  });

  test("does not skip or repeat when something new comes before the cursor", () => {
    const list = [1, 2, 3, 4].map((n) => ({ id: String(n), at: n }));
    const first = page(list, { first: 2 });
    const rest = page([{ id: "0", at: 0 }, ...list], { first: 9, after: first.pageInfo.endCursor });
    expect(rest.nodes.map((item) => item.id)).toEqual(["3", "4"]);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test("refuses a cursor that is none of its own", () => {
    for (const after of ["", "abc", Buffer.from("{}").toString("base64"), Buffer.from("null").toString("base64")]) {
      expect(() => page([], { first: 1, after })).toThrow(/Invalid cursor/);
    }
  });
});
