import { addMoney } from "../../orders/money.ts";
import type { Money } from "../../orders/money.ts";
import type { Executor } from "../executor.ts";
import type { StoreCreditPlan } from "../plan.ts";
import { creditStep, readCredit } from "./credit-step.server.ts";
import { moneyWords, notAsPlanned, succeeded } from "./happened.ts";
import { paidBackBy } from "./paid-back.ts";
import { readOrder } from "./read-order.ts";
import { refundStep } from "./refund-step.ts";

/** The order's own money goes to store credit as a refund, so that the books are right; what is on top is credited after it. */
export const storeCredit: Executor<StoreCreditPlan> = {
  kind: "store_credit",
  steps: [
    refundStep("refund", "", ({ refund }) =>
      refund
        ? { lines: refund.lines, shipping: refund.shipping, money: { to: "store_credit", amount: refund.amount } }
        : null,
    ),
    creditStep,
  ],
  async confirmDone(context) {
    const amounts: Money[] = [];
    const refunded = context.results["refund"];
    if (refunded) {
      const read = await readOrder(context);
      if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
      const paid = paidBackBy(read.order, refunded);
      if (paid.kind === "failed") return notAsPlanned(paid.message);
      if (paid.kind === "paid") amounts.push(paid.amount);
    }
    const creditId = context.results["bonus"]?.["creditId"];
    if (typeof creditId === "string") {
      const credit = await readCredit(context, creditId);
      if (credit === null) return notAsPlanned("The credit was made, but the customer's account does not show it.");
      if ("kind" in credit) return { kind: "unavailable", why: credit.why };
      amounts.push(credit);
    }
    const [first, ...others] = amounts;
    if (!first) return notAsPlanned("No store credit can be seen in the customer's account.");
    const whole = others.reduce((sum, amount) => addMoney(sum, amount), first);
    const { sentence, amount } = moneyWords({ kind: "paid", amount: whole, pending: false }, "store_credit", context);
    return succeeded([sentence], { amount });
  },
};
