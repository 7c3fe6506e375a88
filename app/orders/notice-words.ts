import type { Notice } from "./notices.ts";
import { addDays } from "./working-days.ts";

export type NoticePhase = "coming" | "in_force" | "over";
export const NOTICE_PHASES: readonly NoticePhase[] = ["in_force", "coming", "over"];

/** Where a notice stands on a day in the shop's time zone. Its last day is still in force. */
export function phaseOf({ from, until }: Pick<Notice, "from" | "until">, today: string): NoticePhase {
  if (today < from) return "coming";
  return today <= until ? "in_force" : "over";
}

/**
 * The notice without the days after today.
 * Null when that changes nothing, or it has not begun: then there is nothing to end, and it can be withdrawn.
 */
export function endedToday(notice: Notice, today: string): Notice | null {
  return phaseOf(notice, today) === "in_force" && notice.until > today ? { ...notice, until: today } : null;
}

/** Days of which a new notice speaks at first: today and the six after it. */
export function firstDays(today: string): { from: string; until: string } {
  return { from: today, until: addDays(today, 6) };
}

type Names = { country: (code: string) => string; day: (day: string) => string };

/**
 * What a notice says, in one English sentence for the team: "Orders from Leeds sent with Express to Germany take 3 more
 * working days to be sent, from Nov 22, 2026 to Nov 27, 2026." An empty scope is all orders.
 */
export function noticeSentence(
  { delays, extraWorkingDays, from, until, scope }: Omit<Notice, "id" | "title">,
  names: Names,
): string {
  const about = [
    delays === "handling" ? "Orders" : "Parcels",
    said("from", scope.locations),
    said("with", scope.methods),
    said("carried by", scope.carriers),
    said("to", scope.countries.map(names.country)),
  ].filter((part) => part !== "");
  const more = extraWorkingDays === 1 ? "1 more working day" : `${extraWorkingDays} more working days`;
  const what = delays === "handling" ? "to be sent" : "to arrive once they are sent";
  const when = from === until ? `on ${names.day(from)}` : `from ${names.day(from)} to ${names.day(until)}`;
  const all = about.length === 1 ? `All ${about[0]?.toLowerCase() ?? ""}` : about.join(" ");
  return `${all} take ${more} ${what}, ${when}.`;
}

const OR = new Intl.ListFormat("en-US", { type: "disjunction" });

function said(word: string, list: readonly string[]): string {
  return list.length === 0 ? "" : `${word} ${OR.format(list)}`;
}
