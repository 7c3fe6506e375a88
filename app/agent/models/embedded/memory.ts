import type { OrderFacts } from "../../../orders/facts.ts";
import type { Conversation, Turn } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import { kindOf } from "./intent-kinds.ts";
import type { Intent } from "./intents.ts";
import type { ForeignLanguage } from "./languages.ts";
import { listOf, orderOf, type OrderList } from "./outcomes.ts";
import type { Wish } from "./understand.ts";
import { offersPerson } from "./wording.ts";

/** What the turns before this one leave behind. Read from the messages each time; nothing is kept anywhere. */
export type Memory = {
  firstTurn: boolean;
  /** Newest first. */
  emails: string[];
  /** Orders the shopper named, newest first. */
  named: string[];
  facts: Map<string, { facts: OrderFacts; turnsAgo: number }>;
  /** Keys of orders that were read before, and so need no proof. */
  readable: Set<string>;
  /** Orders the last answer was about. */
  focus: string[];
  list: OrderList | null;
  /** Requests that wait for an order number or an email, and where they were made. */
  open: { wishes: Wish[]; orders: string[]; said: string };
  /** What was answered last, for "and 1002?". */
  lastWishes: Wish[];
  /** Pairs of order and email that did not match. */
  mismatched: Set<string>;
  mismatches: number;
  guest: boolean;
  customer: boolean;
  escalated: boolean;
  handed: Set<Intent>;
  /** How many messages in a row were not understood. */
  unclear: number;
  /** The last request got no answer from the shop. */
  silent: boolean;
  offered: boolean;
  asked: boolean;
  lastReply: string;
  /** The language of the shopper's last message, when it was one we can only apologise in. */
  language: ForeignLanguage | null;
  /** What the shopper wrote lately, oldest first, for whoever takes over. */
  said: string[];
  rude: number;
};

export function pairKey(order: string, email: string): string {
  return `${orderKey(order)} ${email.toLowerCase()}`;
}

export function remember({ earlier, past, handedOver }: Omit<Conversation, "current">): Memory {
  const memory: Memory = {
    firstTurn: past.length === 0 && earlier.orders.length === 0,
    emails: [...earlier.emails].reverse(),
    named: [],
    facts: new Map(),
    readable: new Set(earlier.orders.map(orderKey)),
    focus: earlier.orders.slice(-1),
    list: null,
    open: { wishes: [], orders: [], said: "" },
    lastWishes: [],
    mismatched: new Set(),
    mismatches: 0,
    guest: false,
    customer: false,
    escalated: handedOver,
    handed: new Set(),
    unclear: 0,
    silent: false,
    offered: false,
    asked: false,
    lastReply: "",
    language: null,
    said: [],
    rude: 0,
  };
  for (const turn of past) add(memory, turn);
  return memory;
}

function add(memory: Memory, turn: Turn): void {
  const { wishes, entities, unclear } = turn.meant;
  const before = { facts: memory.facts.size, open: memory.open };
  for (const entry of memory.facts.values()) entry.turnsAgo += 1;
  memory.emails = newestFirst(entities.emails, memory.emails);
  const orders = entities.orders.filter(({ strength }) => strength !== "weak" || memory.asked).map(({ name }) => name);
  memory.named = newestFirst(orders, memory.named);

  const results = readCalls(memory, turn);
  memory.silent = turn.calls.some(({ outcome }) => outcome.kind === "unavailable");
  const lasting = memory.silent ? ["order", "problem", "list"] : ["order", "problem"];
  const needOrder = wishes.filter(({ intent }) => lasting.includes(kindOf(intent)) && intent !== "same_for");
  const asked =
    needOrder.length > 0
      ? { wishes: needOrder, orders, said: turn.said }
      : { ...before.open, orders: orders.length > 0 ? orders : before.open.orders };
  const answered =
    results.read ||
    results.escalated ||
    (needOrder.length > 0 && before.facts > 0 && !results.failed && !results.listed);
  const gaveDetails = orders.length > 0 || entities.emails.length > 0;
  if (answered && (needOrder.length > 0 || gaveDetails || results.read)) {
    memory.lastWishes = asked.wishes.filter(({ intent }) => kindOf(intent) === "order");
    memory.open = { wishes: [], orders: [], said: "" };
  } else if (needOrder.length > 0 || gaveDetails) memory.open = asked;
  if (results.escalated) {
    memory.escalated = true;
    for (const { intent } of [...wishes, ...asked.wishes]) memory.handed.add(intent);
  }
  memory.unclear = unclear && !gaveDetails ? memory.unclear + 1 : 0;
  memory.rude += wishes.some(({ intent }) => intent === "abuse") ? 1 : 0;
  memory.offered = offersPerson(turn.reply);
  memory.asked = /order number|email/i.test(turn.reply) && turn.reply.includes("?");
  memory.lastReply = turn.reply;
  memory.language = turn.meant.language;
  memory.said = [...memory.said, turn.said].slice(-3);
  if (turn.byTeam) settledByTeam(memory);
  if (turn.handedBack) {
    memory.escalated = false;
    memory.handed = new Set();
    memory.unclear = 0;
  }
}

/** What a person has answered is not asked for, nor taken up, by the agent. */
function settledByTeam(memory: Memory): void {
  memory.open = { wishes: [], orders: [], said: "" };
  memory.asked = false;
  memory.offered = false;
  memory.unclear = 0;
}

function readCalls(memory: Memory, turn: Turn) {
  const results = { read: false, escalated: false, failed: false, listed: false };
  const focus: string[] = [];
  let identified = false;
  let mismatch = false;
  for (const { name, args, outcome } of turn.calls) {
    const asked = typeof args["orderName"] === "string" ? args["orderName"] : null;
    if (outcome.kind !== "ok") {
      results.failed = true;
      if (["needs_identity", "needs_code", "needs_login"].includes(outcome.kind)) memory.guest = true;
      if (name === "identify_shopper" && outcome.kind === "not_found" && asked && typeof args["email"] === "string") {
        mismatch = true;
        memory.mismatched.add(pairKey(asked, args["email"]));
      }
      continue;
    }
    if (name === "escalate") results.escalated = true;
    if (name === "identify_shopper") identified = true;
    if (name === "list_orders") {
      results.listed = true;
      memory.list = listOf(outcome) ?? memory.list;
      if (!identified && !memory.guest) memory.customer = true;
    }
    if (name === "get_order") {
      results.read = true;
      if (!identified && !memory.guest) memory.customer = true;
      const facts = orderOf(outcome);
      const order = facts?.orderName ?? asked;
      if (order) {
        focus.push(order);
        memory.readable.add(orderKey(order));
      }
      if (facts) memory.facts.set(orderKey(facts.orderName), { facts, turnsAgo: 1 });
    }
  }
  if (focus.length > 0) memory.focus = [...new Set(focus)];
  if (identified) memory.guest = true;
  memory.mismatches = mismatch ? memory.mismatches + 1 : results.read ? 0 : memory.mismatches;
  return results;
}

function newestFirst(fresh: string[], known: string[]): string[] {
  const seen = new Set<string>();
  return [...fresh, ...known].filter((one) => !seen.has(orderKey(one)) && seen.add(orderKey(one)));
}
