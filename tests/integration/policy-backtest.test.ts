import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shopDates } from "#app/orders/shop-settings.server.ts";
import { db } from "#app/platform/db.server.ts";
import { backtest } from "#app/policy/backtest.ts";
import type { BacktestRequest } from "#app/policy/backtest.ts";
import { NOW, policyFacts, policyRequest } from "#app/policy/policy-facts.fixture.ts";
import { presetPolicy } from "#app/policy/presets.ts";
import { askedSince } from "#app/resolutions/asked-lately.server.ts";
import { storeProposal } from "#app/resolutions/ledger.server.ts";
import type { FrozenProposal } from "#app/resolutions/plan.ts";
import { possibleOfOrders } from "#app/routes/app.policies.backtest_.part/possible-of-orders.server.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

setTestEnvironment();

let shop: ShopInProcess;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestDatabase("pglite");
  shop = await shopInProcess();
  const profile = { currency: "EUR", timeZone: "Europe/Berlin", locale: "en", name: "Juniper & Tide" };
  await db().shop.create({ data: { shop: shop.client.shop, ...profile, profileReadAt: new Date() } });
});
afterAll(() => close());

describe("A backtest's requests", () => {
  test("are those that could be asked about the orders of a period, and reading them changes nothing", async () => {
    const dates = await shopDates(shop.client.shop, "Europe/Berlin");
    const options = { readsAllOrders: true, signal: new AbortController().signal };
    const since = new Date(shop.store.now().getTime() - 5 * 24 * 60 * 60 * 1_000);
    const requests: BacktestRequest[] = [];
    let after: string | null = null;
    let orders = 0;
    do {
      const page = await possibleOfOrders({ client: shop.client, dates, options }, since, after);
      if (page.kind !== "ok") throw new Error(page.kind);
      expect(page.unread).toBe(0);
      requests.push(...page.requests);
      orders += page.orders;
      after = page.next;
    } while (after !== null);
    const placed = shop.store.visibleOrders().filter(({ processedAt }) => new Date(processedAt) >= since);
    expect(orders).toBe(placed.length);
    const report = backtest(presetPolicy("cautious", "EUR"), presetPolicy("generous", "EUR"), requests);
    expect(report.requests.possible).toBe(requests.length);
    expect(report.easier.count).toBeGreaterThan(report.harder.count);
    expect(await db().resolution.count()).toBe(0);
  }, 60_000);

  test("are also those that shoppers were proposed something for, a shop's own alone", async () => {
    const money = { minor: 2_000, currency: "EUR" };
    const proposal: FrozenProposal = {
      ...{ version: 1, orderId: "gid://shopify/Order/1", orderName: "#1001", customerId: null, reason: "cancel" },
      ...{ kind: "cancel", units: [], value: { shop: money, presentment: money }, policyVersion: 0, rules: [] },
      needsApproval: false,
      plan: { kind: "cancel", refundTo: "original_payment", amount: money, askPartner: [] },
    };
    const asked = { request: policyRequest("cancel"), facts: policyFacts(), at: NOW };
    const key = { shop: shop.client.shop, conversationId: randomUUID() };
    await storeProposal(key, randomUUID(), proposal, "en", asked);
    await storeProposal(key, randomUUID(), proposal, "en");
    await storeProposal({ ...key, shop: "other.myshopify.com" }, randomUUID(), proposal, "en", asked);
    expect(await askedSince(key.shop, new Date(Date.now() - 60_000), null)).toEqual({ asked: [asked], next: null });
    expect((await askedSince(key.shop, new Date(Date.now() + 60_000), null)).asked).toEqual([]);
  });
});
