import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { checkNumber, recognizeCarrier, trackingUrl } from "#app/orders/carriers/carriers.ts";
import { readOrder } from "#app/orders/read-orders.server.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";

const trackingSchema = z.object({ company: z.string().optional(), number: z.string(), url: z.string().optional() });
const shopSchema = z.object({
  orders: z.array(
    z.object({
      fulfillments: z
        .array(z.object({ tracking: z.union([trackingSchema, z.array(trackingSchema)]).optional() }))
        .default([]),
    }),
  ),
});

const file = join(import.meta.dirname, "..", "..", "devstore", "shop", "example-shop.json");
const tracked = shopSchema
  .parse(JSON.parse(readFileSync(file, "utf8")))
  .orders.flatMap(({ fulfillments }) => fulfillments.flatMap(({ tracking }) => tracking ?? []));

test("every number of the example shop that has a known carrier can be one of that carrier's", () => {
  expect(tracked.length).toBeGreaterThan(200);
  const verdicts = new Map<string, Set<string>>();
  for (const { company = "", number } of tracked) {
    verdicts.set(company, (verdicts.get(company) ?? new Set()).add(checkNumber(company, number)));
  }
  const told = Object.fromEntries([...verdicts].map(([company, found]) => [company, [...found].join(", ")]));
  expect(told).toEqual({
    "": "valid",
    "Austrian Post": "valid",
    "Canada Post": "valid",
    Colissimo: "valid",
    Correos: "valid",
    DHL: "valid",
    "DHL Express": "valid",
    // DPD's numbers are printed without their check digit.
    DPD: "unknown",
    FedEx: "valid",
    "Japan Post (EN)": "valid",
    PostNL: "valid",
    "Royal Mail": "valid",
    "Swiss Post": "valid",
    "Trans-Beskid": "unknown",
    UPS: "valid",
    USPS: "valid",
  });
});

test("the carrier table leads to the same pages as the shop's own links", () => {
  for (const { company = null, number, url } of tracked) {
    if (url === undefined) continue;
    expect(new URL(trackingUrl(company, number) ?? "https://none").host, `${String(company)} ${number}`).toBe(
      new URL(url).host,
    );
  }
});

test("a number without a company or link is given the link of the post that issued it, and says whose link that is", async () => {
  expect(recognizeCarrier(null, "CD123456785NL")?.carrier.name).toBe("PostNL");
  const shop = await shopInProcess();
  const order = shop.store.visibleOrders().find(({ name }) => name === "#1119");
  const scope = {
    shop: shop.client.shop,
    customerId: null,
    orderIds: [`gid://shopify/Order/${String(order?.id)}`],
  };
  const outcome = await readOrder(shop.client, scope, null, { profile: { timeZone: "Europe/Berlin", locale: "en" } });
  if (outcome.kind !== "ok") throw new Error(outcome.kind);
  const url = "https://jouw.postnl.nl/track-and-trace/CD123456785NL";
  expect(outcome.told.facts.groups[0]?.tracking).toEqual([{ company: null, number: "CD123456785NL", url }]);
  expect(outcome.told.evidence).toContainEqual({ kind: "link", value: url, source: "get_order #1119 carrier table" });
});
