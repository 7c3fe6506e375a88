import { describe, expect, it } from "vitest";
import { clean, clock, direction, translator } from "./text.ts";

describe("text from elsewhere", () => {
  it("loses control characters and marks that reorder it, and keeps what languages need", () => {
    expect(clean("a\u0000b\u0007c\u001b[31md\u009fe")).toBe("abc[31mde");
    expect(clean("pay \u202e001$\u202c \u2066x\u2069")).toBe("pay 001$ x");
    expect(clean("one\r\ntwo\rthree\u2028four\tfive")).toBe("one\ntwo\nthree\nfour\tfive");
    expect(clean("👩‍👩‍👧 \u200fשלום\u200e नमस्ते")).toBe("👩‍👩‍👧 \u200fשלום\u200e नमस्ते");
  });
});

describe("a locale", () => {
  it("says which way the text runs", () => {
    expect(["ar", "he-IL", "fa", "UR"].map(direction)).toEqual(["rtl", "rtl", "rtl", "rtl"]);
    expect(["en", "de-CH", "ja", "arn", ""].map(direction)).toEqual(["ltr", "ltr", "ltr", "ltr", "ltr"]);
  });

  it("tells how long ago something was, and the time of day after an hour", () => {
    const now = Date.parse("2026-11-21T15:00:00Z");
    const { time } = clock("en");
    expect(time("2026-11-21T14:59:40Z", now)).toBe("now");
    expect(time("2026-11-21T14:48:00Z", now)).toBe("12 min. ago");
    expect(time("2026-11-21T15:00:20Z", now)).toBe("now");
    expect(time("2026-11-21T12:00:00Z", now)).toMatch(/\d:00/);
  });

  it("may be one the browser does not know", () => {
    expect(() => clock("not a locale").full("2026-11-21T14:59:40Z")).not.toThrow();
  });
});

describe("a string", () => {
  it("is filled in, and is empty rather than wrong where the page lacks it", () => {
    const t = translator({ ask_order: "Where is order {order}?", count: "{count} of {max}" });
    expect(t("ask_order", { order: "#1001" })).toBe("Where is order #1001?");
    expect(t("count", { count: 1, max: 2 })).toBe("1 of 2");
    expect(t("send")).toBe("");
  });
});
