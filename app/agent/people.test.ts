import { describe, expect, test } from "vitest";
import {
  fakeContext,
  listedModel,
  messageOf,
  NOW,
  shopperSays,
  testEnvironment,
  testTurn,
  text,
  toolCalls,
} from "#tests/support/agent-turn.ts";
import type { ConversationEvent, NewEvent } from "../conversations/events.ts";
import { fittingReason, graveIn, isWithPeople, openMessages } from "./people.ts";
import { runTurn } from "./run-turn.server.ts";

/** A log of events as they came. */
function log(...events: NewEvent[]): ConversationEvent[] {
  return events.map((event, index) => ({ ...event, seq: index + 1, at: NOW.toISOString() }));
}
const says = (words: string, attachments?: { id: string; width: number; height: number }[]): NewEvent => ({
  type: "message",
  author: "shopper",
  messageId: words,
  text: words,
  ...(attachments ? { attachments } : {}),
});
const answers = (words: string, author: "agent" | "staff" = "agent"): NewEvent => ({
  type: "message",
  author,
  messageId: words,
  text: words,
});
const done = (through: number): NewEvent => ({
  type: "model",
  author: "agent",
  model: "embedded",
  calls: 1,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  milliseconds: 1,
  end: "stop",
  through,
});
const handedOver: NewEvent = { type: "escalation", author: "system", reason: "legal", text: "Passed on." };
const briefed = (reason: string): NewEvent => ({ type: "brief", author: "agent", reason, text: "So it was." });
const takeover = (state: "taken" | "handed_back"): NewEvent => ({
  type: "takeover",
  author: "staff",
  state,
  name: "Robin",
});

describe("What is open", () => {
  test("is what neither a turn nor a person has dealt with", () => {
    const history = log(says("one"), answers("yes"), done(1), says("two"), takeover("taken"), says("three"));
    expect(openMessages(history).map((event) => event.text)).toEqual(["three"]);
    expect(openMessages([...history, ...log(takeover("handed_back")).map((e) => ({ ...e, seq: 7 }))])).toEqual([]);
  });

  test("is with people from a hand-over or a takeover until it is handed back or closed", () => {
    expect(isWithPeople(log(says("hi")))).toBe(false);
    expect(isWithPeople(log(handedOver))).toBe(true);
    expect(isWithPeople(log(handedOver, takeover("handed_back")))).toBe(false);
    expect(isWithPeople(log(takeover("taken")))).toBe(true);
    expect(isWithPeople(log(handedOver, { type: "closed", author: "staff" }))).toBe(false);
  });

  test("calls people once for the same reason, and anew after they have handed it back", () => {
    expect(graveIn(log(says("my lawyer!")))).toMatchObject([{ reason: "legal", known: false, done: false }]);
    expect(graveIn(log(says("my lawyer!"), briefed("legal"), handedOver))).toMatchObject([{ done: true }]);
    const again = log(says("my lawyer!"), briefed("legal"), handedOver, done(1), says("my lawyer, I said"));
    expect(graveIn(again)).toMatchObject([{ reason: "legal", known: true, done: false }]);
    const back = log(says("my lawyer!"), briefed("legal"), handedOver, takeover("handed_back"), says("thanks"));
    expect(graveIn(back)).toEqual([]);
    const anew = log(says("my lawyer!"), briefed("legal"), handedOver, takeover("handed_back"), says("my lawyer!"));
    expect(graveIn(anew)).toMatchObject([{ reason: "legal", known: false }]);
  });
});

describe("The reason people are shown", () => {
  const photo = [{ id: "p", width: 1, height: 1 }];
  const ruled = (verdict: "escalate" | "deny") => ({
    call: { id: "1", name: "resolution_options", arguments: "{}" },
    content: "",
    milliseconds: 1,
    outcome: {
      kind: "ok" as const,
      result: {},
      evidence: [],
      card: null,
      ruled: { reason: "damaged" as const, wanted: null, verdict, sentence: "A person decides.", rules: [] },
    },
  });

  test("is the policy's where it leaves it to a person, whatever a model gave", () => {
    expect(fittingReason("cannot_do_yet", log(says("hi")), [ruled("escalate")])).toBe("policy_says_so");
    expect(fittingReason("cannot_do_yet", log(says("hi")), [ruled("escalate"), ruled("deny")])).toBe("cannot_do_yet");
  });

  test("is the photo nobody could judge, or the silent shop, where a model gave none to speak of", () => {
    expect(fittingReason("other", log(says("see", photo)), [])).toBe("evidence_to_judge");
    expect(fittingReason("asked_for_person", log(says("see", photo)), [])).toBe("asked_for_person");
    const silent = { ...ruled("deny"), outcome: { kind: "unavailable" as const, message: "down" } };
    expect(fittingReason("other", log(says("hi")), [silent])).toBe("shop_unavailable");
  });

  test("is the gravest thing the shopper said", () => {
    expect(fittingReason("asked_for_person", log(says("you are scammers")), [])).toBe("angry");
  });
});

describe("A turn whose shopper says something grave", () => {
  const never = () => listedModel(text("Have you seen our sale?"));
  const run = (history: ConversationEvent[], model = never(), context = fakeContext()) => {
    const turn = testTurn([model], { history, context });
    return runTurn(turn.input, testEnvironment()).then((outcome) => ({ turn, outcome, asked: model.requests.length }));
  };

  test.each([
    ["The lamp caught fire", "safety"],
    ["I want to kill myself", "vulnerable"],
    ["I will sue you", "legal"],
  ])("hands over before a model is asked: %s", async (words, reason) => {
    const { turn, outcome, asked } = await run(shopperSays(words));
    expect(outcome).toEqual({ kind: "escalated", reason });
    expect(asked).toBe(0);
    expect(turn.context.escalations).toMatchObject([{ reason }]);
    expect(turn.stored).toEqual([]);
  });

  test("says calm words of its own where people have it already, and hands over no second time", async () => {
    const context = fakeContext();
    await context.escalate("asked_for_person", "first");
    const history = log(
      says("a person"),
      briefed("asked_for_person"),
      handedOver,
      done(1),
      says("The lamp caught fire"),
    );
    const { turn, asked } = await run(history, never(), context);
    expect(asked).toBe(0);
    expect(messageOf(turn)?.text).toContain("please stop using it");
    expect(messageOf(turn)?.text).not.toContain("passed this conversation");
  });

  test("has nothing left to do when the turn before it died right after the hand-over", async () => {
    const { turn } = await run(log(says("I will sue you"), briefed("legal"), handedOver));
    expect(turn.context.escalations).toEqual([]);
    expect(turn.stored).toEqual([]);
  });

  test("is answered as usual in anger, and people are called besides, once", async () => {
    const { turn, outcome } = await run(
      shopperSays("You are all scammers"),
      listedModel(text("I am sorry about that.")),
    );
    expect(messageOf(turn)?.text).toBe("I am sorry about that.");
    expect(outcome).toEqual({ kind: "escalated", reason: "angry" });
    const known = log(says("scammers"), briefed("angry"), handedOver, done(1), says("You are all scammers"));
    const again = await run(known, listedModel(text("I see.")));
    expect(again.turn.context.escalations).toEqual([]);
  });
});

describe("A model and people", () => {
  const hostile = () =>
    listedModel(toolCalls(["escalate", { reason: "other", brief: "x" }]), [{ type: "end", reason: "stop" }]);

  test("that escalates in every turn leaves no message unanswered, and says nothing twice in a row", async () => {
    const context = fakeContext();
    const history: ConversationEvent[] = [];
    const words: string[] = [];
    for (let round = 0; round < 5; round++) {
      const add = (event: NewEvent) => history.push({ ...event, seq: history.length + 1, at: NOW.toISOString() });
      add(says(`Where is it? ${round}`));
      const before = context.escalations.length;
      const turn = testTurn([hostile()], { history: [...history], context });
      await runTurn(turn.input, testEnvironment());
      expect(context.escalations.length).toBe(before + 1);
      if (round === 0) add(handedOver);
      const said = messageOf(turn);
      if (said) words.push(said.text);
      for (const event of turn.stored) add(event);
    }
    expect(words).toHaveLength(4);
    words.forEach((one, index) => expect(one).not.toBe(words[index + 1]));
  });

  test("may not give up on the first message, and may then", async () => {
    const give = toolCalls(["escalate", { reason: "not_understood", brief: "x" }]);
    const turn = testTurn([listedModel(give, text("What do you mean?"))]);
    expect(await runTurn(turn.input, testEnvironment())).toEqual({ kind: "answered" });
    expect(turn.context.escalations).toEqual([]);
    const history = log(says("blub"), answers("What do you mean?"), done(1), says("blub blub"));
    const next = testTurn([listedModel(give, text("A person will look."))], { history });
    expect(await runTurn(next.input, testEnvironment())).toEqual({ kind: "escalated", reason: "not_understood" });
  });

  test("does not get round the policy by keeping quiet about it", async () => {
    const options = ["resolution_options", { orderName: "1001", reason: "damaged", items: [] }] as [string, object];
    const told = { verdict: "escalate", sentence: "A person looks at it." };
    const ruled = {
      reason: "damaged",
      wanted: null,
      verdict: "escalate",
      sentence: "Tagged.",
      rules: [{ id: "r.1", said: "tagged" }],
    };
    const context = fakeContext({
      resolutionOptions: () => Promise.resolve({ kind: "ok", told, evidence: [], ruled } as never),
    });
    const turn = testTurn([listedModel(toolCalls(options), text("That cannot be done."))], { context });
    expect(await runTurn(turn.input, testEnvironment())).toEqual({ kind: "escalated", reason: "policy_says_so" });
    expect(turn.context.escalations[0]?.brief).toContain("Tagged. (r.1: tagged)");
    expect(turn.stored.find(({ type }) => type === "tool")).toMatchObject({ ruled: { verdict: "escalate" } });
  });

  test("does not vouch for a figure that a person wrote", async () => {
    const history = log(says("When?"), answers("You get €20.00 back on 30 November.", "staff"), says("How much?"));
    const turn = testTurn([listedModel(text("You get €20.00 back."))], { history });
    await runTurn(turn.input, testEnvironment());
    expect(messageOf(turn)?.text).not.toContain("20");
  });

  test("reads what people wrote and who had it, and never their notes or briefs", async () => {
    const note: NewEvent = {
      type: "note",
      author: "staff",
      noteId: "n",
      by: { id: "1", name: "Robin" },
      text: "SECRET",
      mentions: [],
    };
    const model = listedModel(text("Hello."));
    const history = log(
      says("Where is my mug?"),
      takeover("taken"),
      answers("It is on its way, I promise.", "staff"),
      note,
      { ...(briefed("other") as object), text: "SECRET" } as NewEvent,
      says("And the lid?"),
      takeover("handed_back"),
    );
    const turn = testTurn([model], { history });
    await runTurn(turn.input, testEnvironment());
    const told = JSON.stringify(model.requests[0]);
    expect(told).not.toContain("SECRET");
    expect(told).toContain("It is on its way, I promise.");
    expect(told).toContain("Handed back to you by Robin");
    expect(model.requests[0]?.messages.at(-1)).toEqual({ role: "user", text: "And the lid?" });
    expect(model.requests[0]?.shopContext).not.toContain("handed to a person");
  });
});
