import { describe, expect, test } from "vitest";
import { partText, readPart } from "./part-cursor.ts";
import type { PartCursor } from "./part-cursor.ts";

const since = new Date("2026-08-24T00:00:00Z");
const id = "0b6b3c1e-7a5c-4f6e-9a43-1d2c3b4a5f60";

describe("Where a backtest goes on", () => {
  test.each<PartCursor>([
    { since, stage: "asked", after: null },
    { since, stage: "asked", after: { at: new Date("2026-10-01T10:00:00.123Z"), id } },
    { since, stage: "orders", after: null },
    { since, stage: "orders", after: "eyJsYXN0X2lkIjo~x==" },
  ])("is read as it is written: %o", (cursor) => {
    expect(readPart(partText(cursor))).toEqual(cursor);
  });

  test.each([null, "", "1~elsewhere~", "x~orders~", "1~orders"])("is nowhere for %s", (text) => {
    expect(readPart(text)).toBeNull();
  });
});
