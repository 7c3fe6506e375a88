import { describe, expect, test } from "vitest";
import { presented, refunder, withOrder } from "./app-operations.ts";
import { part } from "./testing.ts";

type Shop = ReturnType<typeof withOrder>;
const suggest = (shop: Shop, variables: Record<string, unknown>) => {
  const found = shop.run("SuggestedRefund", { orderId: shop.id, ...variables }, "order.suggestedRefund");
  const amount = (path: string) => presented(part(found, path));
  return { found, amount };
};
const lines = (shop: Shop, quantity: number) => ({ lines: [{ lineItemId: shop.line(), quantity }] });
const back = (shop: Shop, amount: string, more: object = {}) => ({
  transactions: [
    { orderId: shop.id, parentId: shop.payment(), kind: "REFUND", gateway: "shopify_payments", amount, ...more },
  ],
});
const refused = (answer: unknown) => {
  expect(part(answer, "refund")).toBeNull();
  return (part(answer, "userErrors") as { message: string }[]).map((error) => error.message).join("; ");
};

describe("A suggested refund", () => {
  test("takes a discount off each unit, the last of which carries the rounding", () => {
    const shop = withOrder({
      lineItems: [{ variant: "TEA-S", quantity: 3, discounts: [{ title: "Order", amount: "1.00" }] }],
    });
    expect(suggest(shop, lines(shop, 1)).amount("amountSet")).toBe("9.17");
    expect(suggest(shop, lines(shop, 3)).amount("amountSet")).toBe("27.5");
    const refund = refunder(shop);
    for (const [quantity, amount] of [
      [1, "9.17"],
      [1, "9.16"],
      [1, "9.17"],
    ] as const) {
      expect(suggest(shop, lines(shop, 1)).amount("amountSet")).toBe(amount);
      refund({ refundLineItems: [{ lineItemId: shop.line(), quantity }], ...back(shop, amount) });
    }
    expect(shop.read("displayFinancialStatus")).toBe("REFUNDED");
    expect(presented(shop.read("totalOutstandingSet"))).toBe("0.0");
  });

  test("adds tax where it comes on top, and only tells it where prices include it", () => {
    const taxed = { taxes: [{ title: "VAT", rate: 0.19 }], shippingLines: [{ title: "Standard", price: "5.00" }] };
    const onTop = withOrder({ ...taxed, taxesIncluded: false });
    const one = suggest(onTop, { ...lines(onTop, 1), refundShipping: true });
    expect(["subtotalSet", "totalTaxSet", "shipping.amountSet", "amountSet"].map(one.amount)).toEqual([
      "9.5",
      "2.76",
      "5.0",
      "17.26",
    ]);
    const inside = withOrder({ ...taxed, taxesIncluded: true });
    const same = suggest(inside, { ...lines(inside, 1), refundShipping: true });
    expect(["subtotalSet", "amountSet"].map(same.amount)).toEqual(["9.5", "14.5"]);
  });

  test.each([
    ["JPY", 160, "1520.0", "506.0"],
    ["KWD", 0.33, "3.135", "1.044"],
  ])("counts in the minor units of %s", (currencyCode, rate, whole, discounted) => {
    const presentment = { currencyCode, rate };
    const shop = withOrder({ presentment });
    expect(suggest(shop, lines(shop, 1)).amount("amountSet")).toBe(whole);
    const amount = currencyCode === "JPY" ? "3042" : "6.273";
    const other = withOrder({
      presentment,
      lineItems: [{ variant: "TEA-S", quantity: 3, discounts: [{ title: "D", amount }] }],
    });
    expect(suggest(other, lines(other, 1)).amount("amountSet")).toBe(discounted);
  });

  test("gives shipping back once", () => {
    const shop = withOrder({ shippingLines: [{ title: "Standard", price: "4.90" }] });
    const refund = refunder(shop);
    refund({ shipping: { amount: "2.00" }, ...back(shop, "2.00") });
    expect(suggest(shop, { refundShipping: true }).amount("shipping.amountSet")).toBe("2.9");
    refund({ shipping: { fullRefund: true }, ...back(shop, "2.90") });
    expect(suggest(shop, { refundShipping: true }).amount("amountSet")).toBe("0.0");
    expect(refused(refund({ shipping: { amount: "0.01" } }))).toContain("Shipping amount");
  });

  test("never suggests a tip, but could give it back", () => {
    const shop = withOrder({ tip: "3.00" });
    const whole = suggest(shop, { full: true });
    expect(["amountSet", "maximumRefundableSet"].map(whole.amount)).toEqual(["19.0", "22.0"]);
  });

  test("spreads over several payments, gift cards first, and never beyond what each has left", () => {
    const shop = withOrder({
      transactions: [
        { kind: "SALE", amount: "12.00" },
        { kind: "SALE", amount: "7.00", gateway: "gift_card" },
      ],
    });
    const parts = (quantity: number) => {
      const found = part(suggest(shop, lines(shop, quantity)).found, "suggestedTransactions");
      return (found as object[]).map((item) => [
        part(item, "gateway"),
        presented(part(item, "amountSet")),
        presented(part(item, "maximumRefundableSet")),
      ]);
    };
    expect(parts(1)).toEqual([
      ["gift_card", "7.0", "7.0"],
      ["shopify_payments", "2.5", "12.0"],
    ]);
    expect(parts(2)).toEqual([
      ["gift_card", "7.0", "7.0"],
      ["shopify_payments", "12.0", "12.0"],
    ]);
  });

  test("goes to store credit when asked to, and needs a customer for it", () => {
    const shop = withOrder();
    const { found } = suggest(shop, { ...lines(shop, 1), allocation: "STORE_CREDIT" });
    expect(part(found, "suggestedTransactions")).toEqual([]);
    expect(presented(part(found, "suggestedRefundMethods.0.amount"))).toBe("9.5");
    const guest = withOrder({ customer: null, email: "g@example.com" });
    const none = suggest(guest, { ...lines(guest, 1), allocation: "STORE_CREDIT" });
    expect(part(none.found, "suggestedRefundMethods")).toEqual([]);
  });

  test("for more than is left is an error", () => {
    const shop = withOrder();
    expect(() => suggest(shop, lines(shop, 3))).toThrow("Quantity cannot refund more");
  });
});

describe("A refund", () => {
  test("moves the money, the units, the status and the time, once for a key", () => {
    const shop = withOrder();
    shop.store.advance("1m");
    const refund = refunder(shop);
    const input = {
      refundLineItems: [{ lineItemId: shop.line(), quantity: 1, restockType: "CANCEL" }],
      note: "broken",
      ...back(shop, "9.50"),
    };
    const answer = refund(input, "one");
    expect(part(answer, "userErrors")).toEqual([]);
    expect(refund(input, "one")).toEqual(answer);
    expect(shop.read("refunds")).toHaveLength(1);
    expect(shop.read("displayFinancialStatus")).toBe("PARTIALLY_REFUNDED");
    expect(shop.read("lineItems.nodes.0")).toMatchObject({ refundableQuantity: 1, unfulfilledQuantity: 1 });
    expect(shop.read("updatedAt")).toBe("2026-11-20T09:01:00Z");
    expect(shop.stock("TEA-S")).toBe(6);
    expect(() => refund({ ...input, note: "other" }, "one")).toThrow("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
    expect(shop.books()).toMatchObject([
      {
        kind: "refund",
        by: "app",
        operation: "refundCreate",
        amount: "9.5",
        currency: "EUR",
        order: { name: "#1001" },
        lines: [{ lineItem: shop.line(), quantity: 1, restock: "CANCEL" }],
        money: [{ to: "payment", amount: "9.5" }],
      },
    ]);
  });

  test("to store credit lands on the customer's account", () => {
    const shop = withOrder();
    const credit = { storeCreditRefund: { amount: { amount: "9.50", currencyCode: "EUR" } } };
    refunder(shop)({ refundLineItems: [{ lineItemId: shop.line(), quantity: 1 }], refundMethods: [credit] });
    const customerId = `gid://shopify/Customer/${shop.order.customer?.id}`;
    const account = shop.run("CustomerStoreCredit", { customerId }, "customer.storeCreditAccounts.nodes.0");
    expect(account).toMatchObject({
      balance: { amount: "9.5", currencyCode: "EUR" },
      transactions: { nodes: [{ amount: { amount: "9.5" }, createdAt: "2026-11-20T09:00:00Z" }] },
    });
    expect(presented(shop.read("totalRefundedSet"))).toBe("9.5");
    expect(shop.books()).toMatchObject([{ money: [{ to: "store_credit", amount: "9.5" }] }]);
  });

  test("of an amount alone leaves nothing owed", () => {
    const shop = withOrder();
    refunder(shop)(back(shop, "3.00"));
    expect(presented(shop.read("totalOutstandingSet"))).toBe("0.0");
    expect(presented(shop.read("currentTotalPriceSet"))).toBe("16.0");
  });

  test.each<[string, (shop: Shop) => Record<string, unknown>, string]>([
    [
      "more units than are left",
      (shop) => ({ refundLineItems: [{ lineItemId: shop.line(), quantity: 3 }] }),
      "Quantity",
    ],
    ["no units", (shop) => ({ refundLineItems: [{ lineItemId: shop.line(), quantity: 0 }] }), "greater than 0"],
    [
      "another order's line",
      () => ({ refundLineItems: [{ lineItemId: "gid://shopify/LineItem/1", quantity: 1 }] }),
      "does not exist",
    ],
    [
      "a restock of old",
      (shop) => ({ refundLineItems: [{ lineItemId: shop.line(), quantity: 1, restockType: "LEGACY_RESTOCK" }] }),
      "Restock type",
    ],
    ["more money than came in", (shop) => back(shop, "19.01"), "Amount cannot exceed"],
    ["no money", (shop) => back(shop, "0.00"), "greater than 0"],
    [
      "a payment that is none",
      (shop) => back(shop, "1.00", { parentId: "gid://shopify/OrderTransaction/1" }),
      "Parent",
    ],
    ["no payment", (shop) => back(shop, "1.00", { parentId: null }), "must be specified"],
    ["the wrong gateway", (shop) => back(shop, "1.00", { gateway: "paypal" }), "Gateway"],
    ["another kind of transaction", (shop) => back(shop, "1.00", { kind: "SALE" }), "Kind"],
    ["another currency", (shop) => ({ currency: "USD", ...back(shop, "1.00") }), "Currency"],
    ["nothing", () => ({}), "at least one"],
    [
      "store credit in another currency",
      () => ({ refundMethods: [{ storeCreditRefund: { amount: { amount: "1", currencyCode: "USD" } } }] }),
      "Currency",
    ],
    [
      "card and store credit together beyond the order",
      (shop) => ({
        ...back(shop, "10.00"),
        refundMethods: [{ storeCreditRefund: { amount: { amount: "10.00", currencyCode: "EUR" } } }],
      }),
      "refundable amount",
    ],
  ])("of %s is refused, and nothing moves", (_what, input, message) => {
    const shop = withOrder();
    expect(refused(refunder(shop)(input(shop)))).toContain(message);
    expect(shop.books()).toEqual([]);
    expect(shop.read("refunds")).toEqual([]);
  });

  test("in a foreign currency must name it", () => {
    const shop = withOrder({ presentment: { currencyCode: "JPY", rate: 160 } });
    expect(refused(refunder(shop)(back(shop, "100")))).toContain("Currency must be specified");
    expect(part(refunder(shop)({ currency: "JPY", ...back(shop, "100") }, "k"), "userErrors")).toEqual([]);
  });

  test("beyond the payment goes only when over-refunding is allowed", () => {
    const shop = withOrder();
    expect(part(refunder(shop)({ ...back(shop, "25.00"), allowOverRefunding: true }), "userErrors")).toEqual([]);
  });

  test("of units in a parcel cannot cancel them, and those of a future parcel are not sent", () => {
    const at = (day: number) => `2026-11-${day}T08:00:00Z`;
    const sent = withOrder({ fulfillments: [{ at: at(19), lines: [{ line: 1, quantity: 1 }] }] });
    const cancel = (shop: Shop, quantity: number) =>
      refunder(shop)({ refundLineItems: [{ lineItemId: shop.line(), quantity, restockType: "CANCEL" }] });
    expect(refused(cancel(sent, 2))).toContain("unfulfilled");
    const later = withOrder({ fulfillments: [{ at: at(22) }] });
    cancel(later, 1);
    later.store.advance("3d");
    expect(later.read("fulfillments.0.fulfillmentLineItems.nodes.0.quantity")).toBe(1);
  });
});
