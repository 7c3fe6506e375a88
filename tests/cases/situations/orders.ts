import { at, events, fulfillmentOrder, line, order, parcel, shipped } from "#app/orders/order-snapshots.fixture.ts";
import type { OrderReturn, OrderSnapshot, Refund } from "#app/orders/snapshot.ts";
import { ARRIVED, CHANGE, NOTHING } from "./case.ts";
import type { SituationCase } from "./case.ts";

const cancelled = (changes: Partial<OrderSnapshot>): OrderSnapshot =>
  order({ cancelledAt: at("11-17 09:00"), ...changes });
const refund = (money: Refund["money"]): Refund => ({
  index: 0,
  at: at("11-17 09:00"),
  amount: { minor: 4200, currency: "EUR" },
  lines: [],
  moreLines: false,
  money,
});
const returned = (changes: Partial<OrderReturn>, rest: Partial<OrderSnapshot> = {}): OrderSnapshot =>
  shipped(
    { displayStatus: "DELIVERED", deliveredAt: at("11-18 14:00") },
    {
      returns: [
        {
          status: "OPEN",
          createdAt: at("11-19 09:00"),
          approvedAt: at("11-19 12:00"),
          closedAt: null,
          units: 1,
          processedUnits: 0,
          refundedUnits: 0,
          declineReason: null,
          isExchange: false,
          hasTracking: false,
          received: false,
          ...changes,
        },
      ],
      ...rest,
    },
  );
/** A mug and a plate: the mug is in a parcel, the plate waits or travels in another. */
const two = (mug: Parameters<typeof parcel>[0], plate: Parameters<typeof parcel>[0] | null): OrderSnapshot => {
  const lines = [
    line({ quantity: 1, currentQuantity: 1, unfulfilledQuantity: 0 }),
    line({ id: "L2", title: "Plate", quantity: 1, currentQuantity: 1, unfulfilledQuantity: plate ? 0 : 1 }),
  ];
  return order({
    lines,
    fulfillmentOrders: [
      fulfillmentOrder({
        status: plate ? "CLOSED" : "OPEN",
        lines: [
          { lineId: "L1", total: 1, remaining: 0 },
          { lineId: "L2", total: 1, remaining: plate ? 0 : 1 },
        ],
      }),
    ],
    parcels: [
      parcel({ lines: [{ lineId: "L1", quantity: 1 }], ...mug }),
      ...(plate ? [parcel({ index: 1, lines: [{ lineId: "L2", quantity: 1 }], ...plate })] : []),
    ],
  });
};
const moving = { displayStatus: "IN_TRANSIT", events: events("11-18 09:00 IN_TRANSIT") } as const;
const there = { displayStatus: "DELIVERED", deliveredAt: at("11-18 14:00") } as const;
const digital = (unfulfilledQuantity: number, rest: Partial<OrderSnapshot> = {}): OrderSnapshot =>
  order({
    lines: [line({ requiresShipping: false, isGiftCard: true, unfulfilledQuantity })],
    requiresShipping: false,
    fulfillmentOrders: [],
    ...rest,
  });

/** What is true above the parts of an order, and how several parts make one headline. */
export const ORDER_CASES: readonly SituationCase[] = [
  ["a test order", order({ test: true }), "11-17 12:00", "test_order", "fine", "nobody", NOTHING],
  [
    "canceled and refunded",
    cancelled({
      financialStatus: "REFUNDED",
      refunded: { minor: 4200, currency: "EUR" },
      refunds: [refund("paid_out")],
    }),
    "11-18 12:00",
    "cancelled_refunded",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "canceled, refund under way",
    cancelled({ financialStatus: "REFUNDED", refunds: [refund("pending")] }),
    "11-18 12:00",
    "cancelled_refund_on_its_way",
    "fine",
    "nobody",
    NOTHING,
  ],
  ["canceled, no refund made", cancelled({}), "11-18 12:00", "cancelled_refund_pending", "late", "merchant", NOTHING],
  [
    "canceled, partly refunded",
    cancelled({ financialStatus: "PARTIALLY_REFUNDED" }),
    "11-18 12:00",
    "cancelled_partly_refunded",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "canceled before it was charged",
    cancelled({ financialStatus: "VOIDED" }),
    "11-18 12:00",
    "cancelled_not_charged",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "canceled, payment may not be read",
    cancelled({ financialStatus: null }),
    "11-18 12:00",
    "cancelled",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "refunded in full after delivery",
    shipped(there, {
      financialStatus: "REFUNDED",
      refunded: { minor: 4200, currency: "EUR" },
      refunds: [refund("paid_out")],
    }),
    "11-20 12:00",
    "refunded",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "replaced by another order",
    shipped(there, { tags: ["replaced"] }),
    "11-20 12:00",
    "replaced",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "return requested",
    returned({ status: "REQUESTED", approvedAt: null }),
    "11-20 12:00",
    "return_requested",
    "watch",
    "merchant",
    ARRIVED,
  ],
  ["return approved", returned({}), "11-20 12:00", "return_approved", "watch", "shopper", ARRIVED],
  [
    "return on its way",
    returned({ hasTracking: true }),
    "11-20 12:00",
    "return_in_transit",
    "fine",
    "carrier",
    ARRIVED,
  ],
  ["return received", returned({ received: true }), "11-20 12:00", "return_received", "fine", "merchant", ARRIVED],
  [
    "return inspected",
    returned({ received: true }, { returnStatus: "INSPECTION_COMPLETE" }),
    "11-20 12:00",
    "return_inspected",
    "fine",
    "merchant",
    ARRIVED,
  ],
  ["return refunded", returned({ refundedUnits: 1 }), "11-20 12:00", "return_completed", "fine", "nobody", ARRIVED],
  ["return declined", returned({ status: "DECLINED" }), "11-20 12:00", "return_declined", "fine", "nobody", ARRIVED],
  [
    "exchange waiting for the return",
    returned({ isExchange: true }),
    "11-20 12:00",
    "exchange_awaiting_return",
    "watch",
    "shopper",
    ARRIVED,
  ],
  [
    "a return of one parcel while another travels",
    { ...two(there, moving), returns: returned({}).returns },
    "11-20 12:00",
    "in_transit",
    "fine",
    "carrier",
    ARRIVED,
  ],
  ["one parcel there, one on its way", two(there, moving), "11-20 12:00", "in_transit", "fine", "carrier", ARRIVED],
  [
    "one parcel there, one perhaps lost",
    two(there, moving),
    "11-28 12:00",
    "perhaps_lost",
    "problem",
    "merchant",
    `${ARRIVED} lost late`,
  ],
  ["one sent, one not", two(moving, null), "11-19 12:00", "partly_shipped", "fine", "merchant", CHANGE],
  [
    "one sent, one not and overdue",
    two(there, null),
    "11-25 12:00",
    "partly_shipped",
    "late",
    "merchant",
    `${ARRIVED} ${CHANGE} late`,
  ],
  [
    "a gift card that was sent",
    digital(0),
    "11-17 12:00",
    "digital_sent",
    "fine",
    "nobody",
    "not_received wrong_item defective",
  ],
  ["a gift card still to be sent", digital(2), "11-17 12:00", "digital_pending", "watch", "merchant", CHANGE],
  [
    "a gift card that is not paid",
    digital(2, { financialStatus: "PENDING" }),
    "11-17 12:00",
    "awaiting_payment",
    "watch",
    "shopper",
    CHANGE,
  ],
  [
    "everything removed by an edit",
    order({ edited: true, lines: [line({ currentQuantity: 0, unfulfilledQuantity: 0 })], fulfillmentOrders: [] }),
    "11-17 12:00",
    "removed",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "refunded in part before it was sent",
    order({
      financialStatus: "PARTIALLY_REFUNDED",
      lines: [line({ currentQuantity: 0, unfulfilledQuantity: 0 })],
      fulfillmentOrders: [],
      refunds: [{ ...refund("paid_out"), lines: [{ lineId: "L1", quantity: 2 }] }],
    }),
    "11-17 12:00",
    "removed_refunded",
    "fine",
    "nobody",
    NOTHING,
  ],
  [
    "one item removed by an edit",
    order({
      edited: true,
      lines: [line({ quantity: 2, currentQuantity: 1, unfulfilledQuantity: 1 })],
      fulfillmentOrders: [fulfillmentOrder({ lines: [{ lineId: "L1", total: 1, remaining: 1 }] })],
    }),
    "11-17 12:00",
    "received",
    "fine",
    "merchant",
    CHANGE,
  ],
  [
    "a fulfillment that was canceled",
    order({ parcels: [parcel({ status: "CANCELLED", displayStatus: "CANCELED" })] }),
    "11-18 12:00",
    "received",
    "fine",
    "merchant",
    CHANGE,
  ],
  [
    "nothing may be read",
    order({ lines: [], fulfillmentOrders: [], parcels: [] }),
    "11-17 12:00",
    "no_details",
    "watch",
    "merchant",
    NOTHING,
  ],
];
