import { MONTH_NAMES, monthOf, WEEKDAY_NAMES, weekdayOf } from "./calendar-words.ts";
import type { DayTold, Figure, Reading } from "./figure.ts";

const ORDINAL = "(?:st|nd|rd|th|er|ère|re|º|ª|°|\\.)?";
const TO =
  "\\s*(?:[-–—~〜]|to|through|and|or|bis|und|oder|au|à|et|ou|al|y|o|e|a|till|och|og|en|tot|do|i)\\s*(?:the\\s+|le\\s+|el\\s+|den\\s+|il\\s+)?";
const OF = "(?:of\\s+|de\\s+|di\\s+|d['’]\\s*|del\\s+)?";
const YEAR = "(?:,?\\s*(?:de\\s+|del\\s+)?(20\\d\\d)(?!\\d))?";
const NOT_IN_WORD = "(?<![\\p{L}\\p{N}])";
const WORD_END = "(?![\\p{L}\\p{N}])";

const ORDINAL_WORDS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
];
const ordinals = new Map(ORDINAL_WORDS.map((word, index) => [word, index + 1]));
ORDINAL_WORDS.slice(0, 9).forEach((word, index) => ordinals.set(`twenty-${word}`, index + 21));
ordinals.set("thirtieth", 30).set("thirty-first", 31);
const SPELLED = [...ordinals.keys()].sort((a, b) => b.length - a.length).join("|");

const ISO = /(?<![\d])(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const NUMERIC = /(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-](20\d\d|\d\d)(?![\d])/g;
const NUMERIC_SHORT = /(?<![\d./,-])(\d{1,2})(?:\/(\d{1,2})|\.(\d{1,2})\.)(?![\d/])/g;
const EAST_ASIAN =
  /(?:(20\d\d)\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号](?:\s*[〜~–-]\s*(?:(\d{1,2})\s*[月월]\s*)?(\d{1,2})\s*[日일号])?/g;
const DAY_MONTH = new RegExp(
  `${NOT_IN_WORD}(\\d{1,2})${ORDINAL}(?:${TO}(\\d{1,2})${ORDINAL})?\\s*${OF}(${MONTH_NAMES})\\.?${WORD_END}${YEAR}`,
  "giu",
);
const MONTH_DAY = new RegExp(
  `${NOT_IN_WORD}(${MONTH_NAMES})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%€$£]|[.,:]\\d)(?:${TO}(?:(${MONTH_NAMES})\\.?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d%€$£]|[.,:]\\d|\\s+(?:items?|parcels?)))?${YEAR}`,
  "giu",
);
const SPELLED_DAY = new RegExp(
  `${NOT_IN_WORD}(?:(${SPELLED})\\s+(?:of\\s+)?(${MONTH_NAMES})|(${MONTH_NAMES})\\s+(?:the\\s+)?(${SPELLED}))${WORD_END}`,
  "giu",
);
const DAY_ONLY =
  /(?<=\b(?:on|by|until|till|before|since|around|from|and|am|bis zum|vom|ab dem|le|el|il)\s+(?:the\s+)?)(\d{1,2})(?:(?:st|nd|rd|th)\b(?!\s+(?:parcel|package|item|order|attempt|time|email|message|one|floor|day|street|avenue))|\.(?=\s*$|[,;]|\s+\p{Ll}))|(?<!\d)(\d{1,2})日(?!間|以内|後|前|目|営業|ほど)/giu;
const WEEKDAY = new RegExp(
  `(?<!(?:black|cyber|good|easter|giving|super)\\s)${NOT_IN_WORD}(${WEEKDAY_NAMES})(?:e?s)?${WORD_END}`,
  "giu",
);
const WEEKDAY_EAST_ASIAN = /[日月火水木金土]曜日?/g;

/** "24/7", "parcel 1/2": numbers with a stroke that are no dates. */
const NO_DATE_BEFORE = /(?:parcel|package|part|step|item|paket|teil|colis|paquete|about|size|größe|taille)s?\s*$/i;
const DATE_BEFORE =
  /(?:\b(?:on|by|until|till|before|after|since|from|to|and|between|expected|estimated|date|am|bis|zum|vom|le|el|il|em|op|den|du|au|del|al)|[:(–-])\s*$/i;

export function readDates(reading: Reading): void {
  reading.each(ISO, ([, y, m, d], at) => date(at, [day(d, m, y)]));
  reading.each(EAST_ASIAN, ([, y, m, d, toMonth, toDay], at) =>
    dates(at, [day(d, m, y)], toDay ? [day(toDay, toMonth ?? m, y)] : null),
  );
  reading.each(NUMERIC, ([, a, b, y], at) => perhapsDate(at, [day(a, b, y), day(b, a, y)]));
  reading.each(SPELLED_DAY, ([, first, month, otherMonth, other], at) =>
    date(at, [
      { day: ordinals.get((first ?? other ?? "").toLowerCase()) ?? 0, month: monthOf(month ?? otherMonth ?? "") ?? 0 },
    ]),
  );
  reading.each(DAY_MONTH, ([, d, to, name, y], at) => {
    const month = String(monthOf(name ?? ""));
    return dates(at, [day(d, month, y)], to ? [day(to, month, y)] : null);
  });
  reading.each(MONTH_DAY, ([, name, d, toName, to, y], at) => {
    // "may" and "march" are verbs too.
    if (/^(?:may|march)$/.test(name ?? "")) return null;
    const month = String(monthOf(name ?? ""));
    return dates(at, [day(d, month, y)], to ? [day(to, toName ? String(monthOf(toName)) : month, y)] : null);
  });
  reading.each(NUMERIC_SHORT, ([text, a, b, dotted], at) => {
    if (text === "24/7") return null;
    const before = reading.rest.slice(0, at.start);
    const second = b ?? dotted;
    const certain = dotted !== undefined || Math.max(Number(a), Number(second)) > 12 || DATE_BEFORE.test(before);
    return certain && !NO_DATE_BEFORE.test(before) ? perhapsDate(at, [day(a, second), day(second, a)]) : null;
  });
  reading.each(DAY_ONLY, ([, d, eastAsian], at) => perhapsDate(at, [day(d ?? eastAsian)]));
  reading.each(WEEKDAY, ([, name], at) => weekday(reading, at, weekdayOf(name ?? "") ?? 0));
  reading.each(WEEKDAY_EAST_ASIAN, ([text], at) => weekday(reading, at, weekdayOf(`${text[0] ?? ""}曜日`) ?? 0));
}

function day(d: string | undefined, m?: string, y?: string): DayTold | null {
  const told = { day: Number(d), ...(m === undefined ? {} : { month: Number(m) }) };
  if (!(told.day >= 1 && told.day <= 31) || (told.month !== undefined && !(told.month >= 1 && told.month <= 12)))
    return null;
  return y === undefined ? told : { ...told, year: y.length === 2 ? 2000 + Number(y) : Number(y) };
}

type At = Pick<Figure, "text" | "start" | "end">;

/** A day that cannot be ("November 47") is a figure all the same, with no reading that could be known. */
function date(at: At, readings: (DayTold | null)[]): Figure {
  return { kind: "date", ...at, readings: readings.filter((one) => one !== null) };
}

/** Numbers that may not be a date at all are one only if they can be. */
function perhapsDate(at: At, readings: (DayTold | null)[]): Figure | null {
  const figure = date(at, readings);
  return figure.kind === "date" && figure.readings.length > 0 ? figure : null;
}

function dates(at: At, first: (DayTold | null)[], second: (DayTold | null)[] | null): Figure[] {
  return second ? [date(at, first), date(at, second)] : [date(at, first)];
}

/** "Tuesday, 24 November" is one figure: the day must be that weekday. A weekday alone is its own. */
function weekday(reading: Reading, at: At, number: number): Figure | Figure[] | null {
  const joined = reading.figures.find(
    (figure) =>
      figure.kind === "date" &&
      ((figure.start >= at.end &&
        /^[\s,.(*_]*(?:the|den|dem|der|le|el|il|den|d\.)?\s*$/i.test(reading.rest.slice(at.end, figure.start))) ||
        (figure.end <= at.start && /^[\s,(（*_]*$/.test(reading.rest.slice(figure.end, at.start)))),
  );
  if (joined?.kind === "date" && joined.weekday === undefined) {
    joined.weekday = number;
    return [];
  }
  return { kind: "weekday", ...at, weekday: number };
}
