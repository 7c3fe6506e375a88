import type { ConversationKey } from "../../identity/scope.ts";
import { sql } from "../../platform/db.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { defaultRules } from "../../staff/limits.ts";
import { teamHours } from "../hours/expectation.server.ts";
import type { TriageInput } from "./triage.ts";

/** What the ledger has open for it, else the dearest order that was looked at: both in the shop's currency, or they do not count. */
const STAKES = `
  SELECT c.vip, c.status, c.escalated_at AS "escalatedAt",
    (SELECT max(r.value_minor)::float8 FROM resolution r WHERE r.shop = $1 AND r.conversation_id = $2::uuid AND r.currency = $3
      AND r.state IN ('proposed', 'confirmed', 'awaiting_approval', 'approved', 'executing', 'needs_attention')) AS "atStake",
    (SELECT max(split_part(v ->> 'value', ' ', 2)::float8)
      FROM event e CROSS JOIN LATERAL jsonb_array_elements(e.body -> 'evidence') v
      WHERE e.shop = $1 AND e.conversation_id = $2::uuid AND e.type = 'tool' AND v ->> 'kind' = 'amount'
        AND v ->> 'source' LIKE 'get_order%currentTotalPriceSet' AND v ->> 'value' LIKE $3 || ' %') AS "orderTotal",
    (SELECT t.lead_limit_minor::float8 FROM team t WHERE t.shop = $1 AND t.currency = $3) AS "leadLimit",
    (SELECT min(e.at) FROM event e WHERE e.shop = $1 AND e.conversation_id = $2::uuid AND e.type = 'message'
      AND e.author = 'shopper' AND e.seq > COALESCE((SELECT max(a.seq) FROM event a
        WHERE a.shop = $1 AND a.conversation_id = $2::uuid AND a.type = 'message'
          AND (a.author = 'staff' OR a.author = 'agent' AND c.status <> 'escalated')), 0)) AS "unansweredSince"
  FROM conversation c WHERE c.shop = $1 AND c.id = $2::uuid`;

type Row = {
  vip: boolean;
  status: string;
  escalatedAt: Date | null;
  atStake: number | null;
  orderTotal: number | null;
  leadLimit: number | null;
  unansweredSince: Date | null;
};

/**
 * All that `triage` asks for besides the reason. Much is what is above a lead's limit: an owner has to be found for it.
 * @returns null when the conversation is gone
 */
export async function stakesOf({ shop, conversationId }: ConversationKey, now: Date) {
  const { currency, timeZone } = await shopProfile(shop);
  const [[row], hours] = await Promise.all([
    sql().query<Row>(STAKES, [shop, conversationId, currency]),
    teamHours(shop, timeZone),
  ]);
  if (!row) return null;
  const minor = row.atStake ?? row.orderTotal;
  const value = minor === null ? null : { minor, high: row.leadLimit ?? defaultRules(currency).limits.lead };
  return { value, vip: row.vip, waitingSince: waitingSince(row, now), now, hours } satisfies Omit<
    TriageInput,
    "reason"
  >;
}

/** For people, a shopper waits since they have the conversation: what the agent answered before was an answer. */
function waitingSince({ status, escalatedAt, unansweredSince }: Row, now: Date): Date {
  if (!unansweredSince) return now;
  return status === "escalated" && escalatedAt && escalatedAt > unansweredSince ? escalatedAt : unansweredSince;
}
