import { messageMeaning } from "./carrier-messages.ts";
import type { Signal } from "./explained.ts";
import type { JudgedGroup, OrderSituation } from "./order-situation.ts";
import { progressOf } from "./progress.ts";
import type { OrderRules } from "./rules.ts";
import type { GroupSituationId, OrderSituationId } from "./situation-ids.ts";
import type { OrderSnapshot } from "./snapshot.ts";

type About = { snapshot: OrderSnapshot; rules: OrderRules; judged: JudgedGroup | null };
type Value = string | number | boolean | Date | null | undefined;
type SignalName = keyof typeof READ;

const signal = (path: string, value: Value): Signal[] =>
  value === null || value === undefined || value === ""
    ? []
    : [{ path, value: value instanceof Date ? value.toISOString() : String(value) }];

const ofOrder =
  (read: (order: NonNullable<JudgedGroup["group"]["fulfillmentOrder"]>) => Record<string, Value>) =>
  ({ judged }: About): Signal[] => {
    const order = judged?.group.fulfillmentOrder;
    if (!judged || !order) return [];
    const path = `fulfillmentOrders[${String(judged.group.fulfillmentOrderIndex)}]`;
    return Object.entries(read(order)).flatMap(([field, value]) => signal(`${path}.${field}`, value));
  };

const ofParcel =
  (read: (parcel: NonNullable<JudgedGroup["group"]["parcel"]>, judged: JudgedGroup) => Record<string, Value>) =>
  ({ judged }: About): Signal[] => {
    const parcel = judged?.group.parcel;
    if (!judged || !parcel) return [];
    const path = `fulfillments[${String(parcel.index)}]`;
    return Object.entries(read(parcel, judged)).flatMap(([field, value]) => signal(`${path}.${field}`, value));
  };

const tagged =
  (pick: (rules: OrderRules) => readonly string[]) =>
  ({ snapshot, rules }: About): Signal[] =>
    signal("tags", snapshot.tags.filter((tag) => pick(rules).includes(tag.toLowerCase())).join(", "));

/** How each sign is read again, with the path below the order where Shopify gave it. */
const READ = {
  payment: ({ snapshot }: About) => signal("displayFinancialStatus", snapshot.financialStatus),
  placed: ({ snapshot }: About) => signal("processedAt", snapshot.placedAt),
  cancelled: ({ snapshot }: About) => [
    ...signal("cancelledAt", snapshot.cancelledAt),
    ...signal("cancelReason", snapshot.cancelReason),
  ],
  test: ({ snapshot }: About) => signal("test", snapshot.test),
  refunds: ({ snapshot }: About) =>
    snapshot.refunds.flatMap(({ index, at }) => signal(`refunds[${String(index)}].processedAt`, at)),
  returns: ({ snapshot }: About) => {
    const index = snapshot.returns.findIndex((one) => one.status !== "CANCELED");
    const found = snapshot.returns[index];
    return [
      ...signal("returnStatus", snapshot.returnStatus),
      ...(found ? signal(`returns[${String(index)}].status`, found.status) : []),
    ];
  },
  replaced: tagged((rules) => rules.replacedTags),
  progress: ({ snapshot, rules, judged }: About) => {
    const order = judged?.group.fulfillmentOrder;
    const path = `fulfillmentOrders[${String(judged?.group.fulfillmentOrderIndex)}]`;
    return order ? (progressOf(snapshot, order, path, rules)?.signals ?? []) : [];
  },
  notReceived: tagged((rules) => rules.notReceivedTags),
  quantities: ({ judged }: About) =>
    (judged?.group.items ?? []).flatMap(({ line }) =>
      signal(`lineItems(${line.title}).currentQuantity`, `${String(line.currentQuantity)} of ${String(line.quantity)}`),
    ),
  unfulfilled: ({ judged }: About) =>
    (judged?.group.items ?? []).flatMap(({ line }) =>
      signal(`lineItems(${line.title}).unfulfilledQuantity`, line.unfulfilledQuantity),
    ),
  noShipping: ({ judged }: About) =>
    (judged?.group.items ?? []).flatMap(({ line }) => signal(`lineItems(${line.title}).requiresShipping`, false)),
  status: ofOrder((order) => ({ status: order.status })),
  request: ofOrder((order) => ({ requestStatus: order.requestStatus })),
  holds: ofOrder((order) => ({ "fulfillmentHolds.reason": order.holds.join(", ") })),
  planned: ofOrder((order) => ({ fulfillAt: order.fulfillAt })),
  deadline: ofOrder((order) => ({ fulfillBy: order.fulfillBy })),
  method: ofOrder((order) => ({ "deliveryMethod.methodType": order.method })),
  promise: ofOrder((order) => ({
    "deliveryMethod.minDeliveryDateTime": order.promisedFrom,
    "deliveryMethod.maxDeliveryDateTime": order.promisedTo,
  })),
  countries: (about: About) => [
    ...ofOrder((order) => ({ "assignedLocation.countryCode": order.location?.countryCode }))(about),
    ...signal("shippingAddress.countryCodeV2", about.snapshot.destination?.countryCode),
  ],
  display: ofParcel((parcel) => ({ status: parcel.status, displayStatus: parcel.displayStatus })),
  made: ofParcel((parcel) => ({ createdAt: parcel.createdAt })),
  tracking: ofParcel((parcel) =>
    Object.fromEntries(
      parcel.tracking.flatMap(({ company, number, url }, index) => [
        [`trackingInfo[${String(index)}].company`, company],
        [`trackingInfo[${String(index)}].number`, number],
        [`trackingInfo[${String(index)}].url`, url],
      ]),
    ),
  ),
  deliveredAt: ofParcel((parcel) => ({ deliveredAt: parcel.deliveredAt })),
  estimate: ofParcel((parcel) => ({ estimatedDeliveryAt: parcel.estimatedDeliveryAt })),
  newestEvent: ofParcel((_, { situation }) => {
    const [event] = situation.events;
    if (!event) return {};
    const path = `events[${String(event.index)}]`;
    return {
      [`${path}.status`]: event.status,
      [`${path}.happenedAt`]: event.happenedAt,
      [`${path}.estimatedDeliveryAt`]: event.estimatedDeliveryAt,
    };
  }),
  message: ofParcel((_, { situation }) => {
    const said = situation.events.find((event) => event.message !== null);
    return said ? { [`events[${String(said.index)}].message`]: said.message } : {};
  }),
  damage: ofParcel((_, { situation }) => {
    const said = situation.events.find((event) => messageMeaning(event.message) === "damaged");
    return said ? { [`events[${String(said.index)}].message`]: said.message } : {};
  }),
} satisfies Record<string, (about: About) => Signal[]>;

const WAITING: readonly SignalName[] = ["status", "request", "deadline", "promise", "placed"];
const HELD: readonly SignalName[] = ["status", "holds", "promise"];
const ON_ITS_WAY: readonly SignalName[] = ["display", "newestEvent", "estimate", "promise"];
const SILENT: readonly SignalName[] = ["newestEvent", "countries", "display", "estimate", "promise"];
const TOLD_BY_MESSAGE: readonly SignalName[] = ["newestEvent", "message", "display"];
const ARRIVED: readonly SignalName[] = ["display", "deliveredAt", "newestEvent"];
const UNTRACKED: readonly SignalName[] = ["display", "made", "tracking", "promise"];

/** Which signs each situation rests on: those its rule looked at. */
const RESTS_ON: Record<OrderSituationId, readonly SignalName[]> = {
  awaiting_payment: ["payment", "holds"],
  payment_expired: ["payment", "status"],
  being_reviewed: ["status", "holds"],
  hold_address: HELD,
  hold_out_of_stock: HELD,
  hold_return_items: HELD,
  hold_no_date: HELD,
  hold_brief: HELD,
  hold_other: HELD,
  hold_address_and_stock: HELD,
  cancellation_asked: ["status", "request"],
  cancellation_refused: ["status", "request"],
  partner_rejected: ["status", "request"],
  partner_incomplete: ["status", "request"],
  scheduled: ["status", "planned"],
  scheduled_no_date: ["status", "planned"],
  scheduled_overdue: ["status", "planned"],
  received: WAITING,
  received_overdue: WAITING,
  sent_to_partner: WAITING,
  sent_to_partner_overdue: WAITING,
  being_prepared: ["progress", ...WAITING],
  being_prepared_overdue: ["progress", ...WAITING],
  picked: ["progress", ...WAITING],
  packed: ["progress", ...WAITING],
  to_ship_unknown: ["unfulfilled"],
  pickup_preparing: ["method", "display", ...WAITING],
  pickup_overdue: ["method", "display", ...WAITING],
  pickup_ready: ["method", "display", "newestEvent"],
  pickup_waiting_long: ["method", "display", "newestEvent"],
  collected: ["method", ...ARRIVED],
  bought_in_store: ["method", ...ARRIVED],
  local_preparing: ["method", "display", ...WAITING],
  local_overdue: ["method", "display", ...WAITING],
  local_out: ["method", "display", "newestEvent", "promise"],
  local_delivered: ["method", ...ARRIVED],
  label_fresh: ON_ITS_WAY,
  label_stale: ON_ITS_WAY,
  awaiting_first_scan: UNTRACKED,
  first_scan_overdue: UNTRACKED,
  shipped_no_link: UNTRACKED,
  shipped_no_tracking: UNTRACKED,
  shipped_no_tracking_overdue: UNTRACKED,
  picked_up: ON_ITS_WAY,
  in_transit: ON_ITS_WAY,
  in_transit_running_late: ON_ITS_WAY,
  in_transit_past_date: ON_ITS_WAY,
  no_recent_scan: SILENT,
  perhaps_lost: SILENT,
  customs: TOLD_BY_MESSAGE,
  customs_needs_shopper: TOLD_BY_MESSAGE,
  carrier_needs_address: TOLD_BY_MESSAGE,
  damaged_in_transit: ["damage", ...ON_ITS_WAY],
  held_at_depot: TOLD_BY_MESSAGE,
  delayed: ON_ITS_WAY,
  out_for_delivery: ON_ITS_WAY,
  out_for_delivery_overdue: ON_ITS_WAY,
  out_for_delivery_stuck: ON_ITS_WAY,
  delivery_attempted_retry: TOLD_BY_MESSAGE,
  delivery_attempted: TOLD_BY_MESSAGE,
  signature_needed: TOLD_BY_MESSAGE,
  ready_at_pickup_point: TOLD_BY_MESSAGE,
  ready_at_pickup_point_long: TOLD_BY_MESSAGE,
  delivered_to_neighbor: ["message", ...ARRIVED],
  delivered_not_received: ["notReceived", ...ARRIVED],
  delivered_recently: ARRIVED,
  delivered: ARRIVED,
  delivery_failed: TOLD_BY_MESSAGE,
  delivery_failed_address: TOLD_BY_MESSAGE,
  delivery_failed_damaged: ["damage", ...TOLD_BY_MESSAGE],
  delivery_refused: TOLD_BY_MESSAGE,
  returned_to_sender: TOLD_BY_MESSAGE,
  returned_to_us: TOLD_BY_MESSAGE,
  label_voided: ["display", "tracking"],
  digital_sent: ["noShipping", "unfulfilled", "made"],
  digital_pending: ["noShipping", "unfulfilled"],
  removed: ["quantities"],
  removed_refunded: ["quantities", "refunds"],
  removed_cancelled: ["cancelled"],
  cancelled_refunded: ["cancelled", "payment", "refunds"],
  cancelled_partly_refunded: ["cancelled", "payment", "refunds"],
  cancelled_refund_on_its_way: ["cancelled", "payment", "refunds"],
  cancelled_refund_pending: ["cancelled", "payment", "refunds"],
  cancelled: ["cancelled", "payment"],
  cancelled_not_charged: ["cancelled", "payment"],
  refunded: ["payment", "refunds"],
  exchange_awaiting_return: ["returns"],
  return_requested: ["returns"],
  return_approved: ["returns"],
  return_in_transit: ["returns"],
  return_received: ["returns"],
  return_inspected: ["returns"],
  return_completed: ["returns", "refunds"],
  return_declined: ["returns"],
  return_in_progress: ["returns"],
  test_order: ["test"],
  replaced: ["replaced"],
  partly_shipped: [],
  no_details: [],
};

/** What said that a group is in its situation, with the values as they were read. */
export function groupEvidence(judged: JudgedGroup, snapshot: OrderSnapshot, rules: OrderRules): Signal[] {
  const id: GroupSituationId = judged.situation.id;
  const signals = RESTS_ON[id].flatMap((name) => READ[name]({ snapshot, rules, judged }));
  // A field that two signs rest on is told once, in the words of the first.
  return signals.filter(({ path }, index) => signals.findIndex((one) => one.path === path) === index);
}

/** What said that the order is in its situation; of a situation that a group lent, what said so of the group. */
export function orderEvidence(order: OrderSituation, snapshot: OrderSnapshot, rules: OrderRules): Signal[] {
  if (order.from) return groupEvidence(order.from, snapshot, rules);
  return RESTS_ON[order.id].flatMap((name) => READ[name]({ snapshot, rules, judged: null }));
}
