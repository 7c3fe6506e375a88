import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { explainOrder } from "#app/orders/explain-order.ts";
import { readOrderForStaff } from "#app/orders/read-order-for-staff.server.ts";
import type { StaffRead } from "#app/orders/read-order-for-staff.server.ts";
import { readOrder } from "#app/orders/read-orders.server.ts";
import type { AdminClient, AdminOutcome } from "#app/shopify/admin-client.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

let shop: ShopInProcess;

beforeAll(async () => {
  shop = await shopInProcess();
});
beforeEach(() => {
  shop.hidden.clear();
  shop.refused.clear();
  shop.allOrders = true;
  shop.calls.length = 0;
});

const read = (name: string, client: AdminClient = shop.client): Promise<StaffRead> =>
  readOrderForStaff(client, name, { readsAllOrders: shop.allOrders });

/** A client whose every call ends like this. */
const ending = (outcome: Exclude<AdminOutcome<never>, { kind: "ok" }>): AdminClient => ({
  shop: shop.client.shop,
  run: () => Promise.resolve(outcome),
});

describe("Staff read an order", () => {
  test.each(["1095", "#1095", " order #1095 ", "＃１０９５"])("of any shopper, as %s, in one call", async (typed) => {
    expect(await read(typed)).toMatchObject({ kind: "ok", snapshot: { name: "#1095", detail: "full" } });
    expect(shop.calls).toHaveLength(1);
  });

  test("and are told what it cost, as Shopify reported it", async () => {
    const outcome = await read("1095");
    const [call] = shop.calls;
    expect(outcome.kind === "ok" && outcome.cost).toEqual({
      calls: 1,
      requested: call?.requested,
      actual: call?.actual,
    });
    expect(call?.requested).toBeGreaterThan(0);
  });

  test("whole, with the further calls added to its cost, where one call cannot hold it", async () => {
    const big = shop.store.visibleOrders().find((order) => order.lineItems.length > 20);
    const outcome = await read(big?.name ?? "");
    expect(outcome.kind === "ok" && outcome.snapshot.lines.length).toBe(big?.lineItems.length);
    expect(outcome.kind === "ok" && outcome.cost.calls).toBe(shop.calls.length);
    expect(shop.calls.length).toBeGreaterThan(1);
  });

  test("that search puts behind another one with the same words in its name", async () => {
    const client: AdminClient = {
      shop: shop.client.shop,
      async run(document, variables, options) {
        const elsewhere = "after" in variables ? { ...variables, query: 'name:"1001"' } : variables;
        return shop.client.run(document, elsewhere, options);
      },
    };
    expect(await read("1095", client)).toMatchObject({ kind: "ok", snapshot: { name: "#1095" }, cost: { calls: 3 } });
  });

  test("and are told the very answer that its shopper gets", async () => {
    const profile = { timeZone: "Europe/Berlin", locale: "en" };
    const orderIds = [`gid://shopify/Order/${String(shop.store.orderByName("#1095")?.id)}`];
    const shopper = { shop: shop.client.shop, customerId: null, orderIds };
    const [seen, heard] = [await read("1095"), await readOrder(shop.client, shopper, "1095", { profile })];
    if (seen.kind !== "ok" || heard.kind !== "ok") throw new Error("it was not found");
    const explained = explainOrder(seen.snapshot, seen.at, profile);
    expect(explained.told).toEqual(heard.told.facts);
    expect(explained.headline.shopperText).toBe(heard.told.facts.headline);
  });

  test("and hear that there is none", async () => {
    expect(await read("99999")).toEqual({ kind: "not_found" });
  });

  test("and hear that it may be too old, and how old can be read, where the app may not read old orders", async () => {
    shop.allOrders = false;
    const oldest = new Date(shop.store.now().getTime() - 60 * 24 * 60 * 60 * 1000);
    expect(await read("99999")).toEqual({ kind: "too_old", oldest });
    expect(await read("1095")).toMatchObject({ kind: "ok" });
  });

  test.each(["", "hello", '" OR status:any', "1".repeat(50)])("only by what can be its name (%s)", async (typed) => {
    expect(await read(typed)).toEqual({ kind: "no_name" });
    expect(shop.calls).toEqual([]);
  });

  test("with what may not be seen named as a gap", async () => {
    const client: AdminClient = {
      shop: shop.client.shop,
      async run(document, variables, options) {
        const outcome = await shop.client.run(document, variables, options);
        const fieldErrors = [{ path: "orders.nodes.0.returns", code: "ACCESS_DENIED", message: "" }];
        return outcome.kind === "ok" ? { ...outcome, fieldErrors } : outcome;
      },
    };
    const outcome = await read("1095", client);
    const gaps = outcome.kind === "ok" ? outcome.snapshot.unreadable : [];
    expect(gaps).toEqual([{ part: "returns", path: "returns" }]);
  });

  test("and hear why not: no permission, or no answer", async () => {
    const denied = ending({ kind: "denied", message: "read_orders" });
    expect(await read("1095", denied)).toEqual({ kind: "no_permission", scopes: ["write_orders"] });
    const down = ending({ kind: "unavailable", why: "server", message: "503" });
    expect(await read("1095", down)).toEqual({ kind: "unavailable", why: "server" });
  });

  test.each([
    ["#1066", ["write_returns"]],
    ["#1095", ["read_merchant_managed_fulfillment_orders", "write_third_party_fulfillment_orders"]],
  ] as const)("and hear which permission is missing when one takes all of %s with it", async (name, scopes) => {
    for (const scope of scopes) shop.refused.add(scope);
    expect(await read(name)).toEqual({ kind: "no_permission", scopes });
  });

  test.each([
    [3, 1, []],
    [4, 2, []],
    [10, 2, []],
    [11, 2, [{ part: "tracking", path: "" }]],
  ])("with %i tracking numbers of one parcel, at most ten of them, in %i calls", async (numbers, calls, gaps) => {
    const order = shop.store.orderByName("#1095");
    const [parcel] = order?.fulfillments ?? [];
    if (!parcel) throw new Error("it has no parcel");
    const before = parcel.tracking;
    const one = { company: "DHL", number: "", url: null };
    parcel.tracking = Array.from({ length: numbers }, (_, index) => ({ ...one, number: `00340434${String(index)}` }));
    const outcome = await read("1095").finally(() => {
      parcel.tracking = before;
    });
    const { snapshot } = outcome.kind === "ok" ? outcome : { snapshot: null };
    expect(snapshot?.parcels[0]?.tracking).toHaveLength(Math.min(numbers, 10));
    expect(snapshot?.unreadable).toEqual(gaps);
    expect(shop.calls).toHaveLength(calls);
  });
});
