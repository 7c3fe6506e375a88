import { findEntities, type Entities } from "./entities.ts";
import { match, tokens, type Intent, type Match } from "./intents.ts";
import { foreignLanguage, type ForeignLanguage } from "./languages.ts";
import { words } from "./normalize.ts";
import { findPick, type Pick } from "./pick.ts";

/** One thing the shopper wants, and the part of the message that says so. */
export type Wish = {
  intent: Intent;
  score: number;
  like: string;
  orders: string[];
  pick: Pick | null;
  tokens: string[];
};

export type Understanding = {
  wishes: Wish[];
  entities: Entities;
  language: ForeignLanguage | null;
  pick: Pick | null;
  /** Angry or rude; the words themselves are no request when there is another one. */
  upset: boolean;
  /** There are words, and none of them meant anything here. */
  unclear: boolean;
  /** All words of the message, for finding items in an order. */
  words: string[];
};

/** Below this, a text is like no example. */
export const UNDERSTOOD = 0.5;
/** Down to here it still counts when it has the telling word and no other intent comes near. */
const HALF_UNDERSTOOD = 0.38;
const CLEAR_LEAD = 0.08;
/** From here on a part of a sentence is a request of its own. */
const OWN_REQUEST = 0.58;
/** A pasted confirmation holds many words that look like requests. */
const PASTED = 0.8;

const COURTESY: ReadonlySet<Intent> = new Set([
  "greeting",
  "thanks",
  "goodbye",
  "how_are_you",
  "affirm",
  "deny",
  "wait",
]);
/** Said beside a request they add nothing to do. */
const FILLER: ReadonlySet<Intent> = new Set([
  "capabilities",
  "affirm",
  "deny",
  "how_are_you",
  "wait",
  "repeat",
  "off_topic",
  "no_details",
  "complaint",
  "abuse",
  "not_right",
]);
const UPSET: ReadonlySet<Intent> = new Set(["complaint", "abuse", "serious"]);
/** The first says all that the others do. */
const SAYS_MORE: readonly (readonly [Intent, readonly Intent[]])[] = [
  ["not_received", ["order_late", "order_status", "lost", "missing_item", "no_details", "wrong_item"]],
  ["lost", ["order_late"]],
  ["order_late", ["order_status"]],
  ["refund_status", ["order_late", "refund_request"]],
  ["order_list", ["order_status"]],
  ["order_tracking", ["item_lookup"]],
  ["order_status", ["order_date"]],
  ["damaged", ["product_question", "return_policy"]],
  ["wrong_item", ["item_lookup", "product_question"]],
  ["missing_item", ["item_lookup"]],
  ["other_parcel", ["item_lookup", "order_status"]],
];

/** What one message of a shopper means by itself, without what was said before. A pure function of the text. */
export function understand(text: string): Understanding {
  const entities = findEntities(text);
  const pasted = looksPasted(text);
  const order = { next: 0 };
  const found = sentences(entities.masked).flatMap((sentence) => wishesOf(sentence, entities, order, pasted));
  const all = words(entities.masked);
  const asks = found.some(({ score, intent }) => score >= 0.75 && !COURTESY.has(intent));
  const language = asks ? null : foreignLanguage(text.slice(0, 2_000));
  const pick = findPick(all);
  // "2" and "the second one" choose among what was shown.
  const wishes = language || (pick !== null && choosesOnly(found)) ? [] : settle(found);
  const meaningful = all.some((word) => !/^x[a-z]{4,}$/.test(word) && /\p{L}{2}/u.test(word));
  if (
    entities.trackings.length > 0 &&
    !language &&
    !wishes.some(({ intent }) => !COURTESY.has(intent) && !FILLER.has(intent))
  )
    wishes.push({
      intent: "order_tracking",
      score: 1,
      like: "{tracking}",
      orders: [],
      pick: null,
      tokens: ["xtracking"],
    });
  return {
    wishes: settle(wishes),
    entities,
    language,
    pick,
    upset: found.some(({ intent }) => UPSET.has(intent)) || shouts(text),
    unclear: wishes.length === 0 && language === null && pick === null && (meaningful || all.length === 0),
    words: all,
  };
}

function choosesOnly(found: Wish[]): boolean {
  const [only, another] = found;
  return (
    only !== undefined &&
    another === undefined &&
    only.tokens.length <= 3 &&
    (only.tokens.length <= 1 || only.score < 0.75)
  );
}

function looksPasted(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "").length;
  return (
    lines >= 6 ||
    /\b(?:subtotal|order summary|billing address|thank you for your (?:order|purchase)|order confirmed|unsubscribe|view your order)\b/i.test(
      text,
    )
  );
}

/** Abbreviations end no sentence. */
function sentences(masked: string): string[] {
  return masked
    .replace(/\b(no|nr|num|mr|mrs|ms|dr|st|vs|approx|ca|e\.g|i\.e)\./gi, "$1 ")
    .split(/[.?!;\n\u3002\uff1f\uff01]+|\s-\s/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
    .slice(0, 60);
}

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

type Part = { list: string[]; top: Match | null };

function wishesOf(sentence: string, entities: Entities, order: { next: number }, pasted: boolean): Wish[] {
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
  const chosen = useParts ? own.map(({ list, top }) => ({ list, top })) : [{ list: whole.list, top: whole.top }];
  const wishes = chosen.flatMap(({ list, top }) =>
    top && top.score >= least && !givesDetails(list) && !(pasted && COURTESY.has(top.intent))
      ? [
          {
            intent: top.intent,
            score: top.score,
            like: top.like,
            orders: whole.orders,
            pick: findPick(words(sentence)),
            tokens: list,
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
  return { list, top, orders, score: top?.score ?? 0 };
}

/** Clauses that say nothing by themselves go with the one before, or with the one after. */
function grouped(clauses: string[]): Part[] {
  const parts: Part[] = [];
  let waiting: string[] = [];
  for (const clause of clauses) {
    const list = tokens(clause);
    const top = likeliest(list);
    if (top && top.score >= OWN_REQUEST) {
      parts.push(better({ list, top }, [...waiting, ...list]));
      waiting = [];
    } else {
      const last = parts.at(-1);
      const longer = last && better(last, [...last.list, ...list]);
      if (last && longer && longer !== last) parts[parts.length - 1] = longer;
      else waiting = [...waiting, ...list];
    }
  }
  if (waiting.length > 0) {
    const top = likeliest(waiting);
    parts.push({ list: waiting, top });
  }
  return parts;
}

function better(now: Part, longer: string[]): Part {
  if (longer.length === now.list.length) return now;
  const top = likeliest(longer);
  return (top?.score ?? 0) > (now.top?.score ?? 0) ? { list: longer, top } : now;
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

function settle(found: Wish[]): Wish[] {
  const byIntent = new Map<Intent, Wish>();
  for (const wish of found) {
    const before = byIntent.get(wish.intent);
    if (before)
      byIntent.set(wish.intent, {
        ...before,
        orders: [...new Set([...before.orders, ...wish.orders])],
        pick: before.pick ?? wish.pick,
      });
    else byIntent.set(wish.intent, wish);
  }
  // "my zip code is 90210" beside a request tells where the shopper lives.
  const address = byIntent.get("change_address");
  if (address && byIntent.size > 1 && address.score < PASTED && address.tokens.includes("xaddress"))
    byIntent.delete("change_address");
  const present = new Set(byIntent.keys());
  for (const [more, less] of SAYS_MORE) if (present.has(more)) for (const intent of less) byIntent.delete(intent);
  const real = [...byIntent.keys()].some((intent) => !FILLER.has(intent) && !COURTESY.has(intent));
  if (real) {
    for (const intent of FILLER) byIntent.delete(intent);
    for (const intent of COURTESY) if ((byIntent.get(intent)?.score ?? 1) < OWN_REQUEST) byIntent.delete(intent);
  }
  return [...byIntent.values()];
}

function shouts(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  return (
    letters.length >= 12 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() && /!/.test(text)
  );
}
