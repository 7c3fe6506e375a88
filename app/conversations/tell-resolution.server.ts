import { noteTold, untold } from "../resolutions/executions.server.ts";
import type { LedgerRow } from "../resolutions/ledger-row.ts";
import type { ResolutionState } from "../resolutions/states.ts";
import { escalate } from "./escalate.server.ts";
import type { EscalationReason } from "./escalation/reasons.ts";
import type { ConversationEvent, NewEvent } from "./events.ts";
import { append, findByName } from "./log.server.ts";
import { expiredWaitingText, resolutionText } from "./resolution-texts.ts";

/** States in which people have to act, and the reason the conversation is handed to them for. */
const NEEDS_PEOPLE: Partial<Record<ResolutionState, EscalationReason>> = {
  awaiting_approval: "approval_needed",
  failed: "resolution_failed",
  needs_attention: "resolution_needs_attention",
};

/**
 * Tells a conversation how one of its resolutions stands: once for each state, whatever dies in between. What people have to
 * act on is handed to them with what is known.
 * @returns the event, or null when the conversation is gone
 */
export async function tellResolution(row: LedgerRow): Promise<ConversationEvent | null> {
  const key = { shop: row.shop, conversationId: row.conversationId };
  const event = await tellOnce(row);
  // Who settled it by hand is there already.
  const reason = row.outcome?.settledBy === undefined ? NEEDS_PEOPLE[row.state] : undefined;
  if (reason !== undefined && event) await escalate(key, reason, brief(row));
  await noteTold(row);
  return event;
}

/** Tells everything that a conversation has not heard of yet, such as a proposal that another one took the place of. */
export async function tellUntold(key: { shop: string; conversationId: string }): Promise<void> {
  for (const row of await untold(key.shop, key.conversationId)) await tellResolution(row);
}

async function tellOnce(row: LedgerRow): Promise<ConversationEvent | null> {
  const key = { shop: row.shop, conversationId: row.conversationId };
  const once = `resolution:${row.id}:${row.state}`;
  try {
    const stored = await append(key, [newsOf(row)], { once });
    return stored?.[0] ?? null;
  } catch (error) {
    // It was told before the process died, or by another process.
    if (!(error instanceof Error && "code" in error && error.code === "23505")) throw error;
    return findByName(key, once);
  }
}

function textOf({ state, outcome, locale, confirmedAt }: LedgerRow): string {
  // The shopper had answered, and waited for people.
  if (state === "expired" && confirmedAt !== null) return expiredWaitingText(locale);
  if (state !== "superseded") return outcome?.text ? outcome.text : resolutionText(state, locale);
  // Another proposal took its place: its card says so, and there is nothing to be sorry for.
  if (!outcome) return "";
  return /^en\b/i.test(locale) && outcome.text !== "" ? outcome.text : resolutionText(state, locale);
}

function newsOf(row: LedgerRow): NewEvent {
  const { outcome, proposal, state } = row;
  return {
    type: "resolution",
    author: "system",
    id: row.id,
    kind: proposal.kind,
    orderName: row.orderName,
    state,
    text: textOf(row),
    outcome:
      state === "succeeded" && outcome
        ? { amount: outcome.amount, newOrderName: outcome.newOrderName, url: outcome.url }
        : null,
  };
}

function brief(row: LedgerRow): string {
  const { proposal, outcome } = row;
  const lines = [
    `${proposal.kind.replaceAll("_", " ")} for order ${row.orderName}, because: ${proposal.reason.replaceAll("_", " ")}.`,
    row.state === "awaiting_approval"
      ? "The shopper has confirmed it; the shop's policy wants a person to approve it."
      : (outcome?.staff ?? ""),
    `Rules that spoke: ${proposal.rules.map(({ id }) => id).join(", ") || "none"} (policy version ${proposal.policyVersion}).`,
  ];
  return lines.filter((line) => line !== "").join("\n");
}
