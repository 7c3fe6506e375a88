import { z } from "zod";
import type { EscalationReason } from "../../conversations/escalation/reasons.ts";
import type { Tool } from "./tool.ts";

/** The reasons a model may give. The others are found out by code, which also puts right what it knows better (`fittingReason`). */
const REASONS = [
  "asked_for_person",
  "cannot_do_yet",
  "not_understood",
  "shop_unavailable",
  "identity_failed",
  "angry",
  "vulnerable",
  "legal",
  "safety",
  "other",
] as const satisfies readonly EscalationReason[];

const schema = z.strictObject({
  reason: z.enum(REASONS),
  brief: z
    .string()
    .trim()
    .max(2_000)
    .describe("For the person who takes over: what the shopper wants, what you found out, what is left to do"),
});

const ASK_FIRST =
  "Nobody was called. Ask the shopper once to put it another way; call a person if you do not understand them then, or if they " +
  "ask for one.";
const SHOWN = "The shopper reads these words by themselves. Do not say them again.";
const ALREADY = "People had it before, and have been told what is new. Do not announce it again as if it were news.";

export const escalate: Tool<typeof schema> = {
  name: "escalate",
  description:
    "Hands the conversation to a person at the shop. Use it when the shopper asks for a person, wants something you " +
    "have no tool for (refund, cancellation, address change, return, complaint), or you cannot help.",
  arguments: schema,
  effect: "write",
  status: () => "Getting a person",
  timeoutMs: 10_000,
  async run({ reason, brief }, context) {
    const escalated = await context.escalate(reason, brief);
    if (escalated.kind === "ask_first") return { kind: "invalid", message: ASK_FIRST };
    const { shown, told } = escalated;
    const result = { escalated: true, shown, ...(told ? { note: SHOWN } : { already: ALREADY }) };
    return { kind: "ok", result, evidence: [], card: null };
  },
};
