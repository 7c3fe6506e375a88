import type { MoneyPair } from "../policy/money-pair.ts";
import { presetPolicy } from "../policy/presets.ts";
import type { PricedOption } from "../policy/verdict.ts";
import type { MaterialLine, MaterialVariant, OrderMaterial } from "./facts/material.ts";
import type { PlanInput } from "./plans/planned.ts";
import type { Suggestion } from "./plans/suggestion.ts";

/** For tests: an amount that is the same in both currencies. */
export function pair(minor: number, currency = "EUR"): MoneyPair {
  return { shop: { minor, currency }, presentment: { minor, currency } };
}

export function variant(id: string, title: string, inStock: number | null = 9): MaterialVariant {
  return { id, title, options: title.split(" / "), price: 1_000, inStock };
}

export function materialLine(changes: Partial<MaterialLine> = {}): MaterialLine {
  return {
    lineId: "gid://shopify/LineItem/1",
    title: "Mug",
    variant: "Sand",
    variantId: "v1",
    image: null,
    quantity: 3,
    current: 3,
    unfulfilled: 0,
    free: 3,
    claimed: 0,
    unitPaid: pair(1_000),
    unitTax: pair(0),
    variants: [variant("v1", "Sand"), variant("v2", "Slate")],
    ...changes,
  };
}

export function orderMaterial(changes: Partial<OrderMaterial> = {}): OrderMaterial {
  return {
    orderId: "gid://shopify/Order/1",
    orderName: "#1001",
    email: "ana@example.com",
    customerId: "gid://shopify/Customer/1",
    currency: "EUR",
    presentment: "EUR",
    taxesIncluded: true,
    address: {
      firstName: "Ana",
      lastName: "Lima",
      company: null,
      address1: "Alte Str. 1",
      address2: null,
      city: "Berlin",
      provinceCode: null,
      zip: "10437",
      countryCode: "DE",
      phone: null,
    },
    lines: [materialLine()],
    payments: [{ id: "t1", gateway: "paypal" }],
    withPartner: [],
    shippingClaimed: false,
    latenessClaimed: false,
    ...changes,
  };
}

export function option(changes: Partial<PricedOption> = {}): PricedOption {
  return {
    kind: "refund",
    portion: { of: "items" },
    value: pair(2_000),
    bonus: null,
    goods: { comeBack: false, returnShipping: "none" },
    restockingPercent: 0,
    returnFee: null,
    destinations: ["original_payment"],
    difference: null,
    approval: false,
    ...changes,
  };
}

/** Two mugs of three, for €20. */
export function planInput(changes: Partial<PlanInput> = {}): PlanInput {
  const material = changes.material ?? orderMaterial();
  const [line = materialLine()] = material.lines;
  return {
    material,
    reason: "damaged",
    option: option(),
    chosen: [{ line, number: 1, quantity: 2 }],
    destination: "original_payment",
    refundable: pair(3_490),
    policy: presetPolicy("balanced", "EUR"),
    description: null,
    ...changes,
  };
}

/** What Shopify suggests, over payments that still allow so much. */
export function suggestion(
  minor: number,
  payments: [string, suggested: number, maximum: number][],
  shipping = 0,
): Suggestion {
  const money = (amount: number) => ({ minor: amount, currency: "EUR" });
  return {
    amount: pair(minor),
    shipping: money(shipping),
    payments: payments.map(([gateway, suggested, maximum]) => ({
      parentId: `of ${gateway}`,
      gateway,
      amount: money(suggested),
      maximum: money(maximum),
    })),
  };
}
