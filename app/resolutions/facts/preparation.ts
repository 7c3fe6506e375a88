import type { OrderPolicyFacts } from "../../policy/facts.ts";
import type { GroupSituationId } from "../../orders/situation-ids.ts";
import type { OrderSnapshot } from "../../orders/snapshot.ts";

const SENT: ReadonlySet<string> = new Set(["SUCCESS", "OPEN", "PENDING"]);
const OVER: ReadonlySet<string> = new Set(["CANCELLED", "CLOSED"]);
/** A partner that was asked to send it, or to cancel and has not answered. */
const WITH_PARTNER: ReadonlySet<string> = new Set(["SUBMITTED", "ACCEPTED", "CANCELLATION_REQUESTED"]);
const AT_IT: ReadonlySet<GroupSituationId> = new Set(["picked", "packed", "being_prepared", "being_prepared_overdue"]);

/**
 * How far preparation is. Anything sent outweighs anything else; then what somebody has begun, for that cannot be taken
 * back by asking; a partner that refused to cancel has begun.
 */
export function preparationOf(
  order: OrderSnapshot,
  situations: readonly GroupSituationId[],
): OrderPolicyFacts["preparation"] {
  if (order.parcels.some(({ status }) => SENT.has(status))) return "sent";
  const open = order.fulfillmentOrders.filter(({ status }) => !OVER.has(status));
  const begun = open.some(
    ({ status, requestStatus }) =>
      requestStatus === "CANCELLATION_REJECTED" || (status === "IN_PROGRESS" && !WITH_PARTNER.has(requestStatus)),
  );
  const partner = open.some(({ requestStatus }) => WITH_PARTNER.has(requestStatus));
  const packed = situations.some((id) => AT_IT.has(id) && !(partner && id.startsWith("being_prepared")));
  if (begun || packed) return "begun";
  return partner ? "with_partner" : "not_begun";
}

export function partnersToAsk(order: OrderSnapshot): string[] {
  return order.fulfillmentOrders
    .filter(({ status, requestStatus }) => !OVER.has(status) && WITH_PARTNER.has(requestStatus))
    .map(({ id }) => id);
}
