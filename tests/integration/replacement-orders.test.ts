import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shopDates } from "#app/orders/shop-settings.server.ts";
import { decide } from "#app/policy/decide.ts";
import { presetPolicy } from "#app/policy/presets.ts";
import { readGiven, readReplaced } from "#app/resolutions/facts/ledger-facts.server.ts";
import { readFacts } from "#app/resolutions/facts/read-facts.server.ts";
import type { OrderNode } from "#app/resolutions/executors/read-order.ts";
import type { LedgerRow } from "#app/resolutions/ledger-row.ts";
import { adminClientFor } from "#app/shopify/admin-client.server.ts";
import { gid } from "#devstore/store/ids.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { carryOut, confirmed, freshOrder, readOrder, shop, signIn, startTeaShop } from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";
import { PLANS } from "#tests/support/tea-plans.ts";

const devstore = await startTeaShop();
afterAll(() => devstore.close());

describe.each(databaseKinds())("An order that was sent instead of something, on %s", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(database);
    await signIn(devstore);
  });
  afterAll(() => close());

  const { signal } = new AbortController();

  async function replaced(): Promise<{ original: OrderNode; row: LedgerRow; instead: OrderNode }> {
    const original = await freshOrder(devstore, "sent");
    const row = await carryOut((await confirmed(original, PLANS.replacement(original))).id);
    expect(row.state).toBe("succeeded");
    const made = devstore.store.orderByName(row.outcome?.newOrderName ?? "");
    return { original, row, instead: await readOrder(gid("Order", made?.id ?? "")) };
  }

  async function factsAbout({ id, name }: OrderNode) {
    const client = await adminClientFor(shop);
    const dates = await shopDates(shop, "Europe/Berlin");
    const scope = { shop, customerId: null, orderIds: [id] };
    const read = await readFacts({ client, scope, timeZone: "Europe/Berlin", dates, tracking: null }, name, signal);
    if (read.kind !== "ok") throw new Error(`${name} was not read: ${read.kind}`);
    return read;
  }

  test("is known for it, and whatever else is asked about it goes to a person", async () => {
    const { original, instead } = await replaced();
    const { facts, at } = await factsAbout(instead);
    expect(facts.order.replaces).toBe(original.id);
    const [line] = facts.lines;
    const request = {
      reason: "missing_item",
      items: [{ lineId: line?.lineId ?? "", quantity: 1 }],
      wanted: "replacement",
      destination: null,
      evidence: { photos: 1, description: true },
      instead: null,
    } as const;
    const verdict = decide(presetPolicy("generous", "EUR"), request, facts, at);
    expect(verdict).toMatchObject({ kind: "escalate", rules: [{ id: "units.sent_instead" }] });
    expect((await factsAbout(original)).facts.order.replaces).toBeNull();
  });

  test("is known by its customer's resolutions where people took its tags off", async () => {
    const { original, row, instead } = await replaced();
    const about = { orderId: instead.id, orderName: instead.name, customerId: row.customerId, tags: [] };
    expect(await readReplaced(shop, about)).toBe(original.id);
    expect(await readReplaced(shop, { ...about, customerId: null })).toBeNull();
    expect(await readReplaced("other.myshopify.com", about)).toBeNull();
  });

  test("counts with the order that it stands for, from either side, for guests as well", async () => {
    const { original, row, instead } = await replaced();
    const later = await confirmed(instead, PLANS.change_address(), { reason: "change_address" });
    const given = async (...orderIds: string[]) => (await readGiven(shop, orderIds, null, null)).map(({ id }) => id);
    expect(await given(original.id)).toEqual([later.id, row.id]);
    expect(await given(instead.id, original.id)).toEqual([later.id, row.id]);
  });
});
