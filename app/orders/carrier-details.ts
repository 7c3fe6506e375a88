import { dayIn, daysBetween } from "./calendar.ts";
import { KIND_OF_PLACE, LEADS_TO_PLACE, MONTHS, NO_PLACE, SMALL_WORD, UNTIL } from "./carrier-places.ts";
import { LONGEST, normalize } from "./carrier-messages.ts";
import { addDays } from "./working-days.ts";
import type { IsoDay } from "./working-days.ts";

/** Where a carrier keeps a parcel, and the last day on which it does; null where the message doesn't say so plainly. */
export type KeptAt = { place: string | null; until: IsoDay | null };

/** No carrier keeps a parcel longer; a day further away is another day's. */
const LONGEST_KEPT_DAYS = 60;
const LONGEST_PLACE = 60;
const MOST_WORDS = 9;

/**
 * Reads from a carrier's message where a parcel waits and until when. The text comes from outside and what is read is
 * shown, so only what is well-formed counts: a place is a short name of capitalized words that has a known kind of place
 * or a street with a number in it, a day is a whole date after a word for "until". Anything else is null.
 *
 * @param happenedAt of the event; a date without a year is the first one from there on, in `timeZone`.
 */
export function keptAt(message: string | null, happenedAt: Date, timeZone: string): KeptAt {
  if (message === null) return { place: null, until: null };
  const text = message.slice(0, LONGEST);
  return { place: placeIn(text), until: untilIn(normalize(text), dayIn(happenedAt, timeZone)) };
}

function placeIn(text: string): string | null {
  for (const lead of Object.values(LEADS_TO_PLACE)) {
    const found = lead.exec(text)?.[1];
    if (found === undefined) continue;
    const place = found.replace(/[\s,–-]+$/, "").replace(/\s+/g, " ");
    if (isPlace(place)) return place;
  }
  return null;
}

function isPlace(place: string): boolean {
  if (place.length < 4 || place.length > LONGEST_PLACE || NO_PLACE.test(place)) return false;
  const words = place.split(/[\s,]+/).filter((word) => word !== "");
  if (words.length > MOST_WORDS || !words.every((word) => /^[\p{Lu}\p{Lo}\d&'’]/u.test(word) || SMALL_WORD.test(word)))
    return false;
  const kind = KIND_OF_PLACE.exec(place)?.[0];
  const isNamed = kind !== undefined && place.replace(kind, "").trim().length >= 2;
  return isNamed || /\p{L}{3,}\.? \d{1,4}\p{L}?(?:,|$)|(?:^|, )\d{1,4},? \p{L}{2,}/u.test(place);
}

function untilIn(text: string, from: IsoDay): IsoDay | null {
  for (const { pattern, read } of UNTIL) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { day, month, year } = read(match.groups ?? {});
    const found = dated(Number(day), MONTHS.get(month ?? "") ?? Number(month), year, from);
    if (found !== null) return found;
  }
  return null;
}

/** A day of the calendar that is not before `from` and not too far behind it. */
function dated(day: number, month: number, year: string | undefined, from: IsoDay): IsoDay | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  const thisYear = Number(from.slice(0, 4));
  const years = year ? [Number(year.length === 2 ? `20${year}` : year)] : [thisYear, thisYear + 1];
  for (const one of years) {
    const iso = `${String(one)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    // A 31st of November is none.
    if (addDays(addDays(iso, 1), -1) !== iso) continue;
    const ahead = daysBetween(from, iso);
    if (ahead >= 0 && ahead <= LONGEST_KEPT_DAYS) return iso;
  }
  return null;
}
