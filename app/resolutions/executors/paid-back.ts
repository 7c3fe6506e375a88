import { parseMoney } from "../../orders/money.ts";
import type { Money } from "../../orders/money.ts";
import type { StepResult } from "../executor.ts";
import type { OrderNode } from "./read-order.ts";

/** Money on its way back, as the order's transactions say. `pending`: the bank has not confirmed it yet. */
export type PaidBack =
  | { kind: "paid"; amount: Money; pending: boolean }
  /** No money moved: it was never charged, or only authorised. */
  | { kind: "nothing" }
  | { kind: "failed"; message: string };

type Transaction = OrderNode["transactions"][number];

const BACK: ReadonlySet<string> = new Set(["REFUND"]);
const NOT_YET: ReadonlySet<string> = new Set(["PENDING", "AWAITING_RESPONSE", "UNKNOWN"]);

/**
 * What became of one refund. Its transactions are those it was answered with; a refund that was found again is told by
 * its own total, and counts as under way as long as one of the order's refunds is.
 */
export function paidBackBy(order: OrderNode, result: StepResult | undefined): PaidBack {
  const refund = order.refunds.find(({ id }) => id === result?.["refundId"]);
  if (!refund) return { kind: "failed", message: "The refund was made, but the order does not show it." };
  const ids = result?.["transactionIds"];
  const known = Array.isArray(ids) ? new Set(ids.map(String)) : new Set<string>();
  const own = order.transactions.filter(({ id }) => known.has(id));
  if (known.size > 0 && own.length === known.size) return sumOf(own);
  const { amount, currencyCode } = refund.totalRefundedSet.presentmentMoney;
  const total = parseMoney(amount, currencyCode);
  if (!total) return { kind: "failed", message: `The refund's amount could not be read: ${amount} ${currencyCode}.` };
  const later = order.transactions.filter(
    (one) => BACK.has(one.kind) && (one.processedAt ?? "") >= (refund.createdAt ?? ""),
  );
  const broken = later.find((one) => isBroken(one));
  if (broken) return { kind: "failed", message: failureOf(broken) };
  if (total.minor === 0 && later.length === 0) return { kind: "nothing" };
  return { kind: "paid", amount: total, pending: later.length === 0 || later.some((one) => NOT_YET.has(one.status)) };
}

/** What went back by transactions that were not there `before`. */
export function paidBackSince(order: OrderNode, before: readonly string[]): PaidBack {
  const known = new Set(before);
  return sumOf(order.transactions.filter(({ id, kind }) => BACK.has(kind) && !known.has(id)));
}

function sumOf(transactions: readonly Transaction[]): PaidBack {
  const broken = transactions.find((one) => isBroken(one));
  if (broken) return { kind: "failed", message: failureOf(broken) };
  const amounts = transactions.map(({ amountSet: { presentmentMoney } }) =>
    parseMoney(presentmentMoney.amount, presentmentMoney.currencyCode),
  );
  const [first] = amounts;
  if (!first) return { kind: "nothing" };
  const minor = amounts.reduce((sum, amount) => sum + Math.abs(amount?.minor ?? 0), 0);
  const amount = { minor, currency: first.currency };
  return { kind: "paid", amount, pending: transactions.some((one) => NOT_YET.has(one.status)) };
}

const isBroken = ({ kind, status }: Transaction): boolean =>
  BACK.has(kind) && (status === "FAILURE" || status === "ERROR");

function failureOf({ gateway, status }: Transaction): string {
  return `Shopify recorded the refund, but the payment back by ${gateway ?? "the gateway"} failed (${status}).`;
}
