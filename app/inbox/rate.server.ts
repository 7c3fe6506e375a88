import type { ConversationEvent } from "../conversations/events.ts";
import { lastOfType } from "../conversations/log.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { changeConversation, FIRST } from "./change.server.ts";

type Rating = Pick<Extract<ConversationEvent, { type: "rating" }>, "score" | "comment">;

/**
 * Keeps how a shopper rates the conversation. They may change their mind: the newest rating is the one that counts, and the
 * one that stands already is not stored again.
 */
export async function rate(key: ConversationKey, { score, comment }: Rating): Promise<"rated" | "gone"> {
  const standing = await lastOfType(key, "rating");
  if (standing?.type === "rating" && standing.score === score && standing.comment === comment) return "rated";
  const outcome = await changeConversation(key, {
    set: `rating = $${FIRST}::int`,
    when: "true",
    values: [score],
    events: [{ type: "rating", author: "shopper", score, comment }],
    deed: null,
  });
  return outcome.kind === "gone" ? "gone" : "rated";
}
