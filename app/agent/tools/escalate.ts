import { z } from "zod";
import type { EscalationReason, Tool } from "./tool.ts";

/** The reasons a model may give; the others are found out by code. */
const REASONS = [
  "asked_for_person",
  "cannot_do_yet",
  "not_understood",
  "shop_unavailable",
  "identity_failed",
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
    const { expectation } = await context.escalate(reason, brief);
    return { kind: "ok", result: { escalated: true, expectation }, evidence: [], card: null };
  },
};
