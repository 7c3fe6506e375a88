import { deliveryMethodSchema } from "./fulfillment-schema.ts";
import { numericId } from "./ids.ts";
import type { FulfillmentOrderRecord, LineRecord, LocationRecord, OrderRecord, VariantRecord } from "./records.ts";
import { inPresentment, taxes } from "./resolve-lines.ts";

/** A variant that becomes part of an order: what a discount takes off the whole line is in presentment minor units. */
export type NewLine = {
  variant: VariantRecord;
  quantity: number;
  discounts: { title: string; amount: number }[];
};

/** What one unit of a variant costs in the order's currency. */
export function unitPriceIn(order: OrderRecord, variant: VariantRecord): number {
  return inPresentment(variant.price, order);
}

/** The line as it would be; the order does not have it yet. `key` is unique in the order. */
export function newLine(order: OrderRecord, line: NewLine, key: string, at: string): LineRecord {
  const { variant, quantity } = line;
  const unitPrice = unitPriceIn(order, variant);
  const discounts = line.discounts.map((item) => ({ ...item, code: false }));
  const paid = unitPrice * quantity - discounts.reduce((sum, item) => sum + item.amount, 0);
  const { product } = variant;
  const taxable = variant.taxable && !product.giftCard;
  return {
    id: numericId("LineItem", key, order.id),
    key,
    order,
    variant,
    quantity,
    title: product.title,
    variantTitle: variant.title === "Default Title" ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    requiresShipping: variant.requiresShipping,
    giftCard: product.giftCard,
    taxable,
    unitPrice,
    discounts,
    taxLines: taxes(taxable ? order.taxes : [], paid, order),
    duties: [],
    properties: [],
    addedAt: at,
  };
}

/** A new, open fulfillment order of units of lines that the order has. */
export function addFulfillmentOrder(
  order: OrderRecord,
  parts: { line: LineRecord; quantity: number }[],
  location: LocationRecord,
  at: string,
): FulfillmentOrderRecord {
  const key = `made-${order.fulfillmentOrders.length + 1}`;
  const ships = parts.some((part) => part.line.requiresShipping);
  const like = order.fulfillmentOrders.find((item) => item.deliveryMethod.type !== "NONE")?.deliveryMethod;
  const method = deliveryMethodSchema.parse(ships ? { type: like?.type ?? "SHIPPING" } : { type: "NONE" });
  const record: FulfillmentOrderRecord = {
    id: numericId("FulfillmentOrder", key, order.id),
    key,
    order,
    location,
    createdAt: at,
    fulfillAt: null,
    preorder: false,
    fulfillBy: null,
    deliveryMethod: {
      ...method,
      gidNumber: numericId("DeliveryMethod", key, order.id),
      presentedName: ships ? (like?.presentedName ?? null) : null,
    },
    holds: [],
    requests: [],
    inProgressAt: null,
    cancelledAt: null,
    incompleteAt: null,
    movedAt: null,
    warnings: [],
    lines: [],
  };
  record.lines = parts.map(({ line, quantity }) => ({
    id: numericId("FulfillmentOrderLineItem", line.key, `${order.id}/${key}`),
    line,
    quantity,
    fulfillmentOrder: record,
  }));
  order.fulfillmentOrders.push(record);
  return record;
}
