import { REASONS_OF_CHANGE } from "../policy.ts";
import { TEXTS } from "../texts.en.ts";
import { deny, escalate, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** No unit is made good twice (P3). The ledger holds that too; here it is said before anybody hopes for it. */
export const UNIT_RULES: readonly Rule[] = [
  {
    id: "units.not_in_order",
    about: "Whether the order has so many",
    judge: ({ items }) => {
      // A line of which nothing is left was refunded or taken out: the next rule has the word for that.
      const over = items.find(({ line, quantity }) => line.quantity > 0 && quantity > line.quantity);
      return over
        ? deny("nothing_left", TEXTS.notSoMany(over.line.title, over.line.quantity, over.quantity))
        : pass("the order has as many as were chosen");
    },
  },
  {
    id: "units.already_resolved",
    about: "Whether something was done about the chosen units already",
    judge: ({ items }) => {
      const taken = items.find(({ line, quantity }) => quantity > line.free);
      if (!taken && items.length > 0) return pass("nothing was done about the chosen units yet");
      const free = Math.max(0, taken?.line.free ?? 0);
      return deny("already_resolved", TEXTS.alreadyResolved(taken?.line.title ?? null, free));
    },
  },
  {
    id: "units.order_made_good",
    about: "Whether the whole order was refunded or replaced",
    judge: ({ facts, reason }) => {
      const { situation } = facts.order;
      if ((situation !== "refunded" && situation !== "replaced") || REASONS_OF_CHANGE.has(reason)) {
        return pass("the order as a whole was not made good");
      }
      return deny("already_resolved", TEXTS.orderMadeGood(situation));
    },
  },
  {
    id: "units.sent_instead",
    about: "Whether the order was itself sent instead of something",
    // Nothing was paid for it, so no amount limits what is given for it again and again.
    judge: ({ facts, reason }) =>
      facts.order.replaces === null || REASONS_OF_CHANGE.has(reason)
        ? pass("it was bought, or is only changed")
        : escalate("not_covered", TEXTS.person("the order was itself sent instead of something")),
  },
  {
    id: "units.lateness_made_good",
    about: "Whether its lateness was made good already",
    judge: ({ facts, reason }) =>
      reason === "late" && facts.history.some((prior) => prior.reason === "late" && prior.orderId === facts.order.id)
        ? deny("already_resolved", TEXTS.latenessMadeGood())
        : pass(reason === "late" ? "its lateness was not made good yet" : "it is not about lateness"),
  },
];
