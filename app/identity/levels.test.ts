import { describe, expect, test } from "vitest";
import { DEFAULT_RULES, identityRulesSchema, type Level, LEVELS, scopeFor, THINGS } from "./levels.ts";
import type { Proven } from "./scope.ts";

const PROVEN: Proven = {
  shop: "a.myshopify.com",
  customerId: "customer",
  orderIds: ["one", "two"],
  codeOrderIds: ["two"],
};

describe("What is proven enough", () => {
  test.each([
    ["order_and_email", ["one", "two"]],
    ["email_code", ["two"]],
    ["login", []],
  ] as const)("by %s is what was proven so or better; a customer's own orders always are", (level, orderIds) => {
    const rules = { status: level, details: level, changes: level };
    for (const thing of THINGS) {
      expect(scopeFor(PROVEN, rules, thing)).toEqual({ shop: "a.myshopify.com", customerId: "customer", orderIds });
    }
  });

  test("is at first what order number and email prove", () => {
    expect(scopeFor(PROVEN, DEFAULT_RULES, "changes").orderIds).toEqual(["one", "two"]);
  });

  test("is never less for what shows more", () => {
    const all = LEVELS.flatMap((status) =>
      LEVELS.flatMap((details) => LEVELS.map((changes) => ({ status, details, changes }))),
    );
    const rank = (level: Level) => LEVELS.indexOf(level);
    for (const rules of all) {
      const rises = rank(rules.status) <= rank(rules.details) && rank(rules.details) <= rank(rules.changes);
      expect(identityRulesSchema.safeParse(rules).success, JSON.stringify(rules)).toBe(rises);
    }
  });
});
