import { PHOTO } from "../../../transcript.ts";
import type { Turn } from "../conversation.ts";
import { orderKey } from "../entities.ts";
import { words } from "../normalize.ts";
import { findAddress, hasAddress, sameStreet } from "./addresses.ts";
import { proposalArguments, type Case } from "./case.ts";
import { changeIn } from "./change.ts";
import { chooseItems } from "./choose-items.ts";
import { itemOf, nextStep, optionFor, type Ask } from "./next-step.ts";
import { cardinal, placesNamed } from "./numbers.ts";
import { destinationIn, requestsIn, wantsIn, type Destination } from "./reasons.ts";
import type { Told, Units } from "./told.ts";
import { findVariant } from "./variants.ts";

/**
 * What a message is to a case: an answer to what was asked; a word about its card (`press`, `decline`); giving it up
 * (`dropped`); something that cannot be had or read (`again`, `cannot`); or nothing of the kind.
 */
export type Heard = "answer" | "again" | "press" | "decline" | "dropped" | "cannot" | null;

const YES =
  /^(?:(?:yes|yep|yeah|yup|ya|sure|ok|okay|k|fine|great|good|perfect|please|confirm(?:ed)?|agreed|correct|right|alright|absolutely|go ahead|do (?:it|that|this)|sounds good|that works|works for me|let['’]?s do (?:it|that)|i (?:confirm|accept|agree)|then|that['’]?s (?:right|fine|correct))[\s,.!]*)+$/i;
const NO =
  /^(?:(?:keep it|leave it|no|nope|nah|no thanks?|no thank you|don['’]?t|stop|wait|not (?:that|this|yet)|i['’]?ve changed my mind|i changed my mind|changed my mind|rather not)[\s,.!]*)+$/i;
const DROP =
  /\b(?:never ?mind|forget (?:it|about it)|leave it|drop it|doesn['’]?t matter|don['’]?t bother|no longer need)\b/i;
const CANNOT =
  /\b(?:(?:can['’]?t|cannot|can not|won['’]?t|unable to|don['’]?t want to|not able to)\b.{0,25}\b(?:photo|picture|image|pic|camera|attach|upload)\w*|(?:no|don['’]?t have (?:a|any)) (?:photo|picture|camera|image)\w*|thr[eo]w(?:n)? (?:it|them) (?:away|out))\b/i;

/** Takes what a message says about a case into it. */
export function hear(one: Case, turn: Turn, like: Case | null): Heard {
  const said = turn.said;
  const step = nextStep(one);
  const { told } = one;
  if (!told) return null;
  if (said.includes(PHOTO)) one.photo = true;
  const asked = step.do === "ask" ? step.ask : null;
  const other = turn.meant.entities.orders.some(
    ({ name, strength }) => strength === "named" && orderKey(name) !== orderKey(one.order),
  );
  if (other && asked !== "address") return null;
  const bare = said.replaceAll(PHOTO, " ").trim();
  if (step.do === "confirm") {
    if (YES.test(bare)) return "press";
    if (NO.test(bare) || DROP.test(bare)) return "decline";
    return changes(one, told, bare) ? "answer" : null;
  }
  if (step.do === "tell" && step.what === "wait") return null;
  if (step.do === "nothing" || step.do === "person") return null;
  if (asked !== null && (DROP.test(bare) || NO.test(bare))) {
    one.over = true;
    return "dropped";
  }
  if (asked !== "option" && asked !== "evidence" && speaksOfOther(one, turn)) return null;
  if (asked === "evidence") {
    if (CANNOT.test(bare)) {
      one.stuck = true;
      return "cannot";
    }
  }
  if (answers(one, told, asked ?? "option", bare, said.includes(PHOTO), like)) return "answer";
  // "Do you have it in purple?" is no question about other products here.
  if (asked !== "variant" || !turn.meant.wishes.some(({ intent }) => intent === "product_question")) return null;
  one.misses += 1;
  return "again";
}

/** A message with a reason of its own is another thing to put right, unless it only says the same again. */
function speaksOfOther(one: Case, turn: Turn): boolean {
  return requestsIn(turn.meant.wishes, turn.said).some(
    ({ reason, intent }) =>
      reason !== null &&
      reason !== one.reason &&
      !(SIMILAR.has(reason) && SIMILAR.has(one.reason)) &&
      turn.meant.wishes.some((wish) => wish.intent === intent && wish.score >= 0.7),
  );
}
const SIMILAR: ReadonlySet<string> = new Set(["damaged", "defective", "wrong_size", "change_items", "changed_mind"]);

function answers(one: Case, told: Told, asked: Ask, said: string, photo: boolean, like: Case | null): boolean {
  switch (asked) {
    case "items": {
      const asks = { listed: true, before: one.text, missing: one.reason === "missing_item" };
      const choice = chooseItems(said, told.items, asks);
      if (choice.kind !== "chosen") return false;
      one.items = choice.items;
      takeAlong(one, told, said);
      takeChangeAlong(one, told, said, choice.items);
      return true;
    }
    case "evidence": {
      const described = words(said).length >= 3;
      if (described) one.text = `${one.text}\n${said}`.trim();
      one.described ||= described;
      takeAlong(one, told, said);
      return photo || (told.needs.description && described);
    }
    case "option":
      return takeOption(one, told, said, like);
    case "destination":
      return takeDestination(one, said) || takeOption(one, told, said, null);
    case "variant": {
      const item = itemOf(told);
      const [place] = item ? placesNamed(said, item.otherVariants.length) : [];
      const found = item && place === undefined ? findVariant(said, item) : null;
      if (found?.kind === "one") one.variant = found.variant;
      else if (item && place !== undefined) one.variant = item.otherVariants[place - 1] ?? null;
      else return takeOption(one, told, said, null);
      return true;
    }
    case "change":
      return takeChange(one, told, said);
    case "address":
      return takeAddress(one, told, said);
  }
}

/** More than what was asked: "the lamp, and I'd like a refund to my card". */
function takeAlong(one: Case, told: Told, said: string): void {
  const wants = wantsIn(said);
  if (wants.length > 0) one.wants = wants;
  one.destination = destinationIn(said) ?? one.destination;
  const item = itemOf(told);
  const found = item ? findVariant(said, item) : null;
  if (one.reason === "wrong_size" && found?.kind === "one") one.variant = found.variant;
}

/** "Remove the sheet set" says both which item and what about it. */
function takeChangeAlong(one: Case, told: Told, said: string, [only, another]: Units[]): void {
  const item = told.items.find(({ number }) => number === only?.number);
  if (one.reason !== "change_items" || !only || !item || another) return;
  const found = findVariant(said, item);
  if (found.kind === "one") one.variant = found.variant;
  else {
    const { newQuantity, more } = changeIn(said, item, only.quantity);
    one.newQuantity = newQuantity;
    one.more = more;
  }
}

function takeOption(one: Case, told: Told, said: string, like: Case | null): boolean {
  const { options } = told;
  const wanted = new Set(wantsIn(said).flatMap((want) => optionFor(want, options) ?? []));
  const destination = destinationIn(said);
  const [place] = placesNamed(said, options.length);
  const same = like?.taken ?? like?.wants[0] ?? null;
  const [first, second] =
    wanted.size > 0
      ? [...wanted]
      : place !== undefined
        ? [options[place - 1]]
        : destination !== null
          ? options.filter(({ destinations }) => destinations.includes(destination))
          : /\bsame\b/i.test(said) && same !== null
            ? [optionFor(same, options)]
            : YES.test(said) && options.length === 1
              ? options
              : [];
  const item = itemOf(told);
  const found = item ? findVariant(said, item) : null;
  // Who names another variant wants to exchange it.
  const option = first ?? (found?.kind === "one" ? optionFor("exchange", options) : null);
  if (!option || second || (!first && option.kind !== "exchange")) return false;
  one.taken = option.kind;
  if (/\bsame\b/i.test(said) && like) one.destination ??= like.destination;
  if (destination !== null && option.destinations.includes(destination)) one.destination = destination;
  if (found?.kind === "one") one.variant = found.variant;
  return true;
}

const PLACES: readonly Destination[] = ["original_payment", "store_credit"];

function takeDestination(one: Case, said: string): boolean {
  const [place] = placesNamed(said, 2);
  const named =
    destinationIn(said) ??
    (/\b(?:credit|voucher)\b/i.test(said)
      ? "store_credit"
      : /\b(?:card|original|bank|money|cash|paypal|refund)\b/i.test(said)
        ? "original_payment"
        : null);
  const destination = named ?? (place === undefined ? null : (PLACES[place - 1] ?? null));
  if (destination !== null) one.destination = destination;
  return destination !== null;
}

function takeChange(one: Case, told: Told, said: string): boolean {
  const item = itemOf(told);
  if (!item) return false;
  const found = findVariant(said, item);
  if (found.kind === "one") {
    one.variant = found.variant;
    return true;
  }
  const { newQuantity, more } = changeIn(said, item, told.chosen[0]?.quantity ?? item.free);
  const bare =
    words(said)
      .map(cardinal)
      .find((number) => number !== null) ?? null;
  one.newQuantity = newQuantity ?? (bare !== null && bare < item.free ? bare : null);
  one.more = more || (bare !== null && bare > item.free);
  return one.newQuantity !== null || one.more;
}

function takeAddress(one: Case, told: Told, said: string): boolean {
  const number = sameStreet(said);
  if (number !== null && told.address !== null) {
    one.addressText = told.address.replace(/(?<![\p{L}\d])\d{1,5}[a-z]?(?![\p{L}\d])/iu, number);
    one.refused = "";
    return true;
  }
  const fresh = findAddress(said);
  const joined = fresh.address1 !== null && fresh.city !== null ? said : `${one.addressText}\n${said}`;
  const town =
    words(said).length <= 4 && findAddress(one.addressText).address1 !== null && /^\p{L}[\p{L}' .-]+$/u.test(said);
  if (!hasAddress(fresh) && !town) return false;
  one.addressText = joined;
  one.refused = "";
  return true;
}

/** With a card open, another wish makes another card. */
function changes(one: Case, told: Told, said: string): boolean {
  const before = JSON.stringify(proposalArguments(one, one.taken ?? told.options[0]?.kind ?? "refund"));
  const takenBefore = one.taken;
  if (one.reason === "change_address") {
    if (findAddress(said).address1 !== null) return takeAddress(one, told, said);
    return false;
  }
  const wanted = takeOption(one, told, said, null);
  if (!wanted && destinationIn(said) !== null) takeDestination(one, said);
  const item = itemOf(told);
  const found = item && (one.reason === "wrong_size" || one.reason === "change_items") ? findVariant(said, item) : null;
  if (found?.kind === "one") one.variant = found.variant;
  const list =
    told.items.length > 1 && told.chosen.length > 0
      ? chooseItems(said, told.items, { listed: false, before: "", missing: false })
      : null;
  if (list?.kind === "chosen" && found?.kind !== "one") one.items = list.items;
  const after = JSON.stringify(proposalArguments(one, one.taken ?? told.options[0]?.kind ?? "refund"));
  return before !== after || takenBefore !== one.taken || list?.kind === "chosen";
}
