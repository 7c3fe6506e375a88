import { shopCalendar } from "../../orders/estimates/calendars.ts";
import { publicHolidays } from "../../orders/holidays.server.ts";
import { readShopSettings } from "../../orders/shop-settings.server.ts";
import { isWorkingDay } from "../../orders/working-days.ts";
import { settingDocument } from "../../platform/setting-document.server.ts";
import { answerWords } from "./answer-words.ts";
import { nextAnswerBy } from "./next-answer.ts";
import { NO_HOURS, openingHoursSchema, type OpeningHours } from "./opening-hours.ts";

/** When each shop's people answer. */
export const openingHours = settingDocument("hours", openingHoursSchema, NO_HOURS);

/** Who is told, and by which clock. */
export type Telling = { shop: string; locale: string; shopZone: string; now: Date };

/** What a shopper who waits for a person is told about when to expect one; empty where nothing is set. */
export async function answerExpectation(telling: Telling): Promise<string> {
  return expectationBy(await openingHours.read(telling.shop), telling);
}

/** The same by hours that may not be saved yet. */
export async function expectationBy(hours: OpeningHours, { shop, locale, shopZone, now }: Telling): Promise<string> {
  const timeZone = hours.timeZone ?? shopZone;
  const isDayOff = hours.followHolidays ? await daysOff(shop, hours.country) : () => false;
  return answerWords(nextAnswerBy(hours, isDayOff, timeZone, now), locale, timeZone, now);
}

/** The days on which the shipping settings say that nobody works, whatever the weekday. */
async function daysOff(shop: string, country: string | null): Promise<(day: string) => boolean> {
  const settings = await readShopSettings(shop);
  const holidays = await publicHolidays(settings.holidays.regions);
  const calendar = { ...shopCalendar({ settings, holidays }, country), country, weekdays: EVERY_DAY };
  return (day) => !isWorkingDay(day, calendar);
}

const EVERY_DAY: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7]);
