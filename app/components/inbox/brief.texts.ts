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
  step: (kind: Suggestion["kind"]) => STEPS[kind],
  readIn: (value: string, source: string, seq: number) => `${value}: ${source}${seq > 0 ? `, entry ${seq}` : ""}`,
};
