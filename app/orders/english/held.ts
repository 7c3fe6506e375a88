import type { Texts } from "../texts.ts";
import { after, lower, noDate, say, wasDue } from "./words.ts";

/** What does not go on by itself: payments, holds, requests that were refused. */
export const HELD = {
  awaiting_payment: (w) => ({
    status: "Waiting for payment",
    text: say(
      `We have your order, but the payment isn't complete yet.`,
      w.outstanding !== null && `${w.outstanding} is still to be paid.`,
      "We start preparing it as soon as the payment is through.",
    ),
  }),
  payment_expired: () => ({
    status: "Payment expired",
    text: say(
      "We have your order, but its payment has expired, so you haven't been charged.",
      "We can send it as soon as it has been paid again.",
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
    text: `${w.subject} is on hold: something in it is out of stock, and the delivery address needs to be checked. Please send us the complete address in the meantime.`,
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
    text: `Our warehouse has been asked to cancel ${lower(w.subject)} and hasn't answered yet. Until it does, it may still be sent.`,
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
} satisfies Partial<Texts["group"]>;
