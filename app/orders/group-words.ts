import { standing } from "./dates.ts";
import type { Expectation } from "./dates.ts";
import { dayIn } from "./calendar.ts";
import { carrierNameOf } from "./carriers/carriers.ts";
import type { GroupItem } from "./groups.ts";
import type { JudgedGroup } from "./order-situation.ts";
import type { Judging } from "./judging.ts";
import type { OrderLine, OrderSnapshot } from "./snapshot.ts";
import type { Teller } from "./tell.ts";
import type { GroupWords, Texts } from "./texts.ts";

/** What wording needs besides the facts. */
export type Wording = { judging: Judging; teller: Teller; texts: Texts };

/** Most items that are named in a sentence. */
const NAMED_ITEMS = 3;
const LONGEST_PLACE = 60;

/** Turns what is true about a group into words. */
export function groupWords(
  judged: JudgedGroup,
  snapshot: OrderSnapshot,
  subject: string,
  wording: Wording,
): GroupWords {
  const { teller, texts, judging } = wording;
  const { group, situation } = judged;
  const today = dayIn(judging.now, judging.timeZone);
  const carrier = carrierOf(judged, texts);
  const { next, missed } = situation.outlook;
  const place = group.fulfillmentOrder?.location ?? null;
  const expectation = next && {
    kind: next.kind,
    window: windowWords(next, wording),
    single: next.from === null,
    today: next.from === null && dayIn(next.to.at, judging.timeZone) === today,
    carrier,
  };
  return {
    subject,
    carrier,
    by: carrier === texts.carrier ? null : carrier,
    since: situation.since && teller.date(situation.since.at, situation.since.source),
    lastScan: situation.lastScan && teller.date(situation.lastScan.at, situation.lastScan.source),
    city: cleanPlace(situation.lastScan?.city ?? null),
    said: situation.said.meaning,
    waitsAt: situation.said.place,
    keptUntil: situation.said.until && teller.date(situation.said.until.at, situation.said.until.source),
    keptUntilPassed: situation.said.until !== null && dayIn(situation.said.until.at, judging.timeZone) < today,
    expects: expectation && texts.expectation(expectation),
    expectsShort: expectation && texts.expectationShort(expectation),
    missed: missed && missedWords(missed, wording),
    missedKind: missed?.kind ?? null,
    missedPassed: missed !== null && dayIn(missed.to.at, judging.timeZone) < today,
    lateBy: lateBy(judged, snapshot, judging),
    sendBy: situation.sendBy && teller.date(situation.sendBy.at, situation.sendBy.source),
    startsOn: situation.startsOn && teller.date(situation.startsOn.at, situation.startsOn.source),
    place: place && cleanPlace([place.name, place.address, place.city].filter(Boolean).join(", ")),
    outstanding:
      snapshot.outstanding && snapshot.outstanding.minor > 0
        ? teller.money(snapshot.outstanding, "totalOutstandingSet")
        : null,
    hasLink: group.parcel?.tracking.some((tracking) => tracking.url !== null) ?? false,
    units: group.items.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

/** So late that a count of days says less than the date itself. */
const MOST_LATE_DAYS = 20;

function lateBy({ situation }: JudgedGroup, snapshot: OrderSnapshot, judging: Judging): number | null {
  const late = standing(situation.outlook, judging, snapshot.destination?.countryCode ?? null);
  if (late.kind !== "late" || !late.passed) return null;
  return late.workingDays >= 1 && late.workingDays <= MOST_LATE_DAYS ? late.workingDays : null;
}

/** A window whose first day has passed is told by its last day alone. */
function windowWords(expectation: Expectation, { teller, texts, judging }: Wording): string {
  const { from, to } = expectation;
  const today = dayIn(judging.now, judging.timeZone);
  const last = teller.date(to.at, to.source);
  if (!from) return last;
  const firstDay = dayIn(from.at, judging.timeZone);
  if (firstDay < today || firstDay === dayIn(to.at, judging.timeZone)) return texts.by(last);
  return texts.window(teller.date(from.at, from.source), last);
}

/** A promise that was missed is measured by its last day. */
function missedWords(expectation: Expectation, { teller, texts }: Wording): string {
  const last = teller.date(expectation.to.at, expectation.to.source);
  return expectation.kind === "checkout_promise" ? texts.by(last) : texts.onDay(last);
}

function carrierOf({ group, situation }: JudgedGroup, texts: Texts): string {
  if (group.fulfillmentOrder?.method === "LOCAL") return texts.localCarrier;
  const name = situation.stage === null ? null : carrierNameOf(group.parcel?.tracking ?? []);
  return cleanPlace(name) ?? texts.carrier;
}

/** Names from outside, as one short line. */
function cleanPlace(text: string | null): string | null {
  const clean = (text ?? "")
    .replace(/[\p{Cc}\p{Cf}<>]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return clean === "" ? null : clean.slice(0, LONGEST_PLACE);
}

/** "2 × Mug, Candle and 3 more": items in a sentence; a variant only where the order has several of a product. */
export function itemsInWords(items: readonly GroupItem[], lines: readonly OrderLine[], texts: Texts): string {
  const named = items.length > NAMED_ITEMS + 1 ? items.slice(0, NAMED_ITEMS) : items;
  return texts.items(
    named.map(({ line, quantity }) => {
      const twice = lines.some((other) => other.title === line.title && other.variant !== line.variant);
      return texts.item(quantity, line.title, twice ? line.variant : null);
    }),
    items.length - named.length,
  );
}
