import { ReturnProcessExchangeDocument } from "../../shopify/generated/admin.ts";
import type { Executor, Step } from "../executor.ts";
import type { ExchangePlan } from "../plan.ts";
import { change, emptyAnswer, notRead, refusalOf } from "./calls.ts";
import { notAsPlanned, succeeded } from "./happened.ts";
import { moneyInput } from "./refund-step.ts";
import { attachLabel, isLabelled, openReturn, readOpenReturn, readReturn } from "./return-steps.ts";
import type { ReturnNode } from "./return-steps.ts";
import { doneTexts } from "./texts.ts";

/** Lets the new item go before the old one is back: the exchange items of the return are processed, its returned ones are not. */
const send: Step<ExchangePlan> = {
  name: "send",
  needed: ({ plan }) => plan.sendNow,
  async run(context) {
    const read = await readReturn(context);
    if (read.kind !== "return") return read.kind === "unreadable" ? { kind: "again", why: read.why } : read;
    const exchangeLineItems = unsent(read.node);
    if (exchangeLineItems.length === 0) return { kind: "done", result: {} };
    const input = { returnId: read.node.id, exchangeLineItems, notifyCustomer: true };
    const answer = await change(context, ReturnProcessExchangeDocument, { input });
    if (answer.kind !== "answered") return answer;
    const payload = answer.data.returnProcess;
    const refused = refusalOf(payload?.userErrors);
    if (refused) return refused;
    return payload?.return ? { kind: "done", result: {} } : emptyAnswer("returnProcess");
  },
  async find(context) {
    const read = await readReturn(context);
    if (read.kind !== "return") return read.kind === "unreadable" ? notRead(read) : read;
    return unsent(read.node).length === 0 ? { kind: "done", result: {} } : { kind: "not_done" };
  },
};

function unsent({ exchangeLineItems }: ReturnNode): { id: string; quantity: number }[] {
  return exchangeLineItems.nodes
    .map(({ id, quantity, processedQuantity }) => ({ id, quantity: quantity - processedQuantity }))
    .filter(({ quantity }) => quantity > 0);
}

/** One item against another on the same order: Shopify nets what they cost when the return is processed. */
export const exchange: Executor<ExchangePlan> = {
  kind: "exchange",
  steps: [
    openReturn(({ instead, discount }) => ({
      restockingPercent: 0,
      exchangeLineItems: [
        {
          variantId: instead.variantId,
          quantity: instead.quantity,
          ...(discount &&
            discount.minor > 0 && {
              appliedDiscount: { description: "Exchange", value: { amount: moneyInput(discount) } },
            }),
        },
      ],
    })),
    attachLabel(),
    send,
  ],
  async confirmDone(context) {
    const read = await readOpenReturn(context);
    if (read.kind !== "open") return read;
    const { node } = read;
    const { instead, labelUrl, instructions, sendNow } = context.plan;
    if (!node.exchangeLineItems.nodes.some(({ variantId }) => variantId === instead.variantId))
      return notAsPlanned(`Return ${node.name} is open, but without the item that is sent instead.`);
    const sent = unsent(node).length === 0;
    if (sendNow && !sent) return notAsPlanned(`The new item of ${node.name} was not released.`);
    const texts = doneTexts(context.locale);
    const url = labelUrl !== null && isLabelled(node) ? labelUrl : null;
    const first = sent ? texts.exchangeSent(node.name) : texts.exchangeOpen(node.name);
    return succeeded([first, instructions, url === null ? "" : texts.label], { url });
  },
};
