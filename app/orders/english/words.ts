import type { GroupWords } from "../texts.ts";

/** Sentences that have something to say, with one blank between them. */
export const say = (...sentences: (string | null | false)[]): string =>
  sentences.filter((sentence) => typeof sentence === "string" && sentence !== "").join(" ");

export const start = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const after = (status: string, more: string | null): string => (more ? `${status}, ${more}` : status);
export const on = (date: string | null): string => (date ? ` on ${date}` : "");
export const scanned = (w: GroupWords): string | null =>
  w.lastScan ? `The last scan was on ${w.lastScan}${w.city ? ` in ${w.city}` : ""}.` : null;
export const noDate = (w: GroupWords): string | null => (w.expects ? null : "I don't have a delivery date for it yet.");
export const newDate = (w: GroupWords): string => w.expects ?? "There is no new delivery date yet.";
const SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const workingDays = (count: number): string =>
  `${SMALL[count - 1] ?? String(count)} working day${count === 1 ? "" : "s"}`;
export const wasDue = (w: GroupWords): string | null => {
  if (!w.missed) return null;
  const was =
    w.missedKind === "checkout_promise"
      ? `At checkout, delivery was promised ${w.missed}`
      : `It was expected ${w.missed}`;
  if (!w.missedPassed) return `${was}, so it will be late.`;
  return w.lateBy === null ? `${was}, so it is late.` : `${was}, so it is late by ${workingDays(w.lateBy)}.`;
};
export const track = (w: GroupWords): string | null => (w.hasLink ? "The tracking link shows each step." : null);
export const overdue = (w: GroupWords): string =>
  w.sendBy ? `It should have been sent by ${w.sendBy} and is running late.` : "It is taking longer than it should.";
/** The carrier's name, once: not when the next sentence begins with it. */
export const withCarrier = (w: GroupWords): string =>
  w.by && !w.expects?.startsWith(start(w.by)) ? ` with ${w.by}` : "";
/** Where a parcel waits for the shopper: by name and town, as far as they are known. */
export const atPlace = ({ waitsAt, city }: GroupWords): string => {
  if (waitsAt === null) return `at the pickup point${city ? ` (${city})` : ""}`;
  if (city === null || waitsAt.includes(city)) return `at ${waitsAt}`;
  return `at ${city.includes(waitsAt) ? city : `${waitsAt}, ${city}`}`;
};
export const sign = (w: GroupWords): string | null =>
  w.said === "signature_needed" ? "Somebody needs to be there to sign for it." : null;
/** One item or several: "it was", "they were". */
export const several = <T>(w: GroupWords, one: T, more: T): T => (w.units === 1 ? one : more);
export const plan = (w: GroupWords): string | null =>
  w.expects ?? (w.sendBy ? `It should be sent by ${w.sendBy}.` : null);

/** Subjects and statuses in the middle of a sentence; names of carriers keep their capitals. */
export function lower(subject: string): string {
  return subject.startsWith("Parcel ") ? `parcel${subject.slice("Parcel".length)}` : uncapitalized(subject);
}

export function uncapitalized(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
