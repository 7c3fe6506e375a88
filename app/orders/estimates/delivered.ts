import { dayIn, daysBetween } from "../calendar.ts";
import { workingDaysFrom } from "../working-days.ts";
import { carrierCalendar, shopCalendar } from "./calendars.ts";
import { firstDay } from "./estimate.ts";
import type { ShopDates } from "./estimate.ts";
import type { ParcelSample } from "./learn.ts";

/** A parcel that a carrier has or had, as Shopify tells of it. */
export type SentParcel = {
  /** `gid://shopify/Fulfillment/…` */
  id: string;
  method: string;
  origin: string;
  destination: string;
  /** Where the shopper is, for the day of delivery; null is the shop's. */
  destinationTimeZone: string | null;
  beganAt: Date;
  leftAt: Date;
  /** Null while it is on its way. */
  deliveredAt: Date | null;
};

/**
 * Counts what a parcel took, or has taken so far. Null for one whose dates contradict each other, and for one that is on
 * its way for so long that it is lost, or that its carrier does not scan at the door: neither says how long a way is.
 *
 * @param now as of when: what came later is not known.
 */
export function sampleOf(parcel: SentParcel, dates: ShopDates, now: Date): ParcelSample | null {
  const { beganAt, leftAt } = parcel;
  const arrived = parcel.deliveredAt !== null && parcel.deliveredAt < now;
  const seenAt = arrived && parcel.deliveredAt ? parcel.deliveredAt : now;
  if (leftAt < beganAt || seenAt < leftAt) return null;
  const left = dayIn(leftAt, dates.timeZone);
  const seen = dayIn(seenAt, parcel.destinationTimeZone ?? dates.timeZone);
  const { domestic, international } = dates.settings.thresholds.lostDays;
  const lost = parcel.origin === parcel.destination ? domestic : international;
  if (!arrived && daysBetween(left, seen) > lost) return null;
  return {
    method: parcel.method.trim().toLowerCase(),
    origin: parcel.origin,
    destination: parcel.destination,
    handlingDays: workingDaysFrom(firstDay(beganAt, dates, parcel.origin), left, shopCalendar(dates, parcel.origin)),
    transitDays: workingDaysFrom(left, seen, carrierCalendar(dates, parcel.destination)),
    arrived,
  };
}
