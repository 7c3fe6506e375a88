import { describe, expect, test } from "vitest";
import { endedToday, firstDays, noticeSentence, phaseOf } from "./notice-words.ts";
import { type Notice, noticeSchema } from "./notices.ts";

const notice: Notice = noticeSchema.parse({
  id: "0b6f1a34-6a51-4f6e-9c8f-2f1f4d3c2b1a",
  title: "Snow in Leeds",
  delays: "handling",
  extraWorkingDays: 3,
  from: "2026-11-20",
  until: "2026-11-27",
});
const names = { country: (code: string) => (code === "DE" ? "Germany" : code), day: (day: string) => day };

describe("a notice", () => {
  test.each([
    ["2026-11-19", "coming"],
    ["2026-11-20", "in_force"],
    ["2026-11-27", "in_force"],
    ["2026-11-28", "over"],
  ])("on %s is %s", (today, phase) => {
    expect(phaseOf(notice, today)).toBe(phase);
  });

  test("ends with the day on which it is ended, if it goes on at all", () => {
    expect(endedToday(notice, "2026-11-22")).toEqual({ ...notice, until: "2026-11-22" });
    expect(endedToday(notice, "2026-11-27")).toBeNull();
    expect(endedToday(notice, "2026-11-19")).toBeNull();
    expect(endedToday(notice, "2026-12-01")).toBeNull();
  });

  test("speaks of a week at first", () => {
    expect(firstDays("2026-12-28")).toEqual({ from: "2026-12-28", until: "2027-01-03" });
  });

  test("is told in a sentence, with everything it is about", () => {
    expect(noticeSentence(notice, names)).toBe(
      "All orders take 3 more working days to be sent, from 2026-11-20 to 2026-11-27.",
    );
    const scope = {
      locations: ["Leeds"],
      methods: ["Express", "Next day"],
      carriers: ["DHL"],
      countries: ["DE", "FR"],
    };
    expect(
      noticeSentence({ ...notice, delays: "transit", extraWorkingDays: 1, until: notice.from, scope }, names),
    ).toBe(
      "Parcels from Leeds with Express or Next day carried by DHL to Germany or FR take 1 more working day to arrive once they are sent, on 2026-11-20.",
    );
  });
});
