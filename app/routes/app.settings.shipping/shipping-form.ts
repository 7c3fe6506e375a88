import { z } from "zod";
import { type FieldErrors, fieldErrors, typedNumber } from "../../components/settings/field-errors.ts";
import { type DayRange, type ShopSettings, shopSettingsSchema } from "../../orders/shop-settings.ts";
import { texts } from "./texts.ts";

/**
 * What the page edits and sends. It has the shape of the settings, so that an error's path is its field's; numbers are
 * texts as they were typed, empty names stand for "any", and the shop's own days carry their names.
 */
const typed = z.string().max(400);
const range = z.strictObject({ min: typed, max: typed });
const weekdays = z.array(z.int().min(1).max(7)).max(7);
const countryDays = z.array(z.strictObject({ country: typed, day: typed })).max(1_000);
const namedDays = z.array(z.strictObject({ day: typed, name: typed })).max(1_000);
const names = z.array(typed).max(100);
const reach = z.strictObject({ domestic: typed, international: typed });
const signs = z.array(z.strictObject({ namespace: typed, key: typed, value: typed })).max(20);

export const shippingFormSchema = z.strictObject({
  timeZone: typed,
  cutOff: typed,
  workingWeekdays: weekdays,
  carrierWeekdays: weekdays,
  holidays: z.strictObject({
    followPublic: z.boolean(),
    regions: z.record(typed, typed),
    removed: countryDays,
    added: countryDays,
    daysOff: namedDays,
    openDays: namedDays,
  }),
  handling: z.strictObject({
    workingDays: range,
    preparingWorkingDays: typed,
    rules: z.array(z.strictObject({ location: typed, method: typed, workingDays: range })).max(200),
  }),
  transit: z.strictObject({
    zones: z.array(z.strictObject({ name: typed, countries: z.array(typed).max(300) })).max(100),
    workingDays: range,
    rules: z.array(z.strictObject({ method: typed, to: typed, workingDays: range })).max(400),
  }),
  thresholds: z.strictObject({
    firstScanWorkingDays: typed,
    silentDays: reach,
    lostDays: reach,
    recentlyDeliveredDays: typed,
    refundDays: typed,
    longPickupDays: typed,
    stuckOutForDeliveryDays: typed,
  }),
  signals: z.strictObject({
    pickedTags: names,
    packedTags: names,
    pickedMetafields: signs,
    packedMetafields: signs,
    progressReport: z.enum(["packed", "picked", "being_prepared", "ignored"]),
    notReceivedTags: names,
    replacedTags: names,
    replacementTags: names,
  }),
});
export type ShippingForm = z.infer<typeof shippingFormSchema>;
export type RangeForm = ShippingForm["handling"]["workingDays"];

export type ReadShipping = { kind: "ok"; settings: ShopSettings } | { kind: "invalid"; errors: FieldErrors };

export function shippingForm(settings: ShopSettings): ShippingForm {
  const { holidays, handling, transit, thresholds, signals } = settings;
  const named = (days: readonly string[]) => days.map((day) => ({ day, name: holidays.names[day] ?? "" }));
  const { followPublic, regions, removed, added, daysOff, openDays } = holidays;
  return {
    timeZone: settings.timeZone ?? "",
    cutOff: settings.cutOff,
    workingWeekdays: settings.workingWeekdays,
    carrierWeekdays: settings.carrierWeekdays,
    holidays: { followPublic, regions, removed, added, daysOff: named(daysOff), openDays: named(openDays) },
    handling: {
      workingDays: typedRange(handling.workingDays),
      preparingWorkingDays: String(handling.preparingWorkingDays),
      rules: handling.rules.map(({ location, method, workingDays }) => ({
        location: location ?? "",
        method: method ?? "",
        workingDays: typedRange(workingDays),
      })),
    },
    transit: {
      zones: transit.zones,
      workingDays: typedRange(transit.workingDays),
      rules: transit.rules.map(({ method, to, workingDays }) => ({
        method: method ?? "",
        to: to ?? "",
        workingDays: typedRange(workingDays),
      })),
    },
    thresholds: {
      firstScanWorkingDays: String(thresholds.firstScanWorkingDays),
      silentDays: typedReach(thresholds.silentDays),
      lostDays: typedReach(thresholds.lostDays),
      recentlyDeliveredDays: String(thresholds.recentlyDeliveredDays),
      refundDays: String(thresholds.refundDays),
      longPickupDays: String(thresholds.longPickupDays),
      stuckOutForDeliveryDays: String(thresholds.stuckOutForDeliveryDays),
    },
    signals: {
      ...signals,
      pickedMetafields: signals.pickedMetafields.map(typedSign),
      packedMetafields: signals.packedMetafields.map(typedSign),
    },
  };
}

/** The settings that a form stands for, or what is wrong with its fields. */
export function shippingSettingsOf(form: ShippingForm): ReadShipping {
  const { holidays, handling, transit, thresholds, signals } = form;
  const { daysOff, openDays, regions, ...others } = holidays;
  const days = (list: typeof daysOff) => list.map(({ day }) => day);
  const read = shopSettingsSchema.safeParse({
    ...form,
    timeZone: form.timeZone || null,
    holidays: {
      ...others,
      regions: Object.fromEntries(Object.entries(regions).filter(([, region]) => region !== "")),
      daysOff: days(daysOff),
      openDays: days(openDays),
      names: Object.fromEntries(
        [...daysOff, ...openDays]
          .filter(({ day, name }) => day !== "" && name.trim() !== "")
          .map(({ day, name }) => [day, name]),
      ),
    },
    handling: {
      workingDays: numberRange(handling.workingDays),
      preparingWorkingDays: typedNumber(handling.preparingWorkingDays),
      rules: handling.rules.map(({ location, method, workingDays }) => ({
        location: location.trim() || null,
        method: method.trim() || null,
        workingDays: numberRange(workingDays),
      })),
    },
    transit: {
      zones: transit.zones,
      workingDays: numberRange(transit.workingDays),
      rules: transit.rules.map(({ method, to, workingDays }) => ({
        method: method.trim() || null,
        to: to.trim() || null,
        workingDays: numberRange(workingDays),
      })),
    },
    thresholds: {
      firstScanWorkingDays: typedNumber(thresholds.firstScanWorkingDays),
      silentDays: numberReach(thresholds.silentDays),
      lostDays: numberReach(thresholds.lostDays),
      recentlyDeliveredDays: typedNumber(thresholds.recentlyDeliveredDays),
      refundDays: typedNumber(thresholds.refundDays),
      longPickupDays: typedNumber(thresholds.longPickupDays),
      stuckOutForDeliveryDays: typedNumber(thresholds.stuckOutForDeliveryDays),
    },
    signals: {
      ...signals,
      pickedMetafields: signals.pickedMetafields.map(signOf),
      packedMetafields: signals.packedMetafields.map(signOf),
    },
  });
  const errors = {
    ...(read.success ? {} : fieldErrors(read.error, wordsAt)),
    ...placeErrors(form),
    ...lateErrors(form),
  };
  return read.success && Object.keys(errors).length === 0
    ? { kind: "ok", settings: read.data }
    : { kind: "invalid", errors };
}

function wordsAt(path: string, { code }: { code: string }): string | undefined {
  if (path === "cutOff") return texts.errors.cutOff;
  if (path === "timeZone") return texts.errors.timeZone;
  return code === "custom" && path.endsWith("workingDays.max") ? texts.errors.range : undefined;
}

/** Zones of one name, and rules for places that are none: settings take both, and nobody could mean them. */
function placeErrors({ transit: { zones, rules } }: ShippingForm): FieldErrors {
  const known = zones.map(({ name }) => name.trim().toLowerCase());
  const errors: Record<string, string> = {};
  known.forEach((name, index) => {
    if (known.indexOf(name) < index || name === "domestic") errors[`transit.zones.${index}.name`] = texts.errors.zone;
  });
  rules.forEach(({ to }, index) => {
    const place = to.trim();
    const isKnown = ["", "domestic", ...known].includes(place.toLowerCase()) || /^[A-Z]{2}$/.test(place);
    if (!isKnown) errors[`transit.rules.${index}.to`] = texts.errors.place;
  });
  return errors;
}

/** A parcel that counts as lost before it counts as silent would never be called silent. */
function lateErrors({ thresholds: { silentDays, lostDays } }: ShippingForm): FieldErrors {
  const errors: Record<string, string> = {};
  for (const where of ["domestic", "international"] as const) {
    const [silent, lost] = [typedNumber(silentDays[where]), typedNumber(lostDays[where])];
    if (lost < silent) errors[`thresholds.lostDays.${where}`] = texts.errors.lostBeforeSilent;
  }
  return errors;
}

const typedRange = ({ min, max }: DayRange): RangeForm => ({ min: String(min), max: String(max) });
const numberRange = ({ min, max }: RangeForm) => ({ min: typedNumber(min), max: typedNumber(max) });
const typedReach = ({ domestic, international }: { domestic: number; international: number }) => ({
  domestic: String(domestic),
  international: String(international),
});
const numberReach = ({ domestic, international }: { domestic: string; international: string }) => ({
  domestic: typedNumber(domestic),
  international: typedNumber(international),
});
type Sign = ShopSettings["signals"]["pickedMetafields"][number];
const typedSign = ({ namespace, key, value }: Sign) => ({ namespace, key, value: value ?? "" });
const signOf = ({ namespace, key, value }: { namespace: string; key: string; value: string }) => ({
  namespace,
  key,
  value: value.trim() || null,
});
