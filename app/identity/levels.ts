import { z } from "zod";
import type { Proven, Scope } from "./scope.ts";

/** How a shopper proves that an order is theirs, from the least to the most. A login is enough for everything. */
export const LEVELS = ["order_and_email", "email_code", "login"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * What a shopper may want to see or have done, from the least to the most: how an order stands; the address it goes to;
 * a card with a refund, replacement, return or change to say yes to, which also shows the address.
 */
export const THINGS = ["status", "details", "changes"] as const;
export type Thing = (typeof THINGS)[number];

export type IdentityRules = Record<Thing, Level>;

const level = z.enum(LEVELS);

/** What shows more may never take less than what shows less: the first thing that does is where the error is. */
export const identityRulesSchema: z.ZodType<IdentityRules> = z
  .strictObject({ status: level, details: level, changes: level })
  .superRefine((rules, context) => {
    THINGS.forEach((thing, index) => {
      const before = THINGS[index - 1];
      if (before !== undefined && strength(rules[thing]) < strength(rules[before])) {
        context.addIssue({ code: "custom", path: [thing], message: "takes less than what shows less" });
      }
    });
  });

/** What shops without settings of their own have. */
export const DEFAULT_RULES: IdentityRules = {
  status: "order_and_email",
  details: "order_and_email",
  changes: "order_and_email",
};

/** What counts where a shop's own rules cannot be read: rather too much than too little. */
export const STRICTEST_RULES: IdentityRules = { status: "login", details: "login", changes: "login" };

export function strength(one: Level): number {
  return LEVELS.indexOf(one);
}

/** The part of what is proven that is enough for a thing: nothing but what is in it may be read or changed for it. */
export function scopeFor(proven: Proven, rules: IdentityRules, thing: Thing): Scope {
  const { codeOrderIds, ...scope } = proven;
  switch (rules[thing]) {
    case "order_and_email":
      return scope;
    case "email_code":
      return { ...scope, orderIds: codeOrderIds };
    case "login":
      return { ...scope, orderIds: [] };
  }
}
