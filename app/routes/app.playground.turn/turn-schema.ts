import { z } from "zod";
import { eventSchema } from "../../conversations/events.ts";
import { MOST_EVENTS } from "../../playground/frames.ts";
import { personaSchema } from "../../playground/persona.ts";
import { saidSchema } from "../../playground/said.ts";

/** The whole conversation comes along each time. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** What the playground's page asks for. It holds the conversation itself, so that none of it is stored. */
export const turnSchema = z.object({
  persona: personaSchema,
  policy: z.string().max(40),
  history: z.array(eventSchema).max(MOST_EVENTS),
  orderIds: z.array(z.string().regex(/^gid:\/\/shopify\/Order\/\d{1,20}$/)).max(100),
  said: saidSchema,
});
export type AskedTurn = z.infer<typeof turnSchema>;
