import { dryAnswer } from "../agent/dry/dry-answer.server.ts";
import { findConversation } from "../conversations/conversations.server.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import { readNewest } from "../conversations/log.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { countUse, takeBackUse } from "../platform/rate-limit.server.ts";
import type { Staff } from "../staff/staff.ts";
import type { DraftOutcome } from "./draft.ts";

/** Events of a conversation that a turn reads, as with a turn of its own. */
const HISTORY_EVENTS = 200;
/** A draft costs what a shopper's turn costs. */
const DRAFTS = { limit: 60, seconds: 3_600 };
/** Longer than any turn: a process that died with a draft does not keep its person waiting. */
const ONE_SECONDS = 120;

/**
 * What the agent would answer to what the shopper wrote last, for a person to edit and send. It is made under the
 * conversation's own identity, and leaves nothing in the conversation, in the ledger or at Shopify. One at a time for each
 * person, over all processes.
 */
export async function draftReply(key: ConversationKey, staff: Staff, signal: AbortSignal): Promise<DraftOutcome> {
  const conversation = await findConversation(key);
  if (!conversation) return { kind: "gone" };
  const history = toAnswer(await readNewest(key, HISTORY_EVENTS));
  if (!history) return { kind: "nothing_to_say" };
  const one = [{ key: `draft:running:${staff.id}`, limit: 1, seconds: ONE_SECONDS }];
  if (await countUse(key.shop, one)) {
    await takeBackUse(key.shop, one);
    return { kind: "busy" };
  }
  try {
    if (await countUse(key.shop, [{ key: `draft:hour:${staff.id}`, ...DRAFTS }])) return { kind: "busy" };
    const answer = await dryAnswer(conversation, history, signal);
    switch (answer.kind) {
      case "answered":
        return { ...answer, kind: "drafted" };
      case "not_proven":
        return answer;
      case "calls_person":
      case "abandoned":
        return { kind: "nothing_to_say" };
    }
  } finally {
    await takeBackUse(key.shop, one);
  }
}

/** What is told of a conversation to the agent: what was said, shown, read and done. Words among the staff are not. */
const TOLD: ReadonlySet<ConversationEvent["type"]> = new Set([
  "message",
  "tool",
  "card",
  "verification",
  "proposal",
  "resolution",
]);

/**
 * The conversation up to the shopper's newest message, as if nobody had been called and the agent had said nothing to it;
 * null where a person of the shop has answered it, or the shopper has written nothing.
 */
function toAnswer(events: readonly ConversationEvent[]): ConversationEvent[] | null {
  const last = events.findLast((event) => event.type === "message" && event.author !== "agent");
  if (last?.author !== "shopper") return null;
  return events.filter(
    ({ type, author, seq }) => TOLD.has(type) && (seq <= last.seq || (author === "system" && type !== "message")),
  );
}
