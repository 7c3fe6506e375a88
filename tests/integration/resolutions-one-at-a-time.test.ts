import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginExecution, putOff, takeExecution } from "#app/resolutions/executions.server.ts";
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
