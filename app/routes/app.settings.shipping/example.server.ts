import { z } from "zod";
import { countryNames } from "../../components/settings/countries.server.ts";
import { dayIn } from "../../orders/calendar.ts";
import { estimateDelivery, estimateSending } from "../../orders/estimates/estimate.ts";
import { publicHolidays } from "../../orders/holidays.server.ts";
import { shopDates } from "../../orders/shop-settings.server.ts";
import type { ShopSettings } from "../../orders/shop-settings.ts";
import { shopClock } from "../../shopify/shop-clock.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { IsoDay } from "../../orders/working-days.ts";
import { texts } from "./texts.ts";

const country = z.string().regex(/^[A-Z]{2}$/);

/** The order of which the example speaks. */
export const aboutSchema = z.strictObject({ method: z.string().trim().max(120), from: country, to: country });
export type About = z.infer<typeof aboutSchema>;

const words = texts.example;
const DAY = new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" });

/**
 * What a shopper would be told of an order placed now, if these settings were in force: by the same computation that
 * tells shoppers, with the shop's notices and what its deliveries taught.
 */
export async function exampleFor(
  shop: string,
  settings: ShopSettings,
  about: About,
  now: Date = shopClock(shop)(),
): Promise<{ sentence: string; basis: string }> {
  const { timeZone: shopZone } = await shopProfile(shop);
  const stored = await shopDates(shop, shopZone);
  const holidays = await publicHolidays(settings.holidays.regions);
  const dates = { ...stored, settings, holidays, timeZone: settings.timeZone ?? shopZone };
  const method = about.method || words.methodDefault;
  const subject = { method, location: null, carrier: null, origin: about.from, destination: about.to, beginsAt: now };
  const today = dayIn(now, dates.timeZone);
  const sending = estimateSending(subject, dates, now, today);
  const arriving = estimateDelivery({ ...subject, leftAt: null }, dates, now, today);
  if (!arriving) return { sentence: words.none, basis: "" };
  const { from, to, samples } = arriving;
  const sentence = words.sentence({
    method,
    from: nameOf(about.from),
    to: nameOf(about.to),
    sent: dayWords(sending.late),
    arrives: from === to ? words.on(dayWords(to)) : words.between(dayWords(from), dayWords(to)),
  });
  return { sentence, basis: samples > 0 ? words.learnt(samples) : words.settings };
}

const nameOf = (code: string) => countryNames().find((one) => one.code === code)?.name ?? code;
const dayWords = (day: IsoDay) => DAY.format(new Date(`${day}T00:00:00Z`));
