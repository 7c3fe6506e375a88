import { kindOf } from "./intent-kinds.ts";
import { answerOrder } from "./order-answer.ts";
import { orderKey } from "./entities.ts";
import type { Findings, OrderFound } from "./findings.ts";
import { asksForNews } from "./resolutions/news.ts";
import { isAbout } from "./resolutions/reasons.ts";
import { deskWords, newsWords } from "./resolutions/words.ts";
import { has, socialWords } from "./social.ts";
import * as say from "./wording.ts";

/** The whole answer of a turn as text: paragraphs parted by blank lines. Empty after a hand-over that says all there is to say. */
export function writeReply(findings: Findings): string {
  if (findings.proof) return PROOF[findings.proof];
  const paragraphs = [
    ...foreign(findings),
    ...opening(findings),
    ...ordersAndList(findings),
    ...putRight(findings),
    ...asking(findings),
    ...handover(findings),
    ...closing(findings),
  ].filter((one) => one.trim() !== "");
  const offered = paragraphs.findIndex((one) => one.includes(say.OFFER));
  const once = paragraphs
    .map((one, at) => (at > offered && offered >= 0 ? one.replace(say.OFFER, "").trim() : one))
    .filter(Boolean);
  // That people have it, and when they answer, the shopper is told by code: alone it is not said twice.
  if (once.length === 1 && once[0] === say.HANDED) return "";
  return once.length > 0 ? once.join("\n\n") : say.NOT_UNDERSTOOD;
}

const PROOF = { code: say.ASK_CODE, login: say.ASK_LOGIN, wrong_code: say.WRONG_CODE };

/** What there is to say of things to put right, after the facts. */
function putRight(findings: Findings): string[] {
  const { desk, handover: state } = findings;
  if (!desk) return [];
  if (isNews(findings)) return [newsWords(desk.desk)];
  return state && desk.state.forPerson.length === 0 && !desk.state.proposed.length
    ? []
    : deskWords(desk.desk, desk.state);
}

function isNews({ desk, turn }: Findings): boolean {
  return desk !== null && desk.desk.cases.some(({ proposal }) => proposal !== null) && asksForNews(turn.said);
}

/** Orders that the desk speaks of: where they are is not what was asked. */
function isAtDesk({ desk }: Findings, { name }: OrderFound): boolean {
  return (
    desk !== null &&
    (desk.state.reasonless || desk.state.spoken.some(({ order }) => orderKey(order) === orderKey(name)))
  );
}

/** Whether there is more to answer than politeness. */
function isBusiness({ wishes }: Findings): boolean {
  return wishes.some(({ intent }) => kindOf(intent) !== "social");
}

function foreign(findings: Findings): string[] {
  const { language } = findings;
  if (!language) return [];
  const { handover } = findings;
  if (handover && (handover.already || handover.outcome?.kind === "ok")) return [language.handed];
  return [language.apology, ...(isBusiness(findings) ? [] : [say.FOREIGN_HINT])];
}

function opening(findings: Findings): string[] {
  const { turn, wishes, memory } = findings;
  if (!isBusiness(findings)) return [];
  const greeting = has(findings, "greeting", "how_are_you") && memory.firstTurn ? "Hi!" : "";
  const bot = has(findings, "are_you_bot") ? say.BOT : "";
  const problem = wishes.find(({ intent }) => kindOf(intent) === "problem" && say.PROBLEMS[intent]?.sorry);
  const sorry =
    problem && findings.handover
      ? (say.PROBLEMS[problem.intent]?.sorry ?? "")
      : has(findings, "order_late")
        ? say.SORRY_LATE
        : turn.meant.upset && findings.handover?.reason !== "other"
          ? say.SORRY_UPSET
          : "";
  return [say.join(greeting, bot, sorry)];
}

function ordersAndList(findings: Findings): string[] {
  const { orders, turn, wishes, list, ask } = findings;
  const paragraphs: string[] = [];
  if (has(findings, "order_list") && list && ask !== "which") paragraphs.push(...listed(findings));
  const answered = orders.filter(({ facts }) => facts !== null);
  for (const found of answered) {
    if (!found.facts) continue;
    const intents = wishes
      .filter((wish) => kindOf(wish.intent) === "order" && concerns(wish.orders, found, orders))
      .map(({ intent }) => intent);
    const problem = wishes.some(({ intent }) => kindOf(intent) === "problem");
    if (intents.length === 0 && isAtDesk(findings, found)) continue;
    if (
      intents.length === 0 &&
      wishes.some(({ orders: names, intent }) => names.length > 0 && kindOf(intent) === "list")
    )
      continue;
    paragraphs.push(
      ...answerOrder({
        facts: found.facts,
        intents: problem && intents.length === 0 ? [] : intents,
        fresh: found.fresh,
        oneOfMany: orders.length > 1,
        words: turn.meant.words,
      }),
    );
    if (
      has(findings, "order_late") &&
      (found.facts.tone === "warn" || found.facts.tone === "problem") &&
      !findings.handover &&
      !isAtDesk(findings, found)
    )
      paragraphs.push(say.OFFER);
  }
  for (const gap of new Set(answered.flatMap(({ facts }) => facts?.gaps ?? []))) paragraphs.push(say.sentence(gap));
  paragraphs.push(...failures(findings));
  return [...new Set(paragraphs)];
}

/** A wish that names its own orders is about those alone. */
function concerns(names: readonly string[], found: OrderFound, all: readonly OrderFound[]): boolean {
  const keys = names.map(orderKey);
  const known = all.some(({ name }) => keys.includes(orderKey(name)));
  return names.length === 0 || !known || keys.includes(orderKey(found.name));
}

function failures(findings: Findings): string[] {
  const { orders, unavailable, denied, handover } = findings;
  if (denied && orders.every(({ facts }) => facts === null)) return [say.DENIED];
  if (unavailable && orders.every(({ facts }) => facts === null))
    return [handover ? "I'm sorry, I can't reach the order system right now." : say.UNAVAILABLE];
  if (handover?.reason === "identity_failed") return [];
  const said: string[] = [];
  if (orders.some(({ failure }) => failure === "mismatch") && !handover) said.push(say.MISMATCH);
  for (const { name, failure } of orders) {
    if (failure === "not_found" && !handover) said.push(say.notFound(name));
    if (failure === "too_old") said.push(handover ? say.tooOld(name).replace(say.OFFER, "") : say.tooOld(name));
    if (failure === "denied") said.push(say.DENIED);
    if (failure === "unavailable") said.push(say.UNAVAILABLE);
  }
  return said;
}

function listed({ list }: Findings): string[] {
  if (!list || list.orders.length === 0) return [say.NO_ORDERS];
  const lines = list.orders
    .slice(0, 8)
    .map(({ orderName, headline }) => `- **${orderName}:** ${say.sentence(headline)}`);
  return [`${say.LIST_LEAD}\n\n${lines.join("\n")}`, ...(list.more || list.orders.length > 8 ? [say.LIST_MORE] : [])];
}

function asking(findings: Findings): string[] {
  const { ask, orders, turn, wishes, memory, list, handover } = findings;
  if (handover || findings.unavailable) return [];
  const { entities } = turn.meant;
  const problem = wishes.find(({ intent }) => kindOf(intent) === "problem");
  const lead =
    problem && !memory.handed.has(problem.intent)
      ? say.askForProblem(problem.intent, findings.desk !== null && isAbout(problem.intent))
      : "";
  if (orders.some(({ failure }) => failure === "needs_email")) {
    return [entities.brokenEmail ? say.BROKEN_EMAIL : say.join(lead || say.ASK_EMAIL_LEAD, say.ASK_EMAIL)];
  }
  switch (ask) {
    case null:
      return [];
    case "which": {
      const lines =
        (list ?? memory.list)?.orders
          .slice(0, 6)
          .map(({ orderName, headline }) => `- **${orderName}:** ${say.sentence(headline)}`) ?? [];
      return [`${say.WHICH_LEAD}\n\n${lines.join("\n")}`, say.join(lead, say.WHICH)];
    }
    case "no_orders":
      return [say.NO_ORDERS];
    case "order":
      return [
        say.join(
          lead,
          entities.trackings.length > 0
            ? say.TRACKING_IS_NO_ORDER
            : entities.longNumbers.length > 0
              ? say.NUMBER_TOO_LONG
              : say.ASK_ORDER,
        ),
      ];
    case "details": {
      if (entities.brokenEmail) return [say.BROKEN_EMAIL];
      const note =
        entities.trackings.length > 0
          ? say.TRACKING_IS_NO_ORDER
          : entities.longNumbers.length > 0
            ? say.NUMBER_TOO_LONG
            : "";
      return [say.join(lead || (note ? "" : say.ASK_DETAILS_LEAD), note, say.ASK_DETAILS)];
    }
  }
}

function handover(findings: Findings): string[] {
  const { handover: state, wishes } = findings;
  if (!state) return [];
  const intents = wishes
    .map(({ intent }) => intent)
    .filter((intent) => ["problem", "question"].includes(kindOf(intent)) && !(findings.desk && isAbout(intent)));
  const limits = state.reason === "cannot_do_yet" ? say.cannot(intents) : "";
  const sorry = wishes.find(({ intent }) => kindOf(intent) === "question" && say.PROBLEMS[intent]?.sorry);
  if (findings.language && (state.already || state.outcome?.kind === "ok")) return [];
  if (state.already) return [say.join(limits, say.HANDED_ALREADY)];
  if (state.outcome?.kind !== "ok") return [say.join(limits, say.NOT_HANDED)];
  const regret = sorry ? (say.PROBLEMS[sorry.intent]?.sorry ?? "") : "";
  const why = whyHanded(state.reason, findings.limited);
  return [say.join(regret, limits, why || say.HANDED)];
}

function whyHanded(reason: string, limited: boolean): string {
  switch (reason) {
    case "identity_failed":
      return limited ? say.HANDED_LIMITED : say.HANDED_AFTER_MISMATCH;
    case "not_understood":
      return say.HANDED_NOT_UNDERSTOOD;
    case "legal":
      return say.HANDED_SERIOUS;
    default:
      return "";
  }
}

/** Courtesies, and answers to what is no request. With business done, a word at the end is enough. */
function closing(findings: Findings): string[] {
  const { memory, turn } = findings;
  if (findings.language) return [];
  if (findings.handover) return [];
  if (putRight(findings).length > 0) return [];
  if (isBusiness(findings))
    return turn.meant.upset && findings.orders.some(({ facts }) => facts !== null) ? [say.OFFER] : [];
  if (turn.meant.entities.brokenEmail && memory.asked) return [say.BROKEN_EMAIL];
  if (turn.meant.entities.trackings.length > 0 || turn.meant.entities.longNumbers.length > 0)
    return [
      say.join(
        turn.meant.entities.trackings.length > 0 ? say.TRACKING_IS_NO_ORDER : say.NUMBER_TOO_LONG,
        say.ASK_DETAILS,
      ),
    ];
  return [socialWords(findings) ?? say.NOT_UNDERSTOOD];
}
