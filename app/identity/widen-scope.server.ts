import { sql } from "../platform/db.server.ts";
import type { ConversationKey } from "./scope.ts";

/** A guest who logged in goes on with the same conversation, now as that customer. Never from one customer to another. */
export async function adoptCustomer(key: ConversationKey, customerId: string): Promise<boolean> {
  const rows = await sql().query(
    `UPDATE conversation SET customer_id = $3 WHERE shop = $1 AND id = $2::uuid
       AND (customer_id IS NULL OR customer_id = $3) RETURNING id`,
    [key.shop, key.conversationId, customerId],
  );
  return rows.length === 1;
}

/** Records that this conversation's guest has proven one order to be theirs. */
export async function addVerifiedOrder(key: ConversationKey, orderId: string): Promise<void> {
  await sql().query(
    `UPDATE conversation SET order_ids = array_append(array_remove(order_ids, $3), $3)
     WHERE shop = $1 AND id = $2::uuid`,
    [key.shop, key.conversationId, orderId],
  );
}

/** Records that a code sent to the order's own email was told in this conversation, which proves the order as well. */
export async function addOrderProvenByCode(key: ConversationKey, orderId: string): Promise<void> {
  await sql().query(
    `UPDATE conversation SET
       order_ids = array_append(array_remove(order_ids, $3), $3),
       code_order_ids = array_append(array_remove(code_order_ids, $3), $3)
     WHERE shop = $1 AND id = $2::uuid`,
    [key.shop, key.conversationId, orderId],
  );
}
