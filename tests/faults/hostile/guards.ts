import type { Trouble } from "./trouble.ts";

/** A guard of the app, and how its source reads without it: each `find` stands in its file once. */
export type Guard = { edits: readonly { file: string; find: string; put: string }[]; trouble?: Trouble };

const PROPOSE = "app/resolutions/propose.server.ts";
const RECHECK = "app/resolutions/recheck.server.ts";
const EXECUTE = "app/resolutions/execute.server.ts";
const LEDGER = "app/resolutions/ledger.server.ts";

/**
 * Every guard that a promise about money, goods or access hangs on. Some stand in two places, so that one mistake is not
 * enough: then both are switched off, for with one alone nothing must happen.
 */
export const GUARDS: Readonly<Record<string, Guard>> = {
  "an order is looked for within the scope": {
    edits: [
      {
        file: "app/orders/read-orders.server.ts",
        find: "const bounds = boundaries(scope);\n",
        put: 'const bounds = orderName === null ? boundaries(scope) : "status:any";\n',
      },
      {
        file: "app/orders/read-orders.server.ts",
        find: "function inScope(node: { id: string; customer: { id: string } | null }, scope: Scope): boolean {\n",
        put: "function inScope(node: { id: string; customer: { id: string } | null }, scope: Scope): boolean {\n  if (node) return true;\n",
      },
    ],
  },
  "a confirmation names the digest": {
    edits: [
      {
        file: LEDGER,
        find: "state = 'proposed' AND digest = $4 AND",
        put: "state = 'proposed' AND $4::text <> '' AND",
      },
    ],
  },
  "a confirmation is of the conversation's own card": {
    edits: [
      {
        file: LEDGER,
        find: "AND conversation_id = $3::uuid AND state = 'proposed' AND digest",
        put: "AND $3::uuid IS NOT NULL AND state = 'proposed' AND digest",
      },
    ],
  },
  "a card runs out": {
    edits: [{ file: LEDGER, find: "AND digest = $4 AND expires_at > now()", put: "AND digest = $4" }],
  },
  "units are claimed": {
    edits: [
      {
        file: LEDGER,
        find: "FROM asked, free, enough WHERE free.place <= free.quantity",
        put: "FROM asked, free, enough WHERE free.place < 0",
      },
    ],
  },
  "facts are checked again before the first step": {
    edits: [
      { file: EXECUTE, find: 'if (checked.kind === "holds") return null;', put: "if (checked.kind) return null;" },
    ],
  },
  "people approve what is above the limit": {
    edits: [
      { file: PROPOSE, find: "needsApproval: option.approval,", put: "needsApproval: false," },
      { file: RECHECK, find: "if (option.approval && row.approvedBy === null) {", put: "if (false as boolean) {" },
    ],
  },
  "a refund has a key of its own": {
    edits: [
      {
        file: "app/resolutions/executors/refund-step.ts",
        find: "const keyOf = ({ reference }: StepContext<P>) => reference + suffix;",
        put: "const keyOf = ({ reference }: StepContext<P>) => `${reference}${suffix}-${Math.random()}`;",
      },
    ],
    trouble: "storm",
  },
  "traces are looked for before a call is made again": {
    edits: [
      {
        file: EXECUTE,
        find: 'if (found.kind !== "not_done") return found;',
        put: "if (found.kind === undefined) return found;",
      },
      { file: EXECUTE, find: 'if (found.kind === "done") {', put: "if (found.kind === undefined) {" },
    ],
    trouble: "storm",
  },
  "the policy's limits and windows hold": {
    edits: [
      {
        file: "app/policy/case.ts",
        find: "terms: policy.reasons[reason],",
        put: "terms: { ...policy.reasons[reason], enabled: true, windowDays: null, autoUpTo: null, approvalUpTo: null },",
      },
    ],
  },
  "what is kept from the agent is kept from it": {
    edits: [{ file: "app/policy/rules/in-order.ts", find: "  ...NEVER_AUTOMATE_RULES,", put: "" }],
  },
  "units that were made good are not free": {
    edits: [
      {
        file: "app/resolutions/facts/free-units.ts",
        find: "free: Math.max(0, line.quantity - gone - returned - hidden),",
        put: "free: Math.max(line.quantity, gone, returned, hidden),",
      },
    ],
  },
};
