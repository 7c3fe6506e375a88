import type { ConversationKey } from "../identity/scope.ts";
import { findConversation } from "../conversations/conversations.server.ts";
import { SEE_IF_AWAY } from "../conversations/away.server.ts";
import { findByName } from "../conversations/log.server.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import { unsentByStaff } from "../conversations/photos/attachments.server.ts";
import { deed } from "../staff/audit.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { changeConversation, type Standing, FIRST } from "./change.server.ts";
import { takeOver } from "./desk.server.ts";

/** `photoIds`: photos that people uploaded to this conversation and have not sent. */
export type Reply = { clientMessageId: string; text: string; photoIds?: readonly string[] };
export type ReplyOutcome =
  | { kind: "sent"; event: ConversationEvent }
  /** Somebody else writes in it, or it is closed: nothing was sent. */
  | { kind: "not_now"; now: Standing }
  /** A photo is not there to be sent. */
  | { kind: "unknown_photo" }
  | { kind: "gone" };

/** Its photos belong to it from now on, and are no longer there for another message. */
const SENT = `sent AS (
  UPDATE attachment a SET sent_seq = n.last_seq FROM changed n
  WHERE a.shop = $1 AND a.conversation_id = $2::uuid AND a.id = ANY($${FIRST + 1}::uuid[]) AND a.by_staff
)`;

/**
 * Writes to the shopper, and takes the conversation over with it: from here on a person writes. The same
 * `clientMessageId` again is the same message. While somebody else has it nothing is sent.
 */
export async function reply(
  key: ConversationKey,
  staff: Staff,
  { clientMessageId, text, photoIds = [] }: Reply,
): Promise<ReplyOutcome> {
  const known = await findByName(key, clientMessageId);
  if (known) return { kind: "sent", event: known };
  const by = personOf(staff);
  const name = staff.name ?? "";
  const [conversation, attachments] = await Promise.all([findConversation(key), unsentByStaff(key, photoIds)]);
  if (!conversation) return { kind: "gone" };
  if (attachments.length < photoIds.length) return { kind: "unknown_photo" };
  if (conversation.takenBy !== by.id) {
    const taken = await takeOver(key, staff);
    if (taken.kind === "gone") return taken;
    // They may have taken it over a moment ago, in another window.
    if (taken.kind === "not_now" && taken.now.takenBy !== by.id) return taken;
  }
  try {
    const outcome = await changeConversation(key, {
      set: `waits_for = 'shopper', snoozed_until = NULL, ${SEE_IF_AWAY}`,
      when: `b.taken_by = $${FIRST}`,
      values: [by.id, photoIds],
      events: [
        {
          type: "message",
          author: "staff",
          messageId: clientMessageId,
          text,
          ...(name === "" ? {} : { name }),
          ...(attachments.length > 0 ? { attachments } : {}),
        },
      ],
      deed: deed(by, "conversation_answered", key.conversationId),
      once: clientMessageId,
      also: SENT,
    });
    if (outcome.kind !== "ok") return outcome;
    const [event] = outcome.events;
    if (!event) throw new Error("A message was stored and has no event.");
    return { kind: "sent", event };
  } catch (error) {
    // The same message twice at once: the unique index let one of them through.
    const sent = await findByName(key, clientMessageId);
    if (sent) return { kind: "sent", event: sent };
    throw error;
  }
}
