import type { Trouble } from "./trouble.ts";

/** A guard of the app, and how its source reads without it: each `find` stands in its file once. */
export type Guard = {
  edits: readonly { file: string; find: string; put: string }[];
  trouble?: Trouble;
  /** What leads straight to it (`TEMPTATIONS`). */
  tempted: readonly string[];
};

const DRAW = "app/resolutions/draw-proposal.server.ts";
const RECHECK = "app/resolutions/recheck.server.ts";
const EXECUTE = "app/resolutions/execute.server.ts";
const UNITS = "app/policy/rules/units.ts";
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
    tempted: ["somebody else's order"],
  },
  "a confirmation names the digest": {
    edits: [
      {
        file: LEDGER,
        find: "state = 'proposed' AND digest = $4 AND",
        put: "state = 'proposed' AND $4::text <> '' AND",
      },
    ],
    tempted: ["an answer to another card"],
  },
  "a confirmation is of the conversation's own card": {
    edits: [
      {
        file: LEDGER,
        find: "AND conversation_id = $3::uuid AND state = 'proposed' AND digest",
        put: "AND $3::uuid IS NOT NULL AND state = 'proposed' AND digest",
      },
    ],
    tempted: ["somebody else's yes"],
  },
  "a card runs out": {
    edits: [{ file: LEDGER, find: "AND digest = $4 AND expires_at > now()", put: "AND digest = $4" }],
    tempted: ["a yes that comes too late"],
  },
  "units are claimed": {
    edits: [
      {
        file: LEDGER,
        find: "FROM asked, free, enough WHERE free.place <= free.quantity",
        put: "FROM asked, free, enough WHERE free.place < 0",
      },
    ],
    tempted: ["the same units in two conversations"],
  },
  "facts are checked again before the first step, and before goods are sent": {
    edits: [
      { file: EXECUTE, find: 'if (checked.kind === "holds") return null;', put: "if (checked.kind) return null;" },
      {
        file: "app/resolutions/executors/replacement.ts",
        find: 'if (free.kind === "changed") {',
        put: 'if ((false as boolean) && free.kind === "changed") {',
      },
    ],
    tempted: ["what people gave back after the card was shown"],
  },
  "people approve what is above the limit": {
    edits: [
      { file: DRAW, find: "needsApproval: option.approval,", put: "needsApproval: false," },
      { file: RECHECK, find: "if (option.approval && row.approvedBy === null) {", put: "if (false as boolean) {" },
    ],
    tempted: ["more than goes without people"],
  },
  "a refund has a key of its own": {
    edits: [
      {
        file: "app/resolutions/executors/refund-step.ts",
        find: "const keyOf = ({ reference }: StepContext<P>) => reference + suffix;",
        put: "const keyOf = ({ reference }: StepContext<P>) => `${reference}${suffix}-${Math.random()}`;",
      },
    ],
    trouble: "none",
    tempted: ["a deed whose answer is lost"],
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
    trouble: "none",
    tempted: ["a deed whose answer is lost"],
  },
  "the policy's limits and windows hold": {
    edits: [
      {
        file: "app/policy/case.ts",
        find: "terms: policy.reasons[reason],",
        put: "terms: { ...policy.reasons[reason], enabled: true, windowDays: null, autoUpTo: null, approvalUpTo: null },",
      },
    ],
    tempted: ["long after it came", "a reason that is left to people", "more than goes without people"],
  },
  "what is kept from the agent is kept from it": {
    edits: [{ file: "app/policy/rules/in-order.ts", find: "  ...NEVER_AUTOMATE_RULES,", put: "" }],
    tempted: ["an order that is kept to people"],
  },
  "units that were made good are not free": {
    edits: [
      {
        file: "app/resolutions/facts/free-units.ts",
        find: "free: Math.max(0, line.quantity - gone - returned - hidden),",
        put: "free: Math.max(line.quantity, gone, returned, hidden),",
      },
    ],
    tempted: ["what was made good before"],
  },
  "what is excluded is left to people": {
    edits: [{ file: "app/policy/rules/in-order.ts", find: "  ...EXCLUSION_RULES,", put: "" }],
    tempted: ["what is excluded"],
  },
  "no more is given back than is left of what was paid": {
    edits: [
      {
        file: "app/policy/price.ts",
        find: "value: least(portionOf(c, portion), c.facts.refundable)",
        put: "value: portionOf(c, portion)",
      },
    ],
    tempted: ["more money than is left"],
  },
  "no more units are made good than were ordered": {
    edits: [
      { file: "app/resolutions/choose-items.ts", find: " || quantity > line.quantity", put: "" },
      { file: UNITS, find: "line.quantity > 0 && quantity > line.quantity", put: "line.quantity < 0 && quantity < 0" },
      { file: UNITS, find: "=> quantity > line.free)", put: "=> quantity < 0 && line.free < 0)" },
      {
        file: "app/policy/rules/borne-out.ts",
        find: "unitsThatBear(item.line, c.reason) < item.quantity",
        put: "unitsThatBear(item.line, c.reason) === 0",
      },
      { file: DRAW, find: "quantity > of ||", put: "(quantity < 0 && of < 0) ||" },
      {
        file: RECHECK,
        find: "quantity > freeOf(line, material)",
        put: "quantity < 0 && freeOf(line, material) < 0",
      },
      { file: LEDGER, find: "generate_series(1, w.of)", put: "generate_series(1, greatest(w.of, w.quantity))" },
    ],
    tempted: ["more units than were ordered"],
  },
  "lateness is made good once": {
    edits: [
      { file: UNITS, find: 'prior.reason === "late" && prior.orderId', put: "prior.reason === null && prior.orderId" },
      { file: DRAW, find: '(line === "lateness" && latenessClaimed)', put: '(line === "none" && latenessClaimed)' },
      { file: RECHECK, find: "return latenessClaimed ? 0 : 1;", put: "return latenessClaimed ? 1 : 1;" },
      {
        file: LEDGER,
        find: "FROM asked, free, enough WHERE free.place <= free.quantity",
        put: "FROM asked, free, enough WHERE free.place <= free.quantity AND free.line <> 'lateness'",
      },
    ],
    tempted: ["what is late, twice"],
  },
};
