import { EARLIER, FROM_SYSTEM, FROM_TEAM } from "../../transcript.ts";
import type { ModelMessage } from "../port.ts";
import { readOutcome, type Outcome } from "./outcomes.ts";
import { newsIn, type News } from "./resolutions/news.ts";
import { understand, type Understanding } from "./understand.ts";

export type Call = { name: string; args: Record<string, unknown>; outcome: Outcome };

/** What the shopper wrote, what was looked up about it, and what was answered. */
export type Turn = {
  said: string;
  meant: Understanding;
  calls: Call[];
  /** How often the model has already answered with calls in this turn. */
  steps: number;
  reply: string;
  /** What became of cards, as the shopper was told after the reply. */
  news: News[];
};

export type Conversation = {
  /** Order names and emails from the part of the conversation that is only told in short. */
  earlier: { orders: string[]; emails: string[] };
  past: Turn[];
  current: Turn;
  /** Whether people already have the conversation, by whatever way. */
  handedOver: boolean;
};

/** Turns before the current one that are read. What was said longer ago is not what a shopper goes on about. */
const MOST_TURNS = 16;
/** As the loop tells every model (`prompt.ts`). */
const HANDED_OVER = /\bthis conversation was handed to a person\b/i;

const SHOPPER_LINE = /^- Shopper: /;

/** The messages of a request as turns. Pure, and total: odd sequences of messages give odd turns, never an error. */
export function readConversation(messages: readonly ModelMessage[], shopContext = ""): Conversation {
  const earlier: Conversation["earlier"] = { orders: [], emails: [] };
  const turns: { said: string[]; first?: ModelMessage; calls: Call[]; steps: number; reply: string; news: News[] }[] =
    [];
  const arguments_ = new Map<string, string>();
  let open = false;
  const latest = () => turns.at(-1) ?? (turns.push({ said: [], calls: [], steps: 0, reply: "", news: [] }), turns[0]);
  for (const message of messages) {
    if (message.role === "user") {
      if (message.text.startsWith(EARLIER)) {
        readEarlier(message.text, earlier);
        continue;
      }
      if (!open) turns.push({ said: [], first: message, calls: [], steps: 0, reply: "", news: [] });
      open = true;
      latest()?.said.push(message.text);
      continue;
    }
    open = false;
    const turn = latest();
    if (!turn) continue;
    if (message.role === "assistant") {
      for (const call of message.toolCalls) arguments_.set(call.id, call.arguments);
      if (message.toolCalls.length > 0) turn.steps += 1;
      const news = newsIn(message.text);
      if (news) {
        turn.news.push(news);
        continue;
      }
      if (message.text && !isOthers(message.text)) turn.reply += `${turn.reply ? "\n" : ""}${message.text}`;
    } else {
      turn.calls.push({
        name: message.name,
        args: parseArguments(arguments_.get(message.toolCallId)),
        outcome: readOutcome(message.content),
      });
    }
  }
  const told = turns.slice(-1 - MOST_TURNS).map(({ first, ...turn }): Turn => {
    const said = turn.said.join("\n\n");
    return { ...turn, said, meant: understandOnce(said, first) };
  });
  const current = told.pop() ?? { said: "", meant: understand(""), calls: [], steps: 0, reply: "", news: [] };
  return { earlier, past: told, current, handedOver: HANDED_OVER.test(shopContext) };
}

/** A turn's calls all read the same messages; each is understood once, and forgotten with its turn. */
const understood = new WeakMap<ModelMessage, { said: string; meant: Understanding }>();

function understandOnce(said: string, first: ModelMessage | undefined): Understanding {
  const known = first && understood.get(first);
  if (known?.said === said) return known.meant;
  const meant = understand(said);
  if (first) understood.set(first, { said, meant });
  return meant;
}

function parseArguments(json: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json ?? "{}");
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

function readEarlier(text: string, earlier: Conversation["earlier"]): void {
  const [head = "", ...lines] = text.split("\n");
  earlier.orders.push(...(/Orders read: (.*?)\.?$/.exec(head)?.[1]?.split(", ") ?? []));
  for (const line of lines)
    if (SHOPPER_LINE.test(line)) earlier.emails.push(...understand(line.replace(SHOPPER_LINE, "")).entities.emails);
}

/** Words of people or of code that stand among the assistant's own. */
function isOthers(text: string): boolean {
  return text.startsWith(FROM_TEAM) || text.startsWith(FROM_SYSTEM);
}
