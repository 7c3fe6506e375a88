import { daysBetween } from "../../orders/calendar.ts";
import type { Case, ChosenItem } from "../case.ts";
import { placesThatBear, unitsThatBear } from "../case.ts";
import { dayOf, newest, noonWhereShopIs, weekdaysAfter } from "../days.ts";
import type { LinePlace } from "../facts.ts";
import { REASONS_OF_CHANGE } from "../policy.ts";
import { TEXTS } from "../texts.en.ts";
import { dateWords } from "../words.en.ts";
import { deny, escalate, pass } from "./rule.ts";
import type { Rule, Ruling } from "./rule.ts";

/** Whether what is true about the order speaks for what the shopper says. The situations say which reasons they bear out. */
export const BORNE_OUT_RULES: readonly Rule[] = [
  {
    id: "missing_item.second_parcel",
    about: "Whether what is missing is in another parcel",
    judge: (c) => {
      if (c.reason !== "missing_item") return pass("it is not about a missing item");
      const apart = c.items.flatMap((item) =>
        restOf(item, c)
          .filter(({ deliveredAt }) => deliveredAt === null)
          .map((place) => ({ item, place })),
      )[0];
      if (!apart || placesThatBear(apart.item.line, c.reason).length === 0) return pass("no other parcel has it");
      const { item, place } = apart;
      if (place.worry === "problem") {
        return escalate("not_covered", TEXTS.secondParcelInTrouble(item.line.title));
      }
      const { timeZone } = c.facts;
      const due = dayOf(place.dueBy, timeZone);
      const told = due !== null && due >= c.today && place.dueBy ? dateWords(place.dueBy, timeZone) : null;
      return deny("not_borne_out", TEXTS.secondParcel(item.line.title, told));
    },
  },
  {
    id: "{reason}.borne_out",
    about: "Whether what is known about the order bears it out",
    judge: (c) => {
      if (REASONS_OF_CHANGE.has(c.reason)) return pass("changes are judged by how far preparation is");
      const doubted = c.items.find((item) => unitsThatBear(item.line, c.reason) < item.quantity);
      if (!doubted) return pass("the order bears it out");
      const place = restOf(doubted, c)[0];
      if (!place) {
        return escalate("facts_incomplete", TEXTS.unknownPlace(doubted.line.title));
      }
      return where(place) === "on_its_way" && (c.reason === "lost" || c.reason === "not_received")
        ? onItsWay(c, place)
        : notBorneOut(c, place);
    },
  },
  {
    id: "{reason}.window",
    about: "Whether it is still in time",
    judge: (c) => {
      const { windowDays } = c.terms;
      if (windowDays === null || REASONS_OF_CHANGE.has(c.reason)) return pass("there is no time limit");
      const window = windowDays + (c.vip ? c.policy.vip.extraWindowDays : 0);
      for (const { line } of c.items) {
        const start = beginOfWindow(line, c);
        const day = dayOf(start.at, c.facts.timeZone);
        if (day !== null && daysBetween(day, c.today) > window) {
          const since = `${start.what} on ${dateWords(start.at, c.facts.timeZone)}`;
          return deny("window_over", TEXTS.windowOver(window, since));
        }
      }
      return pass(`it is within ${window} days`);
    },
  },
];

/** Where units are that do not bear the reason out and are still part of the order. */
function restOf({ line }: ChosenItem, c: Case): LinePlace[] {
  const bearing = new Set(placesThatBear(line, c.reason));
  return line.places.filter(
    (place) => place.units > 0 && !bearing.has(place) && !place.situation.startsWith("removed"),
  );
}

function where({ deliveredAt, sentAt }: LinePlace): "not_sent" | "on_its_way" | "delivered" {
  if (deliveredAt) return "delivered";
  return sentAt ? "on_its_way" : "not_sent";
}

function notBorneOut(c: Case, place: LinePlace): Ruling {
  const at = where(place);
  const { timeZone } = c.facts;
  const due = dayOf(place.dueBy, timeZone);
  const told = at === "delivered" ? place.deliveredAt : due !== null && due >= c.today ? place.dueBy : null;
  return deny("not_borne_out", TEXTS.notBorneOut(c.reason, at, told && dateWords(told, timeZone)));
}

/**
 * Said to be lost while the carrier has it: until the promised day, or for as long as the policy waits, there is nothing to
 * decide. After that the shopper may be right although no situation says so yet, and a person looks.
 */
function onItsWay(c: Case, place: LinePlace): Ruling {
  const { timeZone } = c.facts;
  const until = (day: string): Date => noonWhereShopIs(day, timeZone);
  const due = dayOf(place.dueBy, timeZone);
  if (due !== null && place.dueBy && due >= c.today) {
    const texts = TEXTS.onItsWay(dateWords(place.dueBy, timeZone), true);
    return { kind: "end", ending: { kind: "wait_until", until: until(weekdaysAfter(due, 1)) }, ...texts };
  }
  const sign = dayOf(newest([place.lastScanAt, place.sentAt]), timeZone);
  const end = sign === null ? null : weekdaysAfter(sign, c.terms.waitWorkingDays);
  if (end !== null && end > c.today) {
    const texts = TEXTS.onItsWay(dateWords(until(end), timeZone), false);
    return { kind: "end", ending: { kind: "wait_until", until: until(end) }, ...texts };
  }
  return escalate("not_covered", TEXTS.silentOnItsWay());
}

function beginOfWindow(line: ChosenItem["line"], c: Case): { at: Date; what: string } {
  const places = placesThatBear(line, c.reason);
  const delivered = newest(places.map(({ deliveredAt }) => deliveredAt));
  if (delivered) return { at: delivered, what: "delivery" };
  const sent = newest(places.map(({ sentAt }) => sentAt));
  return sent ? { at: sent, what: "sending" } : { at: c.facts.order.placedAt, what: "ordering" };
}
