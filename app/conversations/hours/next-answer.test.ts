import { describe, expect, test } from "vitest";
import { answerWords } from "./answer-words.ts";
import { nextAnswerBy } from "./next-answer.ts";
import { NO_HOURS, openingHoursSchema, type OpeningHours } from "./opening-hours.ts";

const DAY = [{ from: "09:00", to: "17:00" }];
const WEEKDAYS = [DAY, DAY, DAY, DAY, DAY, [], []];
const BERLIN = "Europe/Berlin";

type Case = {
  name: string;
  now: string;
  hours?: number | null;
  weekly?: OpeningHours["weekly"];
  zone?: string;
  off?: string[];
  opensAt?: string;
  answerBy: string | null;
};

const CASES: Case[] = [
  { name: "within the hours", now: "2026-11-20T10:00:00+01:00", answerBy: "2026-11-20T12:00:00+01:00" },
  {
    name: "before they begin",
    now: "2026-11-20T06:00:00+01:00",
    opensAt: "2026-11-20T09:00:00+01:00",
    answerBy: "2026-11-20T11:00:00+01:00",
  },
  {
    name: "at the very end, when nobody is there any more",
    now: "2026-11-20T17:00:00+01:00",
    opensAt: "2026-11-23T09:00:00+01:00",
    answerBy: "2026-11-23T11:00:00+01:00",
  },
  { name: "shortly before the weekend", now: "2026-11-20T16:30:00+01:00", answerBy: "2026-11-23T10:30:00+01:00" },
  {
    name: "on a weekend with a holiday after it",
    now: "2026-11-21T12:00:00+01:00",
    off: ["2026-11-23"],
    opensAt: "2026-11-24T09:00:00+01:00",
    answerBy: "2026-11-24T11:00:00+01:00",
  },
  {
    name: "over a lunch break",
    now: "2026-11-20T11:00:00+01:00",
    weekly: WEEKDAYS.map((spans) =>
      spans === DAY
        ? [
            { from: "09:00", to: "12:00" },
            { from: "13:00", to: "17:00" },
          ]
        : [],
    ),
    answerBy: "2026-11-20T14:00:00+01:00",
  },
  {
    name: "over the weekend on which summer time ends",
    now: "2026-10-24T12:00:00+02:00",
    opensAt: "2026-10-26T09:00:00+01:00",
    answerBy: "2026-10-26T11:00:00+01:00",
  },
  {
    name: "over the weekend on which summer time begins",
    now: "2027-03-26T16:00:00+01:00",
    answerBy: "2027-03-29T10:00:00+02:00",
  },
  {
    name: "through the night in which an hour comes twice",
    now: "2026-10-24T23:00:00+02:00",
    weekly: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
    hours: 5,
    answerBy: "2026-10-25T03:00:00+01:00",
  },
  {
    name: "where hours begin at a time that the clocks skip",
    now: "2027-03-27T12:00:00+01:00",
    weekly: [[], [], [], [], [], [], [{ from: "02:30", to: "12:00" }]],
    hours: 1,
    opensAt: "2027-03-28T03:30:00+02:00",
    answerBy: "2027-03-28T04:30:00+02:00",
  },
  {
    name: "on the other side of the date line",
    now: "2026-11-19T23:00:00Z",
    zone: "Pacific/Auckland",
    answerBy: "2026-11-20T14:00:00+13:00",
  },
  {
    name: "when no time for an answer is set",
    now: "2026-11-21T12:00:00+01:00",
    hours: null,
    opensAt: "2026-11-23T09:00:00+01:00",
    answerBy: null,
  },
];

describe("When the team answers", () => {
  test.each(CASES)("$name", ({ now, hours = 2, weekly = WEEKDAYS, zone = BERLIN, off = [], opensAt, answerBy }) => {
    const next = nextAnswerBy({ weekly, answerHours: hours }, (day) => off.includes(day), zone, new Date(now));
    const by = answerBy === null ? null : new Date(answerBy);
    expect(next).toEqual(
      opensAt === undefined
        ? { kind: "open", answerBy: by }
        : { kind: "closed", opensAt: new Date(opensAt), answerBy: by },
    );
  });

  test("is unknown without hours, and where all days of two months are off", () => {
    const now = new Date("2026-11-20T09:00:00Z");
    expect(nextAnswerBy(NO_HOURS, () => false, BERLIN, now)).toEqual({ kind: "unknown" });
    expect(nextAnswerBy({ weekly: WEEKDAYS, answerHours: 2 }, () => true, BERLIN, now)).toEqual({ kind: "unknown" });
    expect(nextAnswerBy({ ...NO_HOURS, answerHours: 4 }, () => false, BERLIN, now)).toEqual({
      kind: "any_time",
      withinHours: 4,
    });
  });

  test("takes no hours that end before they begin, or that lie on each other", () => {
    const weekly = (spans: object[]) =>
      openingHoursSchema.safeParse({ ...NO_HOURS, weekly: [spans, [], [], [], [], [], []] });
    expect(weekly([{ from: "17:00", to: "09:00" }]).success).toBe(false);
    expect(
      weekly([
        { from: "09:00", to: "12:00" },
        { from: "11:00", to: "13:00" },
      ]).success,
    ).toBe(false);
    expect(
      weekly([
        { from: "09:00", to: "12:00" },
        { from: "12:00", to: "24:00" },
      ]).success,
    ).toBe(true);
  });
});

describe("What shoppers are told about it", () => {
  const now = new Date("2026-11-21T12:00:00+01:00");
  const closed = nextAnswerBy({ weekly: WEEKDAYS, answerHours: 2 }, () => false, BERLIN, now);
  test.each([
    ["en-GB", "The team is here on Monday from 09:00 CET; you'll usually hear by 11:00."],
    ["de", "Das Team ist am Montag ab 09:00 MEZ wieder da; meist hören Sie bis 11:00."],
    ["fr", "L'équipe est là lundi à partir de 09:00 UTC+1 ; vous aurez en général une réponse avant 11:00."],
    ["es", "El equipo vuelve el lunes a partir de 9:00 CET; normalmente tendrá respuesta antes de 11:00."],
    ["ja", "担当者は月曜日9:00 GMT+1から対応いたします。通常は11:00までにお返事いたします。"],
    ["sv", "The team is here on Monday from 9:00 AM GMT+1; you'll usually hear by 11:00 AM."],
  ])("in %s", (locale, words) => {
    expect(answerWords(closed, locale, BERLIN, now).replace(/[\u00a0\u202f]/g, " ")).toBe(words);
  });

  test("is nothing where nothing is set, and the day where it is not the one spoken of", () => {
    expect(answerWords({ kind: "unknown" }, "en", BERLIN, now)).toBe("");
    const friday = new Date("2026-11-20T16:30:00+01:00");
    const open = nextAnswerBy({ weekly: WEEKDAYS, answerHours: 2 }, () => false, BERLIN, friday);
    expect(answerWords(open, "en-GB", BERLIN, friday)).toBe(
      "The team is here now; you'll usually hear by 10:30 CET on Monday.",
    );
    const odd = nextAnswerBy(
      { weekly: WEEKDAYS, answerHours: 2 },
      () => false,
      BERLIN,
      new Date("2026-11-20T10:07:12+01:00"),
    );
    expect(answerWords(odd, "en-GB", BERLIN, friday)).toContain("by 12:15 CET");
    expect(answerWords({ kind: "any_time", withinHours: 4 }, "en", BERLIN, now)).toContain("within 4 hours");
  });
});
