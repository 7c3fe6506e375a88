import { createHash } from "node:crypto";

/** What makes a conversation worth a look, with how much. */
const RISK_WEIGHTS = {
  rated_low: 5,
  withheld: 3,
  money_moved: 3,
  not_understood: 4,
  reopened: 4,
  long: 2,
} as const;
export type Risk = keyof typeof RISK_WEIGHTS;
export const RISKS = Object.keys(RISK_WEIGHTS) as Risk[];

export type Candidate = { id: string; risks: readonly Risk[] };
export type Drawn = Candidate & { by: "random" | "risk" };

/**
 * A day's sample: half of it (the larger one, and all where nothing stands out) by chance alone, from which a share can be told; the rest by chance weighted by
 * risk, to find what goes wrong. The same seed and candidates give the same sample, in whatever order they come.
 */
export function drawSample(candidates: readonly Candidate[], size: number, seed: string): Drawn[] {
  const standOut = candidates.filter(({ risks }) => risks.length > 0).length;
  const random = best(candidates, Math.max(Math.ceil(size / 2), size - standOut), ({ id }) =>
    chance(`${seed}/random/${id}`),
  ).map((one): Drawn => ({ ...one, by: "random" }));
  const taken = new Set(random.map(({ id }) => id));
  const risky = candidates.filter(({ id, risks }) => risks.length > 0 && !taken.has(id));
  // A key of u^(1/weight) draws without putting back, in proportion to weights (Efraimidis and Spirakis, 2006).
  const key = ({ id, risks }: Candidate) => chance(`${seed}/risk/${id}`) ** (1 / weightOf(risks));
  const byRisk = best(risky, size - random.length, key).map((one): Drawn => ({ ...one, by: "risk" }));
  return [...random, ...byRisk];
}

function weightOf(risks: readonly Risk[]): number {
  return risks.reduce((sum, risk) => sum + RISK_WEIGHTS[risk], 0);
}

function best(candidates: readonly Candidate[], most: number, key: (one: Candidate) => number): Candidate[] {
  const keyed = candidates.map((one) => ({ one, key: key(one) }));
  return keyed
    .toSorted((a, b) => b.key - a.key || a.one.id.localeCompare(b.one.id))
    .slice(0, Math.max(0, most))
    .map(({ one }) => one);
}

/** Between 0 and 1, the same for the same text. */
function chance(text: string): number {
  return (createHash("sha256").update(text).digest().readUIntBE(0, 6) + 1) / 2 ** 48;
}
