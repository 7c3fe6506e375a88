import { newLine, unitPriceIn } from "../../store/add-line.ts";
import { visible } from "../../store/derive.ts";
import { parseGid } from "../../store/ids.ts";
import { toMinor } from "../../store/money.ts";
import type { FulfillmentLineRecord, LineRecord, OrderRecord, VariantRecord } from "../../store/records.ts";
import { returnableUnits } from "../../store/returnable.ts";
import type { CallContext } from "../context.ts";
import { type UserError, userError } from "../mutations.ts";
import { mayRead } from "../views/readable.ts";
import { reasonNumber } from "../views/return.ts";

type Money = { amount: string; currencyCode: string };

/** Shopify's ReturnInput, and its CalculateReturnInput, which leaves reasons out. */
export type ReturnInput = {
  orderId: string;
  returnLineItems?:
    | {
        fulfillmentLineItemId: string;
        quantity: number;
        returnReasonDefinitionId?: string | null;
        returnReasonNote?: string | null;
        restockingFee?: { percentage: number } | null;
      }[]
    | null;
  exchangeLineItems?:
    | {
        variantId?: string | null;
        quantity: number;
        appliedDiscount?: {
          description?: string | null;
          value: { percentage?: number; amount?: Money };
        } | null;
      }[]
    | null;
  returnShippingFee?: { amount: Money } | null;
  requestedAt?: string | null;
};

export type ReadReturn = {
  kind: "read";
  order: OrderRecord;
  lines: {
    part: FulfillmentLineRecord;
    quantity: number;
    reason: string;
    note: string;
    restockingFee: number | null;
  }[];
  /** `line` is what the order would get; amounts in its presentment minor units. */
  exchanges: { variant: VariantRecord; quantity: number; line: LineRecord }[];
  shippingFee: number | null;
};

const longestNote = 255;

/** What the input asks to send back and to get instead, or everything that forbids it. */
export function readReturnInput(
  input: ReturnInput,
  { store, now, ...context }: CallContext,
): ReadReturn | { kind: "refused"; userErrors: UserError[] } {
  const errors: UserError[] = [];
  const refuse = (field: string[], message: string, code: string) =>
    void errors.push(userError(["returnInput", ...field], message, code));
  const order = parseGid(input.orderId)?.type === "Order" ? store.order(input.orderId) : null;
  if (!order || !mayRead(order, { store, now, ...context })) {
    refuse(["orderId"], "Order does not exist.", "NOT_FOUND");
    return { kind: "refused", userErrors: errors };
  }
  if (visible(order.cancel?.at, now)) refuse(["orderId"], "Order is canceled.", "INVALID");
  const amountOf = (money: Money, field: string[]): number => {
    if (money.currencyCode !== order.currency) refuse(field, `must be in ${order.currency}`, "INVALID");
    if (Number(money.amount) < 0) refuse(field, "must be greater than or equal to 0", "GREATER_THAN_OR_EQUAL_TO");
    return toMinor(money.amount, order.currency);
  };
  const percentOf = (percentage: number, field: string[]): number => {
    if (percentage < 0 || percentage > 100) refuse(field, "must be between 0 and 100", "INVALID");
    return percentage;
  };

  const returnable = returnableUnits(order, now);
  const lines: ReadReturn["lines"] = [];
  for (const [index, item] of (input.returnLineItems ?? []).entries()) {
    const field = ["returnLineItems", String(index)];
    const part = findPart(order, item.fulfillmentLineItemId);
    const left = part ? returnable.get(part) : undefined;
    if (!part || left === undefined) {
      refuse(
        [...field, "fulfillmentLineItemId"],
        "Fulfillment line item does not exist or is not fulfilled.",
        "NOT_FOUND",
      );
      continue;
    }
    if (item.quantity < 1) refuse([...field, "quantity"], "must be greater than 0", "GREATER_THAN");
    else if (item.quantity > left)
      refuse([...field, "quantity"], "Return line item has an invalid quantity.", "INVALID");
    returnable.set(part, left - Math.max(0, item.quantity));
    const definition = item.returnReasonDefinitionId ?? null;
    const reason = store.returnReasons.find((candidate) =>
      definition === null ? candidate.handle === "unknown" : parseGid(definition)?.number === reasonNumber(candidate),
    );
    if (definition !== null && !reason)
      refuse([...field, "returnReasonDefinitionId"], "Return reason definition does not exist.", "NOT_FOUND");
    if (reason?.deleted)
      refuse([...field, "returnReasonDefinitionId"], "Return reason definition is deleted.", "INVALID");
    const note = item.returnReasonNote ?? "";
    if (note.length > longestNote)
      refuse([...field, "returnReasonNote"], `is too long (maximum is ${longestNote} characters)`, "TOO_LONG");
    const fee = item.restockingFee ? percentOf(item.restockingFee.percentage, [...field, "restockingFee"]) : null;
    lines.push({ part, quantity: item.quantity, reason: reason?.handle ?? "unknown", note, restockingFee: fee });
  }

  const exchanges: ReadReturn["exchanges"] = [];
  for (const [index, item] of (input.exchangeLineItems ?? []).entries()) {
    const field = ["exchangeLineItems", String(index)];
    const variant = typeof item.variantId === "string" ? store.variant(item.variantId) : null;
    if (!variant || variant.product.status === "ARCHIVED") {
      refuse([...field, "variantId"], "Variant does not exist or is no longer sold.", "NOT_FOUND");
      continue;
    }
    if (item.quantity < 1) {
      refuse([...field, "quantity"], "must be greater than 0", "GREATER_THAN");
      continue;
    }
    const price = unitPriceIn(order, variant) * item.quantity;
    const { percentage, amount } = item.appliedDiscount?.value ?? {};
    const off =
      percentage !== undefined
        ? Math.round((price * percentOf(percentage, [...field, "appliedDiscount"])) / 100)
        : amount
          ? Math.min(price, amountOf(amount, [...field, "appliedDiscount"]))
          : 0;
    const discounts = off > 0 ? [{ title: item.appliedDiscount?.description ?? "Exchange", amount: off }] : [];
    const key = `exchange-${order.returns.length + 1}-${index + 1}`;
    const line = newLine(order, { variant, quantity: item.quantity, discounts }, key, now);
    exchanges.push({ variant, quantity: item.quantity, line });
  }
  const shippingFee = input.returnShippingFee ? amountOf(input.returnShippingFee.amount, ["returnShippingFee"]) : null;
  return errors.length > 0
    ? { kind: "refused", userErrors: errors }
    : { kind: "read", order, lines, exchanges, shippingFee };
}

function findPart(order: OrderRecord, id: string): FulfillmentLineRecord | null {
  const parsed = parseGid(id);
  if (parsed?.type !== "FulfillmentLineItem") return null;
  return order.fulfillments.flatMap((item) => item.lines).find((part) => part.id === parsed.number) ?? null;
}
