import type { Evidence } from "./evidence.ts";
import { dayIn } from "./calendar.ts";
import { formatMoney } from "./money.ts";
import type { Money } from "./money.ts";
import type { Tracking } from "./snapshot.ts";

export type TellerSettings = {
  orderName: string;
  /** `get_order` or `list_orders`, for the evidence's source. */
  reader: string;
  timeZone: string;
  locale: string;
  now: Date;
};

/**
 * The only maker of figures in texts and cards: it words a date, an amount, a tracking number or a link
 * and writes down its evidence in the same breath, so that nothing can be told without (P4).
 */
export interface Teller {
  date(at: Date, source: string): string;
  shortDate(at: Date, source: string): string;
  money(money: Money, source: string): string;
  /** An order's name that something else mentions, with its `#`. */
  orderName(name: string, source: string): string;
  /** A figure that stands in a quoted name, such as an item's title. */
  quoted(kind: Evidence["kind"], value: string, source: string): void;
  tracking(tracking: Pick<Tracking, "number" | "url" | "urlFrom">, source: string): void;
  evidence(): Evidence[];
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string, style: "long" | "short", withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${style} ${String(withYear)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, {
      timeZone,
      month: style === "long" ? "long" : "short",
      day: "numeric",
      ...(style === "long" ? { weekday: "long" } : {}),
      ...(withYear ? { year: "numeric" } : {}),
    });
    formats.set(key, made);
  }
  return made;
}

export function createTeller(settings: TellerSettings): Teller {
  const { timeZone, locale, now } = settings;
  const evidence = new Map<string, Evidence>();
  const record = (kind: Evidence["kind"], value: string, source: string): void => {
    const key = `${kind} ${value}`;
    if (!evidence.has(key)) {
      evidence.set(key, { kind, value, source: `${settings.reader} ${settings.orderName} ${source}`.trimEnd() });
    }
  };
  record("order", settings.orderName, "name");

  const word = (at: Date, source: string, style: "long" | "short"): string => {
    const day = dayIn(at, timeZone);
    record("date", day, source);
    const sameYear = day.slice(0, 4) === dayIn(now, timeZone).slice(0, 4);
    return format(locale, timeZone, style, !sameYear).format(at);
  };
  return {
    date: (at, source) => word(at, source, "long"),
    shortDate: (at, source) => word(at, source, "short"),
    money(money, source) {
      record("amount", `${money.currency} ${String(money.minor)}`, source);
      return formatMoney(money, locale);
    },
    orderName(name, source) {
      const shown = name.startsWith("#") || !/^\d/.test(name) ? name : `#${name}`;
      record("order", shown, source);
      return shown;
    },
    quoted: record,
    tracking({ number, url, urlFrom }, source) {
      record("tracking", number.replace(/\s+/g, "").toUpperCase(), `${source}.number`);
      if (url !== null) record("link", url, urlFrom ?? `${source}.url`);
    },
    evidence: () => [...evidence.values()],
  };
}
