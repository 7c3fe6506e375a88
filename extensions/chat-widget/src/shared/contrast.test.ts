import { describe, expect, it } from "vitest";
import { WHITE, contrast, darkenedFor, luminance, parseColor } from "./contrast.ts";
import type { Rgb } from "./contrast.ts";

const ACCENTS: Rgb[] = [0, 60, 119, 180, 255].flatMap((red) =>
  [0, 60, 119, 180, 255].flatMap((green) => [0, 60, 119, 180, 255].map((blue): Rgb => [red, green, blue])),
);

describe("the accent color", () => {
  it("is read from what the theme editor writes, and from nothing else", () => {
    expect(parseColor("#3454d1")).toEqual([52, 84, 209]);
    expect(parseColor("#3454D180")).toEqual([52, 84, 209]);
    for (const wrong of ["", "red", "#fff", "url(x)", "3454d1"]) expect(parseColor(wrong)).toBeNull();
  });

  it("measures as the standard says", () => {
    expect(contrast(WHITE, [0, 0, 0])).toBeCloseTo(21);
    expect(contrast(WHITE, [119, 119, 119])).toBeCloseTo(4.48, 2);
  });

  it("always carries readable text: white where its luminance is below 0.183, else black", () => {
    for (const accent of ACCENTS) {
      const text: Rgb = luminance(accent) < 0.183 ? WHITE : [0, 0, 0];
      expect(contrast(text, accent)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("is darkened until it can be read as text, and left alone where it can", () => {
    const tint: Rgb = [241, 243, 246];
    for (const accent of ACCENTS) expect(contrast(darkenedFor(accent, tint), tint)).toBeGreaterThanOrEqual(4.5);
    expect(darkenedFor([52, 84, 209], tint)).toEqual([52, 84, 209]);
  });
});
