import { parseMoney } from "../../orders/money.ts";
import {
  ReplacementDraftDeleteDocument,
  ReplacementDraftDocument,
  ReplacementsMadeDocument,
} from "../../shopify/generated/admin.ts";
import type { DraftOrderInput, ReplacementDraftQuery, ReplacementsMadeQuery } from "../../shopify/generated/admin.ts";
import type { StepContext } from "../executor.ts";
import type { ReplacementPlan } from "../plan.ts";
import { replacementDraft } from "../plans/plan-replacement.ts";
import { change, look } from "./calls.ts";
import type { Unreadable } from "./calls.ts";
import { noteWith, tagOf, whyOf } from "./references.ts";

type Context = StepContext<ReplacementPlan>;
type FoundDraft = ReplacementsMadeQuery["draftOrders"]["nodes"][number];
export type Draft = NonNullable<ReplacementDraftQuery["draftOrder"]>;
type Order = { id: string; name: string };

/** Everything that carries a resolution's tag already. `at`: Shopify's time. */
export type Made = { kind: "made"; drafts: FoundDraft[]; order: Order | null; at: Date };

/** Looks by the tag, and looks at the tags again: a search index finds by words. */
export async function readMade(context: Context): Promise<Made | Unreadable> {
  const tag = tagOf(context.reference);
  const read = await look(context, ReplacementsMadeDocument, { query: `tag:'${tag}'` });
  if (read.kind === "unreadable") return read;
  const drafts = read.data.draftOrders.nodes.filter(({ tags }) => tags.includes(tag)).sort(byAge);
  const ordered = drafts.find(({ order }) => order !== null)?.order ?? null;
  const order = ordered ?? read.data.orders.nodes.find(({ tags }) => tags.includes(tag)) ?? null;
  return { kind: "made", drafts, order, at: read.at };
}

/** Ids of drafts grow: everybody who looks chooses the same one, the oldest. */
function byAge(a: FoundDraft, b: FoundDraft): number {
  const number = ({ id }: FoundDraft) => BigInt(/\d+$/.exec(id)?.[0] ?? 0);
  return number(a) < number(b) ? -1 : 1;
}

/** One draft, by its id and not by search. */
export async function readDraft(
  context: Context,
  id: string,
): Promise<{ kind: "draft"; draft: Draft | null } | Unreadable> {
  const read = await look(context, ReplacementDraftDocument, { id });
  return read.kind === "unreadable" ? read : { kind: "draft", draft: read.data.draftOrder };
}

/** A replacement costs the shopper nothing, whatever taxes and rates made of the draft. */
export function costsNothing({ totalPriceSet }: Pick<Draft, "totalPriceSet">): boolean {
  const { amount, currencyCode } = totalPriceSet.presentmentMoney;
  return parseMoney(amount, currencyCode)?.minor === 0;
}

/** A draft that isn't wanted any more. Should it stay, then open, and nobody completes it; its reserved stock comes free. */
export async function deleteDraft(context: Context, id: string): Promise<void> {
  await change(context, ReplacementDraftDeleteDocument, { id });
}

/** How long stock is kept for a draft that is about to be completed. */
const RESERVE_MS = 60 * 60 * 1000;

/** The draft whose cost was calculated when it was proposed, with what it takes to find it again and to keep its stock. */
export function draftInput({ plan, proposal, reference }: Context, at: Date): DraftOrderInput {
  const title = `Replacement for ${proposal.orderName}`;
  return {
    ...replacementDraft(plan),
    visibleToCustomer: false,
    reserveInventoryUntil: new Date(at.getTime() + RESERVE_MS).toISOString(),
    note: noteWith(`${title}. ${whyOf(proposal)}.`, reference),
    tags: ["wherewithal-replacement", tagOf(reference)],
    customAttributes: [
      { key: "replaces_order", value: proposal.orderName },
      { key: "wherewithal_reference", value: reference },
    ],
  };
}
