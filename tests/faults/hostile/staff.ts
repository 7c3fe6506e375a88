import type { Devstore } from "../../../devstore/start.ts";
import { gid } from "../../../devstore/store/ids.ts";
import { toDecimal } from "../../../devstore/store/money.ts";

/** Units of the order's first item, or money without any item, so that this share of what was paid is left. */
export type GivenByStaff = { units: number } | { leave: number };

/** Gives money back in the admin, as people at the shop do. False: there is nothing of the kind. */
export async function giveBack(
  { store, url }: Devstore,
  orderName: string,
  what: GivenByStaff,
  key: string,
): Promise<boolean> {
  const order = store.orderByName(orderName);
  const line = order?.lineItems[0];
  const payment = order?.transactions.find(({ kind }) => kind === "SALE");
  if (!order || !line || !payment) return false;
  const orderId = gid("Order", order.id);
  const minor = "units" in what ? line.unitPrice * what.units : Math.floor(payment.amount * (1 - what.leave));
  const transaction = {
    orderId,
    parentId: gid("OrderTransaction", payment.id),
    gateway: payment.gateway,
    kind: "REFUND",
    amount: toDecimal(minor, order.currency),
  };
  const lines =
    "units" in what ? [{ lineItemId: gid("LineItem", line.id), quantity: what.units, restockType: "NO_RESTOCK" }] : [];
  const input = { orderId, currency: order.currency, refundLineItems: lines, transactions: [transaction] };
  const answer = await fetch(`${url}/_devstore/staff`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ operation: "RefundCreate", variables: { key, input } }),
  });
  return answer.ok;
}
