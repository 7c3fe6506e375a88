import type { Ref } from "./fields.ts";
import { numericId } from "./ids.ts";
import { StoreFileError } from "./load.ts";
import { orderTotals } from "./order-money.ts";
import { digitsOf, share, toMinor } from "./money.ts";
import type {
  LineRecord,
  OrderRecord,
  RefundRecord,
  ReturnRecord,
  ShippingLineRecord,
  TransactionRecord,
} from "./records.ts";
import { type Catalog, known, uniqueIndex } from "./resolve-catalog.ts";
import { resolveFulfillment } from "./resolve-fulfillment.ts";
import type { LineItem, Order, ShippingLine, StoreFile } from "./schema.ts";

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

function resolveLine(line: LineItem, index: number, order: OrderRecord, catalog: Catalog, place: string): LineRecord {
  const key = String(line.id ?? index + 1);
  const here = `${place}.lineItems[${index}]`;
  const variant = line.variant === null ? null : catalog.variant(line.variant, `${here}.variant`);
  const product = variant?.product ?? null;
  const title = line.title ?? product?.title;
  if (title === undefined) throw new StoreFileError(`${here}: a variant, or a title and a price, is needed`);
  const unitPrice =
    line.price !== undefined
      ? toMinor(line.price, order.currency)
      : variant
        ? inPresentment(variant.price, order)
        : undefined;
  if (unitPrice === undefined) throw new StoreFileError(`${here}: a price is needed, as there is no variant`);
  const giftCard = line.giftCard ?? product?.giftCard ?? false;
  const discounts = line.discounts.map((item) => ({ ...item, amount: toMinor(item.amount, order.currency) }));
  const paid = unitPrice * line.quantity - discounts.reduce((sum, item) => sum + item.amount, 0);
  return {
    id: numericId("LineItem", key, order.id),
    key,
    order,
    variant,
    quantity: line.quantity,
    title,
    variantTitle: line.variantTitle === undefined ? variantTitleOf(variant?.title) : line.variantTitle,
    sku: line.sku === undefined ? (variant?.sku ?? null) : line.sku,
    vendor: line.vendor === undefined ? (product?.vendor ?? null) : line.vendor,
    requiresShipping: line.requiresShipping ?? (giftCard ? false : (variant?.requiresShipping ?? true)),
    giftCard,
    taxable: line.taxable,
    unitPrice,
    discounts,
    taxLines: taxes(line.taxLines ?? (line.taxable && !giftCard ? order.taxes : []), paid, order),
    duties: line.duties.map((duty) => ({ ...duty, price: toMinor(duty.price, order.currency) })),
    properties: line.properties,
    addedAt: line.addedAt,
  };
}

function variantTitleOf(title: string | undefined): string | null {
  return title === undefined || title === "Default Title" ? null : title;
}

function inPresentment(minor: number, order: OrderRecord): number {
  if (order.currency === order.shopCurrency) return minor;
  return Math.round((minor / 10 ** digitsOf(order.shopCurrency)) * order.rate * 10 ** digitsOf(order.currency));
}

function resolveShippingLine(line: ShippingLine, index: number, order: OrderRecord): ShippingLineRecord {
  const price = toMinor(line.price, order.currency);
  const discounts = line.discounts.map((item) => ({ ...item, amount: toMinor(item.amount, order.currency) }));
  const paid = price - discounts.reduce((sum, item) => sum + item.amount, 0);
  return {
    ...line,
    id: numericId("ShippingLine", line.id ?? index + 1, order.id),
    code: line.code ?? line.title,
    price,
    discounts,
    taxLines: taxes(line.taxLines ?? order.taxes, paid, order),
  };
}

/** With prices that include tax, the tax is the part of the price; else it comes on top. */
function taxes(lines: { title: string; rate: number; price?: string | undefined }[], base: number, order: OrderRecord) {
  const sum = lines.reduce((total, line) => total + line.rate, 0);
  return lines.map((line) => ({
    title: line.title,
    rate: line.rate,
    price:
      line.price !== undefined
        ? toMinor(line.price, order.currency)
        : Math.round(order.taxesIncluded ? (base * line.rate) / (1 + sum) : base * line.rate),
  }));
}

const defaultPayment = { authorized: "AUTHORIZATION", paid: "SALE", pending: "SALE" } as const;

function resolveTransactions(order: OrderRecord, given: Order["transactions"], place: string): TransactionRecord[] {
  if (given === undefined) {
    const amount = orderTotals(order, order.createdAt).original;
    if (order.payment === "none" || amount === 0) return [];
    const status = order.payment === "pending" ? ("PENDING" as const) : ("SUCCESS" as const);
    return [
      transaction(
        order,
        "payment",
        { kind: defaultPayment[order.payment], status, gateway: order.gateway },
        amount,
        order.processedAt,
        null,
      ),
    ];
  }
  const made: TransactionRecord[] = [];
  given.forEach((item, index) => {
    const parent = item.parent === undefined ? null : (made.find((other) => other.key === String(item.parent)) ?? null);
    if (item.parent !== undefined && parent === null) {
      throw new StoreFileError(
        `${place}.transactions[${index}].parent: there is no earlier transaction "${item.parent}"`,
      );
    }
    made.push(
      transaction(
        order,
        item.id ?? index + 1,
        item,
        toMinor(item.amount, order.currency),
        item.at ?? order.processedAt,
        parent,
      ),
    );
  });
  return made;
}

type TransactionStart = Pick<TransactionRecord, "kind"> & {
  [Key in "status" | "gateway" | "errorCode" | "authorizationExpiresAt" | "test"]?: TransactionRecord[Key] | undefined;
};

function transaction(
  order: OrderRecord,
  ref: Ref,
  given: TransactionStart,
  amount: number,
  at: string,
  parent: TransactionRecord | null,
): TransactionRecord {
  return {
    id: numericId("OrderTransaction", ref, order.id),
    key: String(ref),
    kind: given.kind,
    status: given.status ?? "SUCCESS",
    gateway: given.gateway ?? order.gateway,
    errorCode: given.errorCode ?? null,
    authorizationExpiresAt: given.authorizationExpiresAt ?? null,
    test: given.test ?? order.test,
    amount,
    at,
    parent,
  };
}

function resolveRefund(
  refund: Order["refunds"][number],
  index: number,
  order: OrderRecord,
  lines: Map<string, LineRecord>,
  catalog: Catalog,
  place: string,
): RefundRecord {
  const here = `${place}.refunds[${index}]`;
  const ref = refund.id ?? index + 1;
  const id = numericId("Refund", ref, order.id);
  const refundLines = refund.lines.map((item, position) => {
    const line = known(lines, item.line, `${here}.lines[${position}]`, "line item");
    if (item.quantity > line.quantity)
      throw new StoreFileError(`${here}.lines[${position}]: more than the ${line.quantity} ordered`);
    const paid = line.unitPrice * line.quantity - line.discounts.reduce((sum, discount) => sum + discount.amount, 0);
    const tax = line.taxLines.reduce((sum, taxLine) => sum + taxLine.price, 0);
    return {
      id: numericId("RefundLineItem", position + 1, `${order.id}/${ref}`),
      line,
      quantity: item.quantity,
      restockType: item.restockType,
      location: item.location === undefined ? null : catalog.location(item.location, here),
      subtotal:
        item.subtotal === undefined
          ? share(paid, item.quantity, line.quantity)
          : toMinor(item.subtotal, order.currency),
      tax: share(tax, item.quantity, line.quantity),
    };
  });
  const shipping = refund.shipping === null ? 0 : toMinor(refund.shipping, order.currency);
  const owed = refundLines.reduce((sum, line) => sum + line.subtotal + (order.taxesIncluded ? 0 : line.tax), shipping);
  const parent =
    order.transactions.find((item) => (item.kind === "SALE" || item.kind === "CAPTURE") && item.status === "SUCCESS") ??
    null;
  const transactions =
    refund.transactions === undefined
      ? owed === 0
        ? []
        : [
            transaction(
              order,
              `refund-${ref}`,
              { kind: "REFUND", gateway: parent?.gateway ?? order.gateway },
              owed,
              refund.at,
              parent,
            ),
          ]
      : refund.transactions.map((item, position) =>
          transaction(
            order,
            item.id ?? `refund-${ref}-${position + 1}`,
            { ...item, kind: item.kind ?? "REFUND" },
            toMinor(item.amount, order.currency),
            item.at ?? refund.at,
            parent,
          ),
        );
  const owner = refund.return === undefined ? null : order.returns.find((item) => item.key === String(refund.return));
  if (owner === undefined) throw new StoreFileError(`${here}.return: there is no return "${refund.return}"`);
  return { id, order, at: refund.at, note: refund.note, lines: refundLines, shipping, transactions, return: owner };
}

function resolveReturn(
  item: Order["returns"][number],
  index: number,
  order: OrderRecord,
  lines: Map<string, LineRecord>,
  catalog: Catalog,
  place: string,
): ReturnRecord {
  const ref = item.id ?? index + 1;
  const here = `${place}.returns[${index}]`;
  const scope = `${order.id}/${ref}`;
  const shipped = order.fulfillments.flatMap((fulfillment) =>
    fulfillment.cancelledAt === null ? fulfillment.lines : [],
  );
  return {
    ...item,
    id: numericId("Return", ref, order.id),
    key: String(ref),
    name: item.name ?? `${order.name}-R${index + 1}`,
    createdAt: item.requestedAt ?? item.approvedAt ?? order.createdAt,
    order,
    lines: item.lines.map((returned, position) => {
      const line = known(lines, returned.line, `${here}.lines[${position}]`, "line item");
      return {
        ...returned,
        id: numericId("ReturnLineItem", returned.id ?? position + 1, scope),
        line,
        fulfillmentLine: shipped.find((candidate) => candidate.line === line) ?? null,
      };
    }),
    exchangeLines: item.exchangeLines.map((exchange, position) => ({
      id: numericId("ExchangeLineItem", exchange.id ?? position + 1, scope),
      variant: catalog.variant(exchange.variant, `${here}.exchangeLines[${position}]`),
      quantity: exchange.quantity,
      line: exchange.line === undefined ? null : known(lines, exchange.line, here, "line item"),
    })),
    reverseDeliveries: item.reverseDeliveries.map((delivery, position) => ({
      ...delivery,
      id: numericId("ReverseDelivery", delivery.id ?? position + 1, scope),
    })),
  };
}

/** Ten capital letters and digits that look like Shopify's confirmation numbers. */
function confirmationNumberOf(id: string): string {
  return BigInt(numericId("ConfirmationNumber", id, "order"))
    .toString(36)
    .toUpperCase()
    .padStart(9, "X");
}
