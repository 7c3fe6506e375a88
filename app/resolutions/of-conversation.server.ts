import { sql } from "../platform/db.server.ts";
import { LEDGER_COLUMNS, type LedgerRow } from "./ledger-row.ts";

const MOST = 50;
const OF_CONVERSATION = `
  SELECT ${LEDGER_COLUMNS} FROM resolution WHERE shop = $1 AND conversation_id = $2::uuid
  ORDER BY created_at DESC, id DESC LIMIT ${MOST}`;

/** The newest rows of the ledger that a conversation has, oldest first. */
export async function resolutionsOfConversation(shop: string, conversationId: string): Promise<LedgerRow[]> {
  return (await sql().query<LedgerRow>(OF_CONVERSATION, [shop, conversationId])).reverse();
}
