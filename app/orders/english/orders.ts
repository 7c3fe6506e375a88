import type { Texts } from "../texts.ts";
import { on, say } from "./words.ts";

/** Whole orders: canceled, refunded, returned, replaced. */
export const ORDERS: Texts["order"] = {
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
      `Your exchange was set up${on(w.since)}. We will send the new items once we have received the ones you are returning.`,
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
};
