import { describe, expect, test } from "vitest";
import type { Evidence } from "../../orders/evidence.ts";
import { spansOf } from "./spans.ts";

const source = "get_order #1001 fulfillments[0].deliveredAt";
const figures = (text: string, ...evidence: Omit<Evidence, "source">[]) =>
  spansOf(
    text,
    evidence.map((one) => ({ ...one, source })),
  ).flatMap((span) => (span.evidence ? [[span.text, span.evidence.value]] : []));

describe("A figure in an answer", () => {
  test("stands with its own evidence, in whatever way it is written", () => {
    const text = "Order #1001 arrived on Thursday, November 19. You paid €42.50 for it.";
    const shown = figures(
      text,
      { kind: "date", value: "2026-11-24" },
      { kind: "date", value: "2026-11-19" },
      { kind: "amount", value: "EUR 4250" },
      { kind: "order", value: "#1001" },
    );
    expect(shown.map(([, value]) => value)).toEqual(["#1001", "Nov 19, 2026", "€42.50"]);
    expect(shown.map(([said]) => said).join(" ")).toContain("November 19");
  });

  test("in another language, too", () => {
    expect(figures("Geliefert am 19. November 2026.", { kind: "date", value: "2026-11-19" })).toEqual([
      ["19. November 2026", "Nov 19, 2026"],
    ]);
  });

  test("without evidence of its own stays plain, and nothing of the text is lost", () => {
    const text = "Today is November 22. 👋 It left on November 20 – not on the 21st.";
    const spans = spansOf(text, [{ kind: "date", value: "2026-11-20", source }]);
    expect(spans.map((span) => span.text).join("")).toBe(text);
    expect(spans.filter(({ evidence }) => evidence)).toHaveLength(1);
  });

  test("is bold where the shopper saw it so, and the asterisks are not shown", () => {
    const spans = spansOf("**#1001:** two parts.\n- **Parcel 1**: here", [{ kind: "order", value: "#1001", source }]);
    expect(spans.map(({ text, bold, evidence }) => [text, bold === true, evidence !== null])).toEqual([
      ["#1001", true, true],
      [":", true, false],
      [" two parts.\n- ", false, false],
      ["Parcel 1", true, false],
      [": here", false, false],
    ]);
  });

  test("is not looked for where the text is written with characters that count otherwise", () => {
    const text = "ﬁnished on November 20";
    expect(spansOf(text, [{ kind: "date", value: "2026-11-20", source }])).toEqual([{ text, evidence: null }]);
  });
});
