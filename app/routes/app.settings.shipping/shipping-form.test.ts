import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, type ShopSettings, shopSettingsSchema } from "../../orders/shop-settings.ts";
import { shippingForm, shippingFormSchema, shippingSettingsOf, type ShippingForm } from "./shipping-form.ts";

const FULL: ShopSettings = shopSettingsSchema.parse({
  timeZone: "Europe/London",
  cutOff: "11:30",
  workingWeekdays: [1, 2, 3, 4, 5, 6],
  holidays: {
    followPublic: false,
    regions: { DE: "HH", GB: "ENG" },
    removed: [{ country: "DE", day: "2026-10-31" }],
    added: [{ country: "GB", day: "2026-12-24" }],
    daysOff: ["2026-12-31", "2027-01-04"],
    openDays: ["2026-12-20"],
    names: { "2026-12-31": "Stock-taking", "2026-12-20": "Fourth Sunday of Advent" },
  },
  handling: {
    workingDays: { min: 0, max: 2 },
    rules: [{ location: "Leeds", method: null, workingDays: { min: 2, max: 4 } }],
  },
  transit: {
    zones: [{ name: "Nordics", countries: ["DK", "SE"] }],
    rules: [
      { method: "Express", to: "Nordics", workingDays: { min: 1, max: 2 } },
      { method: null, to: "FR", workingDays: { min: 2, max: 3 } },
    ],
  },
  signals: { pickedTags: [], packedMetafields: [{ namespace: "wms", key: "state", value: "packed" }] },
});
const errorsOf = (change: (form: ShippingForm) => void) => {
  const form = structuredClone(shippingForm(FULL));
  change(form);
  const read = shippingSettingsOf(form);
  return read.kind === "invalid" ? read.errors : {};
};

describe("the form about shipping", () => {
  test.each([
    ["the defaults", DEFAULT_SETTINGS],
    ["a shop that has said everything", FULL],
  ])("gives back the settings it was filled with: %s", (_, settings) => {
    const form = shippingFormSchema.parse(shippingForm(settings));
    expect(shippingSettingsOf(form)).toEqual({ kind: "ok", settings });
  });

  test("says next to each field what is wrong with it", () => {
    expect(
      errorsOf((form) => {
        form.cutOff = "25:00";
        form.workingWeekdays = [];
        form.handling.workingDays = { min: "5", max: "2" };
        form.handling.preparingWorkingDays = "soon";
        form.handling.rules[0]!.workingDays = { min: "", max: "121" };
        form.thresholds.silentDays.domestic = "0";
        form.holidays.daysOff[0]!.day = "";
        form.signals.packedMetafields[0]!.key = " ";
        form.transit.zones[0]!.countries = [];
      }),
    ).toEqual({
      cutOff: "Enter a time such as 14:00.",
      workingWeekdays: "Choose at least one.",
      "handling.workingDays.max": "Enter at least as many as the least.",
      "handling.preparingWorkingDays": "Enter a whole number.",
      "handling.rules.0.workingDays.min": "Enter a whole number.",
      "handling.rules.0.workingDays.max": "Enter 120 or less.",
      "thresholds.silentDays.domestic": "Enter 1 or more.",
      "holidays.daysOff.0": "Enter a day.",
      "signals.packedMetafields.0.key": "Fill this in.",
      "transit.zones.0.countries": "Choose at least one.",
    });
  });

  test("keeps rules from naming zones that are gone, and zones from having one name", () => {
    expect(
      errorsOf((form) => {
        form.transit.zones = [
          { name: "East", countries: ["PL"] },
          { name: "east ", countries: ["CZ"] },
        ];
      }),
    ).toEqual({
      "transit.rules.0.to": "This zone does not exist any more.",
      "transit.zones.1.name": "Another zone has this name.",
    });
  });

  test("lets nothing count as lost before it counts as silent", () => {
    expect(
      errorsOf((form) => {
        form.thresholds.silentDays.international = "9";
        form.thresholds.lostDays.international = "8";
      }),
    ).toEqual({ "thresholds.lostDays.international": "It cannot count as lost before it counts as silent." });
  });

  test("takes no time zone that does not exist", () => {
    expect(errorsOf((form) => void (form.timeZone = "Europe/Atlantis"))).toEqual({
      timeZone: "Choose a time zone.",
    });
  });
});
