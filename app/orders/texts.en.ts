import type { GroupWords, Texts } from "./texts.ts";

/** Sentences that have something to say, with one blank between them. */
const say = (...sentences: (string | null | false)[]): string =>
  sentences.filter((sentence) => typeof sentence === "string" && sentence !== "").join(" ");

const start = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const after = (status: string, more: string | null): string => (more ? `${status}, ${more}` : status);
const on = (date: string | null): string => (date ? ` on ${date}` : "");
const scanned = (w: GroupWords): string | null =>
  w.lastScan ? `The last scan was on ${w.lastScan}${w.city ? ` in ${w.city}` : ""}.` : null;
const noDate = (w: GroupWords): string | null => (w.expects ? null : "I don't have a delivery date for it yet.");
const newDate = (w: GroupWords): string => w.expects ?? "There is no new delivery date yet.";
const SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const workingDays = (count: number): string =>
  `${SMALL[count - 1] ?? String(count)} working day${count === 1 ? "" : "s"}`;
const wasDue = (w: GroupWords): string | null => {
  if (!w.missed) return null;
  const was =
    w.missedKind === "checkout_promise"
      ? `At checkout, delivery was promised ${w.missed}`
      : `It was expected ${w.missed}`;
  if (!w.missedPassed) return `${was}, so it will be late.`;
  return w.lateBy === null ? `${was}, so it is late.` : `${was}, so it is late by ${workingDays(w.lateBy)}.`;
};
const track = (w: GroupWords): string | null => (w.hasLink ? "The tracking link shows each step." : null);
const overdue = (w: GroupWords): string =>
  w.sendBy ? `It should have been sent by ${w.sendBy} and is running late.` : "It is taking longer than it should.";
/** The carrier's name, once: not when the next sentence begins with it. */
const withCarrier = (w: GroupWords): string => (w.by && !w.expects?.startsWith(start(w.by)) ? ` with ${w.by}` : "");
const plan = (w: GroupWords): string | null => w.expects ?? (w.sendBy ? `It should be sent by ${w.sendBy}.` : null);

export const en: Texts = {
  language: "en",
  group: {
    awaiting_payment: (w) => ({
      status: "Waiting for payment",
      text: say(
        `We have your order, but the payment isn't complete yet.`,
        w.outstanding !== null && `${w.outstanding} is still open.`,
        "We start preparing it once the payment is through.",
      ),
    }),
    payment_expired: () => ({
      status: "Payment expired",
      text: say(
        "We have your order, but the payment's authorization has expired and nothing was charged.",
        "It can only be sent once it has been paid again.",
      ),
    }),
    being_reviewed: (w) => ({
      status: "Being reviewed",
      text: `${w.subject} is being reviewed before we ship it. You don't need to do anything right now.`,
    }),
    hold_address: (w) => ({
      status: "On hold: address to be checked",
      text: `${w.subject} is on hold because the delivery address needs to be checked. Please send us the complete address so that it can go out.`,
    }),
    hold_address_and_stock: (w) => ({
      status: "On hold: address and stock",
      text: `${w.subject} is on hold because something in it is out of stock and because the delivery address needs to be checked. Please send us the complete address meanwhile.`,
    }),
    hold_out_of_stock: (w) => ({
      status: "On hold: out of stock",
      text: say(`${w.subject} is on hold because something in it is out of stock.`, w.expects, wasDue(w), noDate(w)),
    }),
    hold_return_items: (w) => ({
      status: "Waiting for your return",
      text: `${w.subject} will be sent once we have received the items you are returning.`,
    }),
    hold_no_date: (w) => ({
      status: "On hold: no delivery date yet",
      text: `${w.subject} is on hold because we can't yet say when it could be delivered.`,
    }),
    hold_brief: (w) => ({
      status: "Received",
      text: say(`We have your order and will start preparing it shortly.`, w.expects),
    }),
    hold_other: (w) => ({
      status: "On hold",
      text: say(`${w.subject} is on hold while our team sorts something out.`, wasDue(w), noDate(w)),
    }),
    cancellation_asked: (w) => ({
      status: "Cancellation asked for",
      text: `Our warehouse has been asked to cancel ${lower(w.subject)}, and its answer isn't here yet. Until then it may still be sent.`,
    }),
    cancellation_refused: (w) => ({
      status: after("Too late to cancel, will be sent", w.expectsShort),
      text: say(
        `It was too late to cancel ${lower(w.subject)}: our warehouse has it ready already, and it will be sent.`,
        w.expects,
      ),
    }),
    partner_rejected: (w) => ({
      status: "Needs our attention",
      text: say(
        `Our warehouse couldn't take ${lower(w.subject)}, so our team has to arrange another way to send it.`,
        wasDue(w),
        noDate(w),
      ),
    }),
    partner_incomplete: (w) => ({
      status: "Needs our attention",
      text: say(
        `Our warehouse couldn't send all of ${lower(w.subject)}, so our team has to arrange the rest.`,
        wasDue(w),
        noDate(w),
      ),
    }),
    scheduled: (w) => ({
      status: w.startsOn ? `Planned to leave on ${w.startsOn}` : "Scheduled",
      text: say(
        w.startsOn ? `${w.subject} is planned to leave on ${w.startsOn}.` : `${w.subject} is scheduled for later.`,
        w.expects,
      ),
    }),
    scheduled_no_date: (w) => ({
      status: "Pre-order, no date yet",
      text: say(`${w.subject} is a pre-order and isn't available yet.`, w.expects ?? "There is no shipping date yet."),
    }),
    scheduled_overdue: (w) => ({
      status: "Pre-order, later than planned",
      text: say(
        `${w.subject} was planned to leave${on(w.startsOn)} and is running late.`,
        w.expects ?? "There is no new date yet.",
      ),
    }),
    received: (w) => ({
      status: after("Received", w.expectsShort),
      text: say(`We have ${lower(w.subject)} and it is waiting to be prepared.`, plan(w), noDate(w)),
    }),
    received_overdue: (w) => ({
      status: "Not sent yet, later than planned",
      text: say(`${w.subject} hasn't been sent yet.`, overdue(w), w.expects ?? wasDue(w), noDate(w)),
    }),
    sent_to_partner: (w) => ({
      status: after("With our warehouse", w.expectsShort),
      text: say(`${w.subject} has been passed to our warehouse, which will prepare it next.`, plan(w), noDate(w)),
    }),
    sent_to_partner_overdue: (w) => ({
      status: "Not sent yet, later than planned",
      text: say(
        `${w.subject} was passed to our warehouse but hasn't been sent yet.`,
        overdue(w),
        w.expects ?? wasDue(w),
        noDate(w),
      ),
    }),
    being_prepared: (w) => ({
      status: after("Being prepared", w.expectsShort),
      text: say(`${w.subject} is being prepared for shipping.`, plan(w), noDate(w)),
    }),
    being_prepared_overdue: (w) => ({
      status: "Being prepared, later than planned",
      text: say(`${w.subject} is still being prepared.`, overdue(w), w.expects ?? wasDue(w), noDate(w)),
    }),
    picked: (w) => ({
      status: after("Picked, being packed", w.expectsShort),
      text: say(`The items of ${lower(w.subject)} have been picked and are being packed.`, plan(w), noDate(w)),
    }),
    packed: (w) => ({
      status: after("Packed, waiting for the carrier", w.expectsShort),
      text: say(`${w.subject} is packed and waits for its label and the carrier.`, plan(w), noDate(w)),
    }),
    to_ship_unknown: (w) => ({
      status: "Not sent yet",
      text: `${w.subject} hasn't been sent yet. I can't see more about its preparation.`,
    }),
    pickup_preparing: (w) => ({
      status: "Being prepared for pickup",
      text: say(
        `${w.subject} is being prepared for pickup${w.place ? ` at ${w.place}` : ""}.`,
        w.sendBy ? `It should be ready by ${w.sendBy}.` : "Please wait until we tell you that it is ready.",
      ),
    }),
    pickup_overdue: (w) => ({
      status: "Not ready for pickup yet",
      text: say(
        `${w.subject} isn't ready for pickup${w.place ? ` at ${w.place}` : ""} yet.`,
        w.sendBy
          ? `It should have been ready by ${w.sendBy} and is running late.`
          : "It is taking longer than it should.",
      ),
    }),
    pickup_ready: (w) => ({
      status: "Ready for pickup",
      text: say(
        `${w.subject} is ready for you to pick up${w.place ? ` at ${w.place}` : ""}${w.since ? ` since ${w.since}` : ""}.`,
        "Please bring your order confirmation.",
      ),
    }),
    pickup_waiting_long: (w) => ({
      status: `Ready for pickup${w.since ? ` since ${w.since}` : ""}`,
      text: say(
        `${w.subject} has been ready for you to pick up${w.place ? ` at ${w.place}` : ""}${w.since ? ` since ${w.since}` : ""}.`,
        "Please collect it soon and bring your order confirmation.",
      ),
    }),
    collected: (w) => ({
      status: `Collected${on(w.since)}`,
      text: `${w.subject} was collected${w.place ? ` at ${w.place}` : ""}${on(w.since)}.`,
    }),
    bought_in_store: (w) => ({
      status: `Bought in store${on(w.since)}`,
      text: `${w.subject} was bought and handed over in the store${on(w.since)}.`,
    }),
    local_preparing: (w) => ({
      status: after("Being prepared for local delivery", w.expectsShort),
      text: say(`${w.subject} is being prepared for local delivery.`, plan(w), noDate(w)),
    }),
    local_overdue: (w) => ({
      status: "Local delivery, later than planned",
      text: say(
        `${w.subject} is due for local delivery but hasn't reached you yet.`,
        wasDue(w) ?? overdue(w),
        newDate(w),
      ),
    }),
    local_out: (w) => ({
      status: after("Out for local delivery", w.expectsShort),
      text: say(`${w.subject} is out for local delivery.`, w.expects ?? wasDue(w)),
    }),
    local_delivered: (w) => ({
      status: `Delivered${on(w.since)}`,
      text: `${w.subject} was delivered by our own courier${on(w.since)}.`,
    }),
    label_fresh: (w) => ({
      status: "Packed up, waiting for the carrier",
      text: say(
        `The shipping label for ${lower(w.subject)} was made${on(w.since)}, and ${w.carrier} picks it up next.`,
        w.expects,
        noDate(w),
      ),
    }),
    label_stale: (w) => ({
      status: "Waiting for pickup by the carrier, longer than usual",
      text: say(
        `The shipping label for ${lower(w.subject)} was made${on(w.since)}, but ${w.carrier} hasn't picked it up since.`,
        "That is longer than usual, and our team needs to look into it.",
        wasDue(w),
      ),
    }),
    awaiting_first_scan: (w) => ({
      status: after(`Shipped${on(w.since)}`, w.expectsShort),
      text: say(
        `${w.subject} was shipped${on(w.since)}, and ${w.carrier} hasn't scanned it yet.`,
        "Tracking usually starts a little after that.",
        w.expects,
      ),
    }),
    first_scan_overdue: (w) => ({
      status: "Shipped, but never scanned",
      text: say(
        `${w.subject} was marked as shipped${on(w.since)}, but ${w.carrier} hasn't scanned it since.`,
        "That is longer than usual, so it may still be waiting to be handed over.",
        w.expects ?? wasDue(w),
      ),
    }),
    shipped_no_link: (w) => ({
      status: after(`Shipped${on(w.since)}`, w.expectsShort),
      text: say(
        `${w.subject} was handed to ${w.carrier}${on(w.since)}.`,
        "There is a tracking number, but I have no link for it and can't see where it is.",
        w.expects ?? wasDue(w),
      ),
    }),
    shipped_no_tracking: (w) => ({
      status: after(`Shipped without tracking${on(w.since)}`, w.expectsShort),
      text: say(
        `${w.subject} was shipped${on(w.since)} without tracking, so I can't see where it is right now.`,
        w.expects,
      ),
    }),
    shipped_no_tracking_overdue: (w) => ({
      status: "Shipped without tracking, past its date",
      text: say(
        `${w.subject} was shipped${on(w.since)} without tracking, so I can't see where it is.`,
        wasDue(w),
        "If it isn't with you, our team can look into it.",
      ),
    }),
    picked_up: (w) => ({
      status: after(`Picked up by ${w.carrier}${on(w.since)}`, w.expectsShort),
      text: say(`${start(w.carrier)} picked up ${lower(w.subject)}${on(w.since)}.`, w.expects, noDate(w)),
    }),
    in_transit: (w) => ({
      status: after("On its way", w.expectsShort),
      text: say(`${w.subject} is on its way${withCarrier(w)}.`, w.expects ?? noDate(w), scanned(w)),
    }),
    in_transit_running_late: (w) => ({
      status: after("On its way, later than planned", w.expectsShort),
      text: say(`${w.subject} is on its way${withCarrier(w)}.`, wasDue(w), w.expects ?? scanned(w)),
    }),
    in_transit_past_date: (w) => ({
      status: "On its way, past its date",
      text: say(
        `${w.subject} is still on its way${withCarrier(w)}.`,
        wasDue(w),
        w.lastScan
          ? `The last scan was on ${w.lastScan}${w.city ? ` in ${w.city}` : ""}; there is no new date yet.`
          : newDate(w),
      ),
    }),
    no_recent_scan: (w) => ({
      status: `No scan since ${w.lastScan ?? w.since ?? "it was shipped"}`,
      text: say(
        `${w.subject} is with ${w.carrier}, but it hasn't been scanned since ${w.lastScan ?? w.since ?? "it was shipped"}${w.city ? ` in ${w.city}` : ""}.`,
        "That is longer than usual.",
        w.expects ?? wasDue(w) ?? "There is no delivery date for it right now.",
      ),
    }),
    perhaps_lost: (w) => ({
      status: "Perhaps lost",
      text: say(
        `${w.subject} hasn't been scanned by ${w.carrier} since ${w.lastScan ?? w.since ?? "it was shipped"}, so it may be lost.`,
        wasDue(w),
        "Our team should put this right with you.",
      ),
    }),
    customs: (w) => ({
      status: after("At customs", w.expectsShort),
      text: say(
        `${w.subject} is going through customs${w.lastScan ? ` (last update on ${w.lastScan})` : ""}.`,
        "This can take a few days, and the carrier can't speed it up.",
        w.expects ?? wasDue(w),
      ),
    }),
    customs_needs_shopper: (w) => ({
      status: "At customs, needs you",
      text: say(
        `${w.subject} is at customs, which is waiting for a payment or for information${w.lastScan ? ` (since ${w.lastScan})` : ""}.`,
        `Please check for a message from ${w.carrier}, or open the tracking link to see what is needed.`,
      ),
    }),
    carrier_needs_address: (w) => ({
      status: "Carrier has a question about the address",
      text: say(
        `${start(w.carrier)} has a problem with the delivery address of ${lower(w.subject)}${w.lastScan ? ` (since ${w.lastScan})` : ""}.`,
        "Please tell us the complete address so that we can pass it on.",
      ),
    }),
    delayed: (w) => ({
      status: after("Delayed", w.expectsShort),
      text: say(
        `${start(w.carrier)} reported a delay for ${lower(w.subject)}${on(w.lastScan ?? w.since)}.`,
        w.expects ? null : wasDue(w),
        newDate(w),
      ),
    }),
    out_for_delivery: (w) => ({
      status: `Out for delivery today${w.since ? `, ${w.since}` : ""}`,
      text: say(`${w.subject} is out for delivery${withCarrier(w)} today${w.since ? `, ${w.since}` : ""}.`, track(w)),
    }),
    out_for_delivery_overdue: (w) => ({
      status: `Out for delivery since ${w.since ?? "earlier"}`,
      text: say(
        `${w.subject} went out for delivery${on(w.since)}, but ${w.carrier} hasn't confirmed a delivery since.`,
        "Carriers usually try again on the next working day.",
      ),
    }),
    out_for_delivery_stuck: (w) => ({
      status: `Out for delivery since ${w.since ?? "earlier"}`,
      text: say(
        `${w.subject} went out for delivery${on(w.since)}, and ${w.carrier} hasn't reported anything since.`,
        "That is much longer than a delivery takes, so our team should look into it.",
      ),
    }),
    delivery_attempted_retry: (w) => ({
      status: `Delivery attempted${on(w.since)}, to be tried again`,
      text: say(
        `${start(w.carrier)} tried to deliver ${lower(w.subject)}${on(w.since)} but couldn't hand it over.`,
        "It will try again on the next working day, so you don't have to do anything.",
      ),
    }),
    delivery_attempted: (w) => ({
      status: `Delivery attempted${on(w.since)}`,
      text: say(
        `${start(w.carrier)} tried to deliver ${lower(w.subject)}${on(w.since)} but couldn't hand it over.`,
        "Please look for a card from the carrier, or use the tracking link to choose a new day or a pickup point.",
      ),
    }),
    ready_at_pickup_point: (w) => ({
      status: `Waiting at the pickup point${w.since ? ` since ${w.since}` : ""}`,
      text: say(
        `${w.subject} is waiting for you at the pickup point${w.city ? ` (${w.city})` : ""}${w.since ? ` since ${w.since}` : ""}.`,
        `Please collect it soon and bring an ID, because ${w.carrier} keeps it only for some days.`,
      ),
    }),
    ready_at_pickup_point_long: (w) => ({
      status: `Still at the pickup point${w.since ? `, since ${w.since}` : ""}`,
      text: say(
        `${w.subject} has been waiting for you at the pickup point${w.city ? ` (${w.city})` : ""}${w.since ? ` since ${w.since}` : ""}.`,
        `Please collect it as soon as you can and bring an ID, because ${w.carrier} sends it back to us otherwise.`,
      ),
    }),
    delivered_to_neighbor: (w) => ({
      status: `Delivered to a neighbor${on(w.since)}`,
      text: say(
        `${w.subject} was left with a neighbor${on(w.since)}.`,
        w.hasLink && "The tracking link or a card in your mailbox says with whom.",
      ),
    }),
    delivered_not_received: (w) => ({
      status: `Reported as delivered${on(w.since)}, not found`,
      text: say(
        `${start(w.carrier)} says that ${lower(w.subject)} was delivered${on(w.since)}, and you have told us that it isn't there.`,
        "Our team needs to look into that.",
      ),
    }),
    delivered_recently: (w) => ({
      status: `Delivered${on(w.since)}`,
      text: say(
        `${w.subject} was delivered${on(w.since)}.`,
        "If you can't find it, please check with neighbors and at the door, and tell us if it doesn't turn up.",
      ),
    }),
    delivered: (w) => ({
      status: `Delivered${on(w.since)}`,
      text: w.since ? `${w.subject} was delivered${on(w.since)}.` : `${w.subject} has been delivered.`,
    }),
    delivery_failed: (w) => ({
      status: "Delivery failed",
      text: say(
        `${start(w.carrier)} reported${on(w.since)} that ${lower(w.subject)} couldn't be delivered.`,
        "It won't arrive by itself; our team needs to put this right with you.",
      ),
    }),
    delivery_failed_address: (w) => ({
      status: "Delivery failed: address not found",
      text: say(
        `${start(w.carrier)} couldn't find the address of ${lower(w.subject)}${on(w.since)}.`,
        "Please check the address and tell us how it can be found, so that we can arrange a new delivery.",
      ),
    }),
    delivery_refused: (w) => ({
      status: "Delivery refused",
      text: say(
        `${start(w.carrier)} reports that ${lower(w.subject)} was refused at the door${on(w.since)}, so it comes back to us.`,
        "If that isn't right, or you still want it, our team can help.",
      ),
    }),
    returned_to_sender: (w) => ({
      status: "On its way back to us",
      text: say(
        `${start(w.carrier)} couldn't deliver ${lower(w.subject)} and is sending it back to us (reported${on(w.lastScan ?? w.since)}).`,
        "Our team can sort out with you what to do next.",
      ),
    }),
    returned_to_us: (w) => ({
      status: "Came back to us",
      text: say(
        `${w.subject} couldn't be delivered and came back to us${on(w.lastScan ?? w.since)}.`,
        "Our team can sort out with you what to do next.",
      ),
    }),
    label_voided: (w) => ({
      status: "Shipping label canceled",
      text: `The shipping label for ${lower(w.subject)} was canceled, so it isn't on its way yet. Our team needs to send it again.`,
    }),
    digital_sent: (w) => ({
      status: `Sent by email${on(w.since)}`,
      text: `No shipping needed: it was sent by email${on(w.since)}. If you can't find it, please check your spam folder.`,
    }),
    digital_pending: () => ({
      status: "Nothing to ship, not sent yet",
      text: "No shipping needed: digital items and gift cards come by email. Yours hasn't been sent yet.",
    }),
    removed: () => ({
      status: "Removed from the order",
      text: "These items were removed from your order and won't be sent.",
    }),
    removed_refunded: () => ({
      status: "Refunded, won't be sent",
      text: "These items were refunded and won't be sent.",
    }),
    removed_cancelled: (w) => ({
      status: "Canceled",
      text: `These items were canceled${on(w.since)} and won't be sent.`,
    }),
  },
  order: {
    cancelled_refunded: (w) => say(`Your order was canceled${on(w.since)}.`, w.refunds, w.groups),
    cancelled_partly_refunded: (w) =>
      say(`Your order was canceled${on(w.since)}, and part of the money has been refunded.`, w.refunds, w.groups),
    cancelled_refund_on_its_way: (w) => say(`Your order was canceled${on(w.since)}.`, w.refunds, w.groups),
    cancelled_refund_pending: (w) =>
      say(
        `Your order was canceled${on(w.since)}. I can't see a refund for it yet, so our team should check that.`,
        w.groups,
      ),
    cancelled: (w) => say(`Your order was canceled${on(w.since)}.`, w.groups),
    cancelled_not_charged: (w) => say(`Your order was canceled${on(w.since)}, and you haven't been charged.`, w.groups),
    refunded: (w) => say("Your order was refunded in full.", w.refunds),
    exchange_awaiting_return: (w) =>
      say(
        `Your exchange is set up${on(w.since)}. We send the new items once we have received the ones you are returning.`,
        w.refunds,
      ),
    return_requested: (w) =>
      say(`We received your return request${on(w.since)} and will get back to you about it.`, w.refunds),
    return_approved: (w) =>
      say(`Your return was approved${on(w.since)}. We are waiting for the items to come back to us.`, w.refunds),
    return_in_transit: (w) =>
      say(
        `Your return was approved${on(w.since)} and has a tracking number.`,
        "We are waiting for it to reach us.",
        w.refunds,
      ),
    return_received: (w) =>
      say("Your return has reached us and is being checked.", w.refunds || "The refund follows after that."),
    return_inspected: (w) =>
      say("Your return has reached us and has been checked.", w.refunds || "The refund is the next step."),
    return_completed: (w) => say("Your return is complete.", w.refunds),
    return_declined: (w) =>
      say(
        `Your return request was declined${
          w.declined === "FINAL_SALE"
            ? " because the item was a final sale"
            : w.declined === "RETURN_PERIOD_ENDED"
              ? " because the time for returns had passed"
              : ""
        }.`,
        w.groups,
      ),
    return_in_progress: (w) => say("Your return is in progress.", w.refunds),
    test_order: () => "This is a test order of the shop, so nothing will be sent.",
    replaced: (w) =>
      say(`Your order was replaced by ${w.replacement ? `order ${w.replacement}` : "a new one"}.`, w.refunds),
    partly_shipped: (w) => w.groups,
    no_details: () => "I can see your order, but not how its delivery is going. Our team can tell you more.",
  },
  expectation: (w) => {
    const when = w.today ? `today, ${w.window}` : w.single ? `on ${w.window}` : w.window;
    switch (w.kind) {
      case "carrier_estimate":
        return `${start(w.carrier)} expects to deliver it ${when}.`;
      case "shipment_estimate":
        return `It is estimated to arrive ${when}.`;
      case "checkout_promise":
        return `At checkout, delivery was promised ${when}.`;
      case "shop_estimate":
        return `We estimate that it arrives ${when}.`;
    }
  },
  expectationShort: (w) => {
    const words = {
      carrier_estimate: "expected",
      shipment_estimate: "estimated for",
      checkout_promise: "promised",
      shop_estimate: "estimated for",
    }[w.kind];
    return `${words} ${w.today ? `today, ${w.window}` : w.window}`;
  },
  window: (from, to) => `between ${from} and ${to}`,
  by: (date) => `by ${date}`,
  onDay: (date) => `on ${date}`,
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
          : `The other ${String(unnamed)} are listed in the timeline.`),
    ),
  removedToo: (items) => `${items} was removed from the order.`,
  refund: (w) => {
    const what = w.items ? ` for ${w.items}` : "";
    if (w.money === "failed")
      return `A refund of ${w.amount}${what} was tried on ${w.on} but didn't go through; our team should check that.`;
    if (w.money === "pending")
      return `A refund of ${w.amount}${what} was started on ${w.on} and is being processed; your bank may need some working days to show it.`;
    const fact = `${w.amount} was refunded on ${w.on}${what}`;
    if (w.money === "none") return `${fact}.`;
    if (w.money === "store_credit") return `${w.amount} was given as store credit on ${w.on}${what}.`;
    return w.settled
      ? `${fact}; it should be in your account by now.`
      : `${fact}; your bank may need some working days to show it.`;
  },
  refundTotal: (amount) => `${amount} has been refunded.`,
  payment: (status, outstanding) => {
    const open = outstanding ? `, ${outstanding} still open` : "";
    const words = {
      AUTHORIZED: "Payment authorized",
      EXPIRED: "Payment authorization expired",
      PAID: "Paid",
      PARTIALLY_PAID: "Partly paid",
      PARTIALLY_REFUNDED: "Paid, partly refunded",
      PENDING: "Payment pending",
      REFUNDED: "Refunded",
      VOIDED: "Not charged",
    };
    return status === null ? "Payment unknown" : `${words[status]}${open}`;
  },
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

/** Subjects and statuses in the middle of a sentence; names of carriers keep their capitals. */
function lower(subject: string): string {
  return subject.startsWith("Parcel ") ? `parcel${subject.slice("Parcel".length)}` : uncapitalized(subject);
}

function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
