import { readAmounts } from "./amounts.ts";
import { readDates } from "./dates.ts";
import { type Figure, Reading } from "./figure.ts";
import { readHashOrders, readLinks, readOrdersByWord, readTracking } from "./identifiers.ts";
import { readPeriods, readRelativeDays, readTimes } from "./periods.ts";

/**
 * Everything in a text that must be known from somewhere (P4): dates, weekdays, "tomorrow", times of day, lengths of time,
 * amounts, tracking numbers, order numbers, links and email addresses.
 *
 * Not figures: bare counts ("2 parcels", "3 items"), percentages and ordinals. They follow from what was read by counting,
 * and no money or day can be promised with one alone.
 */
export function figuresIn(text: string): Figure[] {
  const reading = new Reading(plainDigits(text.normalize("NFKC")));
  for (const read of READERS) read(reading);
  return reading.figures;
}

/** From what cannot be mistaken to what can: each reader crosses out what it understood. */
const READERS = [
  readLinks,
  readHashOrders,
  readDates,
  readTimes,
  readAmounts,
  readOrdersByWord,
  readTracking,
  readPeriods,
  readRelativeDays,
] as const;

/** Digits of other scripts are digits. */
function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Every script's digits stand in a row of ten that begins at a multiple of ten after its zero.
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });
}
