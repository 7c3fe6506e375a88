import { ABOUT_PEOPLE, CODE_ASKED, EARLIER, FROM_SYSTEM, FROM_TEAM, HANDED_BACK } from "../../transcript.ts";
import { type Asked, asksForCode, codeIn } from "./codes.ts";
import type { ModelMessage } from "../port.ts";
import { provenOrder, readOutcome, type Outcome } from "./outcomes.ts";
import { newsIn, type News } from "./resolutions/news.ts";
import { understand, type Understanding } from "./understand.ts";

export type Call = { name: string; args: Record<string, unknown>; outcome: Outcome };

/** What the shopper wrote, what was looked up about it, and what was answered. */
export type Turn = {
  said: string;
  meant: Understanding;
  calls: Call[];
  /** The code by email that the message holds, where one was asked for; it is no part of `said`. */
  code: string | null;
  /** The code was right. */
  proven: boolean;
  /** A code is waited for, and the shopper wants another one. */
  asksForCode: boolean;
  /** How often the model has already answered with calls in this turn. */
  steps: number;
  reply: string;
  /** What became of cards, as the shopper was told after the reply. */
  news: News[];
  /** A person of the shop wrote in it: what was asked is theirs to have answered. */
  byTeam: boolean;
  /** A person gave the conversation back after it. */
  handedBack: boolean;
};

export type Conversation = {
  /** Order names and emails from the part of the conversation that is only told in short. */
  earlier: { orders: string[]; emails: string[] };
  past: Turn[];
  current: Turn;
  /** Whether people already have the conversation, by whatever way. */
  handedOver: boolean;
  /** What the code that is waited for was asked for with; null when none is. */
  waitsForCode: Asked | null;
};

/** Turns before the current one that are read. What was said longer ago is not what a shopper goes on about. */
const MOST_TURNS = 16;
/** As the loop tells every model (`prompt.ts`). */
const HANDED_OVER = /\bthis conversation was handed to a person\b/i;

/** A code that was asked for by the form stands where a tool's answer would. */
const ASKED_BY_FORM: Call = { name: "identify_shopper", args: {}, outcome: { kind: "needs_code", message: "" } };

const SHOPPER_LINE = /^- Shopper: /;

/** The messages of a request as turns. Pure, and total: odd sequences of messages give odd turns, never an error. */
export function readConversation(messages: readonly ModelMessage[], shopContext = ""): Conversation {
  const earlier: Conversation["earlier"] = { orders: [], emails: [] };
  const turns: ReturnType<typeof newTurn>[] = [];
  const arguments_ = new Map<string, string>();
  let open = false;
  const latest = () => turns.at(-1) ?? (turns.push(newTurn()), turns[0]);
  for (const message of messages) {
    if (message.role === "user") {
      if (message.text.startsWith(EARLIER)) {
        readEarlier(message.text, earlier);
        continue;
      }
      if (!open) turns.push(newTurn(message));
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
      if (message.text === `${FROM_SYSTEM} ${CODE_ASKED}`) turn.calls.push(ASKED_BY_FORM);
      const news = newsIn(message.text);
      if (news) {
        turn.news.push(news);
        continue;
      }
      turn.byTeam ||= message.text.startsWith(FROM_TEAM);
      turn.handedBack ||= message.text.startsWith(HANDED_BACK);
      if (message.text && !isOthers(message.text)) turn.reply += `${turn.reply ? "\n" : ""}${message.text}`;
    } else {
      turn.calls.push({
        name: message.name,
        args: parseArguments(arguments_.get(message.toolCallId)),
        outcome: readOutcome(message.content),
      });
    }
  }
  let waiting: Asked | null = null;
  const told: Turn[] = [];
  for (const { first, ...turn } of turns.slice(-1 - MOST_TURNS)) {
    const { calls } = turn;
    const heard = hearCode(turn.said.join("\n\n"), calls, waiting !== null);
    const isLast = told.push({ ...turn, ...heard, meant: understandOnce(heard.meantAs, first) }) === turns.length;
    // While the current turn runs, it is still the code before it that counts.
    if (!isLast) waiting = waitsAfter(waiting, calls, heard.proven);
  }
  const current = told.pop() ?? { ...SILENCE, meant: understand("") };
  return { earlier, past: told, current, handedOver: HANDED_OVER.test(shopContext), waitsForCode: waiting };
}

type Gathered = { said: string[]; first?: ModelMessage } & Pick<
  Turn,
  "calls" | "steps" | "reply" | "news" | "byTeam" | "handedBack"
>;

function newTurn(first?: ModelMessage): Gathered {
  const empty = { said: [], calls: [], steps: 0, reply: "", news: [], byTeam: false, handedBack: false };
  return first ? { ...empty, first } : empty;
}

const SILENCE = { ...newTurn(), said: "", code: null, proven: false, asksForCode: false };

/** What a message says besides a code. One that was right is as good as the number of the order that it proved. */
function hearCode(said: string, calls: readonly Call[], waiting: boolean) {
  const found = waiting ? codeIn(said) : null;
  const proof = calls.findLast(({ name, args }) => name === "identify_shopper" && typeof args["code"] === "string");
  const order = proof ? provenOrder(proof.outcome) : null;
  if (proof && order !== null) proof.args = { ...proof.args, orderName: order };
  const rest = found ? found.rest.trim() : said;
  const again = waiting && !found && asksForCode(said);
  const meantAs = again ? "" : order === null ? rest : `${rest} order ${order}`.trim();
  return { said: rest, meantAs, code: found?.code ?? null, proven: order !== null, asksForCode: again };
}

function waitsAfter(before: Asked | null, calls: readonly Call[], proven: boolean): Asked | null {
  if (proven) return null;
  const call = calls.findLast(({ outcome }) => outcome.kind === "needs_code");
  if (!call) return before;
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return { orderName: text(call.args["orderName"]), email: text(call.args["email"]) };
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
  return [FROM_TEAM, FROM_SYSTEM, ABOUT_PEOPLE].some((mark) => text.startsWith(mark));
}
