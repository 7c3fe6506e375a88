import { describe, expect, test } from "vitest";
import { type Candidate, drawSample, RISKS } from "./sample.ts";
import { shareOf } from "./share.ts";

const CANDIDATES: Candidate[] = Array.from({ length: 200 }, (_, index) => ({
  id: `conversation-${index}`,
  risks: index % 10 === 0 ? [RISKS[index % RISKS.length] ?? "long"] : [],
}));
const ids = (sample: { id: string }[]) => sample.map(({ id }) => id);

describe("A day's sample for review", () => {
  test.each([0, 1, 2, 5, 20, 40])("of %i holds no more than that, and nobody twice", (size) => {
    const sample = drawSample(CANDIDATES, size, "2026-11-21");
    expect(new Set(ids(sample)).size).toBe(sample.length);
    expect(sample.length).toBeLessThanOrEqual(size);
    // 20 of them stand out.
    expect(sample.filter(({ by }) => by === "random")).toHaveLength(Math.max(Math.ceil(size / 2), size - 20));
    expect(sample.every(({ by, risks }) => by === "random" || risks.length > 0)).toBe(true);
  });

  test("is the same for the same day, in whatever order conversations come, and another one for another day", () => {
    const sample = drawSample(CANDIDATES, 10, "2026-11-21");
    expect(drawSample(CANDIDATES.toReversed(), 10, "2026-11-21")).toEqual(sample);
    expect(ids(drawSample(CANDIDATES, 10, "2026-11-22"))).not.toEqual(ids(sample));
  });

  test("takes all there are where there are few, without risks for want of any", () => {
    expect(drawSample(CANDIDATES.slice(1, 4), 10, "x")).toHaveLength(3);
    expect(drawSample([], 10, "x")).toEqual([]);
  });

  test("is by chance in its random part, and leans towards what is worse in the other", () => {
    const heavy: Candidate = { id: "heavy", risks: ["rated_low", "reopened", "withheld"] };
    const light = Array.from({ length: 20 }, (_, index): Candidate => ({ id: `light-${index}`, risks: ["long"] }));
    const drawn = Array.from({ length: 400 }, (_, day) => drawSample([heavy, ...light], 2, `day ${day}`));
    const times = (by: string) =>
      drawn.filter((one) => one.some(({ id, by: how }) => id === "heavy" && how === by)).length;
    // One of 21 by chance; 12 of 52 by weight.
    expect(times("random")).toBeLessThan(400 * 0.12);
    expect(times("risk")).toBeGreaterThan(400 * 0.14);
  });
});

describe("The share that is right", () => {
  test.each([
    [0, 0, null],
    [5, 5, [0.57, 1]],
    [0, 5, [0, 0.43]],
    [45, 50, [0.79, 0.96]],
    [1, 2, [0.09, 0.91]],
  ])("%i of %i lies between %j", (right, of, between) => {
    const share = shareOf(right, of);
    const rounded = share && [share.low, share.high].map((one) => Math.round(one * 100) / 100);
    expect(rounded).toEqual(between);
  });
});
