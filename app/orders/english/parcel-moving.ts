import type { Texts } from "../texts.ts";
import { after, atPlace, lower, newDate, noDate, on, say, scanned, sign, start, wasDue, withCarrier } from "./words.ts";

/** Parcels on their way. */
export const PARCEL_MOVING = {
  picked_up: (w) => ({
    status: after(`Picked up by ${w.carrier}${on(w.since)}`, w.expectsShort),
    text: say(`${start(w.carrier)} picked up ${lower(w.subject)}${on(w.since)}.`, w.expects, noDate(w)),
  }),
  in_transit: (w) => ({
    status: after("On its way", w.expectsShort),
    text: say(`${w.subject} is on its way${withCarrier(w)}.`, w.expects ?? noDate(w), sign(w), scanned(w)),
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
      "Our team needs to look into it and put it right with you.",
    ),
  }),
  customs: (w) => ({
    status: after("At customs", w.expectsShort),
    text: say(
      `${w.subject} is going through customs${w.lastScan ? ` (last update on ${w.lastScan})` : ""}.`,
      `This can take a few days, and ${w.carrier} can't speed it up.`,
      w.expects ?? wasDue(w),
    ),
  }),
  customs_needs_shopper: (w) => ({
    status: "At customs, needs you",
    text: say(
      `${w.subject} is at customs, which is waiting for a payment or for information${w.lastScan ? ` (since ${w.lastScan})` : ""}.`,
      `Please check for a message from ${w.carrier}${w.hasLink ? ", or open the tracking link" : ""} to see what is needed.`,
    ),
  }),
  carrier_needs_address: (w) => ({
    status: `${start(w.carrier)} has a question about the address`,
    text: say(
      `${start(w.carrier)} has a problem with the delivery address of ${lower(w.subject)}${w.lastScan ? ` (since ${w.lastScan})` : ""}.`,
      "Please tell us the complete address so that we can pass it on.",
    ),
  }),
  damaged_in_transit: (w) => ({
    status: "Damaged on the way",
    text: say(
      `${start(w.carrier)} reports that ${lower(w.subject)} was damaged on the way.`,
      w.expects ?? wasDue(w),
      "It may still arrive, but our team needs to look into it and put it right with you.",
    ),
  }),
  held_at_depot: (w) => ({
    status: `Held by ${w.carrier}${w.lastScan ? ` since ${w.lastScan}` : ""}`,
    text: say(
      `${start(w.carrier)} ${w.lastScan ? "has been" : "is"} holding ${lower(w.subject)}${w.waitsAt || w.city ? ` ${w.waitsAt ? atPlace(w) : `in ${w.city ?? ""}`}` : ""}${w.lastScan ? ` since ${w.lastScan}` : ""}, and I can't see why.`,
      `If ${w.carrier} has sent you a message about it, please answer that; otherwise you don't need to do anything right now.`,
      w.expects ?? wasDue(w),
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
} satisfies Partial<Texts["group"]>;
