import { PHOTO } from "../../../transcript.ts";
import type { Call, Conversation, Turn } from "../conversation.ts";
import { orderKey } from "../entities.ts";
import type { Wish } from "../understand.ts";
import { learn, newCase, type Case } from "./case.ts";
import { hear, type Heard } from "./hear.ts";
import { nextStep } from "./next-step.ts";
import type { News } from "./news.ts";
import { requestsIn, type Request } from "./reasons.ts";
import { RESOLUTION_TOOLS } from "./tools.ts";

/** All there is to put right in a conversation. Read from the messages each time; nothing is kept anywhere. */
export type Desk = {
  cases: Case[];
  /** What the current message was to which case. */
  heard: { what: Heard; one: Case } | null;
  /** A wish without its reason, or a reason that waits for its order: the words, for the case that comes of it. */
  waiting: { wishes: Wish[]; said: string } | null;
  photo: boolean;
  news: News[];
};

/** The cases before the current turn, with what its message says to them. */
export function openDesk({ past, current }: Conversation): Desk {
  const desk: Desk = { cases: [], heard: null, waiting: null, photo: false, news: [] };
  for (const turn of past) {
    release(desk, turn);
    listen(desk, turn);
    const calls = turn.calls.filter(({ name }) => RESOLUTION_TOOLS.has(name));
    for (const call of calls) apply(desk, turn, call);
    const about = requestsIn(turn.meant.wishes, turn.said);
    if (calls.length > 0) desk.waiting = null;
    else if (about.length > 0 && desk.heard === null)
      desk.waiting = { wishes: turn.meant.wishes, said: joined(desk.waiting, turn.said) };
    if (turn.calls.some(({ name, outcome }) => name === "escalate" && outcome.kind === "ok")) {
      for (const one of desk.cases) one.over ||= one.proposal === null;
      desk.waiting = null;
    }
    for (const news of turn.news) hearNews(desk, news);
  }
  release(desk, current);
  listen(desk, current);
  return desk;
}

/** A card that waited for a code is due once the code was right, and once another code is wanted. */
function release(desk: Desk, turn: Turn): void {
  if (turn.proven || turn.asksForCode) for (const one of desk.cases) one.held = false;
}

/** A card that was answered, or is no more, is not waited for. */
function hearNews(desk: Desk, news: News): void {
  desk.news.push(news);
  for (const one of desk.cases)
    if (one.proposal !== null && orderKey(one.order) === orderKey(news.orderName) && one.proposal.kind === news.kind)
      one.over = true;
}

function joined(before: Desk["waiting"], said: string): string {
  return before && requestsIn(before.wishes, before.said).every(({ reason }) => reason === null)
    ? `${before.said}\n${said}`
    : said;
}

/** Whom a message speaks to: the case that asked, or else the one whose card is open. */
function listen(desk: Desk, turn: Turn): void {
  desk.heard = null;
  desk.photo ||= turn.said.includes(PHOTO);
  if (turn.meant.language !== null) return;
  const open = desk.cases.filter(({ over }) => !over);
  const asking = open.find((one) => nextStep(one).do === "ask");
  const others = open.filter((one) => one !== asking).reverse();
  const like = desk.cases.findLast(({ proposal }) => proposal !== null) ?? null;
  for (const one of asking ? [asking, ...others] : others) {
    const what = hear(one, turn, like === one ? null : like);
    if (what === null) continue;
    desk.heard = { what, one };
    return;
  }
  if (asking) asking.misses += 1;
}

/** A call's answer goes to its case; a call about something new begins one. */
export function apply(desk: Desk, turn: Turn, call: Call): void {
  const { orderName, reason } = call.args;
  const known = desk.cases.findLast(
    (one) =>
      !one.over &&
      one.reason === reason &&
      typeof orderName === "string" &&
      orderKey(one.order) === orderKey(orderName),
  );
  if (known) {
    learn(known, call);
    return;
  }
  // An exchange of what is not sent yet became a change of the order, once that was read.
  const isChange = (other: unknown, name: unknown) =>
    other === "change_items" && orderKey(String(name)) === orderKey(String(orderName));
  if (
    reason === "wrong_size" &&
    (turn.calls.some(({ args }) => isChange(args["reason"], args["orderName"])) ||
      desk.cases.some((one) => !one.over && isChange(one.reason, one.order)))
  )
    return;
  // Asked before it was proven whose order it is: there is no case of it yet.
  if (["needs_identity", "needs_code", "needs_login", "not_found"].includes(call.outcome.kind)) return;
  const request = requestsFor(desk, turn).find((one) => one.reason === reason) ?? requestsFor(desk, turn)[0];
  if (typeof orderName !== "string" || !request || !isReason(reason)) return;
  const one = begin(desk, turn, orderName, { ...request, reason });
  desk.cases.push(one);
  learn(one, call);
}

function isReason(value: unknown): value is Case["reason"] {
  return typeof value === "string";
}

/** What a turn asks for, with what waited for it: "I want a refund" – "it came broken". */
export function requestsFor(desk: Desk, turn: Turn): Request[] {
  const own = requestsIn(turn.meant.wishes, turn.said);
  if (!desk.waiting) return own;
  if (own.length === 0) return requestsIn(desk.waiting.wishes, desk.waiting.said);
  return own.map((one) => ({ ...one, text: own.length === 1 ? `${desk.waiting?.said ?? ""}\n${one.text}` : one.text }));
}

export function begin(desk: Desk, turn: Turn, order: string, request: Request & { reason: Case["reason"] }): Case {
  const whole = desk.waiting ? `${desk.waiting.said}\n${turn.said}` : turn.said;
  const one = newCase(order, request, whole);
  for (const other of desk.cases) giveWay(other, one);
  one.photo = desk.photo || turn.said.includes(PHOTO);
  return one;
}

/** Another size "instead of returning it": the return that was spoken of is not wanted any more. */
function giveWay(before: Case, now: Case): void {
  const kinds = [before.reason, now.reason];
  if (before.over || before.proposal !== null || orderKey(before.order) !== orderKey(now.order)) return;
  if (!kinds.includes("changed_mind") || !kinds.includes("wrong_size")) return;
  before.over = true;
  now.items ??= before.items;
}
