import { dayIn, daysBetween } from "#app/orders/calendar.ts";
import { sampleOf } from "#app/orders/estimates/delivered.ts";
import { estimateDelivery } from "#app/orders/estimates/estimate.ts";
import type { ShopDates } from "#app/orders/estimates/estimate.ts";
import { learn } from "#app/orders/estimates/learn.ts";
import { publicHolidays } from "#app/orders/holidays.server.ts";
import { DEFAULT_SETTINGS } from "#app/orders/shop-settings.ts";
import type { History, PastDelivery } from "#tests/support/delivered-history.ts";

/** How one estimate turned out: days of the window, and days that the likeliest and the last promised day were off. */
export type Try = { lane: string; late: boolean; early: boolean; error: number; days: number; promise: number | null };

/**
 * Estimates every delivered parcel of a history as of when it was ordered or sent, knowing what was known at that moment
 * and nothing more: which parcels had arrived, and how long others had been on their way.
 */
export async function backtest({ deliveries, sent, timeZone }: History, when: "ordered" | "sent"): Promise<Try[]> {
  const base: ShopDates = {
    settings: DEFAULT_SETTINGS,
    notices: [],
    learnt: [],
    holidays: await publicHolidays(),
    timeZone,
  };
  return deliveries.flatMap(tryOne);

  function tryOne({ parcel, promisedTo }: PastDelivery): Try[] {
    const at = when === "sent" ? parcel.leftAt : parcel.beganAt;
    const samples = sent
      .filter((earlier) => earlier.leftAt < at)
      .map((earlier) => sampleOf(earlier, base, at))
      .filter((sample) => sample !== null);
    const zone = parcel.destinationTimeZone ?? timeZone;
    const subject = {
      method: parcel.method,
      location: null,
      carrier: null,
      origin: parcel.origin,
      destination: parcel.destination,
      beginsAt: parcel.beganAt,
      leftAt: when === "sent" ? parcel.leftAt : null,
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
}
