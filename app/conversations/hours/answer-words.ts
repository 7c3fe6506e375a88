import { dayIn, daysBetween } from "../../orders/calendar.ts";
import type { NextAnswer } from "./next-answer.ts";

type Words = {
  /** A day that is named by its weekday or date: "on Monday". */
  onDay: (day: string) => string;
  openBy: (when: string) => string;
  open: string;
  closed: (day: string, time: string) => string;
  closedBy: (day: string, time: string, when: string) => string;
  within: (hours: number) => string;
  /** A day with a time on it. */
  at: (day: string, time: string) => string;
};

/** In the five languages of the widget. Nothing here says more than "usually": people may be kept from it. */
const WORDS: Record<string, Words> = {
  en: {
    onDay: (day) => `on ${day}`,
    openBy: (when) => `The team is here now; you'll usually hear by ${when}.`,
    open: "The team is here now.",
    closed: (day, time) => `The team is here ${day} from ${time}.`,
    closedBy: (day, time, when) => `The team is here ${day} from ${time}; you'll usually hear by ${when}.`,
    within: (hours) =>
      hours === 1 ? "The team usually answers within 1 hour." : `The team usually answers within ${hours} hours.`,
    at: (day, time) => `${time} ${day}`,
  },
  de: {
    onDay: (day) => `am ${day}`,
    openBy: (when) => `Das Team ist gerade da; meist hören Sie bis ${when}.`,
    open: "Das Team ist gerade da.",
    closed: (day, time) => `Das Team ist ${day} ab ${time} wieder da.`,
    closedBy: (day, time, when) => `Das Team ist ${day} ab ${time} wieder da; meist hören Sie bis ${when}.`,
    within: (hours) =>
      hours === 1
        ? "Das Team antwortet meist innerhalb von 1 Stunde."
        : `Das Team antwortet meist innerhalb von ${hours} Stunden.`,
    at: (day, time) => `${day} um ${time}`,
  },
  fr: {
    onDay: (day) => day,
    openBy: (when) => `L'équipe est là en ce moment ; vous aurez en général une réponse avant ${when}.`,
    open: "L'équipe est là en ce moment.",
    closed: (day, time) => `L'équipe est là ${day} à partir de ${time}.`,
    closedBy: (day, time, when) =>
      `L'équipe est là ${day} à partir de ${time} ; vous aurez en général une réponse avant ${when}.`,
    within: (hours) => `L'équipe répond en général en moins de ${hours} ${hours === 1 ? "heure" : "heures"}.`,
    at: (day, time) => `${day} à ${time}`,
  },
  es: {
    onDay: (day) => `el ${day}`,
    openBy: (when) => `El equipo está ahora; normalmente tendrá respuesta antes de ${when}.`,
    open: "El equipo está ahora.",
    closed: (day, time) => `El equipo vuelve ${day} a partir de ${time}.`,
    closedBy: (day, time, when) =>
      `El equipo vuelve ${day} a partir de ${time}; normalmente tendrá respuesta antes de ${when}.`,
    within: (hours) => `El equipo suele responder en menos de ${hours} ${hours === 1 ? "hora" : "horas"}.`,
    at: (day, time) => `${day} a las ${time}`,
  },
  ja: {
    onDay: (day) => day,
    openBy: (when) => `担当者はただいま対応中です。通常は${when}までにお返事いたします。`,
    open: "担当者はただいま対応中です。",
    closed: (day, time) => `担当者は${day}${time}から対応いたします。`,
    closedBy: (day, time, when) => `担当者は${day}${time}から対応いたします。通常は${when}までにお返事いたします。`,
    within: (hours) => `通常は${hours}時間以内にお返事いたします。`,
    at: (day, time) => `${day}${time}`,
  },
};

/** What a shopper is told about when people answer; empty where nothing is set that could be said. */
export function answerWords(next: NextAnswer, locale: string, timeZone: string, now: Date): string {
  const language = locale.slice(0, 2).toLowerCase();
  const words: Words = WORDS[language] ?? (WORDS["en"] as Words);
  const speaking = { words, locale: WORDS[language] ? locale : "en", timeZone, now };
  switch (next.kind) {
    case "unknown":
      return "";
    case "any_time":
      return words.within(next.withinHours);
    case "open":
      return next.answerBy === null ? words.open : words.openBy(moment(next.answerBy, now, speaking, true));
    case "closed": {
      const day = dayWords(next.opensAt, speaking);
      const time = timeWords(next.opensAt, speaking, true);
      if (next.answerBy === null) return words.closed(day, time);
      return words.closedBy(day, time, moment(next.answerBy, next.opensAt, speaking, false));
    }
  }
}

type Speaking = { words: Words; locale: string; timeZone: string; now: Date };

const QUARTER = 15 * 60_000;

/** A time, on the next quarter of an hour, with its day where that is another than the one spoken of. */
function moment(exactly: Date, spokenOf: Date, speaking: Speaking, withZone: boolean): string {
  const at = new Date(Math.ceil(exactly.getTime() / QUARTER) * QUARTER);
  const time = timeWords(at, speaking, withZone);
  const isSameDay = dayIn(at, speaking.timeZone) === dayIn(spokenOf, speaking.timeZone);
  return isSameDay ? time : speaking.words.at(dayWords(at, speaking), time);
}

/** "today", "tomorrow", "on Monday", and a date as well where the weekday alone could be another week's. */
function dayWords(at: Date, { words, locale, timeZone, now }: Speaking): string {
  const days = daysBetween(dayIn(now, timeZone), dayIn(at, timeZone));
  if (days < 2) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  const date = days < 7 ? {} : ({ day: "numeric", month: "long" } as const);
  return words.onDay(new Intl.DateTimeFormat(locale, { timeZone, weekday: "long", ...date }).format(at));
}

/** With the zone's name where nothing before has said it: the shopper may be in another one. */
function timeWords(at: Date, { locale, timeZone }: Speaking, withZone: boolean): string {
  const zone = withZone ? ({ timeZoneName: "short" } as const) : {};
  return new Intl.DateTimeFormat(locale, { timeZone, hour: "numeric", minute: "2-digit", ...zone }).format(at);
}
