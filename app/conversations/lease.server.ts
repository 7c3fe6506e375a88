import { sql } from "../platform/db.server.ts";
import type { ConversationKey } from "../identity/scope.ts";

/** A lease without a sign of life for this long is free for another process. */
export const LEASE_SECONDS = 9;

const TAKE = `
  UPDATE conversation SET lease_owner = $3::uuid, turn_attempts = turn_attempts + 1,
    lease_until = now() + interval '${LEASE_SECONDS} seconds'
  WHERE shop = $1 AND id = $2::uuid AND unanswered_seq > 0 AND (lease_until IS NULL OR lease_until <= now())
  RETURNING id`;

/** Takes over the turn of a conversation whose shopper waits and whose lease nobody holds. */
export async function takeLease(key: ConversationKey, owner: string): Promise<boolean> {
  return (await sql().query(TAKE, [key.shop, key.conversationId, owner])).length === 1;
}

const RENEW = `
  UPDATE conversation SET lease_until = now() + interval '${LEASE_SECONDS} seconds'
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid
  RETURNING id`;

/** A sign of life. False when the lease was lost. */
export async function renewLease(key: ConversationKey, owner: string): Promise<boolean> {
  return (await sql().query(RENEW, [key.shop, key.conversationId, owner])).length === 1;
}

const FINISH = `
  UPDATE conversation SET
    unanswered_seq = CASE WHEN unanswered_seq <= $4 THEN 0 ELSE unanswered_seq END,
    turn_attempts = CASE WHEN unanswered_seq <= $4 THEN 0 ELSE 1 END,
    lease_owner = CASE WHEN unanswered_seq <= $4 THEN NULL ELSE lease_owner END,
    lease_until = CASE WHEN unanswered_seq <= $4 THEN NULL ELSE now() + interval '${LEASE_SECONDS} seconds' END
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid
  RETURNING unanswered_seq`;

/**
 * Ends a turn that answered everything up to `throughSeq`. When the shopper has written meanwhile, the lease is kept
 * and the answer is "more": the same process goes on with the next turn.
 */
export async function finishTurn(
  key: ConversationKey,
  owner: string,
  throughSeq: number,
): Promise<"done" | "more" | "lost"> {
  const [row] = await sql().query<{ unanswered_seq: number }>(FINISH, [
    key.shop,
    key.conversationId,
    owner,
    throughSeq,
  ]);
  if (!row) return "lost";
  return row.unanswered_seq === 0 ? "done" : "more";
}

const RELEASE = `
  UPDATE conversation SET lease_owner = NULL, lease_until = NULL, turn_attempts = GREATEST(turn_attempts - 1, 0)
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $3::uuid`;

/** Gives the lease back unfinished (the process is shutting down): another may begin at once. */
export async function releaseLease(key: ConversationKey, owner: string): Promise<void> {
  await sql().query(RELEASE, [key.shop, key.conversationId, owner]);
}

const WAITING = `
  SELECT shop, id AS "conversationId" FROM conversation
  WHERE unanswered_seq > 0 AND (lease_until IS NULL OR lease_until <= now())
  ORDER BY updated_at LIMIT $1`;

/** Conversations whose shopper waits while nobody runs a turn: their process has died. Over all shops, for the job alone. */
export function abandonedTurns(limit: number): Promise<ConversationKey[]> {
  return sql().query<ConversationKey>(WAITING, [limit]);
}
