import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findOrderForGuest } from "#app/identity/find-order.server.ts";
import type { Scope } from "#app/identity/scope.ts";
import { listOrders, readOrder } from "#app/orders/read-orders.server.ts";
import type { AdminClient } from "#app/shopify/admin-client.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

const profile = { timeZone: "Europe/Berlin", locale: "en" };
const options = { profile };

let shop: ShopInProcess;
let ana: Scope;

beforeAll(async () => {
  shop = await shopInProcess();
});

beforeEach(() => {
  shop.hidden.clear();
  shop.refused.clear();
  shop.allOrders = true;
  ana = { shop: shop.client.shop, customerId: `gid://shopify/Customer/${customerOf("#1001")}`, orderIds: [] };
});

function customerOf(name: string): string {
  return String(shop.store.orderByName(name)?.customer?.id);
}

function idOf(name: string): string {
  return `gid://shopify/Order/${String(shop.store.orderByName(name)?.id)}`;
}

function guest(...names: string[]): Scope {
  return { shop: shop.client.shop, customerId: null, orderIds: names.map(idOf) };
}

async function read(
  scope: Scope,
  name: string | null,
): Promise<{ outcome: unknown; calls: number; told: string | null }> {
  const before = shop.calls.length;
  const outcome = await readOrder(shop.client, scope, name, options);
  const told = outcome.kind === "ok" ? outcome.told.facts.orderName : null;
  return { outcome, told, calls: shop.calls.length - before };
}

describe("reading an order", () => {
  test.each(["#1001", "1001", "order 1001", "＃１００１"])(
    "a customer reads their own order as %s, in one call",
    async (name) => {
      expect(await read(ana, name)).toMatchObject({ told: "#1001", calls: 1 });
    },
  );

  test("without a number it is the newest one", async () => {
    const newest = shop.store
      .visibleOrders()
      .filter((order) => order.customer?.id === customerOf("#1001"))
      .toSorted((a, b) => b.processedAt.localeCompare(a.processedAt))[0];
    expect(await read(ana, null)).toMatchObject({ told: newest?.name, calls: 1 });
  });

  test("somebody else's order looks exactly like one that does not exist", async () => {
    const others = await read(ana, "#1004");
    const nobodys = await read(ana, "#99999");
    expect(others.outcome).toEqual({ kind: "not_found" });
    expect(others).toEqual(nobodys);
  });

  test("a guest reads their verified order in one call, with and without its number", async () => {
    expect(await read(guest("#1080"), null)).toMatchObject({ told: "#1080", calls: 1 });
    expect(await read(guest("#1080"), "1080")).toMatchObject({ told: "#1080", calls: 1 });
  });

  test("a guest's other numbers are not found, whether they exist or not", async () => {
    const others = await read(guest("#1080"), "#1001");
    expect(others).toEqual(await read(guest("#1080"), "#99999"));
    expect(others).toMatchObject({ outcome: { kind: "not_found" }, calls: 1 });
  });

  test("a guest with several verified orders reads each of them and no other", async () => {
    expect(await read(guest("#1080", "#1001"), "1001")).toMatchObject({ told: "#1001", calls: 1 });
    expect(await read(guest("#1080", "#1001"), "1002")).toMatchObject({ outcome: { kind: "not_found" }, calls: 1 });
  });

  test("a customer who also verified a guest order reads both", async () => {
    const both = { ...ana, orderIds: [idOf("#1080")] };
    expect(await read(both, "1080")).toMatchObject({ told: "#1080" });
    expect(await read(both, "1001")).toMatchObject({ told: "#1001" });
    expect(await read(both, "1004")).toMatchObject({ outcome: { kind: "not_found" } });
  });

  test("nobody in particular reads nothing and asks nothing of Shopify", async () => {
    const nobody = { shop: shop.client.shop, customerId: null, orderIds: [] };
    expect(await read(nobody, "1001")).toMatchObject({ outcome: { kind: "needs_identity" }, calls: 0 });
  });

  test.each(['1001" OR name:"1004', "* OR 1004", ") OR (name:1004", "customer_id:1 OR 1004", "name:1004", "1004\\"])(
    "what is written as a number cannot widen the search: %s",
    async (name) => {
      const { outcome } = await read(ana, name);
      expect(outcome).toEqual({ kind: "not_found" });
    },
  );

  test("a loose search does not widen the scope", async () => {
    const loose: AdminClient = {
      shop: shop.client.shop,
      run: (document, variables, more) =>
        shop.client.run(document, "query" in variables ? { ...variables, query: "name:1004" } : variables, more),
    };
    expect(await readOrder(loose, ana, "1004", options)).toEqual({ kind: "not_found" });
    expect(await listOrders(loose, ana, options)).toMatchObject({ kind: "ok", told: { orders: [] } });
  });

  test("a customer with orders that are too old to read is told so, whatever the number", async () => {
    shop.allOrders = false;
    const old = await read(ana, "#1079");
    expect(old).toMatchObject({ outcome: { kind: "too_old" }, calls: 2 });
    expect(await read(ana, "#99999")).toEqual(old);
    expect(await read(ana, "#1004")).toEqual(old);
    const tobias = { ...ana, customerId: `gid://shopify/Customer/${customerOf("#1004")}` };
    expect(await read(tobias, "#1079")).toEqual(await read(tobias, "#99999"));
  });

  test("a verified order that has become too old is told so", async () => {
    shop.allOrders = false;
    expect(await read(guest("#1079"), null)).toMatchObject({ outcome: { kind: "too_old" }, calls: 1 });
  });

  test("protected data that was not approved is left out, and nothing fails", async () => {
    for (const kind of ["name", "address", "phone", "email"] as const) shop.hidden.add(kind);
    const outcome = await readOrder(shop.client, guest("#1094"), null, options);
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    expect(outcome.told.facts.headline).toContain("DHL expects to deliver it on Saturday, November 21.");
    expect(outcome.told.facts.headline).not.toContain("Köln");
    expect(outcome.told.facts.gaps).toEqual([]);
  });

  test("a permission that the shop has not granted is named, not taken for a missing order", async () => {
    shop.refused.add("write_returns");
    const denied = { kind: "denied", scopes: ["write_returns"] };
    expect(await readOrder(shop.client, guest("#1066"), null, options)).toEqual(denied);
    expect(await readOrder(shop.client, guest("#1066"), "1066", options)).toEqual(denied);
    const who = { ...ana, customerId: `gid://shopify/Customer/${customerOf("#1066")}` };
    expect(await readOrder(shop.client, who, "1066", options)).toEqual(denied);
    expect((await read(who, "#1004")).outcome).toEqual((await read(who, "#99999")).outcome);
  });

  test("says what it cost, as Shopify reported it, every call of it", async () => {
    shop.calls.length = 0;
    const outcome = await readOrder(shop.client, guest("#1045"), null, options);
    const sum = (pick: "requested" | "actual") => shop.calls.reduce((all, call) => all + call[pick], 0);
    const calls = shop.calls.length;
    expect(calls).toBeGreaterThan(1);
    expect(outcome).toMatchObject({ cost: { calls, requested: sum("requested"), actual: sum("actual") } });
    shop.calls.length = 0;
    expect(await listOrders(shop.client, ana, options)).toMatchObject({
      cost: { calls: 1, requested: shop.calls[0]?.requested },
    });
  });

  test("costs little more for the metafields by which the shop says how far an order is", async () => {
    shop.calls.length = 0;
    await readOrder(shop.client, guest("#1001"), null, options);
    await listOrders(shop.client, ana, options);
    const [one, list] = shop.calls;
    expect(one?.variables).toMatchObject({ metafields: 2, metafieldKeys: ["custom.packed", "custom.picked"] });
    expect(one?.requested).toBeLessThanOrEqual(560);
    expect(list?.requested).toBeLessThanOrEqual(600);
  });

  test.each(["throttled", "server", "network", "deadline", "not_installed"] as const)(
    "when Shopify is %s the order is unavailable, not missing",
    async (why) => {
      const down: AdminClient = {
        shop: shop.client.shop,
        run: () => Promise.resolve({ kind: "unavailable", why, message: "" }),
      };
      expect(await readOrder(down, guest("#1001"), "1001", options)).toEqual({ kind: "unavailable", why });
      expect(await readOrder(down, ana, "1001", options)).toEqual({ kind: "unavailable", why });
      expect(await listOrders(down, ana, options)).toEqual({ kind: "unavailable", why });
    },
  );

  test("an order of 250 lines is told whole", async () => {
    const outcome = await readOrder(shop.client, guest("#1045"), null, options);
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    const lines = outcome.told.facts.groups.map((group) => group.items.length);
    expect(lines).toEqual([120, 130]);
    expect(outcome.told.facts.gaps).toEqual([]);
  });

  test("when the rest of a big order cannot be read the answer says so", async () => {
    let calls = 0;
    const tired: AdminClient = {
      shop: shop.client.shop,
      run: (document, variables, more) =>
        calls++ === 0
          ? shop.client.run(document, variables, more)
          : Promise.resolve({ kind: "unavailable", why: "throttled", message: "" }),
    };
    const outcome = await readOrder(tired, guest("#1045"), null, options);
    if (outcome.kind !== "ok") throw new Error(outcome.kind);
    expect(outcome.told.facts.gaps).toContain("I can't see all items of this order.");
  });

  test("a scope of another shop is a bug", async () => {
    await expect(readOrder(shop.client, { ...ana, shop: "other.myshopify.com" }, null, options)).rejects.toThrow();
  });
});

describe("finding a guest's order", () => {
  const find = async (name: string, email: string) => {
    const before = shop.calls.length;
    const found = await findOrderForGuest(shop.client, name, email);
    return { found, calls: shop.calls.length - before };
  };

  test.each([
    ["#1080", "robin.meyer@example.org"],
    ["1080", " Robin.Meyer@Example.ORG "],
    ["order １０８０", "robin.meyer@example.org"],
  ])("%s with %s matches", async (name, email) => {
    expect(await find(name, email)).toEqual({
      found: { kind: "match", orderId: idOf("#1080"), orderName: "#1080" },
      calls: 1,
    });
  });

  test.each([
    ["#1080", "ana@example.com"],
    ["#99999", "robin.meyer@example.org"],
    ["#1081", ""],
    ["#1081", "null"],
    ["not a number", "robin.meyer@example.org"],
    ["", ""],
    ['1080" OR name:"1001', "robin.meyer@example.org"],
  ])("%s with %s is no match, with as many calls", async (name, email) => {
    expect(await find(name, email)).toEqual({ found: { kind: "no_match" }, calls: 1 });
  });

  test("when Shopify is down it is unavailable", async () => {
    const down: AdminClient = { shop: shop.client.shop, run: () => Promise.resolve({ kind: "denied", message: "" }) };
    expect(await findOrderForGuest(down, "1080", "robin.meyer@example.org")).toEqual({ kind: "unavailable" });
  });
});
