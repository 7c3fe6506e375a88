import type { Turn } from "./conversation.ts";
import { orderKey } from "./entities.ts";
import { kindOf } from "./intent-kinds.ts";
import type { Intent } from "./intents.ts";
import { itemsSpokenOf } from "./items.ts";
import { agreesIn } from "./languages.ts";
import type { Memory } from "./memory.ts";
import { namedOrders } from "./targets.ts";
import type { Wish } from "./understand.ts";

const wish = (intent: Intent): Wish => ({ intent, score: 1, like: "", orders: [], pick: null, tokens: [], text: "" });

/** How people take up "please try again in a few minutes". */
const TRY_AGAIN = /\b(?:again|retry|now|yet|back|working|works|still)\b/i;

/** "Is it back now?", after a shop that did not answer, is hardly about taking anything back. */
const SURE = 0.7;

/** What is wanted now: what the message says, or what was left open and can go on with the details it brings. */
export function wishesOf(turn: Turn, memory: Memory): { wishes: Wish[]; resumed: boolean; giveUp: boolean } {
  const { meant } = turn;
  const social = meant.wishes.filter(({ intent }) => kindOf(intent) === "social");
  const own = meant.wishes.filter(({ intent }) => kindOf(intent) !== "social" && intent !== "same_for");
  const says = (intent: Intent) => meant.wishes.some((one) => one.intent === intent);
  const named = namedOrders(turn, memory);
  if (meant.language) {
    if (meant.language.asksForPerson || (meant.language.agrees && memory.offered)) return fresh([wish("ask_person")]);
    if (named.length === 0 && meant.entities.emails.length === 0) return fresh([]);
  }
  if (agreesToForeignOffer(turn, memory)) return fresh([wish("ask_person")]);
  if (
    memory.silent &&
    memory.open.wishes.length > 0 &&
    TRY_AGAIN.test(turn.said) &&
    own.every(({ score }) => score < SURE) &&
    !says("thanks") &&
    !says("goodbye")
  )
    return { wishes: memory.open.wishes, resumed: true, giveUp: false };
  if (own.length > 0) return fresh([...own, ...social]);
  if (says("affirm") && memory.offered) return fresh([wish("ask_person")]);
  const open = memory.open.wishes;
  const mayPick = meant.pick !== null && (memory.list !== null || memory.focus.length > 0 || meant.pick.of !== "any");
  const dated = memory.list !== null && meant.entities.dates.length > 0;
  if (named.length > 0 || meant.entities.emails.length > 0 || mayPick || dated || says("same_for")) {
    const parcel = meant.pick?.of === "parcel" ? [wish("other_parcel")] : null;
    const before =
      open.length > 0 ? open : (parcel ?? (memory.lastWishes.length > 0 ? memory.lastWishes : [wish("order_status")]));
    return {
      wishes: [...before, ...social.filter(({ intent }) => intent !== "no_details")],
      resumed: true,
      giveUp: false,
    };
  }
  if (
    open.some(({ intent }) => kindOf(intent) === "problem") &&
    memory.asked &&
    !says("wait") &&
    !says("why_details") &&
    (says("no_details") || says("deny"))
  )
    return { wishes: open, resumed: true, giveUp: true };
  if (meant.unclear) {
    const facts = memory.focus.map((name) => memory.facts.get(orderKey(name))?.facts).find((one) => one !== undefined);
    if (facts && itemsSpokenOf(meant.words, facts).length > 0) return fresh([wish("item_lookup")]);
  }
  return fresh(social);
}

export function agreesToForeignOffer(turn: Turn, memory: Memory): boolean {
  return memory.language !== null && memory.offered && agreesIn(memory.language.code, turn.said);
}

function fresh(wishes: Wish[]) {
  return { wishes, resumed: false, giveUp: false };
}
