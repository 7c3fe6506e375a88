import { z } from "zod";
import type { StaffDecision } from "../../conversations/staff-decisions.server.ts";

/** Longest reason or note that a person may give, in characters. */
export const LONGEST_WORDS = 500;

const words = z.string().trim().min(1).max(LONGEST_WORDS);

/** What the page's forms send. `words` is the reason for the shopper, or the note for the team. */
const schema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("approve") }),
  // Minor units, by the page that showed which currency it is.
  z.object({
    decision: z.literal("approveLess"),
    words,
    minor: z.coerce.number().int().positive(),
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  z.object({ decision: z.literal("refuse"), words }),
  z.object({ decision: z.literal("retry") }),
  z.object({ decision: z.literal("markDone"), words }),
  z.object({ decision: z.literal("markNotDone"), words }),
]);
export type DecisionKind = z.infer<typeof schema>["decision"];

/** Null for what is no decision, or lacks its words. */
export function readDecision(form: FormData): StaffDecision | null {
  const read = schema.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const { data } = read;
  switch (data.decision) {
    case "approve":
      return { kind: "approve", less: null };
    case "approveLess": {
      const { minor, currency } = data;
      return { kind: "approve", less: { amount: { minor, currency }, reason: data.words } };
    }
    case "retry":
      return { kind: "retry" };
    case "refuse":
      return { kind: "refuse", reason: data.words };
    case "markDone":
      return { kind: "settle", state: "succeeded", note: data.words };
    case "markNotDone":
      return { kind: "settle", state: "failed", note: data.words };
  }
}
