import { z } from "zod";
import { plainText } from "../conversations/plain-text.ts";
import type { ConversationEvent } from "../conversations/events.ts";
import type { Person } from "../staff/audit.ts";
import { OUTCOMES } from "./outcomes.ts";
import { SNOOZES } from "./snooze-times.ts";

/** Longest reply or note, in characters as people count them (code points). */
export const MOST_REPLY_CHARACTERS = 10_000;
/** Photos that one reply may carry. */
export const MOST_REPLY_PHOTOS = 5;
const MOST_MENTIONS = 20;

export function codePoints(text: string): number {
  return Array.from(text).length;
}

const text = z
  .string()
  .transform(plainText)
  .refine((typed) => codePoints(typed) <= MOST_REPLY_CHARACTERS, {
    error: `must have at most ${MOST_REPLY_CHARACTERS} characters`,
  });
const staffId = z.string().min(1).max(40);
/** Number of the newest event that whoever acts has on their screen. */
const seen = z.int().nonnegative().max(2_147_483_647).nullable().default(null);
const photoIds = z
  .array(z.uuid())
  .max(MOST_REPLY_PHOTOS)
  .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))])
  .default([]);

/** What somebody does to the conversation they have open. */
export const deedSchema = z.discriminatedUnion("deed", [
  /** `from`: whom it is taken from, on purpose. */
  z.object({ deed: z.literal("take"), from: staffId.nullable().default(null) }),
  z
    .object({ deed: z.literal("reply"), clientMessageId: z.uuid(), text, photoIds })
    .refine((reply) => reply.text !== "" || reply.photoIds.length > 0, { path: ["text"], error: "must not be empty" }),
  z.object({
    deed: z.literal("note"),
    noteId: z.uuid(),
    text: text.refine((typed) => typed !== "", { error: "must not be empty" }),
    mentions: z.array(staffId).max(MOST_MENTIONS).default([]),
  }),
  z.object({ deed: z.literal("hand_back") }),
  /** `seen`: whose it was on the screen of whoever assigns it. */
  z.object({ deed: z.literal("assign"), to: staffId.nullable(), seen: staffId.nullable() }),
  z.object({
    deed: z.literal("snooze"),
    until: z.union([
      z.enum(SNOOZES),
      z.object({ day: z.iso.date(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
    ]),
    seen,
  }),
  z.object({ deed: z.literal("wake") }),
  z.object({ deed: z.literal("close"), outcome: z.enum(OUTCOMES), seen }),
  z.object({ deed: z.literal("reopen") }),
  /** Passing: nothing is stored. `tab`: the page it is typed on, see app/inbox/presence.server.ts. */
  z.object({ deed: z.literal("typing"), tab: z.uuid(), where: z.enum(["reply", "note"]), on: z.boolean() }),
]);
export type Deed = z.infer<typeof deedSchema>;
/** As a browser sends it. */
export type DeedAsked = z.input<typeof deedSchema>;

/** What came of it. Everything but `ok` changed nothing. */
export type DeedAnswer =
  | { kind: "ok"; events: ConversationEvent[] }
  /** Somebody else writes in it. */
  | { kind: "taken"; by: Person }
  /** It became somebody else's, or nobody's, in the meantime. */
  | { kind: "assigned"; to: Person | null }
  | { kind: "closed"; by: string | null }
  /** The agent has it: there is nothing of the team's to change. */
  | { kind: "with_agent" }
  /** There is a message of the shopper's that was not on the screen. */
  | { kind: "shopper_wrote" }
  | { kind: "unchanged" | "unknown_photo" | "no_member" | "past" | "gone" };
