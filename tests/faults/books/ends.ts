import type { ResolutionKind } from "../../../app/policy/kinds.ts";
import type { BookEntry } from "../../../devstore/store/book.ts";
import { forEach } from "../rules.ts";
import type { BookRule } from "./rule.ts";

const OVER: ReadonlySet<string> = new Set([
  "succeeded",
  "failed",
  "needs_attention",
  "superseded",
  "declined",
  "expired",
  // Waits for a person, who has a week.
  "awaiting_approval",
]);

const settled: BookRule = {
  name: "every confirmation ends, and its conversation is told once (P5)",
  check: (file) =>
    forEach([...new Set(file.sent.flatMap((one) => (one.answer === "ok" ? [one.id] : [])))], (id) => {
      const end = file.ends.find((one) => one.id === id);
      if (!end) return `${id} is gone`;
      if (!OVER.has(end.state)) return `${id} is still ${end.state}`;
      const times = end.told.filter((state) => state === end.state).length;
      return times === 1 ? null : `${id} is ${end.state}, and its conversation was told ${times} times`;
    }),
};

/** What the book must hold of a resolution that succeeded; of the others any of it may be half done. */
const MUST_HAVE: Record<ResolutionKind, readonly BookEntry["kind"][]> = {
  refund: ["refund"],
  // As credit for lateness it is no refund of anything.
  store_credit: [],
  replacement: ["order_made"],
  return: ["return"],
  exchange: ["return"],
  cancel: ["cancellation"],
  // It may have been so before.
  change_address: [],
  change_items: ["edit"],
};

const asTold: BookRule = {
  name: "what is told to have succeeded was done, and of what failed nothing was (P4)",
  check: (file, { agreed }) =>
    forEach(agreed, ({ shown, entries }) => {
      const { id, kind, orderName } = shown.card;
      const state = file.ends.find((end) => end.id === id)?.state;
      const missing = MUST_HAVE[kind].find((one) => !entries.some((entry) => entry.kind === one));
      if (state === "succeeded" && missing) return `${kind} of ${orderName} succeeded without ${missing}`;
      // Of two that wanted the same address the book does not tell whose it was.
      if (kind !== "change_address" && (state === "failed" || state === "superseded") && entries.length > 0)
        return `${kind} of ${orderName} is ${state}, and yet there is ${entries.map((entry) => entry.kind).join(", ")}`;
      return null;
    }),
};

const answered: BookRule = {
  name: "every button is answered",
  check: (file) => forEach(file.sent, ({ answer, id }) => (answer === "failed" ? `${id} was not answered` : null)),
};

const truthful: BookRule = {
  name: "no deed is claimed that nobody did (P4)",
  check: (file) => ({ looked: file.happened["turns"] ?? 0, violations: [...file.lies] }),
};

/** How it ends, and what is told of it. */
export const END_RULES: readonly BookRule[] = [settled, asTold, answered, truthful];
