import type { GroupWords, Texts } from "../texts.ts";
import { atPlace, lower, on, say, sign, start, track, withCarrier } from "./words.ts";

const tried = (w: GroupWords, but: string): string =>
  `${start(w.carrier)} tried to deliver ${lower(w.subject)}${on(w.since)} ${but}.`.replace(
    " but nobody",
    ", but nobody",
  );
const waiting = (w: GroupWords): string =>
  `${w.subject} ${w.since ? "has been" : "is"} waiting for you ${atPlace(w)}${w.since ? ` since ${w.since}` : ""}.`;

/** Parcels at the door, nearly, or there. */
export const PARCEL_ARRIVING = {
  out_for_delivery: (w) => ({
    status: `Out for delivery today${w.since ? `, ${w.since}` : ""}`,
    text: say(
      `${w.subject} is out for delivery${withCarrier(w)} today${w.since ? `, ${w.since}` : ""}.`,
      sign(w),
      track(w),
    ),
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
      tried(w, "but couldn't hand it over"),
      "It says that it will try again, usually on the next working day, so you don't have to do anything.",
    ),
  }),
  delivery_attempted: (w) => ({
    status: `Delivery attempted${on(w.since)}`,
    text: say(
      tried(w, w.said === "missed" ? "but nobody was there to take it" : "but couldn't hand it over"),
      w.waitsAt && `It says that you can collect it ${atPlace(w)}.`,
      w.keptUntil && !w.keptUntilPassed && `It is kept until ${w.keptUntil}.`,
      `Please look for a card from ${w.carrier}${w.hasLink ? ", or use the tracking link" : ""} to choose a new day or a pickup point.`,
    ),
  }),
  signature_needed: (w) => ({
    status: `Delivery attempted${on(w.since)}, signature needed`,
    text: say(
      tried(w, "but needs a signature to hand it over"),
      `Please look for a card from ${w.carrier}${w.hasLink ? ", or use the tracking link" : ""} to choose a day when somebody can sign for it.`,
    ),
  }),
  ready_at_pickup_point: (w) => ({
    status: w.keptUntil
      ? `Waiting ${atPlace(w)} until ${w.keptUntil}`
      : `Waiting ${atPlace(w)}${w.since ? ` since ${w.since}` : ""}`,
    text: say(
      waiting(w),
      w.keptUntil
        ? `${start(w.carrier)} keeps it until ${w.keptUntil}, so please collect it by then and bring an ID.`
        : `Please collect it soon and bring an ID, because ${w.carrier} keeps it only for some days.`,
    ),
  }),
  ready_at_pickup_point_long: (w) => ({
    status: w.keptUntil
      ? `${start(atPlace(w))}, kept until ${w.keptUntil}`
      : `Still ${atPlace(w)}${w.since ? `, since ${w.since}` : ""}`,
    text: say(
      waiting(w),
      w.keptUntil && w.keptUntilPassed
        ? `It was to be kept until ${w.keptUntil}, so please ask ${w.carrier} soon whether it is still there.`
        : w.keptUntil
          ? `${start(w.carrier)} keeps it until ${w.keptUntil}, so please collect it by then and bring an ID.`
          : `Please collect it as soon as you can and bring an ID, because ${w.carrier} sends it back to us otherwise.`,
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
} satisfies Partial<Texts["group"]>;
