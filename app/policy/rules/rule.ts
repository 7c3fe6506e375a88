import type { Case, Dropped } from "../case.ts";
import type { Sentences } from "../texts.en.ts";
import type { DenyReason, EscalateReason, PricedOption } from "../verdict.ts";

/** How a decision ends; the rules that fired and the alternatives are added where all of them are known. */
type Ending =
  | { kind: "allow" | "needs_approval" }
  | { kind: "needs_evidence"; photo: boolean; description: boolean }
  | { kind: "wait_until"; until: Date }
  /** `others`: whether something else might be allowed for the same reason and items. */
  | { kind: "deny"; why: DenyReason; others: boolean }
  | { kind: "escalate"; why: EscalateReason };

export type Ruling =
  /** It has no say in this case; `because` completes "did not fire because …". */
  | { kind: "pass"; because: string }
  /** It fired and changed the options; the next rule goes on with them. */
  | { kind: "narrow"; said: string; options: readonly PricedOption[]; dropped?: readonly Dropped[] }
  /** It fired and the decision is made. */
  | { kind: "end"; said: string; ending: Ending; shopper: string; merchant: string };

export type Rule = {
  /** Stable: stored with every verdict. `{reason}` stands for the reason of the request, as in `damaged.auto_limit`. */
  id: string;
  /** What it looks at, for people. */
  about: string;
  judge(c: Case): Ruling;
};

export const pass = (because: string): Ruling => ({ kind: "pass", because });

export function deny(why: DenyReason, sentences: Sentences, others = false): Ruling {
  return { kind: "end", ending: { kind: "deny", why, others }, ...sentences };
}

export function escalate(why: EscalateReason, sentences: Sentences): Ruling {
  return { kind: "end", ending: { kind: "escalate", why }, ...sentences };
}

/** Keeps the options that pass a test and remembers why the others went; no say where all of them pass. */
export function keep(
  c: Case,
  stays: (option: PricedOption) => boolean,
  gone: { why: DenyReason | EscalateReason; said: string },
  because: string,
): Ruling {
  const options = c.options.filter(stays);
  if (options.length === c.options.length) return pass(because);
  const dropped = c.options.filter((option) => !stays(option)).map(({ kind }) => ({ kind, ...gone }));
  return { kind: "narrow", said: gone.said, options, dropped };
}
