import { expect, test } from "vitest";
import { aboutRule } from "./about-rule.ts";
import { REASONS } from "./kinds.ts";
import { RULES } from "./rules/in-order.ts";

test("every rule that a verdict may name says what it looks at, for every reason", () => {
  for (const { id, about } of RULES) {
    for (const reason of REASONS) expect(aboutRule(id.replace("{reason}", reason))).toBe(about);
  }
});

test("a rule of another version says nothing", () => {
  expect(aboutRule("damaged.rule_of_tomorrow")).toBeNull();
});
