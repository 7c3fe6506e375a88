import type { Texts } from "../texts.ts";
import { after, lower, noDate, on, say, wasDue } from "./words.ts";

/** Parcels of which no carrier has said anything yet. */
export const PARCEL_LEAVING = {
  label_fresh: (w) => ({
    status: "Packed up, waiting for the carrier",
    text: say(
      `${w.subject} got its shipping label${on(w.since)}, and ${w.carrier} picks it up next.`,
      w.expects,
      noDate(w),
    ),
  }),
  label_stale: (w) => ({
    status: "Waiting for pickup by the carrier, longer than usual",
    text: say(
      `${w.subject} got its shipping label${on(w.since)}, but ${w.carrier} hasn't picked it up since.`,
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
  label_voided: (w) => ({
    status: "Shipping label canceled",
    text: `The shipping label for ${lower(w.subject)} was canceled, so it isn't on its way yet. Our team needs to send it again.`,
  }),
} satisfies Partial<Texts["group"]>;
