import { numericId } from "./ids.ts";
import { toMinor } from "./money.ts";
import type { OrderRecord } from "./records.ts";
import { type Catalog, known, uniqueIndex } from "./resolve-catalog.ts";
import { resolveFulfillment } from "./resolve-fulfillment.ts";
import { resolveLine, resolveShippingLine } from "./resolve-lines.ts";
import { resolveRefund, resolveReturn } from "./resolve-money-back.ts";
import { resolveTransactions } from "./resolve-transactions.ts";
import type { Order, StoreFile } from "./schema.ts";

/** Fills in an order's defaults and follows its references. Throws StoreFileError naming the place. */
export function resolveOrder(order: Order, catalog: Catalog, shop: StoreFile["shop"]): OrderRecord {
  const place = `orders (${order.name})`;
  const customer = order.customer === null ? null : catalog.customer(order.customer, `${place}.customer`);
  const id = numericId("Order", order.id ?? order.name);
  const { lineItems, shippingLines, transactions, refunds, returns, edits, fulfillmentOrders, fulfillments } = order;
  const record: OrderRecord = {
    ...order,
    id,
    number: Number(/\d+/.exec(order.name)?.[0] ?? 0),
    confirmationNumber: order.confirmationNumber === undefined ? confirmationNumberOf(id) : order.confirmationNumber,
    customer,
    email: order.email === undefined ? (customer?.email ?? null) : order.email,
    phone: order.phone === undefined ? null : order.phone,
    customerLocale: order.customerLocale === undefined ? (customer?.locale ?? null) : order.customerLocale,
    processedAt: order.processedAt ?? order.createdAt,
    taxesIncluded: order.taxesIncluded ?? shop.taxesIncluded,
    currency: order.presentment?.currencyCode ?? shop.currencyCode,
    shopCurrency: shop.currencyCode,
    rate: order.presentment?.rate ?? 1,
    tip: 0,
    shippingAddress: null,
    billingAddress: null,
    lineItems: [],
    shippingLines: [],
    transactions: [],
    refunds: [],
    returns: [],
    edits: [],
    fulfillmentOrders: [],
    fulfillments: [],
  };
  if (order.tip !== null) record.tip = toMinor(order.tip, record.currency);
  record.lineItems = lineItems.map((line, index) => resolveLine(line, index, record, catalog, place));
  const lines = uniqueIndex(record.lineItems, (line) => line.key, `${place}.lineItems`);
  record.shippingLines = shippingLines.map((line, index) => resolveShippingLine(line, index, record));
  record.shippingAddress =
    order.shippingAddress === undefined
      ? record.lineItems.some((line) => line.requiresShipping)
        ? (customer?.addresses[0] ?? null)
        : null
      : order.shippingAddress;
  record.billingAddress =
    order.billingAddress === undefined
      ? (record.shippingAddress ?? customer?.addresses[0] ?? null)
      : order.billingAddress;
  record.edits = edits.map((edit, index) => ({
    ...edit,
    removed: edit.removed.map((removal) => ({
      line: known(lines, removal.line, `${place}.edits[${index}].removed`, "line item"),
      quantity: removal.quantity,
    })),
  }));
  record.transactions = resolveTransactions(record, transactions, place);
  resolveFulfillment(record, fulfillmentOrders, fulfillments, catalog, place);
  record.returns = returns.map((item, index) => resolveReturn(item, index, record, lines, catalog, place));
  record.refunds = refunds.map((refund, index) => resolveRefund(refund, index, record, lines, catalog, place));
  return record;
}

/** Ten capital letters and digits that look like Shopify's confirmation numbers. */
function confirmationNumberOf(id: string): string {
  return BigInt(numericId("ConfirmationNumber", id, "order"))
    .toString(36)
    .toUpperCase()
    .padStart(9, "X");
}
