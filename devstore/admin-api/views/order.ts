import {
  fulfillmentStatus,
  isOpen,
  merchantEditable,
  orderReturnStatus,
  visible,
  visibleFulfillments,
} from "../../store/derive.ts";
import { orderUpdatedAt } from "../../store/moments.ts";
import { gid } from "../../store/ids.ts";
import {
  financialStatus,
  lineQuantities,
  orderTotals,
  payments,
  shippingPaid,
  visibleTransactions,
} from "../../store/order-money.ts";
import type { OrderRecord, ShippingLineRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { mailingAddress } from "./address.ts";
import { lineItemView, taxLineViews } from "./line-item.ts";
import { metafieldFields } from "./metafields.ts";
import { moneyBag } from "./money.ts";
import { orderMoneyFields } from "./order-money-fields.ts";
import { transactionView } from "./refund.ts";
import { type SuggestedRefundArgs, suggestedRefundView } from "./suggested-refund.ts";
import { readableFulfillmentOrders } from "./readable.ts";

export function orderView(order: OrderRecord, context: CallContext): object {
  const { now } = context;
  const cancelled = visible(order.cancel?.at, now) ? order.cancel : null;
  const closedAt = visible(order.closedAt, now) ? order.closedAt : null;
  const lines = () => order.lineItems.filter((line) => line.addedAt === null || line.addedAt <= now);
  const shippingLines = () => order.shippingLines.filter((line) => !line.removed);
  const fulfillments = () => visibleFulfillments(order, now);
  const units = (pick: "ordered" | "current") =>
    lines().reduce((sum, line) => sum + lineQuantities(line, now)[pick], 0);
  return {
    __typename: "Order",
    id: gid("Order", order.id),
    legacyResourceId: order.id,
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    email: order.email,
    phone: order.phone,
    createdAt: order.createdAt,
    processedAt: order.processedAt,
    updatedAt: () => orderUpdatedAt(order, now),
    cancelledAt: cancelled?.at ?? null,
    cancelReason: cancelled?.reason ?? null,
    cancellation: cancelled ? { staffNote: cancelled.staffNote } : null,
    closedAt,
    closed: closedAt !== null,
    confirmed: order.confirmed,
    test: order.test,
    tags: order.tags,
    note: order.note,
    poNumber: order.poNumber,
    sourceName: order.sourceName,
    sourceIdentifier: order.sourceIdentifier,
    customAttributes: order.customAttributes,
    customerLocale: order.customerLocale,
    currencyCode: order.shopCurrency,
    presentmentCurrencyCode: order.currency,
    taxesIncluded: order.taxesIncluded,
    discountCode: order.discountCodes[0] ?? null,
    discountCodes: order.discountCodes,
    edited: order.edits.some((edit) => edit.at <= now),
    requiresShipping: order.lineItems.some((line) => line.requiresShipping),
    fulfillable: () => isOpen(order, now),
    refundable: () => payments(order, now).received > payments(order, now).refunded,
    restockable: () => units("current") > 0,
    merchantEditable: () => merchantEditable(order, now).editable,
    merchantEditableErrors: () => merchantEditable(order, now).errors,
    statusPageUrl: () =>
      `https://${context.store.shop.primaryDomain ?? context.store.shop.domain}/account/orders/${order.confirmationNumber ?? order.id}`,
    displayFinancialStatus: () => financialStatus(order, now) ?? null,
    displayFulfillmentStatus: () => fulfillmentStatus(order, now),
    returnStatus: () => orderReturnStatus(order, now),
    fullyPaid: () => payments(order, now).received >= orderTotals(order, now).total,
    unpaid: () => payments(order, now).received <= 0,
    paymentGatewayNames: () => [...new Set(visibleTransactions(order, now).map((item) => item.gateway))],
    risk: {
      recommendation: order.risk.recommendation,
      assessments: order.risk.assessments.map((item) => ({ riskLevel: item.level, facts: item.facts, provider: null })),
    },
    customer: () => (order.customer ? context.views.customer(order.customer, context) : null),
    shippingAddress: () => mailingAddress(order.shippingAddress, `${order.id}/shipping`),
    billingAddress: () => mailingAddress(order.billingAddress, `${order.id}/billing`),
    displayAddress: () => mailingAddress(order.shippingAddress ?? order.billingAddress, `${order.id}/shipping`),
    shippingLine: () => {
      const first = shippingLines()[0];
      return first ? shippingLineView(first, order) : null;
    },
    shippingLines: (args: PageArgs & { includeRemovals?: boolean }) =>
      listConnection(args.includeRemovals ? order.shippingLines : shippingLines(), args, (line) =>
        shippingLineView(line, order),
      ),
    subtotalLineItemsQuantity: () => units("ordered"),
    currentSubtotalLineItemsQuantity: () => units("current"),
    lineItems: (args: PageArgs) => listConnection(lines(), args, (line) => lineItemView(line, context)),
    nonFulfillableLineItems: (args: PageArgs) =>
      listConnection(
        lines().filter((line) => lineQuantities(line, now).current === 0),
        args,
        (line) => lineItemView(line, context),
      ),
    fulfillmentOrders: (args: PageArgs & { displayable?: boolean; query?: string | null }) =>
      listConnection(
        readableFulfillmentOrders(order.fulfillmentOrders, context).filter(
          (item) => !args.displayable || !visible(item.movedAt, now),
        ),
        args,
        (item) => context.views.fulfillmentOrder(item, context),
      ),
    fulfillments: (args: { first?: number | null }) =>
      fulfillments()
        .slice(0, args.first ?? undefined)
        .map((item) => context.views.fulfillment(item, context)),
    fulfillmentsCount: () => ({ count: fulfillments().length, precision: "EXACT" }),
    transactions: (args: { first?: number | null }) =>
      visibleTransactions(order, now)
        .slice(0, args.first ?? undefined)
        .map((item) => transactionView(item, order, context)),
    transactionsCount: () => ({ count: visibleTransactions(order, now).length, precision: "EXACT" }),
    refunds: (args: { first?: number | null }) =>
      order.refunds
        .filter((refund) => refund.at <= now)
        .slice(0, args.first ?? undefined)
        .map((refund) => context.views.refund(refund, context)),
    returns: (args: PageArgs) =>
      listConnection(
        order.returns.filter((item) => item.createdAt <= now),
        args,
        (item) => context.views.return(item, context),
      ),
    suggestedRefund: (args: SuggestedRefundArgs) => suggestedRefundView(order, args, context),
    ...orderMoneyFields(order, now),
    ...metafieldFields(order.metafields, `Order/${order.id}`),
  };
}

function shippingLineView(line: ShippingLineRecord, order: OrderRecord) {
  return {
    id: gid("ShippingLine", line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    carrierIdentifier: line.carrierIdentifier,
    deliveryCategory: line.deliveryCategory,
    phone: line.phone,
    custom: line.custom,
    isRemoved: line.removed,
    originalPriceSet: () => moneyBag(order, line.price),
    discountedPriceSet: () => moneyBag(order, shippingPaid(line)),
    currentDiscountedPriceSet: () => moneyBag(order, shippingPaid(line)),
    taxLines: () => taxLineViews(line.taxLines, (minor) => moneyBag(order, minor)),
  };
}
