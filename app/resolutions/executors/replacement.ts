import {
  OrderTagsAddDocument,
  ReplacementDraftCompleteDocument,
  ReplacementDraftCreateDocument,
} from "../../shopify/generated/admin.ts";
import type { Executor, Step, StepContext, StepOutcome } from "../executor.ts";
import type { ReplacementPlan } from "../plan.ts";
import { change, emptyAnswer, notRead, poll, refusalOf } from "./calls.ts";
import { notAsPlanned, succeeded } from "./happened.ts";
import { readOrder } from "./read-order.ts";
import { costsNothing, deleteDraft, draftInput, readDraft, readMade } from "./replacement-drafts.ts";
import type { Draft, Made } from "./replacement-drafts.ts";
import { doneTexts } from "./texts.ts";

type Context = StepContext<ReplacementPlan>;

/** For staff: orders of which something was sent again. */
const REPLACED_TAG = "wherewithal-replaced";
const LOOK_AGAIN_MS = 2_000;

/** A draft of its own, found again by its tag; two of them are harmless as long as one is completed. */
const draft: Step<ReplacementPlan> = {
  name: "draft",
  needed: () => true,
  async run(context) {
    const made = await readMade(context);
    if (made.kind === "unreadable") return { kind: "again", why: made.why };
    const known = alreadyMade(made);
    if (known) return known;
    const answer = await change(context, ReplacementDraftCreateDocument, { input: draftInput(context, made.at) });
    if (answer.kind !== "answered") return answer;
    const payload = answer.data.draftOrderCreate;
    const refused = refusalOf(payload?.userErrors);
    if (refused) return refused;
    const created = payload?.draftOrder;
    if (!created) return emptyAnswer("draftOrderCreate");
    if (costsNothing(created)) return drafted(created.id);
    await deleteDraft(context, created.id);
    return { kind: "refused", message: "The replacement would have cost the shopper something." };
  },
  async find(context) {
    const made = await readMade(context);
    if (made.kind === "unreadable") return notRead(made);
    return alreadyMade(made) ?? { kind: "not_done" };
  },
};

function alreadyMade({ drafts, order }: Made): Extract<StepOutcome, { kind: "done" }> | null {
  const chosen = drafts.find((one) => one.order !== null) ?? drafts[0];
  if (chosen) return drafted(chosen.id);
  return order ? { kind: "done", result: { draftId: null, ...ordered(order) } } : null;
}

/** The draft is completed by its id, which search cannot hide, and only while no other draft of the resolution is. */
const complete: Step<ReplacementPlan> = {
  name: "complete",
  needed: () => true,
  async run(context) {
    const { draftId, orderId, orderName } = context.results["draft"] ?? {};
    if (typeof draftId !== "string")
      return { kind: "done", result: { orderId: orderId ?? null, orderName: orderName ?? null } };
    const made = await readMade(context);
    if (made.kind === "unreadable") return { kind: "again", why: made.why };
    if (made.order) {
      await deleteOthers(context, made, made.drafts.find(({ order }) => order !== null)?.id ?? null);
      return { kind: "done", result: ordered(made.order) };
    }
    await deleteOthers(context, made, draftId);
    const read = await poll(
      context.signal,
      () => readDraft(context, draftId),
      (one) => one.kind === "draft" && (one.draft === null || one.draft.ready || one.draft.order !== null),
    );
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    if (!read.draft) return { kind: "refused", message: "The draft order of the replacement was deleted." };
    if (read.draft.order) return { kind: "done", result: ordered(read.draft.order) };
    if (!read.draft.ready)
      return { kind: "waiting", why: "Shopify is still calculating the draft order", lookAgainMs: LOOK_AGAIN_MS };
    return finish(context, read.draft);
  },
  async find(context) {
    const { draftId } = context.results["draft"] ?? {};
    if (typeof draftId !== "string") return { kind: "not_done" };
    const read = await readDraft(context, draftId);
    if (read.kind === "unreadable") return notRead(read);
    return read.draft?.order ? { kind: "done", result: ordered(read.draft.order) } : { kind: "not_done" };
  },
};

async function finish(context: Context, { id, totalPriceSet }: Draft): Promise<StepOutcome> {
  if (!costsNothing({ totalPriceSet })) {
    await deleteDraft(context, id);
    return { kind: "refused", message: "The replacement would have cost the shopper something." };
  }
  const free = await context.stillFree();
  if (free.kind === "unavailable") return { kind: "again", why: free.why };
  if (free.kind === "changed") {
    await deleteDraft(context, id);
    return free;
  }
  const answer = await change(context, ReplacementDraftCompleteDocument, { id });
  if (answer.kind !== "answered" && answer.kind !== "refused") return answer;
  const payload = answer.kind === "answered" ? answer.data.draftOrderComplete : null;
  const order = payload?.draftOrder?.order;
  if (order) return { kind: "done", result: ordered(order) };
  const refused = answer.kind === "refused" ? answer : refusalOf(payload?.userErrors);
  if (!refused) return emptyAnswer("draftOrderComplete");
  // Somebody may have completed it just now, and then that is what it says.
  const read = await readDraft(context, id);
  if (read.kind === "unreadable") return notRead(read);
  if (read.draft?.order) return { kind: "done", result: ordered(read.draft.order) };
  await deleteDraft(context, id);
  return refused;
}

async function deleteOthers(context: Context, { drafts }: Made, kept: string | null): Promise<void> {
  for (const one of drafts) if (one.id !== kept && one.order === null) await deleteDraft(context, one.id);
}

/** Only a help for staff: an order that cannot be tagged is no reason to call a replacement undone. */
const tagOriginal: Step<ReplacementPlan> = {
  name: "tag_original",
  needed: () => true,
  async run(context) {
    const variables = { id: context.proposal.orderId, tags: [REPLACED_TAG] };
    const answer = await change(context, OrderTagsAddDocument, variables);
    if (answer.kind !== "answered" && answer.kind !== "refused") return answer;
    const tagged = answer.kind === "answered" && refusalOf(answer.data.tagsAdd?.userErrors) === null;
    return { kind: "done", result: { tagged } };
  },
  async find(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return notRead(read);
    return read.order.tags.includes(REPLACED_TAG) ? { kind: "done", result: { tagged: true } } : { kind: "not_done" };
  },
};

/** What was lost or came broken is sent again as an order of its own at no cost. */
export const replacement: Executor<ReplacementPlan> = {
  kind: "replacement",
  steps: [draft, complete, tagOriginal],
  async confirmDone(context) {
    const { draftId } = context.results["draft"] ?? {};
    let name = context.results["complete"]?.["orderName"];
    if (typeof draftId === "string") {
      const read = await readDraft(context, draftId);
      if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
      // Another draft of the resolution was completed instead where this one was deleted.
      if (read.draft) name = read.draft.order?.name;
    }
    if (typeof name !== "string") return notAsPlanned("The draft order was completed, but there is no order of it.");
    return succeeded([doneTexts(context.locale).replaced(name)], { newOrderName: name });
  },
};

function drafted(draftId: string): Extract<StepOutcome, { kind: "done" }> {
  return { kind: "done", result: { draftId } };
}

function ordered({ id, name }: { id: string; name: string }): { orderId: string; orderName: string } {
  return { orderId: id, orderName: name };
}
