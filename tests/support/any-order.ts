import fc from "fast-check";
import { at, fulfillmentOrder, line, order, parcel } from "#app/orders/order-snapshots.fixture.ts";
import { displayStatuses, eventStatuses } from "#devstore/store/fulfillment-schema.ts";
import type { FulfillmentOrder, OrderSnapshot, Parcel, ParcelEvent } from "#app/orders/snapshot.ts";

/** The moment around which the orders happen. */
export const NOW = at("11-20 10:30");

const moment = fc.integer({ min: -60 * 24, max: 20 * 24 }).map((hours) => new Date(NOW.getTime() + hours * 3_600_000));
const maybeMoment = fc.option(moment, { nil: null });
const text = fc.option(
  fc.constantFrom(
    "Customs clearance",
    "Returning to sender",
    "Refused",
    "left with neighbor",
    "<b>x</b>",
    "pay duty at customs",
    "Held at PostNord Ombud, Storgatan 1, until 24 Nov",
    "Ready for pickup until 2 December",
    "damaged in transit",
    "on hold",
    "signature required",
    "nobody home",
  ),
  { nil: null },
);

const event: fc.Arbitrary<ParcelEvent> = fc.record({
  index: fc.nat(9),
  status: fc.constantFrom(...eventStatuses),
  message: text,
  happenedAt: moment,
  createdAt: moment,
  estimatedDeliveryAt: maybeMoment,
  city: fc.option(fc.constantFrom("Köln", "Paris <i>"), { nil: null }),
});

const quantities = fc.array(fc.record({ lineId: fc.constantFrom("L1", "L2", "L3", "gone"), quantity: fc.nat(4) }), {
  maxLength: 4,
});

const anyParcel: fc.Arbitrary<Parcel> = fc
  .record({
    fulfillmentOrderId: fc.constantFrom("F1", "F2", null),
    status: fc.constantFrom("SUCCESS", "CANCELLED", "ERROR", "FAILURE", "OPEN", "PENDING"),
    displayStatus: fc.constantFrom(...displayStatuses, null),
    createdAt: moment,
    updatedAt: moment,
    inTransitAt: maybeMoment,
    estimatedDeliveryAt: maybeMoment,
    deliveredAt: maybeMoment,
    requiresShipping: fc.boolean(),
    lines: quantities,
    events: fc.array(event, { maxLength: 6 }),
    tracking: fc.constantFrom(
      [],
      [{ company: "UPS", number: "1Z999AA10123456784", url: "https://ups.com/1" }],
      [{ company: null, number: "X 77", url: null }],
    ),
  })
  .map((changes) => parcel(changes));

const anyFulfillmentOrder: fc.Arbitrary<FulfillmentOrder> = fc
  .record({
    id: fc.constantFrom("F1", "F2"),
    status: fc.constantFrom("CANCELLED", "CLOSED", "INCOMPLETE", "IN_PROGRESS", "ON_HOLD", "OPEN", "SCHEDULED"),
    requestStatus: fc.constantFrom(
      "ACCEPTED",
      "CANCELLATION_ACCEPTED",
      "CANCELLATION_REJECTED",
      "CANCELLATION_REQUESTED",
      "CLOSED",
      "REJECTED",
      "SUBMITTED",
      "UNSUBMITTED",
    ),
    fulfillAt: maybeMoment,
    fulfillBy: maybeMoment,
    createdAt: moment,
    method: fc.constantFrom("LOCAL", "NONE", "PICKUP_POINT", "PICK_UP", "RETAIL", "SHIPPING", null),
    promisedFrom: maybeMoment,
    promisedTo: maybeMoment,
    methodName: fc.option(fc.constantFrom("Standard shipping", "Express"), { nil: null }),
    holds: fc.subarray(
      [
        "AWAITING_PAYMENT",
        "AWAITING_RETURN_ITEMS",
        "HIGH_RISK_OF_FRAUD",
        "INCORRECT_ADDRESS",
        "INVENTORY_OUT_OF_STOCK",
        "ONLINE_STORE_POST_PURCHASE_CROSS_SELL",
        "OTHER",
        "UNKNOWN_DELIVERY_DATE",
      ] as const,
      { maxLength: 2 },
    ),
    lines: fc.array(fc.record({ lineId: fc.constantFrom("L1", "L2", "L3"), total: fc.nat(4), remaining: fc.nat(4) }), {
      maxLength: 3,
    }),
  })
  .map((changes) => fulfillmentOrder(changes));

const anyLine = (id: string) =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 5 }),
      currentQuantity: fc.nat(5),
      unfulfilledQuantity: fc.nat(5),
      requiresShipping: fc.boolean(),
    })
    .map((changes) => line({ id, title: `Item ${id}`, ...changes }));

const money = fc.record({ minor: fc.nat(1_000_000), currency: fc.constant("EUR") });

/** Whatever Shopify could say about an order: its signs may contradict each other and lie up to three weeks ahead. */
export const anyOrder: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    placedAt: moment,
    cancelledAt: maybeMoment,
    test: fc.boolean(),
    tags: fc.subarray(["picked", "packed", "replaced", "says-not-received"]),
    attributes: fc.constantFrom(
      [],
      [{ key: "replaced_by", value: "#1002" }],
      [{ key: "replaces", value: "free money" }],
    ),
    financialStatus: fc.constantFrom(
      "AUTHORIZED",
      "EXPIRED",
      "PAID",
      "PARTIALLY_PAID",
      "PARTIALLY_REFUNDED",
      "PENDING",
      "REFUNDED",
      "VOIDED",
      null,
    ),
    returnStatus: fc.constantFrom(
      "INSPECTION_COMPLETE",
      "IN_PROGRESS",
      "NO_RETURN",
      "RETURNED",
      "RETURN_FAILED",
      "RETURN_REQUESTED",
    ),
    destination: fc.constantFrom(
      null,
      { city: null, countryCode: "US", timeZone: "America/Los_Angeles" },
      { city: "Berlin", countryCode: "DE", timeZone: "nowhere" },
    ),
    total: fc.option(money, { nil: null }),
    outstanding: fc.option(money, { nil: null }),
    refunded: fc.option(money, { nil: null }),
    received: fc.option(money, { nil: null }),
    lines: fc.tuple(anyLine("L1"), anyLine("L2"), anyLine("L3")),
    fulfillmentOrders: fc.array(anyFulfillmentOrder, { maxLength: 3 }),
    parcels: fc.array(anyParcel, { maxLength: 5 }).map((all) => all.map((one, index) => ({ ...one, index }))),
    returns: fc.array(
      fc.record({
        status: fc.constantFrom("CANCELED", "CLOSED", "DECLINED", "OPEN", "REQUESTED"),
        createdAt: moment,
        approvedAt: maybeMoment,
        closedAt: maybeMoment,
        units: fc.nat(3),
        processedUnits: fc.nat(3),
        refundedUnits: fc.nat(3),
        declineReason: fc.constantFrom("FINAL_SALE", "OTHER", "RETURN_PERIOD_ENDED", null),
        isExchange: fc.boolean(),
        hasTracking: fc.boolean(),
        received: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    refunds: fc.array(
      fc.record({
        index: fc.nat(4),
        at: moment,
        amount: money,
        lines: quantities,
        moreLines: fc.boolean(),
        money: fc.constantFrom("paid_out", "store_credit", "pending", "failed", "none"),
      }),
      { maxLength: 3 },
    ),
  })
  .map((changes) => order(changes));
