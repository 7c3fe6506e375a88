import type { Entities } from "./entities.ts";
import { match, tokens, type Match } from "./intents.ts";
import { words } from "./normalize.ts";
import { findPick } from "./pick.ts";
import { COURTESY, OWN_REQUEST, PASTED, SAYS_MORE } from "./settle.ts";
import type { Wish } from "./understand.ts";

/** Below this, a text is like no example. */
const UNDERSTOOD = 0.5;
/** Down to here it still counts when it has the telling word and no other intent comes near. */
const HALF_UNDERSTOOD = 0.38;
const CLEAR_LEAD = 0.08;

/** "it is #1001 I think" answers a question; it asks nothing. */
const AROUND_DETAILS = new Set(
  "it is was i think the my a an number this that here its for of with and no yes email address name ok".split(" "),
);
function givesDetails(list: readonly string[]): boolean {
  return list.includes("xorder") && list.every((token) => token === "xorder" || AROUND_DETAILS.has(token));
}

/** The intent of a text that is like an example, or like one far more than like any other. */
function likeliest(list: readonly string[]): Match | null {
  const [top, next] = match(list);
  if (!top || top.score >= UNDERSTOOD) return top ?? null;
  const clear = top.keyed && top.score >= HALF_UNDERSTOOD && top.score - (next?.score ?? 0) >= CLEAR_LEAD;
  return clear ? { ...top, score: UNDERSTOOD } : top;
}

type Part = { list: string[]; top: Match | null; text: string };

/** What one sentence asks for: as a whole, or clause by clause when its clauses ask for different things. */
export function wishesIn(sentence: string, entities: Entities, order: { next: number }, pasted: boolean): Wish[] {
  const clauses = sentence
    .split(/,|&|\b(?:and|but|also|plus|btw|by the way|because|then|or|so)\b/i)
    .filter((clause) => /[\p{L}\d]/u.test(clause));
  const whole = part([sentence], entities, order, false);
  const parts = clauses.length > 1 ? grouped(clauses) : [];
  const own = parts.filter(({ top }) => top !== null && top.score >= OWN_REQUEST);
  const different = new Set(own.map(({ top }) => top?.intent));
  const mean = own.reduce((sum, { top }) => sum + (top?.score ?? 0), 0) / Math.max(1, own.length);
  const least = pasted ? PASTED : UNDERSTOOD;
  const said = SAYS_MORE.find(([more]) => more === whole.top?.intent)?.[1] ?? [];
  const wholeSaysMore = whole.score >= UNDERSTOOD && own.every(({ top }) => top && said.includes(top.intent));
  const useParts =
    own.length > 0 && !wholeSaysMore && (different.size > 1 ? mean >= whole.score - 0.05 : mean > whole.score);
  const chosen = useParts ? own : [whole];
  const wishes = chosen.flatMap(({ list, top, text }) =>
    top && top.score >= least && !givesDetails(list) && !(pasted && COURTESY.has(top.intent))
      ? [
          {
            intent: top.intent,
            score: top.score,
            like: top.like,
            orders: whole.orders,
            pick: findPick(words(sentence)),
            tokens: list,
            text,
          },
        ]
      : [],
  );
  // Orders named in a part belong to that part alone when each part names its own.
  if (useParts && own.length > 1) assign(wishes, own, whole.orders);
  return wishes;
}

function part(clauses: string[], entities: Entities, order: { next: number }, peek: boolean) {
  const joined = clauses.join(" and ");
  const count = (joined.match(/\bxorder\b/g) ?? []).length;
  const orders = entities.orders.slice(order.next, order.next + count).map(({ name }) => name);
  if (!peek) order.next += count;
  const list = tokens(joined);
  const top = likeliest(list);
  return { list, top, orders, score: top?.score ?? 0, text: joined };
}

/** Clauses that say nothing by themselves go with the one before, or with the one after. */
function grouped(clauses: string[]): Part[] {
  const parts: Part[] = [];
  let waiting: string[] = [];
  let waitingText = "";
  for (const clause of clauses) {
    const list = tokens(clause);
    const top = likeliest(list);
    if (top && top.score >= OWN_REQUEST) {
      parts.push(better({ list, top, text: joinedText(waitingText, clause) }, [...waiting, ...list]));
      waiting = [];
      waitingText = "";
    } else {
      const last = parts.at(-1);
      const longer = last && better(last, [...last.list, ...list]);
      if (last) last.text = joinedText(last.text, clause);
      if (last && longer && longer !== last) parts[parts.length - 1] = { ...longer, text: last.text };
      else {
        waiting = [...waiting, ...list];
        waitingText = joinedText(waitingText, clause);
      }
    }
  }
  if (waiting.length > 0) {
    const top = likeliest(waiting);
    parts.push({ list: waiting, top, text: waitingText });
  }
  return parts;
}

function joinedText(before: string, clause: string): string {
  return before === "" ? clause.trim() : `${before} and ${clause.trim()}`;
}

function better(now: Part, longer: string[]): Part {
  if (longer.length === now.list.length) return now;
  const top = likeliest(longer);
  return (top?.score ?? 0) > (now.top?.score ?? 0) ? { ...now, list: longer, top } : now;
}

function assign(wishes: Wish[], parts: Part[], orders: string[]): void {
  const counts = parts.map(({ list }) => list.filter((token) => token === "xorder").length);
  if (counts.some((count) => count === 0) || counts.reduce((a, b) => a + b, 0) !== orders.length) return;
  let at = 0;
  wishes.forEach((wish, index) => {
    const count = counts[index] ?? 0;
    wish.orders = orders.slice(at, at + count);
    at += count;
  });
}
