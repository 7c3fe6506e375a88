import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { answerCancellation } from "#devstore/store/cancellation-requests.ts";
import { gid } from "#devstore/store/ids.ts";
import { takeExecution } from "#app/resolutions/executions.server.ts";
import type { OrderNode } from "#app/resolutions/executors/read-order.ts";
import { tagOf } from "#app/resolutions/executors/references.ts";
import type { Recheck } from "#app/resolutions/executor.ts";
import type { Plan } from "#app/resolutions/plan.ts";
import { adminClientFor } from "#app/shopify/admin-client.server.ts";
import {
  RefundCreateDocument,
  ReplacementDraftCreateDocument,
  StoreCreditCreditDocument,
} from "#app/shopify/generated/admin.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import {
  attempt,
  carryOut,
  claimsOf,
  confirmed,
  freshOrder,
  readOrder,
  shop,
  signIn,
  startTeaShop,
} from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";
import { lineOf, NEW_ADDRESS, payment, planFor, PLANS } from "#tests/support/tea-plans.ts";
import { until } from "#tests/support/until.ts";
import { STANDING, teaShopBooks } from "#tests/support/tea-shop-books.ts";

const devstore = await startTeaShop();
afterAll(() => devstore.close());
const { asked, deeds, matching, pages } = teaShopBooks(devstore);

describe.each(databaseKinds().slice(-1))("what comes of a resolution, on %s", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(database);
    await signIn(devstore);
  });
  afterAll(() => close());
  afterEach(() => devstore.faults.clear());

  test("what is told has the amounts and names that the shop holds, in the shopper's language", async () => {
    const tell = async (kind: Plan["kind"], locale: string) => {
      const order = await freshOrder(devstore, STANDING[kind]);
      const row = await confirmed(order, planFor(kind, order, devstore.store), { locale });
      return (await carryOut(row.id)).outcome;
    };
    const refunded = await tell("refund", "de-DE");
    expect(refunded?.text).toBe(
      "Erledigt: 9,50 € wurden auf Ihr Zahlungsmittel erstattet. Bis Ihre Bank es zeigt, kann es einige Tage dauern.",
    );
    expect(refunded?.amount).toBe("9,50 € auf Ihr Zahlungsmittel");
    expect((await tell("store_credit", "en"))?.amount).toBe("€10.50 store credit");
    const replaced = await tell("replacement", "fr");
    expect(replaced?.text).toContain(replaced?.newOrderName);
    expect(devstore.store.orderByName(replaced?.newOrderName ?? "")).not.toBeNull();
    expect((await tell("return", "en"))?.url).toBe("https://example.com/label.pdf");
    expect((await tell("cancel", "es"))?.text).toContain("19,00 €");
    expect((await tell("change_address", "ja"))?.text).toContain("Neue Gasse 7");
    expect((await tell("change_items", "en"))?.text).toBe(
      "Done: your order is changed. €9.50 has been refunded to the way you paid. It can take a few days until your bank shows it.",
    );
  });

  test("money moves in the shopper's currency to its last unit, where the shop's is another", async () => {
    const order = await freshOrder(devstore, "sent_for_yen");
    const yen = { minor: 1520, currency: "JPY" };
    const transactions = [{ ...payment(order), amount: yen }];
    const plan: Plan = { ...PLANS.refund(order), transactions, amount: yen, presentmentCurrency: "JPY" };
    const from = pages();
    const refunded = await carryOut((await confirmed(order, plan, { locale: "ja" })).id);
    expect(refunded).toMatchObject({ state: "succeeded", outcome: { amount: "￥1,520（お支払い方法へ返金）" } });
    const { refund } = PLANS.store_credit(order);
    const credit: Plan = {
      ...PLANS.store_credit(order),
      refund: { ...refund, amount: yen },
      bonus: { ...yen, minor: 7 },
    };
    const row = await confirmed(order, credit);
    devstore.faults.set({ operationName: "StoreCreditCredit", dropAnswer: { next: 1 } });
    expect(await carryOut(row.id)).toMatchObject({ state: "succeeded", outcome: { amount: "¥1,527 store credit" } });
    expect(deeds(from)).toEqual(["refund 1520.0", "refund 1520.0", "store_credit 7.0"]);
  });

  test("a replacement is sent from stock to the address that was shown, and leads back to its order", async () => {
    const { order, row } = await asked("replacement");
    const { outcome } = await carryOut(row.id);
    const made = devstore.store.orderByName(outcome?.newOrderName ?? "");
    expect(made).toMatchObject({
      shippingAddress: { address1: NEW_ADDRESS.address1 },
      customAttributes: [{ key: "replaces_order", value: order.name }, { value: `wherewithal-${row.id}` }],
    });
    expect((await readOrder(order.id)).tags).toEqual(["wherewithal-replaced"]);
  });

  test("money that staff gave back meanwhile is not given again: it failed, and its units are free", async () => {
    const { order, row } = await asked("refund");
    await refundAll(order);
    const from = pages();
    expect(await carryOut(row.id)).toMatchObject({
      state: "failed",
      outcome: { staff: matching(/^Shopify refused: /) },
    });
    expect(deeds(from)).toEqual([]);
    expect(await claimsOf(row.id)).toBe(0);
  });

  test("nothing is begun when facts have moved", async () => {
    const { row, from } = await asked("refund");
    const ended = await attempt(row.id, { kind: "changed", shopper: "It has changed.", staff: "It was refunded." });
    expect(ended).toMatchObject({ state: "superseded", outcome: { text: "It has changed." } });
    expect(deeds(from)).toEqual([]);
    expect(await claimsOf(row.id)).toBe(0);
  });

  test("a call that was cut before it was made is not made again on facts that have changed: people look", async () => {
    const { row, from } = await asked("refund");
    devstore.faults.set({ operationName: "RefundCreate", networkCut: { next: 1 } });
    expect(await attempt(row.id)).toMatchObject({ state: "executing" });
    const changed = { kind: "changed", shopper: "It has changed.", staff: "It was returned." } as const;
    const ended = await until("it ends", async () => {
      const now = await attempt(row.id, changed);
      return now?.state === "executing" ? null : now;
    });
    expect(ended).toMatchObject({ state: "needs_attention", outcome: { staff: matching(/It was returned\.$/) } });
    expect(deeds(from)).toEqual([]);
    expect(await claimsOf(row.id)).toBe(1);
  });

  test("a replacement is not sent for what people at the shop gave money back for after it was drafted", async () => {
    const { row, from } = await asked("replacement");
    const changed: Recheck = { kind: "changed", shopper: "It has changed.", staff: "It was refunded." };
    const ended = await until("it ends", async () => {
      const now = await attempt(row.id, (_row, _client, _signal, what) =>
        Promise.resolve(what === "units" ? changed : { kind: "holds" }),
      );
      return now?.state === "executing" ? null : now;
    });
    expect(ended).toMatchObject({ state: "superseded", outcome: { staff: "It was refunded." } });
    expect(deeds(from).filter((deed) => /order/.test(deed))).toEqual([]);
    expect(await claimsOf(row.id)).toBe(0);
  });

  test("an order that was sent in the meantime is neither cancelled nor sent elsewhere", async () => {
    for (const kind of ["cancel", "change_address", "change_items"] as const) {
      const order = await freshOrder(devstore, "sent");
      const row = await confirmed(order, planFor(kind, order, devstore.store));
      const from = pages();
      expect(await carryOut(row.id)).toMatchObject({ state: "failed" });
      expect(deeds(from)).toEqual([]);
      expect(await claimsOf(row.id)).toBe(0);
    }
  });

  test("a cancellation whose job comes to nothing has failed, and nothing was done", async () => {
    const { row, from } = await asked("cancel");
    devstore.faults.set({ operationName: "OrderCancel", jobFails: { next: 1 } });
    expect(await carryOut(row.id)).toMatchObject({ state: "failed", outcome: { staff: matching(/couldn't cancel/) } });
    expect(deeds(from)).toEqual(["cancellation_failed"]);
  });

  test.each([
    [true, "succeeded", ["cancellation_asked", "cancellation", "refund 19.0"]],
    [false, "failed", ["cancellation_asked"]],
  ] as const)("a partner is asked once, and says %s to cancelling", async (accepted, state, done) => {
    const order = await freshOrder(devstore, "with_partner");
    const row = await confirmed(order, PLANS.cancel(order));
    const from = pages();
    devstore.faults.set({ operationName: "FulfillmentCancellationAsk", dropAnswer: { next: 1 } });
    await attempt(row.id);
    for (let looks = 0; looks < 3; looks++) expect(await attempt(row.id)).toMatchObject({ state: "executing" });
    const [partner] = order.fulfillmentOrders.nodes;
    answerCancellation(devstore.store, partner?.id ?? "", { accepted, message: null });
    expect(await carryOut(row.id)).toMatchObject({ state });
    expect(deeds(from)).toEqual(done);
  });

  test("what was confirmed is due at once", async () => {
    for (let tries = 0; tries < 20; tries++) {
      const order = await freshOrder(devstore, "unsent");
      const row = await confirmed(order, PLANS.cancel(order));
      expect(await takeExecution(shop, row.id, randomUUID())).not.toBeNull();
    }
  });

  test("an edit that comes to another amount than was agreed is not committed", async () => {
    const order = await freshOrder(devstore, "unsent");
    const less = { ...PLANS.change_items(order), giveBack: { minor: 900, currency: "EUR" } };
    const row = await confirmed(order, less);
    const from = pages();
    expect(await carryOut(row.id)).toMatchObject({ state: "failed", outcome: { staff: matching(/calculation/) } });
    expect(deeds(from)).toEqual([]);
  });

  test("one variant is swapped for another, what it costs more taken off", async () => {
    const order = await freshOrder(devstore, "unsent");
    const more = { minor: 550, currency: "EUR" };
    const variantId = gid("ProductVariant", devstore.store.variant("TEA-L")?.id ?? "");
    const swap: Plan = {
      ...PLANS.change_items(order),
      add: [{ variantId, quantity: 1, discount: more, title: "Green tea, L" }],
      giveBack: { minor: 0, currency: "EUR" },
      transactions: [],
    };
    const row = await confirmed(order, swap);
    const from = pages();
    devstore.faults.set({ operationName: "OrderEditCommit", dropAnswer: { next: 1 } });
    expect(await carryOut(row.id)).toMatchObject({ state: "succeeded", outcome: { amount: null } });
    expect(deeds(from)).toEqual(["edit"]);
  });

  test("a credit that could be another's ends with people, not with a second one", async () => {
    const bonus = { minor: 333, currency: "EUR" };
    const order = await freshOrder(devstore, "sent");
    const row = await confirmed(order, { ...PLANS.store_credit(order), refund: null, bonus });
    const from = pages();
    // Twice, as if somebody in the admin had given the same amount right then.
    devstore.faults.set({ operationName: "StoreCreditCredit", dropAnswer: { next: 1 } });
    await attempt(row.id);
    const creditInput = { creditAmount: { amount: "3.33", currencyCode: "EUR" as const } };
    await (await adminClientFor(shop)).run(StoreCreditCreditDocument, { id: order.customer?.id ?? "", creditInput });
    expect(await carryOut(row.id)).toMatchObject({ state: "needs_attention" });
    expect(deeds(from)).toEqual(["store_credit 3.33", "store_credit 3.33"]);
    expect(await claimsOf(row.id)).toBe(1);
  });

  test("two drafts of one replacement become one order", async () => {
    const { order, row, from } = await asked("replacement");
    devstore.faults.set({ operationName: "ReplacementDraftCreate", dropAnswer: { next: 1 } });
    await attempt(row.id);
    const input = {
      lineItems: [{ variantId: lineOf(order).variant?.id ?? "", quantity: 1 }],
      appliedDiscount: { value: 100, valueType: "PERCENTAGE" as const },
      tags: [tagOf(`wherewithal-${row.id}`)],
    };
    await (await adminClientFor(shop)).run(ReplacementDraftCreateDocument, { input });
    expect(await carryOut(row.id)).toMatchObject({ state: "succeeded" });
    expect(deeds(from)).toEqual(["draft", "draft", "draft_deleted", "order_made", "tags"]);
  });

  async function refundAll(order: OrderNode): Promise<void> {
    const transactions = [{ ...payment(order), orderId: order.id, kind: "REFUND" as const, amount: "19.00" }];
    const refundLineItems = [{ lineItemId: lineOf(order).id, quantity: 2 }];
    const input = { orderId: order.id, refundLineItems, transactions };
    await (await adminClientFor(shop)).run(RefundCreateDocument, { input, key: `staff ${order.id}` });
  }
});
