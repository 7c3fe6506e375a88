import { isTimeZone } from "../orders/calendar.ts";

/**
 * Words for moments as the merchant's own clock shows them: "Nov 21, 2026, 9:33 PM". Made on the server, because a
 * browser may word them otherwise.
 *
 * @param timeZone the shop's, an IANA name; UTC where this machine does not know it
 */
export function shopTime(timeZone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
  });
  return (iso) => format.format(new Date(iso)).replaceAll("\u202f", " ");
}

/** A calendar day, `2026-11-21`, as "Nov 21, 2026"; whatever else it is stays as it is. */
export function dayWords(day: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(at) ? day : DAY.format(at);
}
const DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
