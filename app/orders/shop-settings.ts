import { z } from "zod";
import { isTimeZone } from "./calendar.ts";
import { DEFAULT_RULES } from "./rules.ts";
import type { OrderRules } from "./rules.ts";

/**
 * How a shop ships: one document per shop, edited by the merchant, with defaults that suit a small shop in working order.
 * Every list is matched from its most specific entry on; names are compared without regard to case.
 */
const country = z.string().regex(/^[A-Z]{2}$/, "an ISO 3166 code such as DE");
const name = z.string().trim().min(1).max(120);
const weekdays = z.array(z.int().min(1).max(7)).min(1).max(7);
const day = z.iso.date();
const days = z.int().min(0).max(120);
const dayRange = z
  .strictObject({ min: days, max: days })
  .refine((range) => range.min <= range.max, { path: ["max"], message: "less than the least" });
const tags = z.array(z.string().trim().toLowerCase().min(1).max(60)).max(20);
/** `value` null: any value but an empty one, "false" and "0". */
const metafields = z
  .array(
    z.strictObject({
      namespace: z.string().trim().min(1).max(255),
      key: z.string().trim().min(1).max(64),
      value: z.string().trim().toLowerCase().min(1).max(120).nullable().default(null),
    }),
  )
  // Each one costs a point of every order that is read, ten times over in a list.
  .max(5);
const reach = z.strictObject({ domestic: days.min(1), international: days.min(1) });

const EUROPE =
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK".split(" ");

const handlingRule = z.strictObject({
  location: name.nullable().default(null),
  method: name.nullable().default(null),
  workingDays: dayRange,
});
const transitRule = z.strictObject({
  /** Part of the delivery method's name at checkout ("express"), or null for any. */
  method: name.nullable().default(null),
  /** `domestic`: the country it is sent from; a zone's name; a country; null for anywhere. */
  to: name.nullable().default(null),
  workingDays: dayRange,
});

export const shopSettingsSchema = z.strictObject({
  version: z.literal(1).default(1),
  /** IANA name; null means the time zone set in Shopify. */
  timeZone: z.string().refine(isTimeZone, "not a time zone").nullable().default(null),
  /** Orders placed later than this count as placed on the next working day. */
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 14:00")
    .default("14:00"),
  workingWeekdays: weekdays.default([1, 2, 3, 4, 5]),
  carrierWeekdays: weekdays.default([1, 2, 3, 4, 5]),
  holidays: z
    .strictObject({
      /** Whether warehouses rest on their country's public holidays. Carriers always do. */
      followPublic: z.boolean().default(true),
      /** The part of a country whose holidays count, by country: `{ "DE": "HH", "GB": "ENG" }`. */
      regions: z.record(country, z.string().regex(/^[A-Z0-9]{1,6}$/)).default({}),
      /** Public holidays that are taken off, or put on, the list of a country. */
      removed: z.array(z.strictObject({ country, day })).max(500).default([]),
      added: z.array(z.strictObject({ country, day })).max(500).default([]),
      /** The shop's own: stock-taking, a summer break; and Sundays it opens before Christmas. */
      daysOff: z.array(day).max(500).default([]),
      openDays: z.array(day).max(500).default([]),
      /** What the merchant calls the shop's own days, by day; nothing is judged by it. */
      names: z.record(day, z.string().trim().max(80)).default({}),
    })
    .prefault({}),
  handling: z
    .strictObject({
      workingDays: dayRange.default({ min: 1, max: DEFAULT_RULES.handlingWorkingDays }),
      /** Most working days once somebody is known to be working on it. */
      preparingWorkingDays: days.default(DEFAULT_RULES.preparingWorkingDays),
      rules: z.array(handlingRule).max(100).default([]),
    })
    .prefault({}),
  transit: z
    .strictObject({
      zones: z
        .array(z.strictObject({ name, countries: z.array(country).min(1).max(250) }))
        .max(50)
        .default([{ name: "europe", countries: EUROPE }]),
      workingDays: dayRange.default({ min: 6, max: 15 }),
      rules: z
        .array(transitRule)
        .max(200)
        .default([
          { method: null, to: "domestic", workingDays: { min: 1, max: 4 } },
          { method: null, to: "europe", workingDays: { min: 3, max: 8 } },
          { method: "express", to: null, workingDays: { min: 2, max: 6 } },
          { method: "express", to: "domestic", workingDays: { min: 1, max: 2 } },
          { method: "express", to: "europe", workingDays: { min: 1, max: 4 } },
        ]),
    })
    .prefault({}),
  thresholds: z
    .strictObject({
      firstScanWorkingDays: days.default(DEFAULT_RULES.firstScanWorkingDays),
      silentDays: reach.default(DEFAULT_RULES.silentDays),
      lostDays: reach.default(DEFAULT_RULES.lostDays),
      recentlyDeliveredDays: days.default(DEFAULT_RULES.recentlyDeliveredDays),
      refundDays: days.default(DEFAULT_RULES.refundDays),
      longPickupDays: days.default(DEFAULT_RULES.longPickupDays),
      stuckOutForDeliveryDays: days.default(DEFAULT_RULES.stuckOutForDeliveryDays),
    })
    .prefault({}),
  /** Order tags, order metafields and reports by which the shop's warehouse and people say what Shopify has no state for. */
  signals: z
    .strictObject({
      pickedTags: tags.default([...DEFAULT_RULES.pickedTags]),
      packedTags: tags.default([...DEFAULT_RULES.packedTags]),
      pickedMetafields: metafields.default([...DEFAULT_RULES.pickedMetafields]),
      packedMetafields: metafields.default([...DEFAULT_RULES.packedMetafields]),
      /** What a reported progress (`fulfillmentOrderReportProgress`) means in this shop. */
      progressReport: z.enum(["packed", "picked", "being_prepared", "ignored"]).default(DEFAULT_RULES.progressReport),
      notReceivedTags: tags.default([...DEFAULT_RULES.notReceivedTags]),
      replacedTags: tags.default([...DEFAULT_RULES.replacedTags]),
      replacementTags: tags.default([...DEFAULT_RULES.replacementTags]),
    })
    .prefault({}),
});

export type ShopSettings = z.infer<typeof shopSettingsSchema>;
export type DayRange = z.infer<typeof dayRange>;

export const DEFAULT_SETTINGS: ShopSettings = shopSettingsSchema.parse({});

/** What situations are judged by: the one place where settings become rules. */
export function rulesOf(settings: ShopSettings): OrderRules {
  return {
    ...DEFAULT_RULES,
    ...settings.thresholds,
    ...settings.signals,
    handlingWorkingDays: settings.handling.workingDays.max,
    preparingWorkingDays: settings.handling.preparingWorkingDays,
  };
}

/** How long the shop says it takes to get an order out of the door. A rule that names more is the more specific one. */
export function handlingRange(
  settings: ShopSettings,
  about: { location: string | null; method: string | null },
): DayRange {
  const fitting = settings.handling.rules
    .filter((rule) => isNamed(rule.location, about.location) && isWithin(rule.method, about.method))
    .map((rule) => ({ rule, weight: (rule.location ? 2 : 0) + (rule.method ? 1 : 0) }));
  return heaviest(fitting)?.workingDays ?? settings.handling.workingDays;
}

/** How long the shop says the way takes. A named method outweighs a named place; a country outweighs a zone. */
export function transitRange(
  settings: ShopSettings,
  about: { method: string | null; origin: string | null; destination: string | null },
): DayRange {
  const placeWeight = (to: string | null): number | null => {
    if (to === null) return 0;
    const { origin, destination } = about;
    if (destination === null) return null;
    if (to.toUpperCase() === destination) return 3;
    if (to.toLowerCase() === "domestic") return origin === destination ? 2 : null;
    const zone = settings.transit.zones.find((one) => one.name.toLowerCase() === to.toLowerCase());
    return zone?.countries.includes(destination) ? 1 : null;
  };
  const fitting = settings.transit.rules.flatMap((rule) => {
    const place = placeWeight(rule.to);
    if (place === null || !isWithin(rule.method, about.method)) return [];
    return [{ rule, weight: (rule.method ? 4 : 0) + place }];
  });
  return heaviest(fitting)?.workingDays ?? settings.transit.workingDays;
}

/** Minutes since midnight. */
export function cutOffMinutes(settings: ShopSettings): number {
  const [hours = 0, minutes = 0] = settings.cutOff.split(":").map(Number);
  return hours * 60 + minutes;
}

function isNamed(wanted: string | null, name: string | null): boolean {
  return wanted === null || wanted.toLowerCase() === name?.trim().toLowerCase();
}

function isWithin(part: string | null, name: string | null): boolean {
  return part === null || (name?.toLowerCase().includes(part.toLowerCase()) ?? false);
}

/** Of equally specific rules the first one counts. */
function heaviest<Rule>(fitting: readonly { rule: Rule; weight: number }[]): Rule | undefined {
  return fitting.toSorted((a, b) => b.weight - a.weight)[0]?.rule;
}
