import type { Money } from "../orders/money.ts";
import type { Role } from "./may.ts";

/** What newcomers may begin as: nobody becomes an owner by opening a page. */
export const NEWCOMER_ROLES = ["lead", "agent", "viewer"] as const satisfies readonly Role[];
type NewcomerRole = (typeof NEWCOMER_ROLES)[number];

/** What roles may approve up to, in minor units; null for any amount. Viewers approve nothing. */
type RoleLimits = { owner: number | null; lead: number; agent: number };

export type TeamRules = { newcomers: NewcomerRole; currency: string; limits: RoleLimits };

/** 200 of a currency with two decimals, 20,000 of one without: about as much in each, and on the careful side with three. */
const LEAD_MINOR = 20_000;

/** Until an owner says otherwise: newcomers help shoppers, and move no money. */
export function defaultRules(currency: string): TeamRules {
  return { newcomers: "agent", currency, limits: { owner: null, lead: LEAD_MINOR, agent: 0 } };
}

/**
 * What somebody may approve up to, in the shop's currency; null for any amount. Amounts that were set in another currency than
 * the shop has now count as none.
 *
 * @param own their own limit in minor units of the rules' currency; null for their role's
 */
export function limitOf(role: Role, own: number | null, { limits, currency }: TeamRules, now: string): Money | null {
  const minor = role === "viewer" ? 0 : (own ?? limits[role]);
  if (minor === null) return null;
  return { minor: currency === now ? minor : 0, currency: now };
}
