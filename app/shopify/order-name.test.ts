import { describe, expect, test } from "vitest";
import { normalizeOrderName, sameOrderName } from "./order-name.ts";

describe("an order's name as shoppers write it", () => {
  test.each([
    ["#1001", "1001"],
    ["1001", "1001"],
    [" order 1001 ", "1001"],
    ["Order #1001.", "1001"],
    ["order no. 1001", "1001"],
    ["my order number: #1001", "1001"],
    ["＃１００１", "1001"],
    ["#jt-1001-a", "JT-1001-A"],
    ["1001\u200b", "1001"],
    ["Bestellung Nr. 1001", "1001"],
  ])("%s is %s", (written, name) => {
    expect(normalizeOrderName(written)).toBe(name);
  });

  test.each(["", "order", "#", "hello there", '1001" OR name:*', "x".repeat(50) + "1"])("%s is none", (written) => {
    expect(normalizeOrderName(written)).toBeNull();
  });

  test("a longer name is another order", () => {
    expect(sameOrderName("#1001", "1001")).toBe(true);
    expect(sameOrderName("#1001-A", "1001")).toBe(false);
    expect(sameOrderName("#10011", "1001")).toBe(false);
  });
});
