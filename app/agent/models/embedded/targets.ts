import type { OrderSummaryFacts } from "../../../orders/facts.ts";
import type { Turn } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import type { Intent } from "./intents.ts";
import type { Memory } from "./memory.ts";
import { words } from "./normalize.ts";
import type { OrderList } from "./outcomes.ts";
import type { Pick } from "./pick.ts";
import type { Wish } from "./understand.ts";

/** At most so many orders are looked up for one message; the rest can be asked for next. */
const MOST_ORDERS = 4;

export type Target =
  | { kind: "orders"; names: string[] }
  /** The shopper's newest order, whatever its name. */
  | { kind: "newest" }
  | { kind: "list_needed" }
  | { kind: "which" }
  | { kind: "no_orders" };

/** Orders that a message names. A year or three digits count only as the answer to "what is the order number?". */
export function namedOrders(turn: Turn, memory: Memory): string[] {
  return turn.meant.entities.orders
    .filter(({ strength }) => strength !== "weak" || memory.asked)
    .map(({ name }) => name);
}

/** Which orders the message is about, from what it says, what was asked before, and what the shopper has. */
export function findTarget(
  turn: Turn,
  memory: Memory,
  list: OrderList | null,
  wishes: readonly Wish[],
  resumed: boolean,
): Target {
  const named = namedOrders(turn, memory);
  if (named.length > 0) return orders(named);
  const pick = turn.meant.pick;
  const known = list ?? memory.list;
  if (pick && pick.of !== "parcel" && !(pick.of === "any" && memory.focus.length > 0 && !memory.list))
    return picked(pick, known, memory);
  if (known && turn.meant.entities.dates.length > 0) {
    const dated = known.orders.filter(({ placedOn }) =>
      turn.meant.entities.dates.some((date) => sameDay(date, placedOn)),
    );
    if (dated.length > 0 && dated.length <= MOST_ORDERS) return orders(dated.map(({ orderName }) => orderName));
  }
  if (resumed && memory.open.orders.length > 0) return orders(memory.open.orders);
  if (memory.focus.length > 0) return orders(memory.focus);
  const unread = memory.named.find((name) => !memory.facts.has(orderKey(name)));
  if (
    unread !== undefined &&
    !memory.customer &&
    (turn.meant.entities.emails.length > 0 || memory.open.wishes.length > 0)
  )
    return orders([unread]);
  return list ? chosen(list.orders, wishes) : { kind: "list_needed" };
}

function orders(names: string[]): Target {
  return { kind: "orders", names: names.slice(0, MOST_ORDERS) };
}

function picked({ which }: Pick, list: OrderList | null, memory: Memory): Target {
  if (which === "newest" && !list) return { kind: "newest" };
  if (!list) return { kind: "list_needed" };
  const names = list.orders.map(({ orderName }) => orderName);
  if (names.length === 0) return { kind: "no_orders" };
  if (which === "all") return orders(names);
  const focus = new Set(memory.focus.map(orderKey));
  if (which === "other") return orders(names.filter((name) => !focus.has(orderKey(name))));
  const one = which === "newest" ? names[0] : which === "oldest" ? names.at(-1) : names[which];
  return one === undefined ? { kind: "which" } : orders([one]);
}

/** What has come to its end, told from the one line there is about each order. */
const OVER = /\b(?:delivered|arrived|collected|picked up|cancel?led|refunded|returned|completed|sent by email)\b/i;
const NOT_OVER = /\b(?:not|n't|to be|will be|should be|waiting|still|ready to be|partly|one of|some)\b/i;
const AFTER_DELIVERY: ReadonlySet<Intent> = new Set([
  "not_received",
  "damaged",
  "wrong_item",
  "missing_item",
  "return",
  "exchange",
]);

function chosen(list: readonly OrderSummaryFacts[], wishes: readonly Wish[]): Target {
  const [newest, another] = list;
  if (!newest) return { kind: "no_orders" };
  if (!another) return orders([newest.orderName]);
  const over = (order: OrderSummaryFacts) => OVER.test(order.headline) && !NOT_OVER.test(order.headline);
  const wantsOver = wishes.some(({ intent }) => AFTER_DELIVERY.has(intent));
  const fitting = list.filter((order) => over(order) === wantsOver);
  const [only, more] = fitting;
  if (only && !more) return orders([only.orderName]);
  return { kind: "which" };
}

/** "3 November" and "11/03" against "Tuesday, 3 November 2026": the day's number and, where it is a word, the month. */
function sameDay(said: string, placedOn: string): boolean {
  const placed = words(placedOn);
  const parts = words(said.replace(/(\d)(?:st|nd|rd|th)\b/g, "$1"));
  const days = parts.filter((part) => /^\d{1,2}$/.test(part)).map(Number);
  const month = parts.find((part) => /^[a-z]{3,}$/.test(part))?.slice(0, 3);
  const dayFits = days.length === 0 || placed.some((word) => /^\d{1,2}$/.test(word) && days.includes(Number(word)));
  return dayFits && (month === undefined ? days.length > 0 : placed.some((word) => word.startsWith(month)));
}
