import type { Texts } from "../texts.ts";
import { start } from "./words.ts";

/** When it arrives and by whose word, and what was paid and given back. */
export const DATES_AND_MONEY = {
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
  refund: (w) => {
    const what = w.items ? ` for ${w.items}` : "";
    if (w.money === "failed")
      return `A refund of ${w.amount}${what} was tried on ${w.on} but didn't go through; our team should check that.`;
    if (w.money === "pending")
      return `A refund of ${w.amount}${what} was started on ${w.on} and is being processed; your bank may need a few working days to show it.`;
    const fact = `${w.amount} was refunded on ${w.on}${what}`;
    if (w.money === "none") return `${fact}.`;
    if (w.money === "store_credit") return `${w.amount} was given as store credit on ${w.on}${what}.`;
    return w.settled
      ? `${fact}; it should be in your account by now.`
      : `${fact}; your bank may need a few working days to show it.`;
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
} satisfies Partial<Texts>;
