import type { AdminClient } from "../shopify/admin-client.ts";

/** What a read cost in all: points of the shop's bucket, as Shopify reported them. */
export type ReadCost = { calls: number; requested: number; actual: number };

/** The client, and what the calls through it have cost so far: `cost` is added to as they are answered. */
export function metered(client: AdminClient): { client: AdminClient; cost: ReadCost } {
  const cost: ReadCost = { calls: 0, requested: 0, actual: 0 };
  return {
    cost,
    client: {
      shop: client.shop,
      async run(document, variables, options) {
        const outcome = await client.run(document, variables, options);
        cost.calls += 1;
        if (outcome.kind === "ok") {
          cost.requested += outcome.cost?.requested ?? 0;
          cost.actual += outcome.cost?.actual ?? 0;
        }
        return outcome;
      },
    },
  };
}
