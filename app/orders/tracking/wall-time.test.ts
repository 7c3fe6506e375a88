import { expect, test } from "vitest";
import { instantOf } from "./wall-time.ts";

test.each([
  ["an offset is exact", "2026-11-20T08:15:00-05:00", "Europe/Berlin", "2026-11-20T13:15:00.000Z"],
  ["an offset without colon", "2026-11-20T08:15:00+0900", "Europe/Berlin", "2026-11-19T23:15:00.000Z"],
  ["UTC", "2026-11-20T08:15:00Z", "Europe/Berlin", "2026-11-20T08:15:00.000Z"],
  ["a wall clock in winter", "2026-11-20T08:15:00", "Europe/Berlin", "2026-11-20T07:15:00.000Z"],
  ["a wall clock in summer", "2026-07-20T08:15:00", "Europe/Berlin", "2026-07-20T06:15:00.000Z"],
  ["half an hour's zone", "2026-07-20T08:15:00", "Asia/Kolkata", "2026-07-20T02:45:00.000Z"],
  ["just after the clocks go back", "2026-10-25T03:30:00", "Europe/Berlin", "2026-10-25T02:30:00.000Z"],
  ["a day is noon, so that it stays that day", "2026-11-24", "Pacific/Auckland", "2026-11-23T23:00:00.000Z"],
])("%s", (_what, text, zone, instant) => {
  expect(instantOf(text, zone)?.toISOString()).toBe(instant);
});

test.each(["", "soon", "2026-13-41", "2026-11-20T99:99:00", "24.11.2026", "2026-11-20T08:15:00 Berlin"])(
  "%s is no time",
  (text) => {
    expect(instantOf(text, "Europe/Berlin")).toBeNull();
  },
);
