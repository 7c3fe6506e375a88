import type { FulfillmentOrder, OrderLine, OrderSnapshot, Parcel, ParcelEvent, ParcelEventStatus } from "./snapshot.ts";

/** A paid order of two mugs, placed on Monday 16 November at noon in Berlin, waiting at a warehouse there. */
export function order(changes: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return {
    id: "gid://shopify/Order/1",
    name: "#1001",
    detail: "full",
    placedAt: at("11-16 12:00"),
    updatedAt: at("11-16 12:00"),
    cancelledAt: null,
    cancelReason: null,
    test: false,
    edited: false,
    tags: [],
    attributes: [],
    metafields: [],
    requiresShipping: true,
    financialStatus: "PAID",
    returnStatus: "NO_RETURN",
    customerId: "gid://shopify/Customer/1",
    destination: { city: "Berlin", countryCode: "DE", timeZone: "Europe/Berlin" },
    shippingTitle: "Standard",
    total: { minor: 4200, currency: "EUR" },
    outstanding: { minor: 0, currency: "EUR" },
    refunded: { minor: 0, currency: "EUR" },
    received: { minor: 4200, currency: "EUR" },
    currentUnits: 2,
    orderedUnits: 2,
    lines: [line()],
    fulfillmentOrders: [fulfillmentOrder()],
    parcels: [],
    returns: [],
    refunds: [],
    unreadable: [],
    ...changes,
  };
}

/** An order whose two mugs left in one parcel on Tuesday morning. */
export function shipped(changes: Partial<Parcel>, rest: Partial<OrderSnapshot> = {}): OrderSnapshot {
  return order({
    fulfillmentOrders: [fulfillmentOrder({ status: "CLOSED", lines: [{ lineId: "L1", total: 2, remaining: 0 }] })],
    lines: [line({ unfulfilledQuantity: 0 })],
    parcels: [parcel(changes)],
    ...rest,
  });
}

export function line(changes: Partial<OrderLine> = {}): OrderLine {
  return {
    id: "L1",
    title: "Mug",
    variant: null,
    quantity: 2,
    currentQuantity: 2,
    unfulfilledQuantity: 2,
    requiresShipping: true,
    isGiftCard: false,
    ...changes,
  };
}

export function fulfillmentOrder(changes: Partial<FulfillmentOrder> = {}): FulfillmentOrder {
  return {
    id: "gid://shopify/FulfillmentOrder/1",
    status: "OPEN",
    requestStatus: "UNSUBMITTED",
    fulfillAt: null,
    fulfillBy: null,
    createdAt: at("11-16 12:00"),
    updatedAt: at("11-16 12:00"),
    location: { name: "Warehouse", address: null, city: "Hamburg", countryCode: "DE" },
    method: "SHIPPING",
    promisedFrom: null,
    promisedTo: null,
    methodName: null,
    holds: [],
    lines: [{ lineId: "L1", total: 2, remaining: 2 }],
    ...changes,
  };
}

export function parcel(changes: Partial<Parcel> = {}): Parcel {
  return {
    id: "gid://shopify/Fulfillment/1",
    index: 0,
    fulfillmentOrderId: "gid://shopify/FulfillmentOrder/1",
    status: "SUCCESS",
    displayStatus: "FULFILLED",
    createdAt: at("11-17 10:00"),
    updatedAt: at("11-17 10:00"),
    inTransitAt: null,
    estimatedDeliveryAt: null,
    deliveredAt: null,
    requiresShipping: true,
    totalQuantity: 2,
    tracking: [
      { company: "DHL", number: "00340434161094042557", url: "https://example.com/track/00340434161094042557" },
    ],
    lines: [{ lineId: "L1", quantity: 2 }],
    events: [],
    ...changes,
  };
}

/** Events as `["11-17 18:00 CARRIER_PICKED_UP", …]`, in any order; a text after the status is the carrier's message. */
export function events(...written: string[]): ParcelEvent[] {
  return written.map((text, index) => {
    const match = /^(\S+ \S+) ([A-Z_]+)(?: eta (\S+ \S+))?(?:: (.*))?$/.exec(text);
    if (!match) throw new Error(`not an event: ${text}`);
    const [, when = "", status = "", eta, message = null] = match;
    return {
      index,
      status: status as ParcelEventStatus,
      message,
      happenedAt: at(when),
      createdAt: at(when),
      estimatedDeliveryAt: eta === undefined ? null : at(eta),
      city: null,
    };
  });
}

/** `11-17 10:00` of 2026, in Berlin (winter time). */
export function at(text: string): Date {
  const [day = "", time = ""] = text.split(" ");
  return new Date(`2026-${day}T${time}:00+01:00`);
}
