/**
 * Names of months and weekdays in the languages a shop's answers are most likely in, taken from the runtime's own locale data
 * (so in every inflection a date is written with).
 */
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "pl"];

/** Short names that are words of another of these languages ("2 out of 3", "2 days ago", "3 des articles"). */
const ALSO_WORDS = new Set([
  "set",
  "ago",
  "out",
  "mag",
  "gen",
  "des",
  "mai",
  "may",
  "mars",
  "maj",
  "mar",
  "march",
  "mei",
  "lis",
  "sie",
  "lip",
  "lut",
  "cze",
  "sty",
]);
/** Those that are names all the same when they are written next to a day, in full. */
const FULL_NAMES = new Set(["mai", "may", "mars", "maj", "march", "mei"]);

const months = new Map<string, number>();
const weekdays = new Map<string, number>();

for (const language of LANGUAGES) {
  const styles = [
    { day: "numeric", month: "long" },
    { month: "long" },
    { day: "numeric", month: "short" },
    { month: "short" },
  ] as const;
  for (const style of styles) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
    for (let month = 0; month < 12; month++) {
      const name = partOf(format, Date.UTC(2026, month, 20), "month");
      if (name.length >= 3 && (!ALSO_WORDS.has(name) || FULL_NAMES.has(name))) months.set(name, month + 1);
    }
  }
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // 2026-11-22 is a Sunday.
  for (let day = 0; day < 7; day++) weekdays.set(partOf(format, Date.UTC(2026, 10, 22 + day), "weekday"), day);
}
months.set("sept", 9).set("okt", 10).set("mrt", 3).set("märz", 3);
"日月火水木金土".split("").forEach((name, day) => weekdays.set(`${name}曜日`, day));

function partOf(format: Intl.DateTimeFormat, at: number, type: "month" | "weekday"): string {
  const part = format.formatToParts(at).find((one) => one.type === type);
  return (part?.value ?? "").toLowerCase().replace(/\.$/, "");
}

/** 1 to 12, or undefined. */
export function monthOf(name: string): number | undefined {
  return months.get(name.toLowerCase().replace(/\.$/, ""));
}

export function isMonthName(word: string): boolean {
  return monthOf(word.replace(/[\s,;:!?)]+$/, "")) !== undefined;
}

/** 0 (Sunday) to 6, or undefined. */
export function weekdayOf(name: string): number | undefined {
  return weekdays.get(name.toLowerCase());
}

/** Alternatives for a regular expression, longest first, so that "september" is not read as "sep". */
export const MONTH_NAMES = alternatives(months.keys());
export const WEEKDAY_NAMES = alternatives(weekdays.keys());

function alternatives(names: Iterable<string>): string {
  return [...names].sort((a, b) => b.length - a.length).join("|");
}
