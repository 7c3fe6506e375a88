import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { check } from "#app/agent/grounding/check.ts";
import { Knowledge } from "#app/agent/grounding/knowledge.ts";
import { SentenceSplitter } from "#app/agent/grounding/sentences.ts";
import { forgetShop } from "#app/conversations/forget.server.ts";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import { refreshEstimates, shopsToRefresh } from "#app/orders/estimates/refresh.server.ts";
import { learntRows, replaceLearntRows } from "#app/orders/estimates/store.server.ts";
import { publicHolidays } from "#app/orders/holidays.server.ts";
import { noticeSchema } from "#app/orders/notices.ts";
import type { Notice } from "#app/orders/notices.ts";
import { listOrders, readOrder } from "#app/orders/read-orders.server.ts";
import {
  readNotices,
  readShopSettings,
  removeNotice,
  saveNotice,
  saveShopSettings,
  shopDates,
} from "#app/orders/shop-settings.server.ts";
import { DEFAULT_SETTINGS, shopSettingsSchema } from "#app/orders/shop-settings.ts";
import { db } from "#app/platform/db.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

setTestEnvironment();
let count = 0;
const newShop = (): string => `dates-${String((count += 1))}.myshopify.com`;

function notice(over: Partial<Notice> = {}): Notice {
  return noticeSchema.parse({
    id: "0b6f1a34-6a51-4f6e-9c8f-2f1f4d3c2b1a",
    title: "Leeds warehouse is snowed in",
    delays: "handling",
    extraWorkingDays: 3,
    from: "2026-11-16",
    until: "2099-11-20",
    ...over,
  });
}

describe.each(databaseKinds())("how long a shop's orders take, on %s", (kind) => {
  let close: () => Promise<void>;
  let example: ShopInProcess;
  beforeAll(async () => {
    close = await openTestDatabase(kind);
    example = await shopInProcess();
  });
  afterAll(() => close());

  test("is the defaults until the merchant says something, and then what they said", async () => {
    const shop = newShop();
    expect(await readShopSettings(shop)).toEqual(DEFAULT_SETTINGS);
    expect((await shopDates(shop, "Europe/Berlin")).timeZone).toBe("Europe/Berlin");
    const settings = shopSettingsSchema.parse({ cutOff: "11:00", timeZone: "Europe/London" });
    await saveShopSettings(shop, settings);
    expect(await shopDates(shop, "Europe/Berlin")).toMatchObject({ settings, timeZone: "Europe/London" });
    expect(await readShopSettings(newShop())).toEqual(DEFAULT_SETTINGS);
  });

  test("is the defaults where what is stored cannot be read", async () => {
    const shop = newShop();
    await db().shopSettings.create({ data: { shop, settings: { cutOff: "noon" } } });
    expect(await readShopSettings(shop)).toEqual(DEFAULT_SETTINGS);
  });

  test("follows a notice from when it is declared until it is over or withdrawn, in its own shop only", async () => {
    const [shop, other] = [newShop(), newShop()];
    await shopDates(shop, "UTC");
    await saveNotice(shop, notice());
    expect((await shopDates(shop, "UTC")).notices).toEqual([notice()]);
    await saveNotice(shop, notice({ extraWorkingDays: 5 }));
    expect(await readNotices(shop)).toEqual([notice({ extraWorkingDays: 5 })]);
    expect(await readNotices(other)).toEqual([]);
    expect(await readNotices(shop, new Date("2099-11-20T23:00:00Z"))).toHaveLength(1);
    expect(await readNotices(shop, new Date("2099-11-22T00:00:00Z"))).toEqual([]);
    await removeNotice(other, notice().id);
    expect(await readNotices(shop)).toHaveLength(1);
    await removeNotice(shop, notice().id);
    expect((await shopDates(shop, "UTC")).notices).toEqual([]);
  });

  test("is learnt from what was delivered, page by page, and learnt anew as a whole", async () => {
    const { domain: shop } = example.store.shop;
    await db().shop.create({ data: { shop, timeZone: "Europe/Berlin", profileReadAt: new Date() } });
    const before = example.calls.length;
    const outcome = await refreshEstimates(shop, { client: example.client, now: example.store.now() });
    expect(outcome).toMatchObject({ kind: "ok" });
    const calls = example.calls.slice(before);
    expect(calls.length).toBeGreaterThan(5);
    for (const call of calls) expect(call.requested).toBeLessThan(500);
    const rows = await learntRows(shop);
    const home = rows.find(
      (row) => row.method === "standard shipping" && row.origin === "DE" && row.destination === "DE",
    );
    expect(home?.samples).toBeGreaterThan(10);
    expect(home?.transit.median).toBeLessThanOrEqual(2);
    expect((await shopDates(shop, "Europe/Berlin")).learnt).toHaveLength(rows.length);
    await refreshEstimates(shop, { client: example.client, now: example.store.now() });
    expect(await learntRows(shop)).toEqual(rows);
    expect(await shopsToRefresh()).toContain(shop);
  });

  test("stays as it was when Shopify cannot be asked", async () => {
    const shop = newShop();
    const [row] = await learntRows(example.store.shop.domain);
    if (!row) throw new Error("nothing was learnt");
    await replaceLearntRows(shop, [row]);
    const client = {
      shop,
      run: () => Promise.resolve({ kind: "unavailable" as const, why: "throttled" as const, message: "" }),
    };
    expect(await refreshEstimates(shop, { client })).toEqual({ kind: "unavailable", why: "throttled" });
    expect(await learntRows(shop)).toEqual([row]);
  });

  test("is forgotten with the shop", async () => {
    const [shop, other] = [newShop(), newShop()];
    const rows = await learntRows(example.store.shop.domain);
    for (const one of [shop, other]) {
      await saveShopSettings(one, shopSettingsSchema.parse({ cutOff: "11:00" }));
      await saveNotice(one, notice());
      await replaceLearntRows(one, rows);
    }
    await forgetShop(shop);
    expect(await shopDates(shop, "UTC")).toMatchObject({ settings: DEFAULT_SETTINGS, notices: [], learnt: [] });
    expect(await shopDates(other, "UTC")).toMatchObject({ notices: [notice()], learnt: rows });
  });
});

describe("the example shop's orders, told with the shop's own estimates", () => {
  let shop: ShopInProcess;
  let dates: ShopDates;
  beforeAll(async () => {
    shop = await shopInProcess();
    dates = {
      settings: DEFAULT_SETTINGS,
      notices: [],
      learnt: [],
      holidays: await publicHolidays(),
      timeZone: shop.store.shop.ianaTimezone,
    };
  });

  test("take no call more, have evidence for every figure, and name the estimate as the shop's own", async () => {
    const zone = shop.store.shop.ianaTimezone;
    const profile = { timeZone: zone, locale: "en" };
    let estimates = 0;
    for (const order of shop.store.visibleOrders()) {
      const scope = { shop: shop.client.shop, customerId: null, orderIds: [`gid://shopify/Order/${order.id}`] };
      const start = shop.calls.length;
      await readOrder(shop.client, scope, null, { profile });
      const plain = shop.calls.length;
      const outcome = await readOrder(shop.client, scope, null, { profile, tell: { dates } });
      if (outcome.kind !== "ok") throw new Error(`${order.name}: ${outcome.kind}`);
      expect(shop.calls.length - plain, order.name).toBe(plain - start);
      const { facts, evidence } = outcome.told;
      const own = evidence.filter(({ source }) => source.includes("shopEstimate"));
      for (const { value } of own) expect(value >= "2026-11-20", order.name).toBe(true);
      const estimated = facts.groups.filter((group) => group.expected?.startsWith("We estimate"));
      expect(own.length > 0, order.name).toBe(estimated.length > 0);
      estimates += estimated.length;
      const knowledge = new Knowledge(shop.store.now(), zone);
      knowledge.addEvidence(evidence);
      for (const { title, variant } of facts.groups.flatMap((group) => group.items)) {
        knowledge.addOutcome({ title, variant });
      }
      knowledge.addOutcome({ words: "refunded canceled replaced removed" });
      const splitter = new SentenceSplitter();
      for (const sentence of [...splitter.push(`${facts.headline} `), splitter.flush()]) {
        if (sentence.trim() === "") continue;
        expect(check(sentence, "", knowledge, false), `${order.name}: ${sentence}`).toMatchObject({ kind: "grounded" });
      }
      const list = await listOrders(shop.client, scope, { profile, tell: { dates } });
      if (list.kind === "ok" && facts.groups.length === 1 && estimated.length === 1) {
        expect(list.told.orders[0]?.headline, order.name).toContain(estimated[0]?.expected ?? "");
      }
    }
    expect(estimates).toBeGreaterThan(5);
  });
});
