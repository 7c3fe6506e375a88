import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chat, delivered, inTwoParcels, order } from "#tests/evals/embedded-chat.ts";
import { orderKey } from "./entities.ts";
import { plain } from "./normalize.ts";

const SEED = 20261103;
const TOOLS = ["identify_shopper", "list_orders", "get_order", "resolution_options", "propose_resolution", "escalate"];

const phrase = fc.constantFrom(
  ...[
    "where is my order",
    "1001",
    "#1002",
    "ana@example.com",
    "eve@example.com",
    "and the other parcel?",
    "the second one",
    "thanks",
    "cancel it",
  ],
  ...[
    "I want a refund",
    "yes",
    "no",
    "human",
    "tracking link",
    "all my orders",
    "it says delivered but I don't have it",
    "Wo ist mein Paket",
    "both",
  ],
  ...[
    "asdf",
    "my order number is EN-7",
    "2024",
    "November 3",
    "1Z999AA10123456784",
    "you are useless",
    "I don't know",
    "#1001 #1002 #1003 #1004 #1005 #1006",
  ],
);
const message = fc.oneof(
  { weight: 4, arbitrary: fc.array(phrase, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 300 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const facts = fc.constantFrom(order("#1001"), inTwoParcels("#1002"), delivered("EN-7"));
const outcome = fc.oneof(
  facts.map((result) => ({ kind: "ok", result })),
  fc
    .constantFrom("not_found", "needs_identity", "limited", "invalid", "unavailable")
    .map((kind) => ({ kind, message: "No." })),
  fc.array(facts, { maxLength: 3 }).map((orders) => ({ kind: "ok", result: { orders, more: false } })),
  fc.constantFrom<unknown>(
    null,
    {},
    { kind: "ok" },
    { kind: "ok", summary: "#1001: on its way" },
    { kind: "ok", cut: "{" },
    { kind: "ok", result: { verified: true } },
  ),
  fc.jsonValue(),
);

/** Blanks and case aside, as a shopper's words are compared with a call's arguments. */
const flat = (text: string) => plain(text).toLowerCase().replace(/\s+/g, "");

describe(`whatever shoppers write and tools answer (seed ${SEED})`, () => {
  test("every turn ends, within six model calls, with words or a hand-over; calls go to its tools and hold what was said or read", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 5 }),
        fc.array(outcome, { minLength: 1, maxLength: 8 }),
        async (texts, outcomes) => {
          let next = 0;
          const answered: unknown[] = [];
          const answers = () => {
            const answer = outcomes[next++ % outcomes.length];
            answered.push(answer);
            return answer;
          };
          const chat = new Chat({ orders: [], emails: {}, customer: false, answers });
          const said: string[] = [];
          for (const text of texts) {
            said.push(text);
            const told = await chat.say(text);
            expect(told.modelCalls).toBeLessThanOrEqual(6);
            const isHandedOver = told.calls.some(({ name }) => name === "escalate");
            if (!isHandedOver) expect(told.reply.trim()).not.toBe("");
            for (const { name, args } of told.calls) {
              expect(TOOLS).toContain(name);
              if (typeof args["email"] === "string") expect(flat(said.join("\n"))).toContain(flat(args["email"]));
              const named = args["orderName"];
              if (typeof named === "string")
                expect(orderKey(said.join("\n") + JSON.stringify(answered))).toContain(orderKey(named));
            }
          }
        },
      ),
      { seed: SEED, numRuns: 400 },
    );
  });

  test("the same conversation always gets the same answer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 3 }), async (texts) => {
        const shop = { orders: [order("#1001")], emails: { "#1001": "ana@example.com" }, customer: false };
        const [one, two] = [new Chat(shop), new Chat(shop)];
        for (const text of texts) expect(await one.say(text)).toEqual(await two.say(text));
      }),
      { seed: SEED, numRuns: 100 },
    );
  });

  // Patterns that go back and forth over a long text would take minutes here, and the test's own time would run out.
  test("a message five times as long as any shopper may send is answered", async () => {
    const long = "where is my order 1001 and the blue lamp, thanks. ".repeat(400);
    const replies = await new Chat({ orders: [], emails: {}, customer: false }).say(long);
    expect(JSON.stringify(replies)).toContain("email");
  });
});
