import type { ConversationEvent } from "../conversations/events.ts";
import { findByName } from "../conversations/log.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { deed } from "../staff/audit.ts";
import { deskMembers } from "../staff/members.server.ts";
import { askToNotify } from "../staff/notify.server.ts";
import { personOf, type Staff } from "../staff/staff.ts";
import { changeConversation, FIRST } from "./change.server.ts";

/** `mentions` are Shopify's ids of those it is meant for; the same `noteId` again is the same note. */
type NewNote = { noteId: string; text: string; mentions: readonly string[] };
export type NoteOutcome = { kind: "noted"; event: ConversationEvent } | { kind: "gone" };

/** Stored with the note, or not at all. */
const MENTIONED = `mentioned AS (
    INSERT INTO mention (shop, staff_id, conversation_id, seq, at)
    SELECT $1, m.id, $2::uuid, stored.seq, stored.at FROM stored, unnest($${FIRST}::text[]) AS m(id)
  )`;

/**
 * Writes words among the staff into the conversation; whom they are meant for finds them in `mentionsOf`. Who cannot read
 * conversations, or is nobody of the team's, is not mentioned. The same `noteId` again is the same note.
 */
export async function addNote(key: ConversationKey, staff: Staff, note: NewNote): Promise<NoteOutcome> {
  const known = await findByName(key, note.noteId);
  if (known) return { kind: "noted", event: known };
  const by = personOf(staff);
  const mentions = await deskMembers(key.shop, note.mentions);
  const { noteId, text } = note;
  try {
    const outcome = await changeConversation(key, {
      set: `status = b.status`,
      when: `true`,
      // Nobody needs to be told of their own words.
      values: [mentions.map(({ id }) => id).filter((id) => id !== by.id)],
      events: [{ type: "note", author: "staff", noteId, by, text, mentions }],
      deed: deed(by, "conversation_noted", key.conversationId, { mentions: mentions.length }),
      once: noteId,
      also: MENTIONED,
    });
    if (outcome.kind === "gone") return outcome;
    const [event] = outcome.kind === "ok" ? outcome.events : [];
    if (!event) throw new Error("A note was stored and has no event.");
    for (const { id } of mentions.filter((one) => one.id !== by.id)) {
      await askToNotify({ ...key, kind: "mentioned", staffId: id, by: by.name });
    }
    return { kind: "noted", event };
  } catch (error) {
    // The same note twice at once: the unique index let one of them through.
    const noted = await findByName(key, noteId);
    if (noted) return { kind: "noted", event: noted };
    throw error;
  }
}
