import type { Case } from "../case.ts";
import { bearingPlaces } from "../case.ts";
import { REASONS_OF_CHANGE } from "../policy.ts";
import { TEXTS } from "../texts.en.ts";
import { deny, escalate, pass } from "./rule.ts";
import type { Rule, Ruling } from "./rule.ts";

/** Cancelling and changing: only before somebody is at it. How far preparation is decides, not the goods. */
const onlyChanges = (judge: (c: Case) => Ruling) => (c: Case) =>
  REASONS_OF_CHANGE.has(c.reason) ? judge(c) : pass("it is not about changing the order");

/** Cancelling gives everything back, so that no unit of it may have been made good before (P3). */
export function isWhollyFree({ lines }: Case["facts"]): boolean {
  return lines.every(({ free, quantity }) => free >= quantity);
}

const asked = ["cancellation_asked"];
/** A partner who accepted an order counts as preparing it, and can still be asked to cancel: it answers itself. */
const AT_PARTNER: ReadonlySet<string> = new Set(["sent_to_partner", "being_prepared", "being_prepared_overdue"]);

function mayStillBeAsked({ reason, facts }: Case): boolean {
  const everywhere = facts.lines.flatMap(({ places }) => places);
  const { preparation } = facts.order;
  return (
    reason === "cancel" &&
    preparation === "with_partner" &&
    everywhere.every(({ situation }) => AT_PARTNER.has(situation))
  );
}

export const CHANGE_RULES: readonly Rule[] = [
  {
    id: "changes.part_of_order",
    about: "Whether all of the order is to be cancelled",
    judge: onlyChanges(({ reason, request, items, facts }) => {
      if (reason !== "cancel" || request.items.length === 0) return pass("it is not about a part of it");
      const whole = facts.lines.every(
        (line) => (items.find((item) => item.line.lineId === line.lineId)?.quantity ?? 0) >= line.free,
      );
      if (whole) return pass("it is about all of it");
      return escalate("not_covered", TEXTS.partOfOrder());
    }),
  },
  {
    id: "changes.part_claimed",
    about: "Whether something is under way for a part of what is to be cancelled",
    judge: onlyChanges(({ reason, facts }) => {
      if (reason !== "cancel") return pass("it is not about cancelling");
      return isWhollyFree(facts) ? pass("nothing else is under way") : escalate("not_covered", TEXTS.partClaimed());
    }),
  },
  {
    id: "changes.already_asked",
    about: "Whether a cancellation was asked for already",
    judge: onlyChanges(({ facts }) =>
      facts.lines.some(({ places }) => places.some(({ situation }) => asked.includes(situation)))
        ? deny("already_resolved", TEXTS.cancellationAsked())
        : pass("no cancellation is under way"),
    ),
  },
  {
    id: "changes.with_carrier",
    about: "A new address for what is on its way",
    judge: onlyChanges((c) =>
      c.reason === "change_address" && c.facts.order.preparation === "sent" && bearingPlaces(c).length > 0
        ? escalate("not_covered", TEXTS.carrierWaits())
        : pass("no carrier waits for an address"),
    ),
  },
  {
    id: "changes.too_late",
    about: "How far preparation is",
    judge: onlyChanges(({ facts, reason }) => {
      const { preparation } = facts.order;
      if (preparation === "not_begun" || preparation === "with_partner") return pass("nobody is at it yet");
      return deny("too_late_to_change", TEXTS.tooLate(reason, preparation === "sent"));
    }),
  },
  {
    id: "changes.with_partner",
    about: "Whether a logistics partner has it",
    judge: onlyChanges(({ facts, policy }) => {
      if (facts.order.preparation !== "with_partner") return pass("no partner has it");
      if (policy.changes.withPartner === "ask_partner") return pass("the partner is asked");
      return escalate("partner_has_it", TEXTS.partnerHasIt());
    }),
  },
  {
    id: "changes.not_editable",
    about: "Whether Shopify lets the items be edited",
    judge: onlyChanges(({ facts, reason }) =>
      reason === "change_items" && !facts.order.editable
        ? escalate("not_covered", TEXTS.notEditable())
        : pass(reason === "change_items" ? "its items can be edited" : "no items are edited"),
    ),
  },
  {
    id: "changes.not_borne_out",
    about: "Whether where the items are lets them be changed",
    judge: onlyChanges((c) => {
      if (bearingPlaces(c).length > 0 || c.items.length === 0) return pass("nothing about them stands against it");
      return mayStillBeAsked(c) ? pass("the partner says") : escalate("not_covered", TEXTS.perhapsTooLate(c.reason));
    }),
  },
];
