import { storeCreditGateway, type NewRefund } from "../../store/add-refund.ts";
import { unfulfilledUnits } from "../../store/derive.ts";
import { parseGid } from "../../store/ids.ts";
import { toMinor } from "../../store/money.ts";
import { lineQuantities } from "../../store/order-money.ts";
import type { LineRecord, OrderRecord } from "../../store/records.ts";
import { maximumRefundable, refundableOf, refundablePayments, shippingLeft } from "../../store/refund-money.ts";
import type { CallContext } from "../context.ts";
import { type UserError, userError } from "../mutations.ts";
import { dutiesOf, lineOf, type RefundDutyInput, type RefundLineInput } from "../views/suggested-refund.ts";

type TransactionInput = { amount: string; gateway: string; kind: string; orderId: string; parentId?: string | null };
export type MethodInput = {
  storeCreditRefund: { amount: { amount: string; currencyCode: string }; expiresAt?: string | null };
};
export type RefundInput = {
  orderId: string;
  refundLineItems?: RefundLineInput[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: TransactionInput[] | null;
  refundMethods?: MethodInput[] | null;
  refundDuties?: RefundDutyInput[] | null;
  currency?: string | null;
  note?: string | null;
  allowOverRefunding?: boolean | null;
};

/** What is to be written, with what goes to store credit, or why it cannot be. */
export type RefundRequest =
  | { kind: "refund"; refund: NewRefund; credit: { amount: number; expiresAt: string | null } | null }
  | { kind: "refused"; errors: UserError[] };

/** Holds a refund against the order as it is now. Messages are after Shopify's; it has no codes for them. */
export function readRefund(input: RefundInput, order: OrderRecord, context: CallContext): RefundRequest {
  const { now } = context;
  const errors: UserError[] = currencyErrors(input, order);
  const lines = readLines(input.refundLineItems ?? [], order, context, errors);
  const shipping = readShipping(input.shipping ?? null, order, now, errors);
  const duties = dutiesOf(order, input.refundDuties ?? [], lines, now);
  const over = input.allowOverRefunding ?? false;
  const money = readTransactions(input.transactions ?? [], order, now, over, errors);
  const credit = readStoreCredit(input.refundMethods ?? [], order, context, errors);
  if (credit) money.push({ gateway: storeCreditGateway, parent: null, amount: credit.amount });
  const total = money.reduce((sum, item) => sum + item.amount, 0);
  if (!over && errors.length === 0 && total > maximumRefundable(order, now))
    errors.push(userError(["transactions"], "Refund amount cannot exceed the order's refundable amount"));
  if (lines.length === 0 && shipping === 0 && duties === 0 && money.length === 0 && errors.length === 0)
    errors.push(userError(null, "Refund must contain at least one line item, shipping, duty or transaction"));
  if (errors.length > 0) return { kind: "refused", errors };
  return { kind: "refund", refund: { note: input.note ?? null, lines, shipping, duties, money, return: null }, credit };
}

function currencyErrors({ currency }: RefundInput, order: OrderRecord): UserError[] {
  if (currency == null && order.currency !== order.shopCurrency)
    return [userError(["currency"], "Currency must be specified for a multi-currency order")];
  if (currency != null && currency !== order.currency)
    return [userError(["currency"], "Currency must be the order's presentment currency")];
  return [];
}

function readLines(inputs: RefundLineInput[], order: OrderRecord, context: CallContext, errors: UserError[]) {
  const { store, now } = context;
  const taken = new Map<LineRecord, number>();
  const cancelled = new Map<LineRecord, number>();
  return inputs.flatMap((input, index): NewRefund["lines"] => {
    const refuse = (field: string, message: string) => {
      errors.push(userError(["refundLineItems", String(index), field], message));
      return [];
    };
    const line = lineOf(order, input.lineItemId, now);
    if (!line) return refuse("lineItemId", "Line item does not exist in the order");
    if (input.quantity <= 0) return refuse("quantity", "Quantity must be greater than 0");
    taken.set(line, (taken.get(line) ?? 0) + input.quantity);
    if ((taken.get(line) ?? 0) > lineQuantities(line, now).current)
      return refuse("quantity", "Quantity cannot refund more items than were purchased");
    const restockType = input.restockType ?? "NO_RESTOCK";
    if (restockType !== "CANCEL" && restockType !== "RETURN" && restockType !== "NO_RESTOCK")
      return refuse("restockType", "Restock type is not allowed");
    if (restockType === "CANCEL") {
      cancelled.set(line, (cancelled.get(line) ?? 0) + input.quantity);
      if ((cancelled.get(line) ?? 0) > unfulfilledUnits(line, now))
        return refuse("quantity", "Quantity cannot cancel more items than are unfulfilled");
    }
    const location = input.locationId == null ? null : store.location(input.locationId);
    if (input.locationId != null && !location) return refuse("locationId", "Location does not exist");
    return [{ line, quantity: input.quantity, restockType, location }];
  });
}

function readShipping(input: RefundInput["shipping"], order: OrderRecord, now: string, errors: UserError[]): number {
  if (!input) return 0;
  const left = shippingLeft(order, now);
  if (input.fullRefund) return left;
  const amount = toMinor(input.amount ?? "0", order.currency);
  if (amount < 0) errors.push(userError(["shipping", "amount"], "Shipping amount must be positive"));
  if (amount > left)
    errors.push(userError(["shipping", "amount"], "Shipping amount cannot exceed what is left to refund for shipping"));
  return amount;
}

/** Gateways whose money was never Shopify's: a refund there is a note that the merchant paid it back. */
const manual: ReadonlySet<string> = new Set(["bank_deposit", "cash", "manual", "money_order"]);

function readTransactions(
  inputs: TransactionInput[],
  order: OrderRecord,
  now: string,
  over: boolean,
  errors: UserError[],
) {
  const byParent = new Map<string, number>();
  return inputs.flatMap((input, index): NewRefund["money"] => {
    const refuse = (field: string, message: string) => {
      errors.push(userError(["transactions", String(index), field], message));
      return [];
    };
    const amount = toMinor(input.amount, order.currency);
    if (parseGid(input.orderId)?.number !== order.id) return refuse("orderId", "Order must be the order of the refund");
    if (input.kind !== "REFUND") return refuse("kind", "Kind must be refund");
    if (amount <= 0) return refuse("amount", "Amount must be greater than 0");
    const number = input.parentId == null ? null : (parseGid(input.parentId)?.number ?? "");
    const parent = refundablePayments(order, now).find((item) => item.id === number) ?? null;
    if (number !== null && !parent)
      return refuse("parentId", "Parent transaction must be a capture or sale of the order");
    if (!parent && !manual.has(input.gateway)) return refuse("parentId", "Parent transaction must be specified");
    if (parent && parent.gateway !== input.gateway)
      return refuse("gateway", "Gateway must be the parent transaction's gateway");
    if (parent) {
      byParent.set(parent.id, (byParent.get(parent.id) ?? 0) + amount);
      if (!over && (byParent.get(parent.id) ?? 0) > refundableOf(parent, order, now))
        return refuse("amount", "Amount cannot exceed what is left to refund of the parent transaction");
    }
    return [{ gateway: input.gateway, parent, amount }];
  });
}

/** Money for the customer's store credit, or null with the reason among the errors. */
export function readStoreCredit(inputs: MethodInput[], order: OrderRecord, context: CallContext, errors: UserError[]) {
  const [method, more] = inputs;
  if (!method) return null;
  const { amount: money, expiresAt = null } = method.storeCreditRefund;
  const refuse = (message: string, ...field: string[]) => {
    errors.push(userError(["refundMethods", "0", "storeCreditRefund", ...field], message));
    return null;
  };
  if (more) return refuse("Only one store credit refund is allowed");
  if (!context.store.shop.storeCreditEnabled) return refuse("Store credit is not enabled for the shop");
  if (!order.customer) return refuse("Order must have a customer to be refunded to store credit");
  if (money.currencyCode !== order.currency)
    return refuse("Currency must be the order's presentment currency", "amount", "currencyCode");
  const amount = toMinor(money.amount, order.currency);
  if (amount <= 0) return refuse("Amount must be greater than 0", "amount", "amount");
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(context.now))
    return refuse("Expiration must be in the future", "expiresAt");
  return { amount, expiresAt };
}
