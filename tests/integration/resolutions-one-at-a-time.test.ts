import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  beginExecution,
  nextInLine,
  putOff,
  retryExecution,
  takeExecution,
} from "#app/resolutions/executions.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { attempt, carryOut, confirmed, freshOrder, shop, signIn, startTeaShop } from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";
import { lineOf, payment, PLANS } from "#tests/support/tea-plans.ts";

const devstore = await startTeaShop();
afterAll(() => devstore.close());

describe.each(databaseKinds())("resolutions of one order, on %s", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(database);
    await signIn(devstore);
  });
  afterAll(() => close());

  const deeds = (from: number) =>
    devstore.store.book
      .list()
      .slice(from)
      .map(({ kind }) => kind);

  test("are carried out one after the other: the change that one made is not taken for the other's", async () => {
    const order = await freshOrder(devstore, "unsent");
    const plan = PLANS.change_items(order);
    const [first, second] = [await confirmed(order, plan), await confirmed(order, plan)];
    const from = devstore.store.book.list().length;
    const owner = randomUUID();
    await takeExecution(shop, first.id, owner);
    expect(await beginExecution(shop, first.id, owner)).toBe("begun");
    expect(await attempt(second.id)).toMatchObject({ state: "confirmed" });
    await putOff(shop, first.id, owner, 0, false);
    expect(await attempt(second.id)).toMatchObject({ state: "confirmed" });
    expect(deeds(from)).toEqual([]);

    expect((await carryOut(first.id)).state).toBe("succeeded");
    const moved = { kind: "changed", shopper: "", staff: "The order has changed." } as const;
    expect(await attempt(second.id, moved)).toMatchObject({ state: "superseded" });
    expect(deeds(from)).toEqual(["edit", "refund"]);
  });

  test("stand in line for as long as one takes that waits for somebody, and are woken when it has ended", async () => {
    const order = await freshOrder(devstore, "unsent");
    const plan = PLANS.change_items(order);
    const [first, second] = [await confirmed(order, plan), await confirmed(order, plan)];
    const owner = randomUUID();
    await takeExecution(shop, first.id, owner);
    await beginExecution(shop, first.id, owner);
    await putOff(shop, first.id, owner, 3_600_000, false);
    const isDue = async (id: string) => {
      const query = "SELECT next_at <= now() AS due FROM resolution WHERE shop = $1 AND id = $2::uuid";
      return (await sql().query<{ due: boolean }>(query, [shop, id]))[0]?.due;
    };
    const due = (id: string) =>
      sql().query<{ at: Date }>('SELECT next_at AS "at" FROM resolution WHERE shop = $1 AND id = $2::uuid', [shop, id]);
    expect(await attempt(second.id)).toMatchObject({ state: "confirmed" });
    expect(await due(second.id)).toEqual(await due(first.id));

    expect((await carryOut(first.id)).state).toBe("succeeded");
    expect(await isDue(second.id)).toBe(true);
    expect(await nextInLine(first)).toEqual({ shop, id: second.id });
  });

  test("an edit of which nobody knows is left to people once another one was made to the order", async () => {
    const order = await freshOrder(devstore, "unsent");
    const plan = PLANS.change_items(order);
    const [first, second] = [await confirmed(order, plan), await confirmed(order, plan)];
    devstore.faults.set({ operationName: "OrderEditCommit", networkCut: { next: 1 } });
    expect(await attempt(first.id)).toMatchObject({ state: "executing" });
    const giveUp = "UPDATE resolution SET state = 'needs_attention' WHERE shop = $1 AND id = $2::uuid";
    await sql().query(giveUp, [shop, first.id]);
    expect((await carryOut(second.id)).state).toBe("succeeded");
    const from = devstore.store.book.list().length;

    expect(await retryExecution(shop, first.id)).toMatchObject({ state: "executing" });
    const tried = await attempt(first.id);
    expect(tried).toMatchObject({ state: "needs_attention" });
    expect(tried?.outcome?.staff).toContain("another change of items was made to the order");
    expect(deeds(from)).toEqual([]);
  });

  test("what people at the shop gave back while an edit was tried is not given back again for it", async () => {
    const order = await freshOrder(devstore, "unsent");
    const row = await confirmed(order, PLANS.change_items(order));
    devstore.faults.set({ operationName: "OrderEditBegin", networkCut: { next: 1 } });
    expect(await attempt(row.id)).toMatchObject({ state: "executing" });
    const from = devstore.store.book.list().length;
    const { id: orderId } = order;
    const { parentId, gateway } = payment(order);
    const refunded = await fetch(`${devstore.url}/_devstore/staff`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        operation: "RefundCreate",
        variables: {
          key: `staff-${row.id}`,
          input: {
            orderId,
            refundLineItems: [{ lineItemId: lineOf(order).id, quantity: 1, restockType: "CANCEL" }],
            transactions: [{ orderId, parentId, gateway, kind: "REFUND", amount: "9.50" }],
          },
        },
      }),
    });
    expect(refunded.status).toBe(200);
    expect(await attempt(row.id)).toMatchObject({ state: "executing" });
    expect(deeds(from)).toEqual(["refund"]);
  });
});
