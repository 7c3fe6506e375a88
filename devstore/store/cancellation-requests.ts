import { fulfillmentOrderState } from "./derive.ts";
import { numericId, parseGid } from "./ids.ts";
import type { FulfillmentOrderRecord } from "./records.ts";
import type { Store } from "./store.ts";

/** A fulfillment order that exists by now, by its GID or the number in it. */
export function findFulfillmentOrder(store: Store, id: string, now: string): FulfillmentOrderRecord | null {
  const number = parseGid(id)?.number ?? id;
  for (const order of store.visibleOrders()) {
    const found = order.fulfillmentOrders.find((item) => item.id === number && item.createdAt <= now);
    if (found) return found;
  }
  return null;
}

/** Only what the service was asked to send, and has not been asked to cancel, can be asked back. */
export function mayAskToCancel(item: FulfillmentOrderRecord, now: string): boolean {
  const { requestStatus, remaining } = fulfillmentOrderState(item, now);
  return remaining > 0 && (requestStatus === "SUBMITTED" || requestStatus === "ACCEPTED");
}

export function askToCancel(item: FulfillmentOrderRecord, message: string | null, now: string): void {
  forgetSaid(item);
  item.requests = item.requests.filter((request) => request.sentAt <= now);
  item.requests.push({
    kind: "CANCELLATION_REQUEST",
    sentAt: now,
    message,
    response: null,
    gidNumber: numericId("FulfillmentOrderMerchantRequest", `made-${item.requests.length + 1}`, item.id),
  });
}

export type CancellationAnswer =
  | { kind: "answered"; item: FulfillmentOrderRecord }
  | { kind: "unknown" }
  | { kind: "not_asked"; requestStatus: string };

/**
 * The service says yes or no to the last cancellation request. With a yes it stops: what it has not sent never leaves, and the
 * fulfillment order is open again, to be cancelled with the order. With a no it goes on.
 */
export function answerCancellation(
  store: Store,
  id: string,
  answer: { accepted: boolean; message: string | null },
): CancellationAnswer {
  const now = store.nowInstant();
  const item = findFulfillmentOrder(store, id, now);
  if (!item) return { kind: "unknown" };
  const { requestStatus } = fulfillmentOrderState(item, now);
  const request = item.requests.filter((candidate) => candidate.sentAt <= now).at(-1);
  if (requestStatus !== "CANCELLATION_REQUESTED" || request?.kind !== "CANCELLATION_REQUEST")
    return { kind: "not_asked", requestStatus };
  store.change(item.order, now, () => {
    forgetSaid(item);
    request.response = { at: now, ...answer };
    if (answer.accepted) stop(item, now);
  });
  return { kind: "answered", item };
}

/** Parcels that the file foresees do not leave any more. */
function stop(item: FulfillmentOrderRecord, now: string): void {
  const { order } = item;
  for (const parcel of order.fulfillments)
    if (parcel.at > now) parcel.lines = parcel.lines.filter((part) => part.from.fulfillmentOrder !== item);
  order.fulfillments = order.fulfillments.filter((parcel) => parcel.at <= now || parcel.lines.length > 0);
  item.inProgressAt = null;
  item.incompleteAt = null;
}

/** What a store file says outright gives way to what happens. */
function forgetSaid(item: FulfillmentOrderRecord): void {
  delete item.status;
  delete item.requestStatus;
}
