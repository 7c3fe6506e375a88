import type { Texts } from "../texts.ts";
import { after, lower, noDate, on, overdue, plan, say, wasDue } from "./words.ts";

/** What waits for its day, or is being made ready to be sent. */
export const PREPARING = {
  scheduled: (w) => ({
    status: w.startsOn ? `Planned to leave on ${w.startsOn}` : "Scheduled",
    text: say(
      w.startsOn ? `${w.subject} is planned to leave on ${w.startsOn}.` : `${w.subject} is scheduled for later.`,
      w.expects,
    ),
  }),
  scheduled_no_date: (w) => ({
    status: "Pre-order, no date yet",
    text: say(
      `${w.subject} is a pre-order that isn't available so far.`,
      w.expects ?? "There is no shipping date yet.",
    ),
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
    text: say(`The items of ${lower(w.subject)} have been picked out and are being packed.`, plan(w), noDate(w)),
  }),
  packed: (w) => ({
    status: after("Packed, waiting for the carrier", w.expectsShort),
    text: say(`${w.subject} is packed and waiting for the carrier.`, plan(w), noDate(w)),
  }),
  to_ship_unknown: (w) => ({
    status: "Not sent yet",
    text: `${w.subject} hasn't been sent yet. I can't see more about its preparation.`,
  }),
} satisfies Partial<Texts["group"]>;
