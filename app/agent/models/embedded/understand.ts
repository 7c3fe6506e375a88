import { wishesIn } from "./clauses.ts";
import { findEntities, type Entities } from "./entities.ts";
import type { Intent } from "./intents.ts";
import { foreignLanguage, type ForeignLanguage } from "./languages.ts";
import { words } from "./normalize.ts";
import { findPick, type Pick } from "./pick.ts";
import { COURTESY, FILLER, settle, UPSET } from "./settle.ts";

/** One thing the shopper wants, and the part of the message that says so. */
export type Wish = {
  intent: Intent;
  score: number;
  like: string;
  orders: string[];
  pick: Pick | null;
  tokens: string[];
  /** The part of the message that says it, with details masked; empty when it is not from a message. */
  text: string;
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
/** What one message of a shopper means by itself, without what was said before. A pure function of the text. */
export function understand(text: string): Understanding {
  const entities = findEntities(text);
  const pasted = looksPasted(text);
  const order = { next: 0 };
  const found = sentences(entities.masked).flatMap((sentence) => wishesIn(sentence, entities, order, pasted));
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
      text: "",
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
function shouts(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  return (
    letters.length >= 12 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() && /!/.test(text)
  );
}
