import { DATES_AND_MONEY } from "./english/dates-and-money.ts";
import { HELD } from "./english/held.ts";
import { ORDERS } from "./english/orders.ts";
import { PARCEL_ARRIVING } from "./english/parcel-arriving.ts";
import { PARCEL_LEAVING } from "./english/parcel-leaving.ts";
import { PARCEL_MOVING } from "./english/parcel-moving.ts";
import { PARCEL_UNDELIVERED } from "./english/parcel-undelivered.ts";
import { PREPARING } from "./english/preparing.ts";
import { WITHOUT_CARRIER } from "./english/without-carrier.ts";
import { say, uncapitalized } from "./english/words.ts";
import type { Texts } from "./texts.ts";

/** All that shoppers are told in English. */
export const en: Texts = {
  language: "en",
  group: {
    ...HELD,
    ...PREPARING,
    ...WITHOUT_CARRIER,
    ...PARCEL_LEAVING,
    ...PARCEL_MOVING,
    ...PARCEL_ARRIVING,
    ...PARCEL_UNDELIVERED,
  },
  order: ORDERS,
  ...DATES_AND_MONEY,
  label: {
    parcel: (number, of) => (of === 1 ? "Parcel" : `Parcel ${String(number)} of ${String(of)}`),
    toShip: "Still to be shipped",
    pickup: "For pickup",
    localDelivery: "For local delivery",
    noShipping: "No shipping needed",
    removed: "Not part of the order anymore",
  },
  subject: { order: "Your order", parcel: "Your parcel", rest: "The rest of your order" },
  item: (quantity, title, variant) =>
    `${quantity > 1 ? `${String(quantity)} × ` : ""}${title}${variant ? ` ${variant}` : ""}`,
  items: (items, more) => {
    const all = more > 0 ? [...items, `${String(more)} more`] : items;
    return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
  },
  several: ({ groups, unnamed, unnamedArrived, total }) =>
    say(
      `Your order comes in ${String(total)} parts.`,
      ...groups.map(
        (group) => `${group.label}${group.items ? ` (${group.items})` : ""}: ${uncapitalized(group.status)}.`,
      ),
      unnamed > 0 &&
        (unnamedArrived === unnamed
          ? `The other ${unnamed === 1 ? "one has" : `${String(unnamed)} have`} arrived.`
          : `The other ${unnamed === 1 ? "one is" : `${String(unnamed)} are`} listed in the timeline.`),
    ),
  removedToo: (items, units) => `${items} ${units === 1 ? "was" : "were"} removed from the order.`,
  replaces: (order) => `It replaces order ${order}.`,
  gap: {
    customer: "I can't see the customer account of this order.",
    delivery_address: "I can't see the delivery address of this order.",
    lines: "I can't see all items of this order.",
    fulfillment_orders: "I can't see how the preparation of this order is going.",
    parcels: "I can't see all parcels of this order.",
    tracking: "I can't see all tracking details of this order.",
    returns: "I can't see the returns of this order.",
    refunds: "I can't see all refunds of this order.",
    payment: "I can't see all payment details of this order.",
  },
  step: {
    ordered: "Ordered",
    preparing: "Preparing",
    shipped: "Shipped",
    in_transit: "In transit",
    out_for_delivery: "Out for delivery",
    delivered: "Delivered",
    ready: "Ready for pickup",
    collected: "Collected",
    sent: "Sent by email",
  },
  carrier: "the carrier",
  localCarrier: "our own courier",
};
