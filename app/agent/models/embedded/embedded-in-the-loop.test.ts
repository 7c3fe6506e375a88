import { describe, expect, test } from "vitest";
import { fakeContext, messageOf, shopperSays, testEnvironment, testTurn } from "#tests/support/agent-turn.ts";
import type { ReadOutcome, ToolContext } from "../../tools/tool.ts";
import { runTurn } from "../../run-turn.server.ts";
import { embeddedModel } from "./embedded-model.ts";

async function answer(text: string, changes: Partial<ToolContext> = {}) {
  const context = fakeContext(changes);
  const turn = testTurn([embeddedModel], { history: shopperSays(text), context });
  const bugs: unknown[] = [];
  const outcome = await runTurn(turn.input, testEnvironment(bugs));
  expect(bugs).toEqual([]);
  return { outcome, said: messageOf(turn)?.text ?? "", escalations: context.escalations, stored: turn.stored };
}

describe("in the agent's loop, with its tools and its grounding", () => {
  test.each([
    ["where is my order 1001, ana@example.com", ["on its way with DHL", "Tuesday, 24 November"]],
    ["tracking link for 1001? ana@example.com", ["https://www.dhl.com/track?id=00340434161094042557"]],
    ["what's in order 1001 ana@example.com", ["Linen apron (Sand)", "2 × Advent calendar, 24 December edition"]],
    ["how much did I pay for 1001? ana@example.com", ["€84.00"]],
    ["when did I order 1001? ana@example.com", ["Monday, 16 November"]],
    ["all my orders", ["#1001"]],
  ])("%s", async (text, parts) => {
    const { outcome, said } = await answer(text);
    expect(outcome).toEqual({ kind: "answered" });
    for (const part of parts) expect(said).toContain(part);
  });

  test.each([
    ["Hello, can I talk to a person please?", "asked_for_person", "passed this to a person"],
    ["I am a journalist", "legal", "person on our team"],
    ["ich möchte mit einem Menschen sprechen", "asked_for_person", "weitergegeben"],
  ])("%s", async (text, reason, part) => {
    const { outcome, said, escalations } = await answer(text);
    expect(outcome).toEqual({ kind: "escalated", reason });
    expect(escalations).toHaveLength(1);
    expect(said).toContain(part);
  });

  test.each([
    ["I want to cancel 1001 ana@example.com", "cannot_do_yet"],
    ["I want to talk to a person", "asked_for_person"],
  ])("%s: a hand-over speaks for itself, and is not said twice", async (text, reason) => {
    const { outcome, said, escalations } = await answer(text);
    expect(outcome).toEqual({ kind: "escalated", reason });
    expect(escalations).toHaveLength(1);
    expect(said).toBe("");
  });

  test("a shop that does not answer is said to be out of reach", async () => {
    const silent = { kind: "unavailable", why: "down" } satisfies ReadOutcome<never>;
    const { said } = await answer("where is order 1001", {
      getOrder: () => Promise.resolve(silent),
      listOrders: () => Promise.resolve(silent),
    });
    expect(said).toMatch(/can't reach the order system/);
  });

  test.each(["where is order 1001, ana@example.com", "where is my order?", "all my orders"])(
    "an order that the shop lets nobody read goes to a person, and no permission is spoken of (%s)",
    async (text) => {
      const denied = { kind: "denied", scopes: ["read_returns"] } satisfies ReadOutcome<never>;
      const { outcome, said, escalations, stored } = await answer(text, {
        isIdentified: () => true,
        getOrder: () => Promise.resolve(denied),
        listOrders: () => Promise.resolve(denied),
      });
      expect(outcome).toEqual({ kind: "escalated", reason: "shop_unavailable" });
      expect(said).toContain("I can't see your order's details right now.");
      expect(said).not.toMatch(/read_returns|permission|try again/);
      expect(escalations).toHaveLength(1);
      expect(JSON.stringify(stored.filter(({ type }) => type === "tool"))).toContain("read_returns");
    },
  );
});
