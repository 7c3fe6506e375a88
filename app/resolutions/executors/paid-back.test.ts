import { describe, expect, test } from "vitest";
import { paidBackBy, paidBackSince } from "./paid-back.ts";
import type { OrderNode } from "./read-order.ts";

type Transaction = OrderNode["transactions"][number];

const money = (amount: string) => ({
  shopMoney: { amount, currencyCode: "EUR" as const },
  presentmentMoney: { amount, currencyCode: "JPY" as const },
});

function transaction(id: string, amount: string, more: Partial<Transaction> = {}): Transaction {
  return {
    id,
    kind: "REFUND",
    status: "SUCCESS",
    gateway: "shopify_payments",
    processedAt: "2026-11-20T10:00:00Z",
    amountSet: money(amount),
    ...more,
  };
}

function order(transactions: Transaction[], total = "0"): OrderNode {
  const refund = { id: "refund", createdAt: "2026-11-20T10:00:00Z", note: null, totalRefundedSet: money(total) };
  return { transactions, refunds: [refund] } as unknown as OrderNode;
}

const of = (transactionIds: string[]) => ({ refundId: "refund", transactionIds });

describe("Money that went back", () => {
  test("is the sum of the refund's own transactions, in the shopper's currency", () => {
    const all = [transaction("a", "500"), transaction("b", "250"), transaction("other", "9000")];
    expect(paidBackBy(order(all, "750"), of(["a", "b"]))).toEqual({
      kind: "paid",
      amount: { minor: 750, currency: "JPY" },
      pending: false,
    });
  });

  test("is on its way as long as one of them is", () => {
    const all = [transaction("a", "500"), transaction("b", "250", { status: "PENDING" })];
    expect(paidBackBy(order(all), of(["a", "b"]))).toMatchObject({ kind: "paid", pending: true });
  });

  test("did not go back when a payment failed, whatever the refund says", () => {
    expect(paidBackBy(order([transaction("a", "500", { status: "FAILURE" })], "500"), of(["a"]))).toMatchObject({
      kind: "failed",
    });
  });

  test("of a refund that was found again is its total, on its way unless it is known to have arrived", () => {
    expect(paidBackBy(order([], "500"), of([]))).toMatchObject({ amount: { minor: 500 }, pending: true });
    expect(paidBackBy(order([transaction("a", "500")], "500"), of([]))).toMatchObject({ pending: false });
  });

  test("of a refund that the order does not show is nothing to tell", () => {
    expect(paidBackBy(order([]), { refundId: "another" })).toMatchObject({ kind: "failed" });
  });

  test("by a cancellation is what was not there before; a payment is none of it", () => {
    const all = [transaction("sale", "800", { kind: "SALE" }), transaction("old", "300"), transaction("new", "500")];
    expect(paidBackSince(order(all), ["sale", "old"])).toMatchObject({ kind: "paid", amount: { minor: 500 } });
    expect(paidBackSince(order(all), ["sale", "old", "new"])).toEqual({ kind: "nothing" });
  });
});
