import type { Executor } from "../executor.ts";
import type { RefundPlan } from "../plan.ts";
import { moneyWords, notAsPlanned, succeeded } from "./happened.ts";
import { paidBackBy } from "./paid-back.ts";
import { readOrder } from "./read-order.ts";
import { refundStep } from "./refund-step.ts";

/** Money back to where it came from, once, as Shopify suggested it and the shopper was shown. */
export const refund: Executor<RefundPlan> = {
  kind: "refund",
  steps: [
    refundStep("refund", "", ({ lines, shipping, transactions }) => ({
      lines,
      shipping,
      money: { to: "payments", payments: transactions },
    })),
  ],
  async confirmDone(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
    const paid = paidBackBy(read.order, context.results["refund"]);
    if (paid.kind === "failed") return notAsPlanned(paid.message);
    if (paid.kind === "nothing") return notAsPlanned("The refund is there, but no money goes back with it.");
    const { sentence, amount } = moneyWords(paid, "payments", context);
    return succeeded([sentence], { amount });
  },
};
