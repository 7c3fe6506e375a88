import type { ConversationEvent } from "../conversations/events.ts";
import { cleanText, shorten } from "./clean-text.ts";
import { inOrderOfAnswers } from "./history.ts";
import { condenseOutcome, ordersIn, outcomeJson } from "./condense.ts";
import type { ModelMessage } from "./models/port.ts";

type ToolEvent = Extract<ConversationEvent, { type: "tool" }>;
type Answer = { kind: "said"; text: string } | { kind: "tools"; events: ToolEvent[] };
/** What the shopper wrote, and all that followed until they wrote again. */
type Exchange = { shopper: string[]; answers: Answer[] };

/** Begins the one message that stands for everything too old to be told in full. */
export const EARLIER = "[Earlier in this conversation, in short]";
/** Begins messages that a person of the shop wrote to the shopper. */
export const FROM_TEAM = "[A person from the shop's team wrote to the shopper]";

/** Stands for a photo of the shopper's. */
export const PHOTO = "[photo attached]";

/** Begins what code, and not a model, told the shopper about a resolution: a card, or what became of it. */
export const FROM_SYSTEM = "[The shop's system told the shopper]";

/** Begins what code notes for the agent about who writes. */
export const ABOUT_PEOPLE = "[Note of the shop's system]";
/** Begins the note that the agent has the conversation again. */
export const HANDED_BACK = `${ABOUT_PEOPLE} Handed back to you by`;

/** What the shopper was told when they asked to find an order by the form, and the shop wants a code. */
export const CODE_ASKED = "A code is on its way by email if their details are right; they were asked to write it here.";

/** Shares of the limit: what is told whole, what is told whole or briefly; the rest is for the summary. */
const WHOLE = 0.6;
const WHOLE_OR_BRIEF = 0.85;
const BRIEF_TEXT = 280;
const LINE = 120;

/**
 * The conversation as a model is told it, at most about `limit` characters however long the conversation is.
 * The newest exchanges are whole; in older ones texts are shortened and tool results are one line; the oldest are a list.
 * Always the same for the same history.
 */
export function transcript(history: readonly ConversationEvent[], limit: number): ModelMessage[] {
  const exchanges = split(inOrderOfAnswers(history));
  const whole: ModelMessage[][] = [];
  let used = 0;
  let index = exchanges.length - 1;
  for (; index >= 0; index--) {
    const messages = tellWhole(exchanges[index] as Exchange, limit * WHOLE);
    const size = sizeOf(messages);
    if (whole.length > 0 && used + size > limit * WHOLE) break;
    whole.push(messages);
    used += size;
  }
  for (; index >= 0; index--) {
    const messages = tellBriefly(exchanges[index] as Exchange);
    const size = sizeOf(messages);
    if (used + size > limit * WHOLE_OR_BRIEF) break;
    whole.push(messages);
    used += size;
  }
  const oldest = summarise(exchanges.slice(0, index + 1), Math.min(limit - used, limit * (1 - WHOLE_OR_BRIEF)));
  return [...oldest, ...whole.reverse().flat()];
}

export function sizeOf(messages: readonly ModelMessage[]): number {
  return messages.reduce((sum, message) => sum + sizeOfOne(message), 0);
}

function sizeOfOne(message: ModelMessage): number {
  switch (message.role) {
    case "user":
      return message.text.length;
    case "tool":
      return message.content.length;
    case "assistant":
      return message.toolCalls.reduce((sum, call) => sum + call.arguments.length + 60, message.text.length);
  }
}

function split(history: readonly ConversationEvent[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let current: Exchange | undefined;
  for (const event of history) {
    if (event.type === "message" && event.author === "shopper") {
      if (!current || current.answers.length > 0) exchanges.push((current = { shopper: [], answers: [] }));
      current.shopper.push(told(event));
    } else if (event.type === "message" || event.type === "tool") {
      if (!current) exchanges.push((current = { shopper: [], answers: [] }));
      add(current, event);
    } else if (event.type === "verification" && event.state === "code_sent") {
      if (!current) exchanges.push((current = { shopper: [], answers: [] }));
      current.answers.push({ kind: "said", text: `${FROM_SYSTEM} ${CODE_ASKED}` });
    } else if (event.type === "takeover") {
      placeOf(exchanges).answers.push({ kind: "said", text: takeoverNote(event) });
      current = exchanges.at(-1);
    } else if (event.type === "proposal" || event.type === "resolution") {
      if (!current) exchanges.push((current = { shopper: [], answers: [] }));
      current.answers.push({ kind: "said", text: `${FROM_SYSTEM} ${resolutionNote(event)}` });
    }
  }
  return exchanges;
}

/** Who writes is no answer: a message that waits for one stays the last word. */
function placeOf(exchanges: Exchange[]): Exchange {
  const last = exchanges.at(-1);
  if (last && last.answers.length > 0) return last;
  const before = exchanges.at(-2);
  if (last && before) return before;
  const first: Exchange = { shopper: [], answers: [] };
  exchanges.unshift(first);
  return first;
}

function takeoverNote({ state, name }: Extract<ConversationEvent, { type: "takeover" }>): string {
  const who = shorten(cleanText(name).replace(/\s+/g, " ").trim(), 60) || "the team";
  return state === "taken"
    ? `${ABOUT_PEOPLE} Taken over by ${who} of the team, who answered the shopper from here on.`
    : `${HANDED_BACK} ${who} of the team. Answer what is still open. Do not repeat or contradict what the team told the shopper, and do not promise anything in its name.`;
}

/** A model reads that there is a photo, and never what is in it or how it is called. */
function told({ text, attachments = [] }: Extract<ConversationEvent, { type: "message" }>): string {
  return [cleanText(text), ...attachments.map(() => PHOTO)].filter((part) => part !== "").join("\n");
}

/** In brief and in English: the card and its news are in the shopper's language. */
function resolutionNote(event: Extract<ConversationEvent, { type: "proposal" | "resolution" }>): string {
  const kind = event.kind.replaceAll("_", " ");
  if (event.type === "proposal") {
    const sum = event.amounts.find(({ total }) => total)?.text;
    const worth = sum === undefined ? "" : `, ${sum}`;
    return `Card for ${event.orderName}: ${kind}${worth}. Not done: it waits for the shopper to confirm it.`;
  }
  const text = cleanText(event.text);
  return `${event.orderName}, ${kind}: ${event.state.replaceAll("_", " ")}.${text === "" ? "" : ` ${text}`}`;
}

function add(exchange: Exchange, event: Extract<ConversationEvent, { type: "message" | "tool" }>): void {
  if (event.type === "message") {
    const text = cleanText(event.text);
    exchange.answers.push({ kind: "said", text: event.author === "staff" ? `${FROM_TEAM}\n${text}` : text });
    return;
  }
  const last = exchange.answers.at(-1);
  if (last?.kind === "tools") last.events.push(event);
  else exchange.answers.push({ kind: "tools", events: [event] });
}

function tellWhole(exchange: Exchange, limit: number): ModelMessage[] {
  return tell(
    exchange,
    (text) => withoutMiddle(text, limit),
    (event) => outcomeJson(event.outcome),
  );
}

function tellBriefly(exchange: Exchange): ModelMessage[] {
  const content = (event: ToolEvent) => JSON.stringify(condenseOutcome(event.outcome, BRIEF_TEXT));
  return tell(exchange, (text) => shorten(text, BRIEF_TEXT), content);
}

function tell(
  exchange: Exchange,
  words: (text: string) => string,
  content: (event: ToolEvent) => string,
): ModelMessage[] {
  const messages: ModelMessage[] = [];
  if (exchange.shopper.length > 0) messages.push({ role: "user", text: words(exchange.shopper.join("\n\n")) });
  for (const answer of exchange.answers) {
    if (answer.kind === "said") {
      messages.push({ role: "assistant", text: words(answer.text), toolCalls: [] });
      continue;
    }
    const calls = withOwnIds(answer.events);
    const toolCalls = calls.map(({ id, event }) => ({ id, name: event.name, arguments: event.arguments }));
    messages.push({ role: "assistant", text: "", toolCalls });
    for (const { id, event } of calls) {
      messages.push({ role: "tool", toolCallId: id, name: event.name, content: content(event) });
    }
  }
  return messages;
}

/** Calls of several steps are told as one, and some servers begin their ids anew with each step. */
function withOwnIds(events: readonly ToolEvent[]): { id: string; event: ToolEvent }[] {
  const seen = new Set<string>();
  return events.map((event) => {
    const id = seen.has(event.callId) ? `${event.callId}_${event.seq}` : event.callId;
    seen.add(id);
    return { id, event };
  });
}

/** Fifty pasted messages at once are still one question: its beginning and, more of it, its end. */
function withoutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = Math.floor(limit * 0.25);
  const tail = Math.floor(limit * 0.75) - 20;
  return `${text.slice(0, head)}\n[…]\n${text.slice(text.length - tail)}`.toWellFormed();
}

function summarise(exchanges: Exchange[], limit: number): ModelMessage[] {
  if (exchanges.length === 0) return [];
  const orders = new Set<string>();
  const lines: string[] = [];
  for (const { shopper, answers } of exchanges) {
    if (shopper.length > 0) lines.push(`- Shopper: ${oneLine(shopper.join(" "))}`);
    for (const answer of answers) {
      if (answer.kind === "said") lines.push(`- You: ${oneLine(answer.text)}`);
      else for (const event of answer.events) for (const order of ordersIn(event.evidence)) orders.add(order);
    }
  }
  const head = orders.size > 0 ? `${EARLIER} Orders read: ${[...orders].slice(-20).join(", ")}.` : EARLIER;
  let room = limit - head.length;
  const kept: string[] = [];
  for (const line of lines.reverse()) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return [{ role: "user", text: [head, ...kept.reverse()].join("\n") }];
}

function oneLine(text: string): string {
  return shorten(text.replace(/\s+/g, " ").trim(), LINE);
}
