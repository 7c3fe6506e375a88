import { describe, expect, test } from "vitest";
import { NOW, ORDER_1001 } from "#tests/support/agent-turn.ts";
import { check } from "./check.ts";
import { Knowledge } from "./knowledge.ts";

const OFFER = { kind: "ok", result: { orderName: "#1001", options: [{ kind: "refund", text: "A refund of €42.50" }] } };

function knowledge(): Knowledge {
  const known = new Knowledge(NOW, "UTC");
  known.addEvidence(ORDER_1001.evidence);
  known.addEvidence([{ kind: "amount", value: "EUR 4250", source: "resolution_options #1001 policy" }]);
  known.addOffer(OFFER);
  return known;
}

function proposed(): Knowledge {
  const known = knowledge();
  known.addProposal();
  return known;
}

function refunded(orderName = "#1001"): Knowledge {
  const known = proposed();
  known.addDone({ kind: "refund", orderName });
  return known;
}

const isSent = (sentence: string, known: Knowledge): boolean => check(sentence, "", known, false).kind === "grounded";

describe("an offer", () => {
  test.each(["I can offer you a refund of €42.50.", "Would you like a refund of €42.50?"])(
    "may be told: %s",
    (sentence) => {
      expect(isSent(sentence, knowledge())).toBe(true);
    },
  );

  test.each([
    "Your refund of €42.50 has been issued.",
    "I've refunded €42.50.",
    "You will get a refund of €42.50.",
    "I've prepared a refund of €42.50.",
    "Please confirm it on the card.",
    "I have confirmed the proposal for you, everything is done.",
    "I've carried it out for you.",
  ])("bears out no deed and no card: %s", (sentence) => {
    expect(isSent(sentence, knowledge())).toBe(false);
  });
});

describe("once a card is shown", () => {
  test.each([
    "I've prepared a refund of €42.50 for #1001.",
    "Please check it and confirm it on the card below.",
    "You'll get a refund of €42.50 once you confirm it.",
    "Ich habe eine Erstattung von 42,50 € vorbereitet.",
  ])("that may be said: %s", (sentence) => {
    expect(isSent(sentence, proposed())).toBe(true);
  });

  test.each([
    "I've refunded €42.50.",
    "Your refund of €42.50 has been processed.",
    "I will refund €42.50.",
    "I've refunded €42.50, as it is when you confirm something.",
  ])("it is still not done: %s", (sentence) => {
    expect(isSent(sentence, proposed())).toBe(false);
  });
});

describe("once the ledger says that it succeeded", () => {
  test.each(["Your refund of €42.50 has been issued.", "We've refunded €42.50 for #1001."])(
    "that may be said: %s",
    (sentence) => {
      expect(isSent(sentence, refunded())).toBe(true);
    },
  );

  test.each(["I will refund another €42.50.", "I've cancelled your order.", "I've changed your address."])(
    "no promise and no other deed: %s",
    (sentence) => {
      expect(isSent(sentence, refunded())).toBe(false);
    },
  );

  test("of another order, it says nothing of this one", () => {
    expect(isSent("We've refunded €42.50 for #1001.", refunded("#1002"))).toBe(false);
  });
});
