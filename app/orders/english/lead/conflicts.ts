import type { ConflictKind } from "../../explained.ts";

/** Signals that contradict each other, and which was believed. */
export const CONFLICTS: Record<ConflictKind, { text: string; resolvedBy: string }> = {
  event_from_the_future: {
    text: "An event lies ahead of Shopify's clock.",
    resolvedBy: "It has not happened: the event and its estimate are left out.",
  },
  moved_after_delivery: {
    text: "There is a scan after the delivery.",
    resolvedBy: "Delivered stays delivered, as late paperwork is common; only a later failure overrules it.",
  },
  duplicate_event: {
    text: "The same event was reported more than once.",
    resolvedBy: "Of events with the same status at the same instant one counts.",
  },
  status_disagrees: {
    text: "The fulfillment's status and its newest event disagree.",
    resolvedBy: "The newest event by the time it happened decides.",
  },
  tracking_number_invalid: {
    text: "A tracking number's check digit is wrong for its carrier.",
    resolvedBy: "The number is shown as it was entered; check it for a typing error.",
  },
  several_tracking_numbers: {
    text: "The fulfillment has several tracking numbers, and Shopify doesn't say which items are under which.",
    resolvedBy: "All numbers are shown; the events are taken as those of the whole fulfillment.",
  },
  more_units_than_ordered: {
    text: "More units of a line are sent or to be sent than were ordered.",
    resolvedBy: "Parcels claim units first, then open fulfillment orders; nothing is counted beyond what was ordered.",
  },
};
