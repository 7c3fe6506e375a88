import { describe, expect, test } from "vitest";
import { NOW, policyFacts, policyRequest, prior, sent, policyLine, at } from "../policy/policy-facts.fixture.ts";
import { readAsked } from "./asked.ts";
import type { Asked, StoredAsked } from "./asked.ts";

describe("What was asked", () => {
  test("comes out of the ledger as it went in, with every instant", () => {
    const asked: Asked = {
      request: policyRequest("lost"),
      facts: policyFacts({
        order: { cancelledAt: at("11-19 08:00") },
        lines: [policyLine({ places: [sent("in_transit", "11-10 09:00", { dueBy: at("11-16 18:00") })] })],
        history: [prior()],
      }),
      at: NOW,
    };
    expect(readAsked(JSON.parse(JSON.stringify(asked)) as StoredAsked)).toEqual(asked);
  });
});
