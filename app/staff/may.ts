import type { Money } from "../orders/money.ts";

/** From the most to the least. */
export const ROLES = ["owner", "lead", "agent", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/**
 * Which roles may do what. Publishing is for owners alone: who could change what the policy allows could pay out past every
 * limit on approvals. Viewers see figures, policies, orders and the ledger, and read nobody's conversation.
 */
const ALLOWED = {
  look: ["owner", "lead", "agent", "viewer"],
  read_conversations: ["owner", "lead", "agent"],
  take_over: ["owner", "lead", "agent"],
  /** Approving costs money, and has a limit. */
  approve: ["owner", "lead", "agent"],
  refuse: ["owner", "lead", "agent"],
  /** What was approved before goes on; no more is given away by it. */
  retry: ["owner", "lead", "agent"],
  settle_by_hand: ["owner", "lead"],
  /** In the playground everybody's orders can be asked about. */
  try_agent: ["owner", "lead", "agent"],
  edit_policy: ["owner", "lead"],
  publish_policy: ["owner"],
  change_settings: ["owner", "lead"],
  serve_data_request: ["owner", "lead"],
  /** Judging what the agent said, and deciding what is learnt from it. */
  review_quality: ["owner", "lead"],
  read_audit: ["owner", "lead"],
  manage_team: ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type StaffAction = keyof typeof ALLOWED;
export const STAFF_ACTIONS = Object.keys(ALLOWED) as StaffAction[];

/** `limit`: what they may approve up to, in the shop's currency; null for any amount. */
export type Rights = { role: Role; limit: Money | null };

export type Allowance =
  | { kind: "yes" }
  /** Not by their role; `roles` may. */
  | { kind: "no"; roles: readonly Role[] }
  | { kind: "above_limit"; limit: Money };

/**
 * Whether somebody may do something.
 * @param amount what an approval gives away at most, in the shop's currency; null asks whether they may approve at all. A limit
 * of 0 allows none, and one in another currency than the amount allows none either.
 */
export function may({ role, limit }: Rights, action: StaffAction, amount: Money | null = null): Allowance {
  const roles: readonly Role[] = ALLOWED[action];
  if (!roles.includes(role)) return { kind: "no", roles };
  if (action !== "approve" || limit === null) return { kind: "yes" };
  const isAbove = amount !== null && (amount.currency !== limit.currency || amount.minor > limit.minor);
  return limit.minor === 0 || isAbove ? { kind: "above_limit", limit } : { kind: "yes" };
}
