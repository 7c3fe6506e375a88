import type { Executor } from "../executor.ts";
import type { ChangeItemsPlan } from "../plan.ts";
import { editStep, editState } from "./edit-step.ts";
import { moneyWords, notAsPlanned, succeeded } from "./happened.ts";
import { paidBackBy } from "./paid-back.ts";
import { readOrder } from "./read-order.ts";
import { refundStep } from "./refund-step.ts";
import { doneTexts } from "./texts.ts";

/** Other units of an order that nobody has begun with; what it then costs less is given back right after. */
export const changeItems: Executor<ChangeItemsPlan> = {
  kind: "change_items",
  steps: [
    editStep,
    refundStep("difference", "-difference", ({ giveBack, transactions }) =>
      giveBack.minor > 0 ? { lines: [], shipping: null, money: { to: "payments", payments: transactions } } : null,
    ),
  ],
  async confirmDone(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
    const before = context.results["edit"] ?? {};
    if (editState(read.order, context.plan, before) !== "done")
      return notAsPlanned("The order was edited, but its items are not what was agreed.");
    const texts = doneTexts(context.locale);
    if (context.plan.giveBack.minor === 0) return succeeded([texts.itemsChanged]);
    const paid = paidBackBy(read.order, context.results["difference"]);
    if (paid.kind === "failed") return notAsPlanned(`The order is changed. ${paid.message}`);
    if (paid.kind === "nothing") return notAsPlanned("The order is changed, but no money goes back.");
    const { sentence, amount } = moneyWords(paid, "payments", context, true);
    return succeeded([texts.itemsChanged, sentence], { amount });
  },
};
