import { dayIn } from "../calendar.ts";
import { workingDaysFrom } from "../working-days.ts";
import { carrierCalendar, shopCalendar } from "./calendars.ts";
import { firstDay } from "./estimate.ts";
import type { ShopDates } from "./estimate.ts";
import type { DeliveredSample } from "./learn.ts";

/** A parcel that arrived, as Shopify tells of it. */
export type DeliveredParcel = {
  /** `gid://shopify/Fulfillment/…` */
  id: string;
  method: string;
  origin: string;
  destination: string;
  /** Where the shopper is, for the day of delivery; null is the shop's. */
  destinationTimeZone: string | null;
  beganAt: Date;
  leftAt: Date;
  deliveredAt: Date;
};

/** Counts what a delivered parcel took; null for one whose dates contradict each other. */
export function sampleOf(parcel: DeliveredParcel, dates: ShopDates): DeliveredSample | null {
  const { beganAt, leftAt, deliveredAt } = parcel;
  if (leftAt < beganAt || deliveredAt < leftAt) return null;
  const left = dayIn(leftAt, dates.timeZone);
  return {
    method: parcel.method.trim().toLowerCase(),
    origin: parcel.origin,
    destination: parcel.destination,
    handlingDays: workingDaysFrom(firstDay(beganAt, dates, parcel.origin), left, shopCalendar(dates, parcel.origin)),
    transitDays: workingDaysFrom(
      left,
      dayIn(deliveredAt, parcel.destinationTimeZone ?? dates.timeZone),
      carrierCalendar(dates, parcel.destination),
    ),
  };
}
