/** How long a decision takes: of an order of 20 lines in two places each, with a history and lists that have to be searched. */
import { decide } from "#app/policy/decide.ts";
import {
  euros,
  NOW,
  place,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  prior,
} from "#app/policy/policy-facts.fixture.ts";
import type { Figure } from "./figures.ts";

const RUNS = 7;
const CALLS = 2_000;

const ids = Array.from({ length: 20 }, (_, index) => `L${String(index)}`);
const many = (prefix: string): string[] => Array.from({ length: 100 }, (_, index) => `${prefix}-${String(index)}`);
const policy = policyWith("generous", {
  exclusions: { products: many("1"), productTags: many("tag"), collections: many("2") },
  neverAutomate: { orderTags: many("order"), customerTags: many("customer") },
  reasons: { damaged: { autoUpTo: null, approvalUpTo: null } },
  customerLimit: { count: null, amount: null },
});
const facts = policyFacts({
  lines: ids.map((lineId) =>
    policyLine({
      lineId,
      productTags: ["mug", "kitchen", "blue"],
      collectionIds: ["gid://shopify/Collection/7", "gid://shopify/Collection/8"],
      places: [place("delivered", { units: 1 }), place("delivered_recently", { units: 1 })],
    }),
  ),
  order: { total: euros(80_000), tags: ["web", "gift"] },
  customer: { id: "gid://shopify/Customer/1", tags: ["newsletter", "wholesale"], orderCount: 12 },
  refundable: euros(80_500),
  history: Array.from({ length: 20 }, () => prior({})),
});
const request = policyRequest("damaged", { items: ids.map((lineId) => ({ lineId, quantity: 2 })) });

/** The figure of one call, from several runs. */
export function decisionsFigure(): Figure[] {
  const runs = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    for (let call = 0; call < CALLS; call++) decide(policy, request, facts, NOW);
    return (performance.now() - begin) / CALLS;
  });
  return [{ scenario: "decide()", figure: "20 lines, 100 of each exclusion", unit: "ms", runs, goal: "≤ 0.1" }];
}
