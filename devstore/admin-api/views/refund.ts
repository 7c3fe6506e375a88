import { gid } from "../../store/ids.ts";
import type { OrderRecord, RefundRecord, TransactionRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { lineItemView } from "./line-item.ts";
import { moneyBag, moneyV2 } from "./money.ts";

export function refundView(refund: RefundRecord, context: CallContext) {
  const { order } = refund;
  const bag = (minor: number) => moneyBag(order, minor);
  const transactions = () => refund.transactions.filter((item) => item.at <= context.now);
  const refunded = () =>
    transactions().reduce(
      (sum, item) => (item.kind === "REFUND" && item.status === "SUCCESS" ? sum + item.amount : sum),
      0,
    );
  return {
    __typename: "Refund",
    id: gid("Refund", refund.id),
    legacyResourceId: refund.id,
    createdAt: refund.at,
    processedAt: refund.at,
    updatedAt: refund.at,
    note: refund.note,
    order: () => context.views.order(order, context),
    return: () => (refund.return ? context.views.return(refund.return, context) : null),
    totalRefundedSet: () => bag(refunded()),
    refundLineItems: (args: PageArgs) =>
      listConnection(refund.lines, args, (line) => ({
        id: gid("RefundLineItem", line.id),
        quantity: line.quantity,
        restockType: line.restockType,
        restocked: line.restockType === "RETURN" || line.restockType === "CANCEL",
        subtotalSet: () => bag(line.subtotal),
        totalTaxSet: () => bag(line.tax),
        lineItem: () => lineItemView(line.line, context),
      })),
    refundShippingLines: (args: PageArgs) =>
      listConnection(refund.shipping > 0 ? [{ id: refund.id }] : [], args, () => ({
        id: gid("RefundShippingLine", refund.id),
        subtotalAmountSet: bag(refund.shipping),
      })),
    transactions: (args: PageArgs) =>
      listConnection(transactions(), args, (item) => transactionView(item, order, context)),
  };
}

export function formattedGateway(gateway: string): string {
  return gateway.replaceAll("_", " ");
}

export function transactionView(item: TransactionRecord, order: OrderRecord, context: CallContext): object {
  const refundedOfIt = () =>
    order.refunds
      .flatMap((refund) => refund.transactions)
      .filter((other) => other.parent === item && other.at <= context.now && other.status === "SUCCESS")
      .reduce((sum, other) => sum + other.amount, 0);
  const refundable = (item.kind === "SALE" || item.kind === "CAPTURE") && item.status === "SUCCESS";
  return {
    id: gid("OrderTransaction", item.id),
    kind: item.kind,
    status: item.status,
    gateway: item.gateway,
    formattedGateway: formattedGateway(item.gateway),
    manualPaymentGateway: item.gateway === "manual" || item.gateway === "bank_deposit",
    createdAt: item.at,
    processedAt: item.at,
    errorCode: item.errorCode,
    authorizationExpiresAt: item.authorizationExpiresAt,
    test: item.test,
    amountSet: () => moneyBag(order, item.amount),
    maximumRefundableV2: () => (refundable ? moneyV2(item.amount - refundedOfIt(), order.currency) : null),
    parentTransaction: () => (item.parent ? transactionView(item.parent, order, context) : null),
    order: () => context.views.order(order, context),
  };
}
