import { describe, expect, test } from "vitest";
import { answerFromFacts } from "./answer-from-facts.ts";
import type { Dispatched } from "./dispatch.ts";
import { turnTexts } from "./texts.ts";

function answered(result: unknown): Dispatched {
  const call = { id: "1", name: "resolution_options", arguments: "{}" };
  const evidence = [{ kind: "amount" as const, value: "EUR 4200", source: "resolution_options #1001 policy" }];
  return { call, outcome: { kind: "ok", result, evidence, card: null } } as unknown as Dispatched;
}

const told = (result: unknown): string | null => answerFromFacts([answered(result)], turnTexts("en"))?.text ?? null;

describe("where no model worded an answer that may be sent", () => {
  test("the policy's own sentence and a card's gist are told", () => {
    expect(told({ orderName: "#1001", verdict: "allow", sentence: "I can offer you a refund of €42.00." })).toBe(
      "**#1001**: I can offer you a refund of €42.00.",
    );
    expect(told({ orderName: "#1001", proposed: true, summary: "Refund of €42.00." })).toBe(
      "**#1001**: Refund of €42.00.",
    );
  });

  test("that a person looks at it is not: nobody was called by it", () => {
    expect(told({ orderName: "#1001", verdict: "escalate", sentence: "I'll pass it on." })).toBeNull();
  });
});
