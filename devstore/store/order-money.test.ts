import { describe, expect, test } from "vitest";
import { toDecimal, toMinor, toMoneyText } from "./money.ts";
import { financialStatus, orderTotals, payments } from "./order-money.ts";
import type { OrderInput } from "./schema.ts";
import { teaOrder, testNow, testStore } from "./test-store.ts";

const ago = "2026-11-19T09:00:00Z";
const orderWith = (more: Partial<OrderInput>) => testStore([teaOrder(more)]).orderByName("1001")!;

describe("What an order costs", () => {
  test("is its lines, shipping, tax on top, tip, less discounts", () => {
    const order = orderWith({
      lineItems: [{ variant: "TEA-S", quantity: 2, discounts: [{ title: "TEA10", amount: "1.00", code: true }] }],
      shippingLines: [{ title: "Standard", price: "4.90" }],
      taxes: [{ title: "VAT", rate: 0.19 }],
      tip: "1.00",
    });
    // (19.00 - 1.00) + 4.90 + 19 % of both (3.42 + 0.93) + 1.00
    expect(orderTotals(order, testNow)).toMatchObject({
      original: 2825,
      current: 2825,
      tax: 435,
      shipping: 490,
      discounts: 100,
    });
    expect(payments(order, testNow).received).toBe(2825);
  });

  test("holds the tax within it when prices include tax", () => {
    const order = orderWith({ taxesIncluded: true, taxes: [{ title: "VAT", rate: 0.19 }] });
    expect(orderTotals(order, testNow)).toMatchObject({ original: 1900, tax: 303 });
  });

  test("leaves no cent over after a refund that had to be rounded", () => {
    const order = orderWith({
      taxes: [{ title: "VAT", rate: 0.19 }],
      refunds: [{ at: ago, lines: [{ line: 1, quantity: 1 }] }],
    });
    const paid = payments(order, testNow);
    expect(orderTotals(order, testNow).current).toBe(paid.received - paid.refunded);
  });

  test("follows edits, from when they were made", () => {
    const order = orderWith({
      lineItems: [
        { variant: "TEA-S", quantity: 2 },
        { variant: "TEA-L", addedAt: ago },
      ],
      edits: [{ at: ago, removed: [{ line: 1, quantity: 1 }] }],
    });
    expect(orderTotals(order, "2026-11-18T12:00:00Z")).toMatchObject({ original: 1900, total: 1900 });
    expect(orderTotals(order, testNow)).toMatchObject({ original: 1900, total: 950 + 1500 });
    expect(financialStatus(order, testNow)).toBe("PARTIALLY_PAID");
  });

  test("is in the shopper's currency, at the order's rate, also without cents", () => {
    const order = orderWith({ presentment: { currencyCode: "JPY", rate: 160 } });
    expect(order.lineItems[0]?.unitPrice).toBe(1520);
    expect(orderTotals(order, testNow).original).toBe(3040);
  });
});

describe("Whether it is paid", () => {
  test.each([
    [{}, "PAID"],
    [{ payment: "pending" as const }, "PENDING"],
    [{ payment: "authorized" as const }, "AUTHORIZED"],
    [{ payment: "none" as const }, "PENDING"],
    [{ payment: "authorized" as const, cancel: { at: ago } }, "VOIDED"],
    [{ transactions: [{ kind: "AUTHORIZATION" as const, amount: "19.00", authorizationExpiresAt: ago }] }, "EXPIRED"],
    [{ transactions: [{ kind: "SALE" as const, amount: "9.00" }] }, "PARTIALLY_PAID"],
    [{ transactions: [{ kind: "SALE" as const, amount: "19.00", status: "FAILURE" as const }] }, "PENDING"],
    [{ refunds: [{ at: ago, lines: [{ line: 1, quantity: 1 }] }] }, "PARTIALLY_REFUNDED"],
    [{ refunds: [{ at: ago, lines: [{ line: 1, quantity: 2 }] }] }, "REFUNDED"],
    [{ refunds: [{ at: "2026-11-30T00:00:00Z", lines: [{ line: 1, quantity: 2 }] }] }, "PAID"],
    [{ lineItems: [{ title: "Sample", price: "0.00" }] }, "PAID"],
  ])("%j is %s", (more, status) => {
    expect(financialStatus(orderWith(more), testNow)).toBe(status);
  });
});

test("Amounts are written as Shopify writes them, for currencies of none, two and three digits", () => {
  expect([toDecimal(8400, "EUR"), toDecimal(1099, "EUR"), toDecimal(1520, "JPY"), toDecimal(12345, "KWD")]).toEqual([
    "84.0",
    "10.99",
    "1520.0",
    "12.345",
  ]);
  expect([toMoneyText(8400, "EUR"), toMoneyText(1520, "JPY")]).toEqual(["84.00", "1520.00"]);
  expect(toMinor("12.345", "KWD")).toBe(12345);
});
