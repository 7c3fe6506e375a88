import { z } from "zod";
import { plainText } from "./plain-text.ts";

/** Longest message a shopper may send, in characters as people count them (code points). */
const MOST_MESSAGE_CHARACTERS = 4_000;

function codePoints(text: string): number {
  return Array.from(text).length;
}

/** Photos that one message may carry. */
const MOST_ATTACHMENTS = 5;

export const attachmentIdSchema = z.uuid();

/** `POST /api/chat/messages` */
export const messageBodySchema = z
  .object({
    clientMessageId: z
      .string({ error: "must be an id of the client's own" })
      .regex(/^[A-Za-z0-9_-]{8,64}$/, { error: "must be 8 to 64 letters, digits, - or _" }),
    text: z
      .string({ error: "must be text" })
      .transform(plainText)
      .refine((text) => codePoints(text) <= MOST_MESSAGE_CHARACTERS, {
        error: `must have at most ${MOST_MESSAGE_CHARACTERS} characters`,
      }),
    /** Photos uploaded to this conversation and not sent yet. */
    attachmentIds: z
      .array(attachmentIdSchema)
      .max(MOST_ATTACHMENTS, { error: `may be at most ${MOST_ATTACHMENTS}` })
      .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))])
      .default([]),
  })
  .refine(({ text, attachmentIds }) => text !== "" || attachmentIds.length > 0, {
    path: ["text"],
    error: "must not be empty",
  });

/** `POST /api/chat/verification` */
export const verificationBodySchema = z.union([
  z.object({
    code: z
      .string()
      .max(32)
      .transform((typed) => typed.normalize("NFKC").replace(/[\s-]/g, ""))
      .pipe(z.string().regex(/^\d{6}$/, { error: "must be six digits" })),
  }),
  z.object({
    orderName: z.string().trim().min(1).max(64),
    email: z.string().trim().min(3).max(254),
  }),
]);

/** `POST /api/chat/rating` */
export const ratingBodySchema = z.object({
  score: z.int().min(1).max(5),
  comment: z.string().transform(plainText).pipe(z.string().max(2_000)).default(""),
});

const email = z
  .string({ error: "must be an email address" })
  .trim()
  .max(254, { error: "is too long" })
  .pipe(z.email({ error: "must be an email address" }));

/** `POST /api/chat/contact` */
export const contactBodySchema = z.object({ email });

/** `POST /api/chat/transcript`; without an address, to the one that is known. */
export const transcriptBodySchema = z.object({ email: email.optional() });

/** `POST /api/chat/typing` */
export const typingBodySchema = z.object({ on: z.boolean() });

/** `POST /apps/wherewithal/session` */
export const sessionBodySchema = z.object({
  conversationToken: z.string().max(2_000).nullish(),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullish()
    .catch(null),
  /** Whether the client shows cards; one that can't is told in words, and confirms by a word. */
  cards: z.boolean().default(true),
});

/** `POST /api/chat/proposals/{id}` */
export const proposalIdSchema = z.uuid();
export const proposalBodySchema = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/, { error: "must be the proposal's digest" }),
  decision: z.enum(["confirm", "decline"]),
});
