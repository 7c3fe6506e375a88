import type { TOOL_NAMES } from "../../agent/tools/names.ts";
import type { Suggestion } from "../../inbox/brief/brief.ts";
import type { Verdict } from "../../policy/verdict.ts";

const VERDICTS: Record<Verdict["kind"], string> = {
  allow: "allows it",
  needs_approval: "allows it with a person's yes",
  needs_evidence: "wants evidence first",
  wait_until: "wants it to wait",
  deny: "does not allow it",
  escalate: "leaves it to a person",
};
const STEPS: Record<Suggestion["kind"], string> = {
  approve: "Approve…",
  retry: "Try again",
  settle: "Settle by hand…",
  look_at_photos: "Look at the photos",
  reply: "Reply",
  nothing: "",
};

/** What the agent did with each of its tools. One that it no longer has keeps its name. */
const TOOLS: Record<(typeof TOOL_NAMES)[number], string> = {
  identify_shopper: "Matched order and email",
  get_order: "Looked up the order",
  list_orders: "Looked up all orders",
  resolution_options: "Asked the policy",
  propose_resolution: "Offered a resolution",
  escalate: "Called a person",
};

export const briefTexts = {
  heading: "Brief",
  vip: "VIP",
  guest: "Guest",
  customer: "Customer",
  proven: (orders: readonly string[]) => `Proven: ${orders.join(", ")}`,
  waiting: (words: string) => `Waiting for us since ${words}`,
  answered: (words: string) => `Answered; the shopper last wrote before ${words}`,
  parts: {
    summary: "In short, by the model",
    asked: "The shopper asked",
    orders: "Orders",
    policy: "The policy said",
    model: "The model wanted",
    tried: "Looked up and tried",
    resolutions: "Resolutions",
    next: "Next",
  },
  verdict: (verdict: Verdict["kind"]) => VERDICTS[verdict],
  tool: (name: string) => (TOOLS as Record<string, string | undefined>)[name] ?? name,
  step: (kind: Suggestion["kind"]) => STEPS[kind],
  readIn: (value: string, source: string, seq: number) => `${value}: ${source}${seq > 0 ? `, entry ${seq}` : ""}`,
};
