import type { Texts } from "../texts.ts";
import { after, newDate, noDate, on, overdue, plan, say, several, wasDue } from "./words.ts";

/** What no carrier brings: collected, brought by the shop, sent by email, or not sent at all. */
export const WITHOUT_CARRIER = {
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
      `${w.subject} ${w.since ? "has been" : "is"} ready for you to pick up${w.place ? ` at ${w.place}` : ""}${w.since ? ` since ${w.since}` : ""}.`,
      "Please bring your order confirmation.",
    ),
  }),
  pickup_waiting_long: (w) => ({
    status: `Ready for pickup${w.since ? ` since ${w.since}` : ""}`,
    text: say(
      `${w.subject} ${w.since ? "has been" : "is"} ready for you to pick up${w.place ? ` at ${w.place}` : ""}${w.since ? ` since ${w.since}` : ""}.`,
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
  digital_sent: (w) => ({
    status: `Sent by email${on(w.since)}`,
    text: `No shipping needed: ${several(w, "it was", "they were")} sent by email${on(w.since)}. If you can't find ${several(w, "it", "them")}, please check your spam folder.`,
  }),
  digital_pending: (w) => ({
    status: "Nothing to ship, not sent yet",
    text: `No shipping needed: digital items and gift cards come by email. Yours ${several(w, "hasn't", "haven't")} been sent yet.`,
  }),
  removed: (w) => ({
    status: "Removed from the order",
    text: `${several(w, "This item was", "These items were")} removed from your order and won't be sent.`,
  }),
  removed_refunded: (w) => ({
    status: "Refunded, won't be sent",
    text: `${several(w, "This item was", "These items were")} refunded and won't be sent.`,
  }),
  removed_cancelled: (w) => ({
    status: "Canceled",
    text: `${several(w, "This item was", "These items were")} canceled${on(w.since)} and won't be sent.`,
  }),
} satisfies Partial<Texts["group"]>;
