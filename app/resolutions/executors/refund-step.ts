import type { Money } from "../../orders/money.ts";
import { decimalString } from "../../orders/money.ts";
import { RefundCreateDocument } from "../../shopify/generated/admin.ts";
import type { RefundInput } from "../../shopify/generated/admin.ts";
import type { Step, StepContext, StepOutcome } from "../executor.ts";
import type { Plan, RefundedLine } from "../plan.ts";
import { change, emptyAnswer, notRead, refusalOf } from "./calls.ts";
import { readOrder } from "./read-order.ts";
import { hasReference, noteWith, whyOf } from "./references.ts";

type Payment = { parentId: string; gateway: string; amount: Money };

/** What is refunded: units and shipping for the books, and the money with where it goes. */
export type RefundOf = {
  lines: readonly RefundedLine[];
  shipping: Money | null;
  money: { to: "payments"; payments: readonly Payment[] } | { to: "store_credit"; amount: Money };
};

/** Most refunds that the order is read with: with as many, one more could be hidden. */
const REFUNDS_READ = 15;

/**
 * A refund under a key that Shopify does once (P3): the same call again is the same refund. The key is the reference, with
 * `suffix`, and the note ends with it. Done with `refundId` and `transactionIds`; the latter are empty when it was
 * found again.
 */
export function refundStep<P extends Plan>(
  name: string,
  suffix: string,
  wanted: (plan: P) => RefundOf | null,
): Step<P> {
  const keyOf = ({ reference }: StepContext<P>) => reference + suffix;
  return {
    name,
    needed: ({ plan }) => wanted(plan) !== null,
    async run(context) {
      const of = wanted(context.plan);
      if (!of) return { kind: "refused", message: "there is nothing to refund" };
      const key = keyOf(context);
      const answer = await change(context, RefundCreateDocument, { key, input: inputOf(of, context, key) });
      if (answer.kind !== "answered") return answer;
      const payload = answer.data.refundCreate;
      const refused = refusalOf(payload?.userErrors);
      if (refused) return refused;
      if (!payload?.refund) return emptyAnswer("refundCreate");
      const { id, transactions } = payload.refund;
      return done(
        id,
        transactions.nodes.map((one) => one.id),
      );
    },
    async find(context) {
      const read = await readOrder(context);
      if (read.kind === "unreadable") return notRead(read);
      const made = read.order.refunds.find(({ note }) => hasReference(note, keyOf(context)));
      if (made) return done(made.id, []);
      if (read.order.refunds.length >= REFUNDS_READ)
        return { kind: "unknown", why: "the order has more refunds than can be looked through" };
      return { kind: "not_done" };
    },
  };
}

function done(refundId: string, transactionIds: string[]): Extract<StepOutcome, { kind: "done" }> {
  return { kind: "done", result: { refundId, transactionIds } };
}

function inputOf({ lines, shipping, money }: RefundOf, { proposal }: StepContext, key: string): RefundInput {
  const { orderId } = proposal;
  const currency = (money.to === "payments" ? money.payments[0]?.amount : money.amount)?.currency;
  return {
    orderId,
    note: noteWith(whyOf(proposal), key),
    notify: true,
    // Shopify wants it named where it is not the shop's own, and takes it where it is.
    ...(currency !== undefined && { currency: currency as MoneyInput["currencyCode"] }),
    refundLineItems: lines.map(({ lineId, quantity, restock }) => ({
      lineItemId: lineId,
      quantity,
      restockType: restock,
    })),
    ...(shipping && { shipping: { amount: decimalString(shipping) } }),
    ...moneyOf(money, orderId),
  };
}

function moneyOf(money: RefundOf["money"], orderId: string): Pick<RefundInput, "transactions" | "refundMethods"> {
  if (money.to === "store_credit")
    return { refundMethods: [{ storeCreditRefund: { amount: moneyInput(money.amount) } }] };
  const transactions = money.payments.map(({ parentId, gateway, amount }) => ({
    orderId,
    parentId,
    gateway,
    kind: "REFUND" as const,
    amount: decimalString(amount),
  }));
  return { transactions };
}

type MoneyInput = { amount: string; currencyCode: NonNullable<RefundInput["currency"]> };

export function moneyInput(money: Money): MoneyInput {
  return { amount: decimalString(money), currencyCode: money.currency as MoneyInput["currencyCode"] };
}
