import type { ConversationKey } from "../../identity/scope.ts";
import { sql } from "../../platform/db.server.ts";
import { deed, type Person } from "../../staff/audit.ts";
import { deedValues, keepDeed } from "../../staff/audit.server.ts";

/** What a review suggests, and nobody has decided about. */
export type OpenSuggestion = {
  conversationId: string;
  kind: "knowledge" | "policy";
  area: string | null;
  question: string;
  proposed: string;
  by: string | null;
};

const OPEN = `
  SELECT conversation_id AS "conversationId", suggestion AS kind, area, question, proposed, reviewed_name AS by
  FROM quality_review WHERE shop = $1 AND suggestion_state = 'open' ORDER BY reviewed_at DESC LIMIT 50`;

export function openSuggestions(shop: string): Promise<OpenSuggestion[]> {
  return sql().query<OpenSuggestion>(OPEN, [shop]);
}

/** What is accepted as knowledge becomes an answer of the merchant's in the same statement; a policy is changed by hand. */
const DECIDE = `
  WITH decided AS (
    UPDATE quality_review SET suggestion_state = $3
    WHERE shop = $1 AND conversation_id = $2::uuid AND suggestion_state = 'open'
    RETURNING shop, conversation_id, suggestion, question, proposed
  ), answer AS (
    INSERT INTO merchant_answer (shop, id, conversation_id, question, answer, created_by)
    SELECT shop, gen_random_uuid(), conversation_id, question, proposed, $4 FROM decided
    WHERE $3 = 'accepted' AND suggestion = 'knowledge'
    ON CONFLICT DO NOTHING
  ), kept AS (${keepDeed("decided", 5)})
  SELECT suggestion AS kind FROM decided`;

/** @returns false where it was decided before, or is gone */
export async function decideSuggestion(
  key: ConversationKey,
  by: Person,
  state: "accepted" | "dismissed",
): Promise<boolean> {
  const kept = deed(by, `quality_suggestion_${state}`, key.conversationId);
  const values = [key.shop, key.conversationId, state, by.name, ...deedValues(kept)];
  return (await sql().query(DECIDE, values)).length > 0;
}
