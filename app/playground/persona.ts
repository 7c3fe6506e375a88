import { z } from "zod";

export const MOST_LABEL = 200;

/** As whom somebody talks to the agent. A customer is taken to be logged in; `label` is what they are called on the page. */
export const personaSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("guest") }),
  z.object({
    kind: z.literal("customer"),
    customerId: z.string().regex(/^gid:\/\/shopify\/Customer\/\d{1,20}$/),
    label: z.string().trim().min(1).max(MOST_LABEL),
  }),
]);
export type Persona = z.infer<typeof personaSchema>;
