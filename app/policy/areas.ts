import { REASONS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";

/** The parts in which a merchant reads and edits a policy: one for each reason, then what holds for all of them. */
const COMMON_AREAS = ["returns", "refunds", "limits", "exclusions", "vip", "never"] as const;
export const POLICY_AREAS = [...REASONS, ...COMMON_AREAS] as const;
export type PolicyArea = (typeof POLICY_AREAS)[number];

const COMMON: Readonly<Record<string, PolicyArea>> = {
  returns: "returns",
  exchanges: "returns",
  stock: "returns",
  refunds: "refunds",
  customerLimit: "limits",
  exclusions: "exclusions",
  vip: "vip",
  neverAutomate: "never",
  changes: "never",
};

export function isReason(area: PolicyArea): area is RequestReason {
  return (REASONS as readonly string[]).includes(area);
}

/** Where a path of the document is edited; null for what is the whole policy's, such as its name. */
export function areaOf(path: readonly (string | number)[]): PolicyArea | null {
  const [first, second] = path;
  if (first === "reasons") return REASONS.find((reason) => reason === second) ?? null;
  return COMMON[String(first)] ?? null;
}
