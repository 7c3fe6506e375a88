import type { Case } from "../case.ts";
import { bearingPlaces } from "../case.ts";
import { dayOf, newest, noonWhereShopIs, weekdaysAfter } from "../days.ts";
import type { EscalateReason } from "../verdict.ts";
import { TEXTS } from "../texts.en.ts";
import { dateWords } from "../words.en.ts";
import { escalate, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

/** It can be had: what has to happen first, and the answer. */
export const ENDING_RULES: readonly Rule[] = [
  {
    id: "{reason}.waiting",
    about: "Whether it is too early",
    judge: (c) => {
      const { waitWorkingDays } = c.terms;
      if (waitWorkingDays === 0) return pass("there is no waiting period");
      const day = dayOf(beginOfWait(c), c.facts.timeZone);
      if (day === null) return pass("there is nothing to wait from");
      const end = weekdaysAfter(day, waitWorkingDays);
      if (end <= c.today) return pass("the waiting period is over");
      const until = noonWhereShopIs(end, c.facts.timeZone);
      const reason = c.reason === "lost" || c.reason === "not_received" ? c.reason : "other";
      const texts = TEXTS.waiting(dateWords(until, c.facts.timeZone), reason, waitWorkingDays);
      return { kind: "end", ending: { kind: "wait_until", until }, ...texts };
    },
  },
  {
    id: "{reason}.evidence",
    about: "Whether the shopper has to show or say something first",
    judge: (c) => {
      const photo = wantsPhoto(c) && c.request.evidence.photos <= 0;
      const description = c.terms.description && !c.request.evidence.description;
      if (!photo && !description) return pass("nothing more is needed");
      return {
        kind: "end",
        ending: { kind: "needs_evidence", photo, description },
        ...TEXTS.evidence(photo, description),
      };
    },
  },
  {
    id: "limits.over",
    about: "Whether anything is left within the limits",
    judge: (c) => {
      if (c.options.length > 0) return pass("something is");
      const last = c.dropped.findLast(({ why }) => why === "customer_limit" || why === "not_covered");
      const why: EscalateReason = last?.why === "customer_limit" ? "customer_limit" : "not_covered";
      return escalate(why, TEXTS.person(last?.said ?? "nothing is left within the limits"));
    },
  },
  {
    id: "{reason}.approval",
    about: "Whether a person has to say yes",
    judge: ({ options }) =>
      options.some(({ approval }) => !approval)
        ? pass("at least one option needs nobody's yes")
        : { kind: "end", ending: { kind: "needs_approval" }, ...TEXTS.approval(options) },
  },
  {
    id: "{reason}.allowed",
    about: "The answer where nothing stands against it",
    judge: ({ options }) => ({ kind: "end", ending: { kind: "allow" }, ...TEXTS.allowed(options) }),
  },
];

function wantsPhoto({ terms, policy, goods, vip }: Case): boolean {
  if (vip && policy.vip.skipPhoto) return false;
  if (terms.photo === "always") return true;
  return terms.photo !== "never" && goods.shop.minor > terms.photo.above;
}

/** A lost parcel is waited for from its last scan, one that was reported as delivered from then on. */
function beginOfWait(c: Case): Date | null {
  const places = bearingPlaces(c);
  if (c.reason === "not_received") return newest(places.map(({ deliveredAt }) => deliveredAt));
  if (c.reason === "lost") return newest(places.map(({ lastScanAt, sentAt }) => lastScanAt ?? sentAt));
  return null;
}
