import { z } from "zod";
import { plainText } from "../conversations/plain-text.ts";

/** As long as a shopper's message may be, in code points. */
export const MOST_CHARACTERS = 4_000;

/** One thing a shopper does: writes, as if with a photo if need be, or presses a button of the card shown last. */
export const saidSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("message"),
    text: z
      .string()
      .transform(plainText)
      .refine((text) => Array.from(text).length <= MOST_CHARACTERS, {
        error: `Write at most ${MOST_CHARACTERS} characters.`,
      })
      .refine((text) => text.trim() !== "", { error: "Write what the shopper says." }),
    photo: z.boolean(),
  }),
  z.object({ kind: z.literal("answer"), decision: z.enum(["confirm", "decline"]) }),
]);
export type Said = z.infer<typeof saidSchema>;
