import { formatMoney } from "../../orders/money.ts";
import { JobDoneDocument, OrderCancelDocument } from "../../shopify/generated/admin.ts";
import type { Executor, Step, StepContext, StepOutcome } from "../executor.ts";
import type { CancelPlan } from "../plan.ts";
import { change, emptyAnswer, look, notRead, poll, refusalOf } from "./calls.ts";
import { askPartner } from "./cancel-partner.ts";
import { moneyWords, notAsPlanned, succeeded } from "./happened.ts";
import { paidBackSince } from "./paid-back.ts";
import { readOrder } from "./read-order.ts";
import { noteWith, whyOf } from "./references.ts";
import { doneTexts } from "./texts.ts";

type Context = StepContext<CancelPlan>;
const LOOK_AGAIN_MS = 1_000;
const LONGEST_LOOK_AGAIN_MS = 60_000;
const SHOWN_MS = 1_500;
const NOT_CANCELLED = "Shopify couldn't cancel the order.";

/**
 * An order is cancelled once: the second time Shopify refuses. Noted before: the payments there were, so that what goes
 * back by it is told apart.
 */
const cancelOrder: Step<CancelPlan> = {
  name: "cancel",
  needed: () => true,
  async before(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    return { kind: "noted", noted: { transactions: read.order.transactions.map(({ id }) => id) } };
  },
  async run(context) {
    const { plan, proposal, reference } = context;
    const answer = await change(context, OrderCancelDocument, {
      orderId: proposal.orderId,
      reason: "CUSTOMER",
      restock: true,
      refundMethod:
        plan.refundTo === "store_credit" ? { storeCreditRefund: {} } : { originalPaymentMethodsRefund: true },
      notifyCustomer: true,
      staffNote: noteWith(whyOf(proposal), reference),
    });
    if (answer.kind !== "answered") return answer;
    const payload = answer.data.orderCancel;
    const refused = refusalOf(payload?.orderCancelUserErrors);
    if (refused) return (await whenCancelled(context, null)) ?? refused;
    if (!payload?.job) return emptyAnswer("orderCancel");
    const { id } = payload.job;
    // Most jobs are over in a moment. One that came to nothing has changed nothing, and can be told as that right away.
    const job = await poll(
      context.signal,
      () => jobState(context, id),
      (state) => state !== "working",
    );
    if (job === "over") {
      // An order may show it a moment later than its job does: "nothing was done" has to be true.
      const shown = await poll(
        context.signal,
        () => whenCancelled(context, id),
        (one) => one !== null,
        SHOWN_MS,
      );
      return shown ?? { kind: "refused", message: NOT_CANCELLED };
    }
    return submitted(context, id);
  },
  async find(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return notRead(read);
    return read.order.cancelledAt === null ? { kind: "not_done" } : submitted(context, null);
  },
};

/** Waits for a job that takes its time. */
const cancelled: Step<CancelPlan> = {
  name: "cancelled",
  needed: () => true,
  before: () => Promise.resolve({ kind: "noted", noted: { since: Date.now() } }),
  run: whatCameOfIt,
  find: whatCameOfIt,
};

async function whatCameOfIt(context: Context): Promise<StepOutcome> {
  const jobId = context.results["cancel"]?.["jobId"];
  const job = typeof jobId === "string" ? await jobState(context, jobId) : "over";
  const read = await readOrder(context);
  if (read.kind === "unreadable") return notRead(read);
  if (read.order.cancelledAt !== null) return { kind: "done", result: {} };
  if (job === "over") return { kind: "refused", message: NOT_CANCELLED };
  const waited = Date.now() - Number(context.noted?.["since"] ?? Date.now());
  const lookAgainMs = Math.min(LONGEST_LOOK_AGAIN_MS, Math.max(LOOK_AGAIN_MS, waited / 2));
  return { kind: "waiting", why: "Shopify is still cancelling the order", lookAgainMs };
}

async function jobState(context: Context, id: string): Promise<"working" | "over" | "unreadable"> {
  const read = await look(context, JobDoneDocument, { id });
  if (read.kind === "unreadable") return "unreadable";
  return read.data.job?.done ? "over" : "working";
}

async function whenCancelled(context: Context, jobId: string | null): Promise<StepOutcome | null> {
  const read = await readOrder(context);
  if (read.kind === "unreadable") return notRead(read);
  return read.order.cancelledAt === null ? null : submitted(context, jobId);
}

function submitted({ noted }: Context, jobId: string | null): StepOutcome {
  const before = noted?.["transactions"];
  return { kind: "done", result: { jobId, transactions: Array.isArray(before) ? before.map(String) : [] } };
}

/** The whole order, before anything of it was sent; a logistics partner that has it already is asked first. */
export const cancel: Executor<CancelPlan> = {
  kind: "cancel",
  steps: [askPartner, cancelOrder, cancelled],
  async confirmDone(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
    const { order } = read;
    if (order.cancelledAt === null) return notAsPlanned("The order does not show that it was cancelled.");
    const before = context.results["cancel"]?.["transactions"];
    const paid = paidBackSince(order, Array.isArray(before) ? before.map(String) : []);
    if (paid.kind === "failed") return notAsPlanned(`The order is cancelled. ${paid.message}`);
    const { locale, plan } = context;
    const texts = doneTexts(locale);
    if (paid.kind === "paid") {
      const words = moneyWords(paid, plan.refundTo === "store_credit" ? "store_credit" : "payments", context, true);
      return succeeded([texts.cancelled, words.sentence], { amount: words.amount });
    }
    const charged = order.transactions.some(({ kind, status }) => TOOK.has(kind) && status === "SUCCESS");
    if (charged && plan.amount.minor > 0)
      return notAsPlanned(`The order is cancelled, but ${formatMoney(plan.amount, "en")} did not go back.`);
    return succeeded([texts.cancelled, charged ? "" : texts.notCharged]);
  },
};

const TOOK: ReadonlySet<string> = new Set(["SALE", "CAPTURE"]);
