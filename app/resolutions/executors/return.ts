import type { Executor } from "../executor.ts";
import type { ReturnPlan } from "../plan.ts";
import { succeeded } from "./happened.ts";
import { moneyInput } from "./refund-step.ts";
import { attachLabel, isLabelled, openReturn, readOpenReturn } from "./return-steps.ts";
import { doneTexts } from "./texts.ts";

/** Goods come back first. The money follows when they have arrived, which is for whoever receives them. */
export const returnGoods: Executor<ReturnPlan> = {
  kind: "return",
  steps: [
    openReturn(({ restockingPercent, shippingFee }) => ({
      restockingPercent,
      ...(shippingFee && { returnShippingFee: { amount: moneyInput(shippingFee) } }),
    })),
    attachLabel(),
  ],
  async confirmDone(context) {
    const read = await readOpenReturn(context);
    if (read.kind !== "open") return read;
    const { labelUrl, instructions } = context.plan;
    const texts = doneTexts(context.locale);
    const url = labelUrl !== null && isLabelled(read.node) ? labelUrl : null;
    return succeeded([texts.returnOpen(read.node.name), instructions, url === null ? "" : texts.label], { url });
  },
};
