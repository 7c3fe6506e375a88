import { describe, expect, it } from "vitest";
import { orderTotals, payments } from "../store/order-money.ts";
import { Store } from "../store/store.ts";
import { decimal, localPrice, minorUnits } from "./orders/money.ts";
import { currencyOfOrder, orderTotal } from "./orders/totals.ts";
import { exampleShop } from "./example-shop.ts";
import type { OrderInput } from "../store/schema.ts";

const shop = exampleShop();
const orders: OrderInput[] = shop.orders ?? [];
const store = Store.load(shop, { time: "frozen" });

/** Orders whose payments differ from their total on purpose, with what is still open. */
const OPEN: Record<string, number> = { "#1011": 46_800, "#1061": 1_800 };

const successful = (order: OrderInput, kinds: readonly string[]): number =>
  (order.transactions ?? [])
    .filter(({ kind, status }) => kinds.includes(kind) && (status ?? "SUCCESS") !== "FAILURE")
    .reduce((sum, { amount }) => sum + minorUnits(amount, currencyOfOrder(order)), 0);

describe.each(orders.map((order) => [order.name, order] as const))("money of %s", (name, order) => {
  const currency = currencyOfOrder(order);
  const minor = (text: string | null | undefined) => minorUnits(text ?? "0", currency);

  it("lines less discounts, tax and shipping are the total, here and in the store", () => {
    const record = store.orderByName(name);
    if (!record) throw new Error(`${name} is not in the store`);
    const totals = orderTotals(record, store.nowInstant());
    expect(totals.original).toBe(orderTotal(order).placed);
    expect(totals.total).toBe(orderTotal(order).edited);
  });

  it("payments cover it", () => {
    const paid = successful(order, ["SALE", "CAPTURE", "AUTHORIZATION"]);
    const refundedByEdit = order.edits?.length
      ? (order.refunds ?? []).flatMap(({ transactions }) => transactions ?? [])
      : [];
    const back = refundedByEdit.reduce((sum, { amount }) => sum + minor(amount), 0);
    expect(paid - back + (OPEN[name] ?? 0)).toBe(orderTotal(order).edited);
  });

  it("refunds are what their lines and shipping come to, and never more than was paid", () => {
    const paid = successful(order, ["SALE", "CAPTURE"]);
    let back = 0;
    for (const refund of order.refunds ?? []) {
      const moved = (refund.transactions ?? []).reduce((sum, { amount }) => sum + minor(amount), 0);
      const lines = (refund.lines ?? []).reduce((sum, { line, quantity = 1 }) => {
        const item = order.lineItems[Number(line) - 1];
        const off = (item?.discounts ?? []).reduce((total, { amount }) => total + minor(amount), 0);
        const units = item?.quantity ?? 1;
        return sum + Math.round(((minor(item?.price) * units - off) * quantity) / units);
      }, 0);
      const shipping = minor(refund.shipping);
      if (lines + shipping > 0) expect(moved).toBe(lines + shipping);
      back += moved;
    }
    expect(back).toBeLessThanOrEqual(paid);
  });

  it("its discounts are not larger than its lines", () => {
    for (const line of order.lineItems) {
      const off = (line.discounts ?? []).reduce((sum, { amount }) => sum + minor(amount), 0);
      expect(off).toBeLessThanOrEqual(minor(line.price) * (line.quantity ?? 1));
    }
  });
});

describe("amounts", () => {
  it("yen have no decimals, and no yen amount in the shop has any", () => {
    expect(decimal(3100, "JPY")).toBe("3100");
    expect(() => minorUnits("31.5", "JPY")).toThrow();
    for (const order of orders.filter((one) => currencyOfOrder(one) === "JPY")) {
      expect(JSON.stringify(order)).not.toMatch(/"(price|amount)":"\d+\./);
    }
  });

  it("prices abroad are round", () => {
    expect(decimal(localPrice(1800, "GBP"), "GBP")).toBe("15.50");
    expect(decimal(localPrice(1800, "USD"), "USD")).toBe("20.00");
    expect(decimal(localPrice(1800, "JPY"), "JPY")).toBe("3100");
  });

  it("the store agrees that every refund of the shop moved what it says", () => {
    for (const order of store.orders) {
      const { received, refunded } = payments(order, store.nowInstant());
      expect(refunded).toBeLessThanOrEqual(received);
    }
  });
});
