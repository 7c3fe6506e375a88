import { randomUUID } from "node:crypto";
import type { ConversationKey, Proven } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";

export type ConversationStatus = "open" | "escalated" | "closed";

export type Conversation = ConversationKey & {
  /** `widget` shows cards; `text` has words alone. */
  channel: "widget" | "text";
  customerId: string | null;
  orderIds: string[];
  codeOrderIds: string[];
  locale: string;
  status: ConversationStatus;
  lastSeq: number;
  unansweredSeq: number;
  turnAttempts: number;
  /** The member of staff who writes in it, by Shopify's id; the agent is silent as long as somebody does. */
  takenBy: string | null;
};

export async function createConversation(input: {
  shop: string;
  customerId: string | null;
  locale: string;
  channel?: Conversation["channel"];
}): Promise<ConversationKey> {
  const conversationId = randomUUID();
  await sql().query(
    `INSERT INTO conversation (shop, id, customer_id, locale, order_ids, channel) VALUES ($1, $2::uuid, $3, $4, '{}', $5)`,
    [input.shop, conversationId, input.customerId, input.locale, input.channel ?? "widget"],
  );
  return { shop: input.shop, conversationId };
}

const FIND = `
  SELECT shop, id AS "conversationId", channel, customer_id AS "customerId", order_ids AS "orderIds",
    code_order_ids AS "codeOrderIds", locale, status,
    last_seq AS "lastSeq", unanswered_seq AS "unansweredSeq", turn_attempts AS "turnAttempts", taken_by AS "takenBy"
  FROM conversation WHERE shop = $1 AND id = $2::uuid`;

export async function findConversation(key: ConversationKey): Promise<Conversation | null> {
  const [row] = await sql().query<Conversation>(FIND, [key.shop, key.conversationId]);
  return row ?? null;
}

export function scopeOf(conversation: Conversation): Proven {
  const { shop, customerId, orderIds, codeOrderIds } = conversation;
  return { shop, customerId, orderIds, codeOrderIds };
}
