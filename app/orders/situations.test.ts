import { describe, expect, test } from "vitest";
import { at, events, fulfillmentOrder, line, order, shipped } from "./order-snapshots.fixture.ts";
import { tellOrder } from "./answer.ts";
import type { FulfillmentOrder, OrderSnapshot, Parcel } from "./snapshot.ts";

const profile = { timeZone: "Europe/Berlin", locale: "en" };
const tell = (snapshot: OrderSnapshot, now: string) => tellOrder(snapshot, at(now), profile).facts;

type Waiting = [facts: string, changes: Partial<FulfillmentOrder>, now: string, situation: string, says: string];

describe("an order that has not been sent", () => {
  test.each<Waiting>([
    ["just placed", {}, "11-16 13:00", "received", "waiting to be prepared"],
    ["on its third working day", {}, "11-19 12:00", "received", "waiting to be prepared"],
    ["past the usual time", {}, "11-20 12:00", "received_overdue", "hasn't been sent yet"],
    [
      "with a deadline to come",
      { fulfillBy: at("11-25 18:00") },
      "11-20 12:00",
      "received",
      "sent by Wednesday, November 25",
    ],
    [
      "on the day of its deadline",
      { fulfillBy: at("11-18 18:00") },
      "11-18 23:00",
      "received",
      "Wednesday, November 18",
    ],
    [
      "past its deadline",
      { fulfillBy: at("11-18 18:00") },
      "11-19 08:00",
      "received_overdue",
      "should have been sent by Wednesday, November 18",
    ],
    [
      "promised for later",
      { promisedFrom: at("11-24 12:00"), promisedTo: at("11-26 12:00") },
      "11-20 12:00",
      "received",
      "between Tuesday, November 24 and Thursday, November 26",
    ],
    [
      "in the promised window",
      { promisedFrom: at("11-18 12:00"), promisedTo: at("11-26 12:00") },
      "11-20 12:00",
      "received",
      "promised by Thursday, November 26",
    ],
    [
      "past its promise",
      { promisedTo: at("11-18 12:00") },
      "11-20 12:00",
      "received_overdue",
      "promised by Wednesday, November 18, so it is late",
    ],
    ["sent to a 3PL", { requestStatus: "SUBMITTED" }, "11-16 13:00", "sent_to_partner", "passed to our warehouse"],
    ["accepted by a 3PL", { requestStatus: "ACCEPTED" }, "11-17 13:00", "being_prepared", "being prepared"],
    ["rejected by a 3PL", { requestStatus: "REJECTED" }, "11-17 13:00", "partner_rejected", "couldn't take your order"],
    [
      "a 3PL gave up",
      { status: "INCOMPLETE", requestStatus: "ACCEPTED" },
      "11-17 13:00",
      "partner_incomplete",
      "couldn't send all",
    ],
    [
      "cancellation asked",
      { requestStatus: "CANCELLATION_REQUESTED" },
      "11-17 13:00",
      "cancellation_asked",
      "been asked to cancel",
    ],
    [
      "cancellation refused",
      { requestStatus: "CANCELLATION_REJECTED" },
      "11-17 13:00",
      "cancellation_refused",
      "too late to cancel",
    ],
    ["in progress", { status: "IN_PROGRESS" }, "11-17 13:00", "being_prepared", "being prepared"],
    [
      "in progress for weeks",
      { status: "IN_PROGRESS" },
      "12-01 13:00",
      "being_prepared_overdue",
      "still being prepared",
    ],
    [
      "scheduled",
      { status: "SCHEDULED", fulfillAt: at("12-02 09:00") },
      "11-17 13:00",
      "scheduled",
      "leave on Wednesday, December 2",
    ],
    ["scheduled without a date", { status: "SCHEDULED" }, "11-17 13:00", "scheduled_no_date", "no shipping date yet"],
    [
      "scheduled for a day gone by",
      { status: "SCHEDULED", fulfillAt: at("11-18 09:00") },
      "11-20 13:00",
      "scheduled_overdue",
      "running late",
    ],
    [
      "held for review",
      { status: "ON_HOLD", holds: ["HIGH_RISK_OF_FRAUD"] },
      "11-17 13:00",
      "being_reviewed",
      "being reviewed",
    ],
    [
      "held for its address",
      { status: "ON_HOLD", holds: ["INCORRECT_ADDRESS"] },
      "11-17 13:00",
      "hold_address",
      "send us the complete address",
    ],
    [
      "held for stock",
      { status: "ON_HOLD", holds: ["INVENTORY_OUT_OF_STOCK"] },
      "11-17 13:00",
      "hold_out_of_stock",
      "out of stock",
    ],
    [
      "held for payment",
      { status: "ON_HOLD", holds: ["AWAITING_PAYMENT"] },
      "11-17 13:00",
      "awaiting_payment",
      "payment isn't complete",
    ],
    [
      "held for a return",
      { status: "ON_HOLD", holds: ["AWAITING_RETURN_ITEMS"] },
      "11-17 13:00",
      "hold_return_items",
      "items you are returning",
    ],
    [
      "held without a date",
      { status: "ON_HOLD", holds: ["UNKNOWN_DELIVERY_DATE"] },
      "11-17 13:00",
      "hold_no_date",
      "can't yet say when",
    ],
    [
      "held for a moment",
      { status: "ON_HOLD", holds: ["ONLINE_STORE_POST_PURCHASE_CROSS_SELL"] },
      "11-16 12:10",
      "hold_brief",
      "start preparing it shortly",
    ],
    [
      "held for something else",
      { status: "ON_HOLD", holds: ["OTHER"] },
      "11-17 13:00",
      "hold_other",
      "sorts something out",
    ],
    ["held, the reason unseen", { status: "ON_HOLD" }, "11-17 13:00", "hold_other", "on hold"],
    ["for pickup", { method: "PICK_UP" }, "11-17 13:00", "pickup_preparing", "for pickup at Warehouse, Hamburg"],
    [
      "for pickup, late",
      { method: "PICK_UP", fulfillBy: at("11-16 18:00") },
      "11-17 13:00",
      "pickup_overdue",
      "isn't ready for pickup",
    ],
    ["for local delivery", { method: "LOCAL" }, "11-17 13:00", "local_preparing", "local delivery"],
  ])("%s", (_facts, changes, now, situation, says) => {
    const facts = tell(order({ fulfillmentOrders: [fulfillmentOrder(changes)] }), now);
    expect(facts.situation).toBe(situation);
    expect(facts.headline).toContain(says);
  });

  test.each<[facts: string, changes: Partial<OrderSnapshot>, situation: string, says: string]>([
    [
      "payment pending",
      { financialStatus: "PENDING", outstanding: { minor: 4200, currency: "EUR" } },
      "awaiting_payment",
      "€42.00 is still to be paid",
    ],
    ["authorization expired", { financialStatus: "EXPIRED" }, "payment_expired", "has expired"],
    ["authorized", { financialStatus: "AUTHORIZED" }, "received", "waiting to be prepared"],
    ["tagged as packed", { tags: ["Packed"] }, "packed", "is packed"],
    ["tagged as picked", { tags: ["picked"] }, "picked", "have been picked"],
    ["a test order", { test: true }, "test_order", "nothing will be sent"],
    [
      "canceled, refunded",
      { cancelledAt: at("11-16 15:00"), financialStatus: "REFUNDED", refunded: { minor: 4200, currency: "EUR" } },
      "cancelled_refunded",
      "canceled on Monday, November 16",
    ],
    [
      "canceled, never charged",
      { cancelledAt: at("11-16 15:00"), financialStatus: "VOIDED" },
      "cancelled_not_charged",
      "haven't been charged",
    ],
    ["canceled, refund missing", { cancelledAt: at("11-16 15:00") }, "cancelled_refund_pending", "can't see a refund"],
    ["no fulfillment orders to be seen", { fulfillmentOrders: [] }, "to_ship_unknown", "hasn't been sent yet"],
  ])("%s", (_facts, changes, situation, says) => {
    const facts = tell(order(changes), "11-17 13:00");
    expect(facts.situation).toBe(situation);
    expect(facts.headline).toContain(says);
  });
});

type Moving = [facts: string, parcel: Partial<Parcel>, now: string, situation: string, says: string];
const left = "11-17 18:00 CARRIER_PICKED_UP";
const moved = "11-18 06:00 IN_TRANSIT";

describe("a parcel", () => {
  test.each<Moving>([
    [
      "label made today",
      { events: events("11-17 10:00 LABEL_PRINTED") },
      "11-17 15:00",
      "label_fresh",
      "DHL picks it up next",
    ],
    [
      "label made days ago",
      { events: events("11-17 10:00 LABEL_PRINTED") },
      "11-20 15:00",
      "label_stale",
      "hasn't picked it up since",
    ],
    [
      "label over a weekend",
      { createdAt: at("11-20 10:00"), events: events("11-20 10:00 LABEL_PRINTED") },
      "11-23 15:00",
      "label_fresh",
      "picks it up next",
    ],
    [
      "label voided",
      { displayStatus: "LABEL_VOIDED" },
      "11-18 15:00",
      "label_voided",
      "label for your order was canceled",
    ],
    ["a number and no scan", {}, "11-18 15:00", "awaiting_first_scan", "hasn't scanned it yet"],
    ["a number and no scan for days", {}, "11-20 15:00", "first_scan_overdue", "longer than usual"],
    [
      "no tracking",
      { displayStatus: "MARKED_AS_FULFILLED", tracking: [] },
      "11-20 15:00",
      "shipped_no_tracking",
      "can't see where it is",
    ],
    [
      "a number without a link",
      { tracking: [{ company: "Hauler", number: "A1", url: null }] },
      "11-18 15:00",
      "shipped_no_link",
      "handed to Hauler",
    ],
    [
      "picked up",
      { events: events(left) },
      "11-17 20:00",
      "picked_up",
      "DHL picked up your order on Tuesday, November 17",
    ],
    [
      "in transit",
      { events: events(left, moved) },
      "11-18 20:00",
      "in_transit",
      "last scan was on Wednesday, November 18",
    ],
    [
      "held up by the weather, said in words alone",
      { events: events(left, "11-18 06:00 IN_TRANSIT: Severe weather conditions") },
      "11-18 20:00",
      "delayed",
      "reported a delay",
    ],
    [
      "brought to a pickup point after nobody was home",
      { events: events(left, "11-18 11:00 ATTEMPTED_DELIVERY: Empfänger nicht angetroffen. Zur Abholung bereit.") },
      "11-18 20:00",
      "ready_at_pickup_point",
      "waiting for you at the pickup point",
    ],
    [
      "in transit by its dates alone",
      { displayStatus: "IN_TRANSIT", inTransitAt: at("11-18 06:00") },
      "11-18 20:00",
      "in_transit",
      "on its way",
    ],
    [
      "expected tomorrow",
      { events: events(left, `${moved} eta 11-20 18:00`) },
      "11-19 09:00",
      "in_transit",
      "DHL expects to deliver it on Friday, November 20",
    ],
    [
      "expected today",
      { events: events(left, `${moved} eta 11-19 18:00`) },
      "11-19 23:00",
      "in_transit",
      "today, Thursday, November 19",
    ],
    [
      "expected yesterday",
      { events: events(left, `${moved} eta 11-19 18:00`) },
      "11-20 00:30",
      "in_transit_past_date",
      "It was expected on Thursday, November 19, so it is late",
    ],
    [
      "the newest estimate counts",
      { estimatedDeliveryAt: at("11-19 18:00"), events: events(left, `${moved} eta 11-23 18:00`) },
      "11-20 09:00",
      "in_transit_running_late",
      "expects to deliver it on Monday, November 23",
    ],
    [
      "estimated by the shipment",
      { estimatedDeliveryAt: at("11-23 18:00"), events: events(left, moved) },
      "11-19 09:00",
      "in_transit",
      "estimated to arrive on Monday, November 23",
    ],
    [
      "silent at home",
      { events: events(left, moved) },
      "11-22 09:00",
      "no_recent_scan",
      "hasn't been scanned since Wednesday, November 18",
    ],
    ["silent for long", { events: events(left, moved) }, "11-28 09:00", "perhaps_lost", "may be lost"],
    [
      "delayed",
      { events: events(left, "11-18 06:00 DELAYED eta 11-24 18:00") },
      "11-18 20:00",
      "delayed",
      "reported a delay",
    ],
    [
      "at customs",
      { events: events(left, `${moved}: Customs clearance in progress`) },
      "11-18 20:00",
      "customs",
      "going through customs",
    ],
    [
      "cleared by customs",
      { events: events(left, `${moved}: Cleared customs`) },
      "11-18 20:00",
      "in_transit",
      "on its way",
    ],
    [
      "duty to be paid",
      { events: events(left, `${moved}: Held by customs, payment of duty required`) },
      "11-18 20:00",
      "customs_needs_shopper",
      "waiting for a payment",
    ],
    [
      "address in doubt",
      { events: events(left, `${moved}: Incorrect address, awaiting instructions`) },
      "11-18 20:00",
      "carrier_needs_address",
      "problem with the delivery address",
    ],
    [
      "out for delivery",
      { events: events(left, moved, "11-19 08:00 OUT_FOR_DELIVERY") },
      "11-19 12:00",
      "out_for_delivery",
      "out for delivery with DHL today",
    ],
    [
      "out since yesterday",
      { events: events(left, moved, "11-19 08:00 OUT_FOR_DELIVERY") },
      "11-20 12:00",
      "out_for_delivery_overdue",
      "hasn't confirmed a delivery",
    ],
    [
      "out for days",
      { events: events(left, moved, "11-19 08:00 OUT_FOR_DELIVERY") },
      "11-23 12:00",
      "out_for_delivery_stuck",
      "much longer",
    ],
    [
      "attempted",
      { events: events(left, "11-19 13:00 ATTEMPTED_DELIVERY") },
      "11-19 15:00",
      "delivery_attempted",
      "couldn't hand it over",
    ],
    [
      "attempted, to be retried",
      { events: events(left, "11-19 13:00 ATTEMPTED_DELIVERY: A second attempt will be made") },
      "11-19 15:00",
      "delivery_attempted_retry",
      "try again",
    ],
    [
      "at a pickup point",
      { events: events(left, "11-19 13:00 READY_FOR_PICKUP") },
      "11-19 15:00",
      "ready_at_pickup_point",
      "waiting for you at the pickup point",
    ],
    [
      "delivered",
      { deliveredAt: at("11-19 13:00"), events: events(left, "11-19 13:00 DELIVERED") },
      "11-19 15:00",
      "delivered_recently",
      "was delivered on Thursday, November 19",
    ],
    [
      "delivered long ago",
      { deliveredAt: at("11-19 13:00") },
      "12-19 15:00",
      "delivered",
      "was delivered on Thursday, November 19",
    ],
    [
      "left with a neighbor",
      { events: events("11-19 13:00 DELIVERED: Left with neighbor Smith") },
      "11-19 15:00",
      "delivered_to_neighbor",
      "left with a neighbor",
    ],
    [
      "failed",
      { events: events(left, "11-19 13:00 FAILURE") },
      "11-19 15:00",
      "delivery_failed",
      "couldn't be delivered",
    ],
    [
      "not delivered, no word why",
      { displayStatus: "NOT_DELIVERED" },
      "11-19 15:00",
      "delivery_failed",
      "couldn't be delivered",
    ],
    [
      "refused",
      { events: events(left, "11-19 13:00 FAILURE: Refused by recipient") },
      "11-19 15:00",
      "delivery_refused",
      "refused at the door",
    ],
    [
      "going back",
      { events: events(left, "11-19 13:00 FAILURE: Returning to sender") },
      "11-19 15:00",
      "returned_to_sender",
      "sending it back",
    ],
    [
      "back with us",
      { events: events(left, "11-19 13:00 FAILURE: The shipment was returned to the sender") },
      "11-19 15:00",
      "returned_to_us",
      "came back to us",
    ],
    [
      "address not found",
      { events: events(left, "11-19 13:00 FAILURE: Recipient cannot be found at this address") },
      "11-19 15:00",
      "delivery_failed_address",
      "tell us how it can be found",
    ],
    // Signals that contradict each other
    ["events in any order", { events: events(moved, left) }, "11-18 20:00", "in_transit", "on its way"],
    ["every event twice", { events: events(left, left, moved, moved) }, "11-18 20:00", "in_transit", "on its way"],
    [
      "a delivery from the future",
      { displayStatus: "DELIVERED", deliveredAt: at("11-24 10:00"), events: events(left, "11-24 10:00 DELIVERED") },
      "11-18 20:00",
      "picked_up",
      "picked up your order",
    ],
    [
      "moved after its delivery",
      { deliveredAt: at("11-19 13:00"), events: events("11-19 13:00 DELIVERED", "11-19 20:00 IN_TRANSIT") },
      "11-19 21:00",
      "delivered_recently",
      "was delivered",
    ],
    [
      "sent back after its delivery",
      { events: events("11-19 13:00 DELIVERED", "11-20 09:00 FAILURE: Returning to sender") },
      "11-20 12:00",
      "returned_to_sender",
      "sending it back",
    ],
    [
      "no status at all",
      { displayStatus: null, tracking: [] },
      "11-18 12:00",
      "shipped_no_tracking",
      "without tracking",
    ],
  ])("%s", (_facts, changes, now, situation, says) => {
    const facts = tell(shipped(changes), now);
    expect(facts.situation).toBe(situation);
    expect(facts.headline).toContain(says);
  });

  test("limits are more patient across a border, and where the countries are not known", () => {
    const silent = { events: events(left, moved) };
    const abroad = { destination: { city: "Paris", countryCode: "FR", timeZone: "Europe/Paris" } };
    expect(tell(shipped(silent, abroad), "11-24 09:00").situation).toBe("in_transit");
    expect(tell(shipped(silent, { destination: null }), "11-24 09:00").situation).toBe("in_transit");
    expect(tell(shipped(silent, abroad), "11-27 09:00").situation).toBe("no_recent_scan");
    expect(tell(shipped(silent, abroad), "12-15 09:00").situation).toBe("perhaps_lost");
  });

  test("days are told where the order goes", () => {
    const delivered = { deliveredAt: at("11-19 03:47") };
    const portland = { destination: { city: "Portland", countryCode: "US", timeZone: "America/Los_Angeles" } };
    expect(tell(shipped(delivered, portland), "11-19 10:00").headline).toContain("Wednesday, November 18");
    expect(tell(shipped(delivered, { destination: null }), "11-19 10:00").headline).toContain("Thursday, November 19");
  });
});

describe("an order of several parts", () => {
  const two = [line({ quantity: 3, currentQuantity: 3, unfulfilledQuantity: 1 })];
  const waiting = fulfillmentOrder({ lines: [{ lineId: "L1", total: 3, remaining: 1 }], status: "IN_PROGRESS" });

  test("says what is in each of them and where it stands", () => {
    const snapshot = shipped({ events: events(left, moved) }, { lines: two, fulfillmentOrders: [waiting] });
    const facts = tell(snapshot, "11-18 20:00");
    expect(facts.situation).toBe("partly_shipped");
    expect(facts.headline).toBe(
      "Your order comes in 2 parts. Parcel (2 × Mug): on its way. Still to be shipped (Mug): being prepared.",
    );
    expect(facts.groups.map((group) => [group.kind, group.items[0]?.quantity])).toEqual([
      ["parcel", 2],
      ["to_ship", 1],
    ]);
  });

  test("takes its tone from the worst of them", () => {
    const held = { ...waiting, status: "ON_HOLD" as const, holds: ["INCORRECT_ADDRESS" as const] };
    const snapshot = shipped({ events: events(left, moved) }, { lines: two, fulfillmentOrders: [held] });
    expect(tell(snapshot, "11-18 20:00").tone).toBe("warn");
  });

  test("a canceled parcel carries nothing", () => {
    const snapshot = shipped(
      { status: "CANCELLED", displayStatus: "CANCELED" },
      { fulfillmentOrders: [fulfillmentOrder()], lines: [line()] },
    );
    expect(tell(snapshot, "11-17 20:00").groups.map((group) => group.kind)).toEqual(["to_ship"]);
  });
});
