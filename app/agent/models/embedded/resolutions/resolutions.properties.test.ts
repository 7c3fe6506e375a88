import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chat } from "#tests/evals/embedded-chat.ts";
import { DESK_ITEMS, DESK_ORDERS, deskAnswer, type DeskPolicy } from "#tests/evals/resolution-desk.ts";
import { findAddress } from "./addresses.ts";
import { chooseItems } from "./choose-items.ts";
import { unitsOf } from "./told.ts";

const SEED = 20261122;
const phrase = fc.constantFrom(
  ...["my lamp arrived broken", "cancel order 3003", "order 3001", "3002", "the throw is torn", "I want a refund"],
  ...["both vases", "the white mugs", "2", "1 and 3", "all of it except the candles", "the second one", "everything"],
  ...["a replacement please", "store credit", "to my card", "yes", "no", "never mind", "did it work?", "thanks"],
  ...["exchange the apron for L", "in olive", "12 Oak Street", "Springfield, IL 62704", "change my address"],
  ...["[photo attached]", "it has a crack", "remove the pillowcases", "actually a refund instead", "human", "asdf"],
  ...["it never arrived", "I want to return the apron and the lamp", "where is my order", "seven", "wo ist mein Paket"],
);
const message = fc.oneof(
  { weight: 6, arbitrary: fc.array(phrase, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(", ")) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
);
const policy = fc.constantFrom<DeskPolicy>(
  ...(["allow", "photo", "words", "wait", "deny", "deny_credit", "approval", "escalate", "refund_only_one"] as const),
);
const silent = fc.boolean();

describe(`whatever is to be put right (seed ${SEED})`, () => {
  test("a turn ends within six model calls, makes one card an order at most, and asks only for items that there are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 6 }), policy, silent, async (texts, rule, down) => {
        const chat = new Chat({ orders: [...DESK_ORDERS], emails: {}, customer: true });
        let photos = 0;
        const invalid: string[] = [];
        chat.desk = (call) => {
          if (down) return { kind: "unavailable", message: "" };
          const outcome = deskAnswer(call, rule, photos);
          if (JSON.stringify(outcome).includes('"invalid"')) invalid.push(call.arguments);
          return outcome;
        };
        for (const text of texts) {
          if (text.includes("[photo attached]")) photos += 1;
          const told = await chat.say(text);
          expect(told.modelCalls).toBeLessThanOrEqual(6);
          const isHandedOver = told.calls.some(({ name }) => name === "escalate");
          if (!isHandedOver) expect(told.reply.trim()).not.toBe("");
          const proposed = told.calls.filter(({ name }) => name === "propose_resolution");
          const orders = proposed.map(({ args }) => String(args["orderName"]).replace("#", ""));
          expect(new Set(orders).size).toBe(orders.length);
          for (const { name, args } of told.calls) {
            if (name !== "propose_resolution" && name !== "resolution_options") continue;
            const items = DESK_ITEMS[`#${String(args["orderName"]).replace("#", "")}`] ?? [];
            for (const { number, quantity } of unitsOf(args["items"])) {
              expect(items.find((item) => item.number === number)?.free).toBeGreaterThanOrEqual(quantity);
            }
          }
          const same = told.calls.map((call) => JSON.stringify(call));
          expect(new Set(same).size).toBe(same.length);
        }
        expect(invalid).toEqual([]);
      }),
      { seed: SEED, numRuns: 120 },
    );
  });

  test("items are chosen among those that are there, as many as there are, whatever is said", () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ maxLength: 200 })), fc.boolean(), (said, listed) => {
        const items = DESK_ITEMS["#3001"] ?? [];
        const choice = chooseItems(said, items, { listed, before: "", missing: false });
        if (choice.kind !== "chosen") return;
        expect(choice.items.length).toBeGreaterThan(0);
        for (const { number, quantity } of choice.items) {
          expect(quantity).toBeGreaterThanOrEqual(1);
          expect(items.find((item) => item.number === number)?.free).toBeGreaterThanOrEqual(quantity);
        }
        const numbers = choice.items.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  test("an address is made of what was written, and read in a moment", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (said) => {
        const began = performance.now();
        findAddress(said);
        expect(performance.now() - began).toBeLessThan(1_000);
      }),
      { seed: SEED, numRuns: 300 },
    );
    for (const long of ["a ".repeat(2_000), "1 a ".repeat(1_000), "a, ".repeat(1_000), "straße ".repeat(800)]) {
      const began = performance.now();
      findAddress(long);
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});
