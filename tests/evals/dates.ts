/**
 * Backtest of delivery dates: `node tests/evals/dates.ts` (`npm run evals -- dates`).
 *
 * Every parcel of the example shop that arrived is estimated twice, when it was ordered and when it was sent, knowing only
 * what had been delivered by then; against it stands the naive baseline, the last day that checkout promised.
 */
import { learn } from "#app/orders/estimates/learn.ts";
import { dayIn, daysBetween } from "#app/orders/calendar.ts";
import { sampleOf } from "#app/orders/estimates/delivered.ts";
import { estimateDelivery } from "#app/orders/estimates/estimate.ts";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import { publicHolidays } from "#app/orders/holidays.server.ts";
import { DEFAULT_SETTINGS } from "#app/orders/shop-settings.ts";
import { readHistory } from "#tests/support/delivered-history.ts";
import type { PastDelivery } from "#tests/support/delivered-history.ts";

type Line = {
  lane: string;
  parcels: number;
  /** Share of parcels that came by the last day of the window, and inside it. */
  byItsEnd: number;
  inside: number;
  /** Median absolute error in days: of the likeliest day, of the last promised day. */
  error: number;
  days: number;
  promise: number | null;
  promiseKept: number | null;
};

type Try = { lane: string; late: boolean; early: boolean; error: number; days: number; promise: number | null };

export type DatesReport = { name: "dates"; whenOrdered: Line[]; whenSent: Line[] };

export async function run(): Promise<DatesReport> {
  const { deliveries, timeZone } = await readHistory();
  const base: ShopDates = {
    settings: DEFAULT_SETTINGS,
    notices: [],
    learnt: [],
    holidays: await publicHolidays(),
    timeZone,
  };
  const tries = (sent: boolean): Try[] =>
    deliveries.flatMap((delivery) => tryOne(delivery, sent ? delivery.parcel.leftAt : delivery.parcel.beganAt, sent));

  function tryOne({ parcel, promisedTo }: PastDelivery, at: Date, sent: boolean): Try[] {
    const samples = deliveries
      .filter((earlier) => earlier.parcel.deliveredAt < at)
      .map((earlier) => sampleOf(earlier.parcel, base))
      .filter((sample) => sample !== null);
    const zone = parcel.destinationTimeZone ?? timeZone;
    const subject = {
      method: parcel.method,
      location: null,
      carrier: null,
      origin: parcel.origin,
      destination: parcel.destination,
      beginsAt: parcel.beganAt,
      leftAt: sent ? parcel.leftAt : null,
    };
    const window = estimateDelivery(subject, { ...base, learnt: learn(samples) }, at, dayIn(at, zone));
    if (!window) return [];
    const came = dayIn(parcel.deliveredAt, zone);
    return [
      {
        lane: `${parcel.method} to ${parcel.destination}`,
        late: came > window.to,
        early: came < window.from,
        error: Math.abs(daysBetween(window.usual, came)),
        days: daysBetween(window.from, window.to) + 1,
        promise: promisedTo === null ? null : daysBetween(came, dayIn(promisedTo, zone)),
      },
    ];
  }

  return { name: "dates", whenOrdered: lines(tries(false)), whenSent: lines(tries(true)) };
}

function lines(tries: readonly Try[]): Line[] {
  const lanes = [...new Set(tries.map((one) => one.lane))].toSorted();
  return [
    line("all", tries),
    ...lanes
      .map((lane) =>
        line(
          lane,
          tries.filter((one) => one.lane === lane),
        ),
      )
      .toSorted((a, b) => b.parcels - a.parcels),
  ];
}

function line(lane: string, tries: readonly Try[]): Line {
  const promised = tries.flatMap(({ promise }) => (promise === null ? [] : [promise]));
  return {
    lane,
    parcels: tries.length,
    byItsEnd: share(tries.filter((one) => !one.late).length, tries.length),
    inside: share(tries.filter((one) => !one.late && !one.early).length, tries.length),
    error: median(tries.map((one) => one.error)) ?? 0,
    days: median(tries.map((one) => one.days)) ?? 0,
    promise: median(promised.map(Math.abs)),
    promiseKept: promised.length === 0 ? null : share(promised.filter((days) => days >= 0).length, promised.length),
  };
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : Math.round((part / of) * 1000) / 10;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function print(title: string, table: readonly Line[]): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      table.map((one) => [
        one.lane,
        {
          parcels: one.parcels,
          "by the window's end %": one.byItsEnd,
          "in the window %": one.inside,
          "window (days)": one.days,
          "error (days)": one.error,
          "promise's error": one.promise ?? "–",
          "promise kept %": one.promiseKept ?? "–",
        },
      ]),
    ),
  );
}

if (import.meta.main) {
  const report = await run();
  print("Estimated when ordered (target: 90 % by the window's end)", report.whenOrdered);
  print("Estimated when sent", report.whenSent);
}
