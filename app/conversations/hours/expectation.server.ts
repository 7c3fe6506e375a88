import { shopCalendar } from "../../orders/estimates/calendars.ts";
import { publicHolidays } from "../../orders/holidays.server.ts";
import { readShopSettings } from "../../orders/shop-settings.server.ts";
import { isWorkingDay } from "../../orders/working-days.ts";
import { settingDocument } from "../../platform/setting-document.server.ts";
import { shopClock } from "../../shopify/shop-clock.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { TeamHours } from "../escalation/triage.ts";
import { answerWords } from "./answer-words.ts";
import { nextAnswerBy } from "./next-answer.ts";
import { NO_HOURS, openingHoursSchema, type OpeningHours } from "./opening-hours.ts";

/** When each shop's people answer. */
export const openingHours = settingDocument("hours", openingHoursSchema, NO_HOURS);

/** Who is told, and by which clock. */
export type Telling = { shop: string; locale: string; shopZone: string; now: Date };

/** What a shopper who waits for a person is told about when to expect one; no words where nothing is set. */
export async function answerExpectation(shop: string, locale: string): Promise<{ words: string; closed: boolean }> {
  const [{ timeZone: shopZone }, hours] = await Promise.all([shopProfile(shop), openingHours.read(shop)]);
  return told(hours, { shop, locale, shopZone, now: shopClock(shop)() });
}

/** The team's hours as of now. @param shopZone IANA name of the shop's time zone, for teams without one of their own */
export async function teamHours(shop: string, shopZone: string): Promise<TeamHours> {
  return hoursOf(await openingHours.read(shop), shop, shopZone);
}

async function hoursOf(hours: OpeningHours, shop: string, shopZone: string): Promise<TeamHours> {
  const isDayOff = hours.followHolidays ? await daysOff(shop, hours.country) : () => false;
  const { weekly, answerHours, timeZone } = hours;
  return { weekly, answerHours, timeZone: timeZone ?? shopZone, isDayOff };
}

/** The same by hours that may not be saved yet. */
export async function expectationBy(hours: OpeningHours, telling: Telling): Promise<string> {
  return (await told(hours, telling)).words;
}

async function told(hours: OpeningHours, { shop, locale, shopZone, now }: Telling) {
  const { isDayOff, timeZone } = await hoursOf(hours, shop, shopZone);
  const next = nextAnswerBy(hours, isDayOff, timeZone, now);
  return { words: answerWords(next, locale, timeZone, now), closed: next.kind === "closed" };
}

/** The days on which the shipping settings say that nobody works, whatever the weekday. */
async function daysOff(shop: string, country: string | null): Promise<(day: string) => boolean> {
  const settings = await readShopSettings(shop);
  const holidays = await publicHolidays(settings.holidays.regions);
  const calendar = { ...shopCalendar({ settings, holidays }, country), country, weekdays: EVERY_DAY };
  return (day) => !isWorkingDay(day, calendar);
}

const EVERY_DAY: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7]);
