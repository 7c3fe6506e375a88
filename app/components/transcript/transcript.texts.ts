import type { ConversationEvent } from "../../conversations/events.ts";

type Evidence = NonNullable<Extract<ConversationEvent, { type: "message" }>["evidence"]>[number];

const KINDS: Record<Evidence["kind"], string> = {
  date: "Date",
  amount: "Amount",
  tracking: "Tracking number",
  order: "Order",
  link: "Link",
};
const OUTCOMES: Record<string, string> = {
  ok: "Done",
  not_found: "Not found",
  needs_identity: "Needs identification",
  needs_code: "Needs a code by email",
  needs_login: "Needs a login",
  limited: "Limited",
  invalid: "Invalid call",
  denied: "Permission missing",
  unavailable: "Unavailable",
};

/** Words about what an agent did to answer, wherever it is shown. */
export const transcriptTexts = {
  evidence: {
    kinds: KINDS,
    heading: (count: number) => (count === 1 ? "1 fact behind this answer" : `${count} facts behind this answer`),
    readIn: "Read in",
    newWindow: "(opens in a new window)",
  },
  work: {
    heading: (calls: number) => (calls === 1 ? "1 tool call" : `${calls} tool calls`),
    outcome: (kind: string) => OUTCOMES[kind] ?? kind,
    ms: (milliseconds: number) => `${Math.round(milliseconds).toLocaleString("en-US")} ms`,
    cost: (calls: number, actual: number, requested: number) =>
      `${calls === 1 ? "1 Admin API call" : `${calls} Admin API calls`}, ${actual} points used (${requested} requested)`,
    arguments: "Arguments",
    result: "Result",
    none: "none",
    silent: "The agent worked without sending a message.",
  },
  model: {
    calls: (count: number) => (count === 1 ? "1 call" : `${count} calls`),
    tokens: (input: number, cached: number, output: number) =>
      `${input.toLocaleString("en-US")} tokens in${cached > 0 ? ` (${cached.toLocaleString("en-US")} cached)` : ""}, ${output.toLocaleString("en-US")} out`,
    cost: (dollars: number) => `$${dollars.toFixed(dollars < 0.01 ? 4 : 2)}`,
    spendingLimit: "not asked, because the month’s spending limit is reached",
    withheld: "Not sent, because nothing the agent read bears it out:",
  },
};
