/**
 * Words for people: the page's strings with their values filled in, and times. Everything else the panel shows was
 * written elsewhere and goes through `clean` first.
 */
import type { Strings } from "../shared/handover.ts";

/** Where the server takes no more: the chat API refuses longer messages. */
export const MAX_MESSAGE = 4_000;

const RTL = /^(ar|arc|ckb|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/i;

/** The direction a locale such as `ar` or `he-IL` is written in. */
export function direction(locale: string): "rtl" | "ltr" {
  return RTL.test(locale) ? "rtl" : "ltr";
}

/*
 * Control characters other than tab and line feed, the marks that reorder or hide text (bidirectional embeddings,
 * overrides and isolates, which can make a link or an amount read as another), and the byte order mark. The plain
 * direction marks U+200E and U+200F stay: right-to-left text needs them.
 */

const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff\ufff9-\ufffb]/g;

export function clean(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, "\n").replace(UNSAFE, "");
}

export type Translate = (key: keyof Strings, values?: Record<string, string | number>) => string;

export function translator(strings: Partial<Strings>): Translate {
  return (key, values = {}) =>
    (strings[key] ?? "").replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}

export type Clock = {
  time: (at: string, now: number) => string;
  full: (at: string) => string;
  day: (at: string, now: number) => string;
};

const MINUTE = 60_000;

/** Formatters for one locale; an unknown locale falls back to the browser's own. */
export function clock(locale: string): Clock {
  const known = supported(locale);
  const relative = new Intl.RelativeTimeFormat(known, { numeric: "auto", style: "short" });
  const hours = new Intl.DateTimeFormat(known, { hour: "numeric", minute: "2-digit" });
  const whole = new Intl.DateTimeFormat(known, { dateStyle: "full", timeStyle: "short" });
  const date = new Intl.DateTimeFormat(known, { weekday: "long", day: "numeric", month: "long" });
  return {
    /** "now", "5 min. ago" within the hour; the time of day after that. */
    time(at, now) {
      const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / MINUTE));
      if (minutes === 0) return relative.format(0, "second");
      return minutes < 60 ? relative.format(-minutes, "minute") : hours.format(new Date(at));
    },
    full: (at) => whole.format(new Date(at)),
    /** "today", "yesterday" or the date, by the calendar of the reader. */
    day(at, now) {
      const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
      const days = Math.round((midnight(Date.parse(at)) - midnight(now)) / (1440 * MINUTE));
      return days > -2 ? relative.format(Math.min(0, days), "day") : date.format(new Date(at));
    },
  };
}

function supported(locale: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}
