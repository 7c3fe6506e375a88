import { gid } from "#devstore/store/ids.ts";
import type { Store } from "#devstore/store/store.ts";
import type { OrderNode } from "#app/resolutions/executors/read-order.ts";
import type { Address, Plan } from "#app/resolutions/plan.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });

/** One line of an order that has only one. */
export function lineOf(order: OrderNode): OrderNode["lineItems"]["nodes"][number] {
  const [line] = order.lineItems.nodes;
  if (!line) throw new Error(`${order.name} has no line`);
  return line;
}

export function payment(order: OrderNode): { parentId: string; gateway: string } {
  const sale = order.transactions.find(({ kind }) => kind === "SALE" || kind === "CAPTURE");
  if (!sale) throw new Error(`${order.name} was not paid`);
  return { parentId: sale.id, gateway: sale.gateway ?? "" };
}

const customerOf = (order: OrderNode): string => order.customer?.id ?? "";

/** The first unit that was sent, as a return names it. */
function goingBack(store: Store, order: OrderNode) {
  const sent = store.order(order.id)?.fulfillments[0]?.lines[0];
  const fulfillmentLineItemId = gid("FulfillmentLineItem", sent?.id ?? "");
  return [{ fulfillmentLineItemId, quantity: 1, reasonDefinitionId: null }];
}

export const NEW_ADDRESS: Address = {
  firstName: "Ana",
  lastName: "Ruiz",
  company: null,
  address1: "Neue Gasse 7",
  address2: null,
  city: "Mainz",
  provinceCode: null,
  zip: "55116",
  countryCode: "DE",
  phone: null,
};

/** Plans about one of the two pots of an order, by kind. */
export const PLANS = {
  refund: (order) => ({
    kind: "refund",
    lines: [{ lineId: lineOf(order).id, quantity: 1, restock: "NO_RESTOCK" }],
    shipping: null,
    transactions: [{ ...payment(order), amount: eur(950) }],
    amount: eur(950),
    presentmentCurrency: "EUR",
  }),
  store_credit: (order) => ({
    kind: "store_credit",
    refund: {
      lines: [{ lineId: lineOf(order).id, quantity: 1, restock: "NO_RESTOCK" }],
      shipping: null,
      amount: eur(950),
    },
    bonus: eur(100),
    customerId: customerOf(order),
  }),
  replacement: (order) => ({
    kind: "replacement",
    lines: [{ variantId: lineOf(order).variant?.id ?? "", quantity: 1, title: "Green tea" }],
    customerId: customerOf(order),
    email: "ana@example.com",
    address: NEW_ADDRESS,
    currency: "EUR",
  }),
  return: (order, store) => ({
    kind: "return",
    lines: goingBack(store, order),
    note: "Arrived broken",
    restockingPercent: 10,
    shippingFee: null,
    labelUrl: "https://example.com/label.pdf",
    instructions: "Please send it within 14 days.",
    expectedRefund: eur(950),
    bonus: null,
    destination: "original_payment",
  }),
  exchange: (order, store) => ({
    kind: "exchange",
    lines: goingBack(store, order),
    note: "Too small",
    instead: { variantId: gid("ProductVariant", store.variant("TEA-L")?.id ?? ""), quantity: 1, title: "Green tea, L" },
    discount: eur(550),
    difference: eur(0),
    differenceTo: "original_payment",
    sendNow: true,
    labelUrl: null,
    instructions: "Please send it within 14 days.",
  }),
  cancel: (order) => ({
    kind: "cancel",
    refundTo: "original_payment",
    amount: eur(1900),
    askPartner: order.fulfillmentOrders.nodes
      .filter(({ requestStatus }) => requestStatus === "ACCEPTED")
      .map(({ id }) => id),
  }),
  change_address: () => ({ kind: "change_address", before: null, after: NEW_ADDRESS }),
  change_items: (order) => ({
    kind: "change_items",
    quantities: [{ lineId: lineOf(order).id, variantId: lineOf(order).variant?.id ?? null, from: 2, to: 1 }],
    add: [],
    giveBack: eur(950),
    transactions: [{ ...payment(order), amount: eur(950) }],
  }),
} as const satisfies { [K in Plan["kind"]]: (order: OrderNode, store: Store) => Extract<Plan, { kind: K }> };

export function planFor(kind: Plan["kind"], order: OrderNode, store: Store): Plan {
  return PLANS[kind](order, store);
}
