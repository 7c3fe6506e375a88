import type { Case } from "../case.ts";
import { hasTag } from "../case.ts";
import { TEXTS } from "../texts.en.ts";
import { deny, escalate, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

type Check = [id: string, about: string, applies: (c: Case) => boolean, said: string, otherwise: string];

/** Orders and customers that the merchant keeps to people. */
const CHECKS: readonly Check[] = [
  [
    "test_order",
    "Test orders",
    ({ policy, facts }) => policy.neverAutomate.testOrders && facts.order.test,
    "it is a test order",
    "it is no test order, or those are not kept to people",
  ],
  [
    "high_risk",
    "Orders with a high risk of fraud",
    ({ policy, facts }) => policy.neverAutomate.highRisk && facts.order.highRisk,
    "its risk of fraud is high",
    "its risk of fraud is not high, or that does not matter here",
  ],
  [
    "order_total",
    "Orders above an amount",
    ({
      policy: {
        neverAutomate: { orderTotalAbove: above },
      },
      facts,
    }) => above !== null && facts.order.total.shop.minor > above,
    "its total is above what is left to the agent",
    "its total is not above an amount that is kept to people",
  ],
  [
    "order_tags",
    "Orders with certain tags",
    ({ policy, facts }) => hasTag(facts.order.tags, policy.neverAutomate.orderTags),
    "the order has a tag that is kept to people",
    "the order has no such tag",
  ],
  [
    "customer_tags",
    "Customers with certain tags",
    ({ policy, facts }) => hasTag(facts.customer.tags, policy.neverAutomate.customerTags),
    "the customer has a tag that is kept to people",
    "the customer has no such tag",
  ],
];

export const NEVER_AUTOMATE_RULES: readonly Rule[] = [
  ...CHECKS.map(([id, about, applies, said, otherwise]): Rule => ({
    id: `never_automate.${id}`,
    about,
    judge: (c) => (applies(c) ? escalate("never_automate", TEXTS.person(said)) : pass(otherwise)),
  })),
  {
    id: "{reason}.switched_off",
    about: "Whether the agent deals with this reason at all",
    judge: ({ terms, reason }) =>
      terms.enabled ? pass("the policy deals with it") : escalate("switched_off", TEXTS.switchedOff(reason)),
  },
  {
    id: "order.cancelled",
    about: "Whether the order still stands",
    judge: ({ facts }) =>
      facts.order.cancelledAt ? deny("order_cancelled", TEXTS.orderCancelled()) : pass("the order was not cancelled"),
  },
];
