import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nextAnswerBy } from "../hours/next-answer.ts";
import { NO_HOURS } from "../hours/opening-hours.ts";
import { ESCALATION_REASONS } from "./reasons.ts";
import { dueFor, type Priority, triage, type TriageInput } from "./triage.ts";

const DAY = [{ from: "09:00", to: "17:00" }];
const OFFICE = { weekly: [DAY, DAY, DAY, DAY, DAY, [], []], answerHours: 6, isDayOff: () => false, timeZone: "UTC" };
const ALWAYS = { weekly: NO_HOURS.weekly, answerHours: null, isDayOff: () => false, timeZone: "UTC" };
/** A Wednesday. */
const AT_TEN = new Date("2026-11-18T10:00:00Z");
const asked = (changes: Partial<TriageInput>): TriageInput => ({
  reason: "asked_for_person",
  value: null,
  vip: false,
  waitingSince: changes.now ?? AT_TEN,
  now: AT_TEN,
  hours: OFFICE,
  ...changes,
});

describe("Triage", () => {
  test.each<[string, Partial<TriageInput>, Priority, string]>([
    ["danger within an hour", { reason: "safety" }, 1, "2026-11-18T11:00:00Z"],
    ["a lawyer within four", { reason: "legal" }, 2, "2026-11-18T14:00:00Z"],
    ["a call for a person as the merchant promises", {}, 3, "2026-11-18T16:00:00Z"],
    ["what has no name later", { reason: "other" }, 4, "2026-11-23T10:00:00Z"],
    ["a customer who counts more one step sooner", { vip: true }, 2, "2026-11-18T14:00:00Z"],
    ["much money one step sooner", { value: { minor: 20_001, high: 20_000 } }, 2, "2026-11-18T14:00:00Z"],
    ["just so much no sooner", { value: { minor: 20_000, high: 20_000 } }, 3, "2026-11-18T16:00:00Z"],
    ["both two steps", { vip: true, value: { minor: 9, high: 1 } }, 1, "2026-11-18T11:00:00Z"],
    ["never more than urgent", { reason: "safety", vip: true }, 1, "2026-11-18T11:00:00Z"],
    ["eight hours where nothing is promised", { hours: { ...OFFICE, answerHours: null } }, 3, "2026-11-19T10:00:00Z"],
    ["by the clock where there are no hours", { hours: ALWAYS }, 3, "2026-11-18T18:00:00Z"],
    ["from when they began to wait", { waitingSince: new Date("2026-11-18T09:00:00Z") }, 3, "2026-11-18T15:00:00Z"],
    ["not at once after a long wait", { waitingSince: new Date("2026-11-10T09:00:00Z") }, 3, "2026-11-18T11:30:00Z"],
    ["in the first open hours after a night", { now: new Date("2026-11-18T22:00:00Z") }, 3, "2026-11-19T15:00:00Z"],
    ["after the weekend", { reason: "safety", now: new Date("2026-11-20T16:30:00Z") }, 1, "2026-11-23T09:30:00Z"],
  ])("wants %s", (_, changes, priority, dueAt) => {
    expect(triage(asked(changes))).toEqual({ priority, dueAt: new Date(dueAt) });
  });

  const minute = 60_000;
  const moments = fc.integer({ min: 0, max: 30 * 1_440 }).map((past) => new Date(AT_TEN.getTime() + past * minute));
  const spans = fc.constantFrom(
    [],
    DAY,
    [{ from: "00:00", to: "24:00" }],
    [
      { from: "08:30", to: "12:00" },
      { from: "13:00", to: "18:15" },
    ],
  );
  const hours = fc.record({
    weekly: fc.array(spans, { minLength: 7, maxLength: 7 }),
    answerHours: fc.option(fc.integer({ min: 1, max: 72 }), { nil: null }),
    isDayOff: fc.constantFrom(
      () => false,
      (day: string) => day.endsWith("9"),
      () => true,
    ),
    timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo"),
  });
  const inputs = fc.record({
    reason: fc.constantFrom(...ESCALATION_REASONS),
    value: fc.option(fc.record({ minor: fc.nat(50_000), high: fc.nat(50_000) }), { nil: null }),
    vip: fc.boolean(),
    now: moments,
    waitingSince: moments,
    hours,
  });

  test("is never due in the past", () => {
    fc.assert(fc.property(inputs, (input) => triage(input).dueAt >= input.now));
  });

  test("is never due later for being more urgent, for a wait, or for who or what it is about", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const dues = ([1, 2, 3, 4] as const).map((priority) => dueFor(priority, input).getTime());
        expect(dues).toEqual(dues.toSorted((one, other) => one - other));
        const plain = triage({ ...input, vip: false, value: null, waitingSince: input.now });
        expect(triage(input).priority).toBeLessThanOrEqual(plain.priority);
        expect(triage(input).dueAt.getTime()).toBeLessThanOrEqual(plain.dueAt.getTime());
      }),
    );
  });

  test("is due while somebody is there, wherever somebody ever is", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { dueAt } = triage(input);
        // A minute before, for the end of an open hour counts.
        const then = nextAnswerBy(input.hours, input.hours.isDayOff, input.hours.timeZone, new Date(+dueAt - minute));
        const soon = nextAnswerBy(input.hours, input.hours.isDayOff, input.hours.timeZone, dueAt);
        expect([then.kind, soon.kind]).not.toEqual(["closed", "closed"]);
      }),
    );
  });
});
