import { z } from "zod";
import { evidenceSchema } from "../orders/evidence.ts";
import type { Card } from "../orders/facts.ts";
import { REASONS, RESOLUTION_KINDS } from "../policy/kinds.ts";
import { proposalCardSchema, resolutionNewsSchema } from "../resolutions/proposal-card.ts";

/**
 * The one ordered event log of a conversation. `seq` starts at 1 and rises by one in the order of storing.
 * Public events go to the shopper's widget; the internal ones of `INTERNAL` only to people in the admin.
 */
const envelope = z.object({
  seq: z.int().nonnegative(),
  at: z.iso.datetime(),
  author: z.enum(["shopper", "agent", "staff", "system"]),
});

const tracking = z.object({ company: z.string().nullable(), number: z.string(), url: z.string().nullable() });
const tone = z.enum(["neutral", "good", "warn", "problem"]);
const item = z.object({ title: z.string(), variant: z.string().nullable(), quantity: z.int() });
const step = z.object({
  label: z.string(),
  state: z.enum(["done", "current", "todo", "problem"]),
  at: z.string().nullable(),
  atText: z.string().nullable(),
  detail: z.string().nullable(),
});

export const cardSchema: z.ZodType<Card> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("order"),
    orderName: z.string(),
    placedOn: z.string(),
    headline: z.string(),
    tone,
    groups: z.array(
      z.object({
        label: z.string(),
        status: z.string(),
        tone,
        items: z.array(item),
        steps: z.array(step),
        expected: z.string().nullable(),
        tracking: z.array(tracking),
      }),
    ),
    total: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("orders"),
    orders: z.array(z.object({ orderName: z.string(), placedOn: z.string(), headline: z.string(), tone })),
    more: z.boolean(),
  }),
]);

const attachment = z.object({ id: z.string(), width: z.int(), height: z.int() });

const message = envelope.extend({
  type: z.literal("message"),
  /** Joins the deltas that were streamed before the whole message was stored. */
  messageId: z.string(),
  text: z.string(),
  evidence: z.array(evidenceSchema).optional(),
  quickReplies: z.array(z.string()).optional(),
  /** Photos the shopper sent with it; their bytes are read with the conversation's token. */
  attachments: z.array(attachment).optional(),
  /** Set on what a shopper or a member of staff wrote, so that a client knows its own. */
  clientMessageId: z.string().optional(),
  /** What the shopper may call the member of staff who wrote it. */
  name: z.string().optional(),
});

/** Streamed text, never stored: `seq` is that of the newest stored event. */
const delta = envelope.extend({ type: z.literal("delta"), messageId: z.string(), text: z.string() });
const status = envelope.extend({ type: z.literal("status"), text: z.string() });
const card = envelope.extend({ type: z.literal("card"), card: cardSchema });
const verification = envelope.extend({
  type: z.literal("verification"),
  /** `code_sent`: a code is on its way if order and email go together. `login_needed`: nothing else is enough here. */
  state: z.enum(["verified", "failed", "limited", "code_sent", "login_needed"]),
  orderName: z.string().nullable(),
});
const escalation = envelope.extend({ type: z.literal("escalation"), reason: z.string(), text: z.string() });
/** A resolution for the shopper to confirm, and what became of one. */
const proposal = envelope.extend({ type: z.literal("proposal"), ...proposalCardSchema.shape });
const resolution = envelope.extend({ type: z.literal("resolution"), ...resolutionNewsSchema.shape });
const error = envelope.extend({ type: z.literal("error"), code: z.string(), text: z.string() });
const closed = envelope.extend({ type: z.literal("closed") });
/** A person writes from now on, or no longer does; `name` is what the shopper may call them. */
const takeover = envelope.extend({
  type: z.literal("takeover"),
  state: z.enum(["taken", "handed_back"]),
  name: z.string(),
});
/** Somebody writes right now, or has stopped. Never stored, like deltas: `seq` is that of the newest stored event. */
const typing = envelope.extend({ type: z.literal("typing"), name: z.string().nullable(), on: z.boolean() });
/** The shopper left an email address to be answered at. */
const contact = envelope.extend({ type: z.literal("contact"), email: z.string(), text: z.string() });

const tool = envelope.extend({
  type: z.literal("tool"),
  callId: z.string(),
  name: z.string(),
  arguments: z.string(),
  /** The outcome as the model read it. */
  outcome: z.unknown(),
  evidence: z.array(evidenceSchema),
  milliseconds: z.number(),
  /** What the policy said, in the merchant's words. */
  ruled: z
    .object({
      reason: z.enum(REASONS),
      wanted: z.enum(RESOLUTION_KINDS).nullable(),
      verdict: z.enum(["allow", "needs_approval", "needs_evidence", "wait_until", "deny", "escalate"]),
      sentence: z.string(),
      rules: z.array(z.object({ id: z.string(), said: z.string() })).readonly(),
    })
    .optional(),
  /** What its reads of Shopify cost in all, in points of the shop's bucket. */
  cost: z.object({ calls: z.int(), requested: z.number(), actual: z.number() }).optional(),
});
const model = envelope.extend({
  type: z.literal("model"),
  model: z.string(),
  calls: z.int(),
  inputTokens: z.int(),
  cachedInputTokens: z.int(),
  outputTokens: z.int(),
  milliseconds: z.number(),
  end: z.string(),
  /** In US dollars, where the model's price is known. */
  cost: z.number().nullable().optional(),
  /** Sentences that were not sent, because nothing bears out a figure or a claim in them. */
  withheld: z.array(z.object({ text: z.string(), why: z.string() })).optional(),
  /** Number of the newest shopper message that the turn answers. Those stored between it and the turn wait for the next one. */
  through: z.int().optional(),
  /** The turn ends with calling a person, which is stored right after. */
  handsOver: z.boolean().optional(),
});
const rating = envelope.extend({ type: z.literal("rating"), score: z.int().min(1).max(5), comment: z.string() });
/** The brief for people behind an escalation; the shopper sees only `escalation`. */
const brief = envelope.extend({
  type: z.literal("brief"),
  reason: z.string(),
  text: z.string(),
  /** Set where a model has summed up the log, and all figures were found in it; else code wrote it as it happened. */
  by: z.literal("model").optional(),
});
/** A member of staff, as the log keeps them: by Shopify's id, and the name they had then. */
const person = z.object({ id: z.string(), name: z.string() });
/** Words among the staff; `mentions` are of those they are meant for. */
const note = envelope.extend({
  type: z.literal("note"),
  noteId: z.string(),
  by: person,
  text: z.string(),
  mentions: z.array(person),
});
/** What people did with the conversation, besides writing in it; `by` null where it happened by itself. */
const handling = envelope.extend({
  type: z.literal("handling"),
  what: z.enum(["assigned", "unassigned", "snoozed", "woken", "closed", "reopened"]),
  by: person.nullable(),
  /** To whom it was assigned. */
  to: person.optional(),
  /** ISO 8601. */
  until: z.string().optional(),
  outcome: z.string().optional(),
});

export const publicEventSchema = z.discriminatedUnion("type", [
  message,
  delta,
  status,
  card,
  verification,
  escalation,
  proposal,
  resolution,
  error,
  closed,
  takeover,
  typing,
  contact,
]);
export const eventSchema = z.discriminatedUnion("type", [
  ...publicEventSchema.options,
  tool,
  model,
  rating,
  brief,
  note,
  handling,
]);

export type PublicEvent = z.infer<typeof publicEventSchema>;
export type ConversationEvent = z.infer<typeof eventSchema>;

type Without<Event> = Event extends unknown ? Omit<Event, "seq" | "at"> : never;
/** Handed over live, and stored nowhere. */
export type PassingEvent = Extract<ConversationEvent, { type: "delta" | "typing" }>;
/** An event before the log gave it its number and time. */
export type NewEvent = Without<Exclude<ConversationEvent, PassingEvent>>;

const INTERNAL: ReadonlySet<ConversationEvent["type"]> = new Set([
  "tool",
  "model",
  "rating",
  "brief",
  "note",
  "handling",
]);

export function isPassing(event: ConversationEvent): event is PassingEvent {
  return event.type === "delta" || event.type === "typing";
}

export function isPublic(event: ConversationEvent): event is PublicEvent {
  return !INTERNAL.has(event.type);
}
