import { describe, expect, test } from "vitest";
import type { ConversationEvent } from "#app/conversations/events.ts";
import type { OptionsOutcome, ProposeOutcome } from "#app/resolutions/tool-answers.ts";
import { fakeContext, NOW, testEnvironment, testTurn } from "#tests/support/agent-turn.ts";
import { DESK_ORDERS, deskAnswer, type DeskPolicy } from "#tests/evals/resolution-desk.ts";
import type { Evidence } from "../../../../orders/evidence.ts";
import { runTurn } from "../../../run-turn.server.ts";
import { embeddedModel } from "../embedded-model.ts";

const EVIDENCE: Evidence[] = [
  { kind: "order", value: "#3001", source: "resolution_options" },
  { kind: "order", value: "#3002", source: "resolution_options" },
  { kind: "order", value: "#3003", source: "resolution_options" },
  ...["EUR 2000", "EUR 2200", "EUR 8400", "EUR 400"].map((value) => ({
    kind: "amount" as const,
    value,
    source: "resolution_options",
  })),
  { kind: "date", value: "2026-11-27", source: "resolution_options" },
];

/** A whole conversation through the loop, its tools and its grounding: what was said in each turn, and what was withheld. */
async function talk(policy: DeskPolicy, order: string, texts: readonly string[]) {
  const facts = DESK_ORDERS.find(({ orderName }) => orderName === order);
  if (!facts) throw new Error(`There is no ${order}.`);
  const history: ConversationEvent[] = [];
  const said: string[] = [];
  const withheld: unknown[] = [];
  const escalations: string[] = [];
  const answer = (name: string, ask: object) =>
    deskAnswer({ id: "", name, arguments: JSON.stringify(ask) }, policy, 0) as { kind: string; result?: unknown };
  for (const text of texts) {
    const seq = history.length + 1;
    const at = NOW.toISOString();
    history.push({ seq, at, type: "message", author: "shopper", messageId: `shopper-${seq}`, text });
    const context = fakeContext({
      isIdentified: () => true,
      listOrders: () => {
        const card = { kind: "order" as const, orderName: order, placedOn: "", headline: "", tone: "good" as const };
        const orders = [{ ...facts, itemCount: 1, total: "€84.00" }];
        const told = {
          orders,
          more: false,
          card: { kind: "orders" as const, orders: [card], more: false },
          evidence: [],
        };
        return Promise.resolve({ kind: "ok", told: { ...told, evidence: EVIDENCE } });
      },
      getOrder: () => {
        const card = { kind: "order" as const, orderName: order, placedOn: "", headline: "", tone: "good" as const };
        const told = { orderId: "gid://shopify/Order/1", facts, card: { ...card, groups: [], total: null } };
        return Promise.resolve({ kind: "ok", told: { ...told, evidence: EVIDENCE } });
      },
      resolutionOptions: (ask) => {
        const { kind, result } = answer("resolution_options", ask);
        return Promise.resolve({ kind, told: result, evidence: EVIDENCE } as OptionsOutcome);
      },
      proposeResolution: (ask) => {
        const { kind, result } = answer("propose_resolution", ask);
        return Promise.resolve({ kind, told: result, evidence: EVIDENCE } as ProposeOutcome);
      },
    });
    const turn = testTurn([embeddedModel], { history: [...history], context });
    const bugs: unknown[] = [];
    await runTurn(turn.input, testEnvironment(bugs));
    expect(bugs).toEqual([]);
    for (const event of turn.stored) {
      history.push({ ...event, seq: history.length + 1, at });
      if (event.type === "message") said.push(event.text);
      if (event.type === "model") withheld.push(...(event.withheld ?? []));
    }
    escalations.push(...context.escalations.map(({ brief }) => brief));
  }
  return { said, withheld, escalations };
}

describe("putting things right in the agent's loop: nothing that is said is withheld", () => {
  test.each<[DeskPolicy, string, string[], RegExp]>([
    ["allow", "#3002", ["my throw arrived torn", "a refund please", "to my card", "yes"], /button on the card/],
    ["allow", "#3001", ["my order arrived damaged", "1 and 5", "a replacement", "no thanks"], /No, thanks/],
    ["allow", "#3003", ["please cancel my order", "did it work?"], /isn't confirmed yet/],
    ["allow", "#3003", ["change my address", "12 Oak Street", "Springfield, IL 62704"], /check the card/],
    ["allow", "#3002", ["can I exchange the throw", "grey"], /check the card/],
    ["words", "#3002", ["my throw is faulty", "it loses fibres all over the room"], /replacement/],
    ["wait", "#3002", ["it says delivered but I don't have it"], /Friday 27 November/],
    ["deny", "#3002", ["I want to return the throw"], /30 days/],
    ["deny_credit", "#3002", ["I want to return the throw", "ok store credit then"], /check the card/],
    ["approval", "#3002", ["my throw arrived torn, replacement please"], /has to approve/],
    ["escalate", "#3002", ["my throw arrived torn"], /passed this to a person/],
  ])("%s, %s: %j", async (policy, order, texts, last) => {
    const { said, withheld } = await talk(policy, order, texts);
    expect(withheld).toEqual([]);
    expect(said).toHaveLength(texts.length);
    expect(said.at(-1)).toMatch(last);
  });

  test("who has no camera is handed over, in the words of the hand-over alone", async () => {
    const { said, escalations } = await talk("photo", "#3002", ["my throw arrived torn", "I have no camera"]);
    expect([said.length, escalations.length]).toEqual([1, 1]);
  });

  test("whoever takes over reads what it is about, which items, what is wanted and what the policy said", async () => {
    const { escalations } = await talk("escalate", "#3001", ["the lamp arrived broken, I want a refund"]);
    expect(escalations).toHaveLength(1);
    for (const part of ["#3001", "damaged item", "Walnut Desk Lamp (Large / Blue)", "refund", "escalate"])
      expect(escalations[0]).toContain(part);
  });
});
