import { describe, expect, test } from "vitest";
import { materialLine, option, orderMaterial, pair, planInput, suggestion, variant } from "../material.fixture.ts";
import { planCancel, planChangeItems } from "./plan-changes.ts";
import { planExchange } from "./plan-exchange.ts";
import { planRefund } from "./plan-refund.ts";
import { planReturn } from "./plan-return.ts";
import { planStoreCredit } from "./plan-store-credit.ts";
import { refundedLines } from "./planned.ts";
import { spread } from "./suggestion.ts";

const euros = (minor: number) => ({ minor, currency: "EUR" });

describe("a refund", () => {
  test("is what Shopify suggests, to the payments it suggests, for the units that were chosen", () => {
    expect(planRefund(planInput(), suggestion(2_000, [["paypal", 2_000, 3_490]]))).toEqual({
      kind: "ok",
      plan: {
        kind: "refund",
        lines: [{ lineId: "gid://shopify/LineItem/1", quantity: 2, restock: "NO_RESTOCK" }],
        shipping: null,
        transactions: [{ parentId: "of paypal", gateway: "paypal", amount: euros(2_000) }],
        amount: euros(2_000),
        presentmentCurrency: "EUR",
      },
      units: [{ line: "gid://shopify/LineItem/1", quantity: 2, of: 3 }],
      value: pair(2_000),
    });
  });

  test("goes to several payments, gift cards among them", () => {
    const suggested = suggestion(2_000, [
      ["gift_card", 500, 500],
      ["paypal", 1_500, 2_990],
    ]);
    expect(planRefund(planInput(), suggested)).toMatchObject({
      plan: {
        transactions: [
          { gateway: "gift_card", amount: euros(500) },
          { gateway: "paypal", amount: euros(1_500) },
        ],
      },
    });
  });

  test("may differ by a minor unit for each unit, and is never more than the policy allows", () => {
    const suggested = (minor: number) => planRefund(planInput(), suggestion(minor, [["paypal", minor, 3_490]]));
    expect(suggested(1_998)).toMatchObject({ kind: "ok", plan: { amount: euros(1_998) } });
    expect(suggested(2_002)).toMatchObject({
      kind: "ok",
      plan: { amount: euros(2_000), transactions: [{ amount: euros(2_000) }] },
    });
    expect(suggested(2_003).kind).toBe("differs");
    expect(suggested(1_997).kind).toBe("differs");
    expect(suggested(0).kind).toBe("differs");
  });

  test("without the bonus that only store credit has", () => {
    const input = planInput({ option: option({ value: pair(2_100), bonus: pair(100) }) });
    expect(planRefund(input, suggestion(2_000, [["paypal", 2_000, 3_490]]))).toMatchObject({ value: pair(2_000) });
  });

  test("of shipping takes the shipping, and for lateness the lateness, but no items", () => {
    const input = planInput({ reason: "late", option: option({ portion: { of: "shipping" }, value: pair(490) }) });
    const planned = planRefund(input, suggestion(490, [["paypal", 490, 3_490]], 490));
    expect(planned).toMatchObject({ plan: { lines: [], shipping: euros(490), amount: euros(490) } });
    expect(planned).toMatchObject({
      units: [
        { line: "lateness", of: 1 },
        { line: "shipping", of: 1 },
      ],
    });
  });

  test("of a share is the policy's amount, spread over what the payments allow", () => {
    const input = planInput({
      reason: "late",
      option: option({ portion: { of: "share", percent: 10 }, value: pair(300) }),
    });
    const suggested = suggestion(3_490, [
      ["gift_card", 200, 200],
      ["paypal", 3_290, 3_290],
    ]);
    expect(planRefund(input, suggested)).toMatchObject({
      plan: { lines: [], amount: euros(300), transactions: [{ amount: euros(200) }, { amount: euros(100) }] },
      units: [{ line: "lateness" }],
    });
  });

  test("cancels units that were never sent, and leaves the others with the shopper", () => {
    const line = materialLine({ unfulfilled: 2 });
    expect(refundedLines([{ line, number: 1, quantity: 2 }])).toMatchObject([
      { quantity: 1, restock: "NO_RESTOCK" },
      { quantity: 1, restock: "CANCEL" },
    ]);
  });
});

describe("payments", () => {
  test("take no more than each allows, and together no more than they can", () => {
    const { payments } = suggestion(0, [
      ["gift_card", 0, 500],
      ["paypal", 1_000, 1_000],
    ]);
    expect(spread(euros(1_200), payments)?.map(({ amount }) => amount.minor)).toEqual([200, 1_000]);
    expect(spread(euros(1_501), payments)).toBeNull();
    expect(spread({ minor: 100, currency: "USD" }, payments)).toBeNull();
  });

  test.each(["manual", "cash", "Bank Deposit", "Cash on Delivery (COD)", "Money Order"])(
    "by %s are a person's",
    (name) => {
      expect(spread(euros(100), suggestion(100, [[name, 100, 100]]).payments)).toBeNull();
    },
  );
});

describe("store credit", () => {
  test("is a refund to it, and the bonus on top", () => {
    const input = planInput({ option: option({ value: pair(2_100), bonus: pair(100) }), destination: "store_credit" });
    expect(planStoreCredit(input, suggestion(2_000, []))).toMatchObject({
      plan: { refund: { amount: euros(2_000) }, bonus: euros(100), customerId: "gid://shopify/Customer/1" },
      value: pair(2_100),
    });
  });

  test("for lateness is credited on its own", () => {
    const portion = { of: "share", percent: 10 } as const;
    const input = planInput({ reason: "late", option: option({ kind: "store_credit", portion, value: pair(300) }) });
    expect(planStoreCredit(input, suggestion(0, []))).toMatchObject({ plan: { refund: null, bonus: euros(300) } });
  });

  test("is not for an order without a customer", () => {
    const input = planInput({ material: orderMaterial({ customerId: null }) });
    expect(planStoreCredit(input, suggestion(2_000, [])).kind).toBe("differs");
  });
});

const LINES = [{ fulfillmentLineItemId: "f1", quantity: 2, reasonDefinitionId: null }];
const money = (goods: number, kept = 0, exchange = 0) => ({
  goods: pair(goods),
  kept: pair(kept),
  exchange: pair(exchange),
  exchangeBeforeTax: pair(exchange),
});

describe("a return", () => {
  test("gives back what Shopify works out, less what the policy keeps", () => {
    const chosen = option({ kind: "return", value: pair(1_700), restockingPercent: 10, returnFee: pair(100) });
    expect(planReturn(planInput({ option: chosen }), LINES, money(2_000, 300))).toMatchObject({
      plan: { expectedRefund: euros(1_700), restockingPercent: 10, shippingFee: euros(100), bonus: null },
    });
    expect(planReturn(planInput({ option: chosen }), LINES, money(2_000, 0)).kind).toBe("differs");
  });

  test("gives back no more than payments allow", () => {
    const input = planInput({ option: option({ kind: "return", value: pair(500) }), refundable: pair(500) });
    expect(planReturn(input, LINES, money(2_000))).toMatchObject({ plan: { expectedRefund: euros(500) } });
  });
});

describe("an exchange", () => {
  const slate = variant("v2", "Slate");
  const exchange = (difference: number, destinations: ("store_credit" | "original_payment")[] = []) =>
    planInput({ option: option({ kind: "exchange", difference: pair(difference), destinations }) });

  test("for something dearer takes the difference off", () => {
    expect(planExchange(exchange(400), LINES, slate, money(2_000, 0, 2_400))).toMatchObject({
      plan: {
        instead: { variantId: "v2", quantity: 2, title: "Mug (Slate)" },
        discount: euros(400),
        difference: euros(0),
      },
    });
  });

  test("for something cheaper gives the difference back, where the policy says", () => {
    expect(planExchange(exchange(-400, ["store_credit"]), LINES, slate, money(2_000, 0, 1_600))).toMatchObject({
      plan: { discount: null, difference: euros(400), differenceTo: "store_credit" },
    });
  });

  test("for which Shopify has another price is a person's", () => {
    expect(planExchange(exchange(0), LINES, slate, money(2_000, 0, 2_400)).kind).toBe("differs");
  });
});

describe("changes before it is sent", () => {
  test("cancelling gives back everything, takes every free unit, and asks a partner that has it", () => {
    const input = planInput({
      material: orderMaterial({ withPartner: ["fo1"] }),
      option: option({ kind: "cancel", value: pair(3_490) }),
    });
    expect(planCancel(input, suggestion(3_490, [["paypal", 3_490, 3_490]]))).toMatchObject({
      plan: { amount: euros(3_490), refundTo: "original_payment", askPartner: ["fo1"] },
      units: [{ quantity: 3, of: 3 }],
    });
    expect(planCancel(input, suggestion(3_000, [["paypal", 3_000, 3_490]])).kind).toBe("differs");
  });

  test("fewer items give back what they cost", () => {
    const input = planInput({ option: option({ kind: "change_items" }) });
    expect(planChangeItems(input, null, suggestion(2_000, [["paypal", 2_000, 3_490]]))).toMatchObject({
      plan: { quantities: [{ from: 3, to: 1 }], add: [], giveBack: euros(2_000) },
    });
  });

  test("another variant gives back or takes off the difference", () => {
    const change = (difference: number) =>
      planChangeItems(
        planInput({
          option: option({ kind: "change_items", difference: pair(difference), value: pair(Math.abs(difference)) }),
        }),
        variant("v2", "Slate"),
        suggestion(2_000, [["paypal", 2_000, 3_490]]),
      );
    expect(change(-300)).toMatchObject({ plan: { giveBack: euros(300), add: [{ quantity: 2, discount: null }] } });
    expect(change(300)).toMatchObject({
      plan: { giveBack: euros(0), transactions: [], add: [{ discount: euros(300) }] },
    });
  });
});
