import type { RequestReason, ResolutionKind } from "../../../../policy/kinds.ts";
import { join, OFFER, sentence } from "../wording.ts";
import { findAddress } from "./addresses.ts";
import type { Case } from "./case.ts";
import { itemOf, nextStep, optionFor, type Ask } from "./next-step.ts";
import type { DeskState } from "./flow.ts";
import type { Desk } from "./replay.ts";
import type { Told } from "./told.ts";

const MOST_LINES = 12;

const SORRY: Partial<Record<RequestReason, string>> = {
  damaged: "I'm sorry it didn't arrive in one piece.",
  defective: "I'm sorry it doesn't work as it should.",
  wrong_item: "I'm sorry, that isn't what you should have received.",
  missing_item: "I'm sorry something was missing.",
  lost: "I'm sorry about your parcel.",
  not_received: "I'm sorry, that's worrying when it's marked as delivered.",
  late: "I'm sorry you're still waiting.",
};
const TOPIC: Readonly<Record<RequestReason, string>> = {
  wrong_item: "the wrong item",
  missing_item: "the missing item",
  damaged: "the damaged item",
  defective: "the faulty item",
  lost: "the lost parcel",
  not_received: "the missing delivery",
  late: "the delay",
  changed_mind: "the return",
  wrong_size: "the exchange",
  cancel: "the cancellation",
  change_address: "the new address",
  change_items: "the change to the order",
};
const KIND: Readonly<Record<ResolutionKind, string>> = {
  refund: "a refund",
  store_credit: "store credit",
  replacement: "a replacement",
  return: "a return",
  exchange: "an exchange",
  cancel: "a cancellation",
  change_address: "a new address",
  change_items: "a change to the order",
};

const ASK_REASON =
  "What happened with it? For example: it arrived damaged, it doesn't work, something is wrong or missing, it never arrived, or you changed your mind.";
/**
 * What is said of a card, by how it is confirmed: on it, or where no card can be shown by a message of one word. That one
 * counts only right after what was written out.
 */
const CONFIRMING = {
  button: {
    press:
      "To go ahead, please press the button on the card: only you can confirm it, and nothing happens before that.",
    declined: 'All right. Please press "No, thanks" on the card, and tell me if you\'d like something else instead.',
    check: "Please check the card and press its button to confirm:",
    notYet: "It isn't confirmed yet: please check the card and press its button. Nothing happens before that.",
  },
  word: {
    press: "It waits for your yes. Shall I write it out again, so that you can confirm it?",
    declined: "All right, nothing happens. Tell me if you'd like something else instead.",
    check: 'Please check what I wrote above, and answer with just "yes" to confirm:',
    notYet: "It isn't confirmed yet, and nothing has happened. Shall I write it out again, so that you can confirm it?",
  },
} as const;
const DROPPED = "No problem, everything stays as it is. I'm here if you need anything else.";
const AGAIN = "Sorry, I didn't get that.";
const ADD_MORE = `I can't add more of an item to an order that was placed; that would be a new order. ${OFFER}`;

/** All that the desk says in a turn, as paragraphs. */
export function deskWords(desk: Desk, { spoken, proposed, reasonless, forPerson }: DeskState): string[] {
  const { heard } = desk;
  if (heard?.what === "press" && !proposed.includes(heard.one)) return [confirming(heard.one).press];
  if (heard?.what === "decline") return [confirming(heard.one).declined];
  if (heard?.what === "dropped") return [DROPPED];
  const said: string[] = [];
  let asked = false;
  for (const one of spoken) {
    if (forPerson.includes(one)) continue;
    const step = nextStep(one);
    const lead = spoken.length > 1 && !asked ? `**${one.order}**, ${TOPIC[one.reason]}:` : "";
    if (step.do === "confirm" && proposed.includes(one)) said.push(cardWords(one));
    else if (step.do === "confirm") said.push(confirming(one).press);
    else if (step.do === "tell") said.push(join(lead, tellWords(one, step.what)));
    else if (step.do === "ask" && !asked) {
      asked = true;
      said.push(join(lead, one.misses > 0 ? AGAIN : "", askWords(one, step.ask)));
    } else if (step.do === "ask" || step.do === "propose" || step.do === "options")
      said.push(`After that we'll go on with ${TOPIC[one.reason]} (**${one.order}**).`);
  }
  if (reasonless) said.push(ASK_REASON);
  return said;
}

/** What became of a card; where there is no news, that it waits. */
export function newsWords({ news, cases }: Desk): string {
  const text = news.at(-1)?.text;
  return text === undefined ? confirming(cases.findLast(({ proposal }) => proposal !== null)).notYet : sentence(text);
}

function confirming(one: Case | undefined): (typeof CONFIRMING)["button" | "word"] {
  return CONFIRMING[one?.proposal?.confirmWith ?? "button"];
}

/** What a shopper reads before anything is known: that it will be looked into. */
function sorryFor(reason: RequestReason): string {
  return SORRY[reason] ?? "";
}

export function topicOf(one: Case): string {
  return TOPIC[one.reason];
}

function cardWords(one: Case): string {
  const { proposal } = one;
  const { check, press } = confirming(one);
  if (!proposal) return press;
  return join(
    `${check} ${sentence(forShopper(proposal.summary))}`,
    proposal.approval ? "After that, a person from our team has to approve it." : "",
    "Nothing happens before you confirm.",
  );
}

function tellWords(one: Case, what: "wait" | "deny" | "more"): string {
  const { told } = one;
  if (what === "more" || !told) return ADD_MORE;
  const said = sentence(told.sentence);
  if (what === "deny" && told.options.length > 0)
    return join(said, `What I can offer is:\n\n${listOf(told)}\n\nWould you like that?`);
  return join(said, OFFER);
}

function askWords(one: Case, ask: Ask): string {
  const { told } = one;
  if (!told) return "";
  switch (ask) {
    case "items":
      return join(
        sorry(one),
        `Which of these is it about?\n\n${itemLines(told)}\n\nJust send me the numbers or names, and how many of each.`,
      );
    case "evidence":
      return evidenceWords(one, told);
    case "option":
      return optionWords(one, told);
    case "destination":
      return join(
        sorry(one),
        destinationText(told, one),
        "Would you like it back to your original payment method, or as store credit?",
      );
    case "variant":
      return `Which one would you like instead?\n\n${numbered(itemOf(told)?.otherVariants ?? [])}`;
    case "change":
      return "What would you like to change: how many there should be, or another size or color?";
    case "address":
      return addressWords(one);
  }
}

function sorry({ reason, told, misses }: Case): string {
  return misses > 0 || /\bsorry\b/i.test(told?.sentence ?? "") ? "" : sorryFor(reason);
}

function evidenceWords({ photo, told }: Case, { needs, sentence: said }: Told): string {
  const wanted = needs.photo && !photo;
  const how = wanted ? "You can attach it to your next message." : "Please tell me in a few words what is wrong.";
  return told && said !== "" ? join(sentence(said), wanted ? how : "") : how;
}

function optionWords(one: Case, told: Told): string {
  const { options } = told;
  const wanted = one.wants.filter((want) => optionFor(want, options) === null).map((want) => KIND[want]);
  const cannot = wanted.length > 0 ? `I can't offer ${wanted.join(" or ")} for this.` : "";
  const lead = cannot ? "This is what I can offer:" : "Here's what I can offer:";
  const end = options.length === 1 ? "Would you like that?" : "Which would you like?";
  return join(sorry(one), cannot, `${lead}\n\n${listOf(told)}\n\n${end}`);
}

/** The address is asked for once as a whole, and then for what is missing in it. */
function addressWords({ addressText, refused }: Case): string {
  const { address1, city, zip } = findAddress(addressText);
  if (/state or province/i.test(refused))
    return "Which state or province is that in? Please send me its two-letter code.";
  if (/same country/i.test(refused)) return `I can only change it to another address in the same country. ${OFFER}`;
  if (/has already/i.test(refused)) return "That is the address the order has already. What should the new one be?";
  if (/postal code/i.test(refused))
    return "The postal code doesn't look right. Could you send me the whole address again?";
  if (refused !== "") return "I couldn't read that address. Could you send me street and number, city and postal code?";
  if (address1 === null && city === null && zip === null)
    return "What's the new address? Please send me the street and number, city, postal code, and state or province if it has one.";
  if (address1 === null) return "Thanks. And the street and house number?";
  return "Thanks. And the city and postal code, with the state or province if it has one?";
}

function destinationText(told: Told, one: Case): string {
  const wanted = told.options.filter(({ kind }) => kind === one.taken || one.wants.includes(kind));
  const option = wanted[0] ?? (told.options.length === 1 ? told.options[0] : undefined);
  return option ? `I can offer you this: ${sentence(forShopper(option.text))}` : "";
}

function itemLines({ items }: Told): string {
  return items
    .slice(0, MOST_LINES)
    .map(({ number, title, variant, quantity }) => {
      const name = variant ? `${title} (${variant})` : title;
      return `${number}. ${quantity > 1 ? `${quantity} × ${name}` : name}`;
    })
    .join("\n");
}

function listOf({ options }: Told): string {
  return numbered(options.map(({ text }) => forShopper(text)));
}

function numbered(lines: readonly string[]): string {
  return lines
    .slice(0, MOST_LINES)
    .map((line, at) => `${at + 1}. ${line}`)
    .join("\n");
}

/** Options are told to a model about "the shopper"; here they are told to the shopper. */
function forShopper(text: string): string {
  return text
    .replace(/\bas the shopper chooses\b/g, "as you choose")
    .replace(/\bthe shopper keeps\b/g, "you keep")
    .replace(/\bthe shopper's\b/g, "your")
    .replace(/\bthe shopper\b/g, "you")
    .replace(/\bthe original payment method\b/g, "your original payment method");
}
