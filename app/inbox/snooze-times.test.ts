import { describe, expect, test } from "vitest";
import { snoozeUntil } from "./snooze-times.ts";

const at = (snooze: Parameters<typeof snoozeUntil>[0], now: string, zone = "Europe/Berlin") =>
  snoozeUntil(snooze, new Date(now), zone).toISOString();

describe("A conversation is put away until", () => {
  test("three hours later", () => {
    expect(at("later_today", "2026-11-20T10:00:00Z")).toBe("2026-11-20T13:00:00.000Z");
  });

  test.each([
    ["2026-11-20T10:00:00Z", "Europe/Berlin", "2026-11-21T08:00:00.000Z"],
    // It is tomorrow in Tokyo already.
    ["2026-11-20T20:00:00Z", "Asia/Tokyo", "2026-11-22T00:00:00.000Z"],
    // The clocks go back in between.
    ["2026-10-24T10:00:00Z", "Europe/Berlin", "2026-10-25T08:00:00.000Z"],
  ])("nine the next morning by the shop's clock: %s in %s", (now, zone, until) => {
    expect(at("tomorrow", now, zone)).toBe(until);
  });

  test.each([
    ["a Friday", "2026-11-20T10:00:00Z", "2026-11-23T08:00:00.000Z"],
    ["a Sunday", "2026-11-22T10:00:00Z", "2026-11-23T08:00:00.000Z"],
    ["a Monday", "2026-11-23T10:00:00Z", "2026-11-30T08:00:00.000Z"],
  ])("nine on the Monday after %s", (_, now, until) => {
    expect(at("next_monday", now)).toBe(until);
  });

  test("a time of one's own by the shop's clock", () => {
    expect(at({ day: "2026-12-01", time: "14:30" }, "2026-11-20T10:00:00Z")).toBe("2026-12-01T13:30:00.000Z");
  });
});
