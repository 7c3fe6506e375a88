import type { Evidence } from "../../orders/evidence.ts";
import type { DayTold, Figure } from "./figure.ts";
import { figuresIn } from "./figures.ts";
import { compact, compactOrder } from "./identifiers.ts";
import { DAY_MS, type Knowledge } from "./knowledge.ts";

/** Why a figure may be said: the evidence behind it, or words that were written in this conversation. Null: it may not. */
export type Support = { evidence: Evidence[] } | null;

const WORDS: Support = { evidence: [] };

/** A weekday without a date is about some day near now. */
const NEAR_PAST_DAYS = 14;
const NEAR_FUTURE_DAYS = 28;

/**
 * Looks for the ground of one figure.
 * @param echo the sentence says that the shopper said it ("you mentioned …"), so their own words are enough.
 */
export function supportOf(figure: Figure, knowledge: Knowledge, echo: boolean): Support {
  switch (figure.kind) {
    case "date":
      return dateSupport(figure, knowledge) ?? (echo ? echoed(figure, knowledge) : null);
    case "weekday":
      return (
        found(knowledge.findDate((date) => weekdayOf(date) === figure.weekday && isNear(date, knowledge))) ??
        (echo ? echoed(figure, knowledge) : null)
      );
    case "relative": {
      const day = knowledge.dayFromToday(figure.offset);
      if (knowledge.fromProse.offsets.has(figure.offset)) return WORDS;
      return found(knowledge.findDate((date) => date === day)) ?? (echo ? echoed(figure, knowledge) : null);
    }
    case "duration":
      return figure.counts.every((count) => isDurationKnown(count, figure.unit, knowledge)) ||
        (echo && isEchoed(figure, knowledge))
        ? WORDS
        : null;
    case "time":
      return figure.readings.some((reading) => knowledge.fromProse.times.has(reading)) ||
        (echo && isEchoed(figure, knowledge))
        ? WORDS
        : null;
    case "amount":
      return amountSupport(figure.readings, knowledge) ?? (echo ? echoed(figure, knowledge) : null);
    case "tracking": {
      const known = knowledge.findEvidence("tracking", figure.value);
      if (known) return found(known);
      // Numbers of other things (a voucher, a customer's reference) that a tool or the shopper wrote may be repeated.
      return knowledge.shopperWrote((text) => compact(text).includes(figure.value)) ||
        knowledge.spokeOf(spaced(figure.value))
        ? WORDS
        : null;
    }
    case "order": {
      const known = knowledge.findEvidence("order", figure.value);
      return known ? found(known) : knowledge.shopperWrote((text) => hasOrder(text, figure.value)) ? WORDS : null;
    }
    case "link":
      return linkSupport(figure.value, knowledge);
  }
}

function dateSupport(figure: Extract<Figure, { kind: "date" }>, knowledge: Knowledge): Support {
  const { readings, weekday } = figure;
  const evidence = knowledge.findDate(
    (date) => readings.some((told) => matches(date, told)) && (weekday === undefined || weekdayOf(date) === weekday),
  );
  if (evidence) return { evidence: [evidence] };
  if (weekday !== undefined) return null;
  // "Today is 22 November" needs nobody's word.
  const today = knowledge.dayFromToday(0);
  if (readings.some((told) => told.month !== undefined && matches(today, told))) return WORDS;
  const isSame = (one: DayTold, other: DayTold) =>
    one.day === other.day && one.month === other.month && (one.year === undefined || one.year === other.year);
  return readings.some((told) => knowledge.fromProse.days.some((known) => isSame(told, known))) ? WORDS : null;
}

function matches(isoDate: string, told: DayTold): boolean {
  const [year, month, day] = isoDate.split("-").map(Number);
  return (
    day === told.day &&
    (told.month === undefined || told.month === month) &&
    (told.year === undefined || told.year === year)
  );
}

function weekdayOf(isoDate: string): number {
  return new Date(`${isoDate}T00:00:00Z`).getUTCDay();
}

function isNear(isoDate: string, knowledge: Knowledge): boolean {
  const days = daysFromToday(isoDate, knowledge);
  return days >= -NEAR_PAST_DAYS && days <= NEAR_FUTURE_DAYS;
}

function daysFromToday(isoDate: string, knowledge: Knowledge): number {
  return Math.round((Date.parse(isoDate) - Date.parse(knowledge.dayFromToday(0))) / DAY_MS);
}

/** A length of time is known when a tool said it, or when it is the way from today to a date that was read. */
function isDurationKnown(count: number, unit: string, knowledge: Knowledge): boolean {
  if (knowledge.fromProse.durations.has(`${count} ${unit}`)) return true;
  if (unit !== "day" && unit !== "week") return false;
  const isIt = (date: string) => {
    const days = Math.abs(daysFromToday(date, knowledge));
    return unit === "week"
      ? days >= 7 && Math.round(days / 7) === count
      : days === count || workingDays(date, knowledge) === count;
  };
  return knowledge.findDate(isIt) !== undefined;
}

function workingDays(isoDate: string, knowledge: Knowledge): number {
  const today = knowledge.dayFromToday(0);
  const [from, to] = [today, isoDate].sort() as [string, string];
  let count = 0;
  for (let at = Date.parse(from) + DAY_MS, days = 0; at <= Date.parse(to) && days < 120; at += DAY_MS, days++) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count++;
  }
  return count;
}

function amountSupport(readings: string[], knowledge: Knowledge): Support {
  for (const reading of readings) {
    const evidence = knowledge.findEvidence("amount", reading);
    if (evidence) return { evidence: [evidence] };
  }
  return readings.some((reading) => knowledge.fromProse.amounts.has(reading)) ? WORDS : null;
}

/** Links come from evidence alone. An email address may be the shopper's own, or one that the shop's texts hold. */
function linkSupport(value: string, knowledge: Knowledge): Support {
  if (value.startsWith("mailto:")) {
    const address = value.slice("mailto:".length);
    const isIn = (text: string) => text.toLowerCase().includes(address);
    return knowledge.shopperWrote(isIn) || knowledge.spokeOf(literal(address)) ? WORDS : null;
  }
  const exact = knowledge.findEvidence("link", value);
  if (exact) return { evidence: [exact] };
  const href = hrefOf(value);
  const known = href === null ? undefined : knowledge.links().find((link) => isSameLink(link, href));
  return known ? found(knowledge.findEvidence("link", known)) : null;
}

function hrefOf(value: string): URL | null {
  const text = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return /^[a-z][a-z0-9+.-]*:(?!\/\/|\d)/i.test(value) || !URL.canParse(text) ? null : new URL(text);
}

/** The same address, give or take the last stroke; a bare host stands for a link that begins there. */
function isSameLink(known: string, told: URL): boolean {
  if (!URL.canParse(known)) return false;
  const url = new URL(known);
  const strip = (host: string) => host.replace(/^www\./, "");
  if (strip(url.host) !== strip(told.host) || told.username || told.password) return false;
  if (told.pathname === "/" && !told.search && !told.hash) return true;
  const rest = (one: URL) => `${one.pathname.replace(/\/$/, "")}${one.search}${one.hash}`;
  return rest(url) === rest(told);
}

function hasOrder(text: string, value: string): boolean {
  return (text.toUpperCase().match(/[A-Z0-9][A-Z0-9-]*/g) ?? []).some((word) => compactOrder(word) === value);
}

function echoed(figure: Figure, knowledge: Knowledge): Support {
  return isEchoed(figure, knowledge) ? WORDS : null;
}

function isEchoed(figure: Figure, knowledge: Knowledge): boolean {
  if (figure.kind === "duration") {
    const isSame = (other: Figure) =>
      other.kind === "duration" &&
      other.unit === figure.unit &&
      figure.counts.every((count) => other.counts.includes(count));
    return knowledge.shopperWrote((text) => figuresIn(text).some(isSame));
  }
  const said = figure.text.toLowerCase().trim();
  return knowledge.shopperWrote((text) => text.toLowerCase().includes(said));
}

function found(evidence: Evidence | undefined): Support {
  return evidence ? { evidence: [evidence] } : null;
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "i");
}

/** A number as it may be written with blanks or strokes between its characters. */
function spaced(value: string): RegExp {
  return new RegExp(value.split("").join("[\\s-]?"), "i");
}
