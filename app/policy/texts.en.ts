import type { RequestReason, ResolutionKind } from "./kinds.ts";
import type { PricedOption } from "./verdict.ts";
import { choiceForMerchant, choiceForShopper, list, plural, REASON_WORDS } from "./words.en.ts";

/** What a rule that decides says: in a few words for the trail, and a sentence each for the shopper and the merchant. */
export type Sentences = { said: string; shopper: string; merchant: string };

/** For shoppers wherever a person takes over: it says that, and never why. */
export const PERSON = "I'd like someone from our team to look at this; I'll pass it on with everything you told me.";

function person(said: string, merchant = `A person decides: ${said}.`): Sentences {
  return { said, shopper: PERSON, merchant };
}

const CHANGES: Partial<Record<ResolutionKind, string>> = {
  cancel: "I can cancel the order for you.",
  change_address: "I can change the delivery address for you.",
  change_items: "I can change the items for you.",
};

/** What is changed before it is sent is not an offer: it is simply possible. */
function changeWords([only, ...rest]: readonly PricedOption[]): string | null {
  return only && rest.length === 0 ? (CHANGES[only.kind] ?? null) : null;
}

/** A verdict's words in English. Shoppers never read of limits, tags, other customers or why somebody is not trusted. */
export const TEXTS = {
  person,
  incomplete: () => person("not everything could be read", "Not everything about the order could be read."),
  otherCurrency: (currency: string) =>
    person("amounts are in another currency", `The policy counts in ${currency}, the order does not.`),
  otherItems: () => person("items that the order does not have", "Items were chosen that the order does not have."),
  noItems: () => person("no items are known", "It is not known which items it is about."),
  unknownPlace: (item: string) => person(`it is not known where ${item} is`, `It is not known where ${item} is.`),
  switchedOff: (reason: RequestReason) =>
    person("the policy leaves it to people", `The policy leaves ${REASON_WORDS[reason]} to people.`),
  orderCancelled: () => ({
    said: "the order was cancelled",
    shopper: "This order was cancelled, so there is nothing more to do about its items.",
    merchant: "The order was cancelled.",
  }),
  partOfOrder: () => person("only a part is to be cancelled", "The shopper wants to cancel a part of the order."),
  partClaimed: () =>
    person(
      "something is under way for a part of it",
      "Something else was done, or is under way, for a part of the order.",
    ),
  cancellationAsked: () => ({
    said: "a cancellation was asked for already",
    shopper: "A cancellation of this order has been asked for already; we'll tell you how it ends.",
    merchant: "A cancellation was asked for already.",
  }),
  carrierWaits: () =>
    person("the carrier has to be told the address", "The carrier waits for an address: somebody has to tell it."),
  tooLate: (reason: RequestReason, sent: boolean) => ({
    said: sent ? "it was sent" : "somebody is preparing it",
    shopper: `I'm sorry: it is too late for ${REASON_WORDS[reason]}, because the order ${sent ? "was already sent" : "is being prepared"}.`,
    merchant: `Too late for ${REASON_WORDS[reason]}: ${sent ? "it was sent" : "it is being prepared"}.`,
  }),
  partnerHasIt: () => person("a logistics partner has it", "A logistics partner has accepted it and has to be asked."),
  notEditable: () =>
    person("Shopify does not let its items be edited", "Shopify does not let the items of this order be edited."),
  perhapsTooLate: (reason: RequestReason) =>
    person(
      "it is not clear that it can still be changed",
      `It is not clear whether ${REASON_WORDS[reason]} is still possible.`,
    ),
  excludedForPerson: (said: string) => person(said, `Excluded from the policy: ${said}.`),
  excluded: (said: string) => ({
    said,
    shopper: "I'm sorry: this can't be returned or exchanged under the shop's terms.",
    merchant: `Excluded from the policy: ${said}.`,
  }),
  finalSale: (item: string) => ({
    said: `${item} was a final sale`,
    shopper: `I'm sorry: ${item} was a final sale and can't be returned or exchanged.`,
    merchant: `${item} was a final sale.`,
  }),
  notSoMany: (item: string, has: number, chosen: number) => ({
    said: `the order has ${has} of ${item}, not ${chosen}`,
    shopper: `This order doesn't have that many of ${item}.`,
    merchant: `More of ${item} was chosen than the order has.`,
  }),
  alreadyResolved: (item: string | null, free: number) => ({
    said: item === null ? "no unit is free" : `of ${item} only ${free} are free`,
    shopper: "Something was already done, or is being done, about these items, so I can't do it a second time.",
    merchant: "The chosen units were refunded, returned, replaced or claimed before.",
  }),
  orderMadeGood: (how: "refunded" | "replaced") => ({
    said: `the order was ${how}`,
    shopper: `This order was already ${how === "refunded" ? "refunded in full" : "replaced"}.`,
    merchant: `The order was ${how} as a whole.`,
  }),
  latenessMadeGood: () => ({
    said: "its lateness was made good before",
    shopper: "We already gave you something for the lateness of this order.",
    merchant: "The lateness of this order was made good before.",
  }),
  secondParcelInTrouble: (item: string) =>
    person("it is in another parcel that has a problem", `${item} is in another parcel, which has a problem.`),
  silentOnItsWay: () =>
    person(
      "it is on its way, later than it should be, and not known to be lost",
      "The shopper does not believe in it anymore, though the carrier has not lost it as far as is known.",
    ),
  nothingOffered: () => person("the policy offers nothing for this", "The policy offers nothing for this."),
  /** Goes on a refusal. */
  instead: (options: readonly PricedOption[]) => `Instead I can offer you ${choiceForShopper(options)}.`,
  allowed: (options: readonly PricedOption[]) => ({
    said: `on offer: ${choiceForMerchant(options)}`,
    shopper: changeWords(options) ?? `I can offer you ${choiceForShopper(options)}.`,
    merchant: `The policy allows ${choiceForMerchant(options)}.`,
  }),
  approval: (options: readonly PricedOption[]) => ({
    said: "each option needs a person's yes",
    shopper: `I can suggest ${choiceForShopper(options)}; someone from our team has a last look before it is done.`,
    merchant: `The policy allows ${choiceForMerchant(options)}, with a person's approval.`,
  }),
  evidence: (photo: boolean, description: boolean) => {
    const wanted = list(
      [...(photo ? ["a photo"] : []), ...(description ? ["a few words on what is wrong"] : [])],
      "and",
    );
    return {
      said: `asks for ${wanted}`,
      shopper: `I'm sorry about that. Please send me ${wanted}, so that I can put it right.`,
      merchant: `The policy asks for ${wanted} first.`,
    };
  },
  waiting: (date: string, reason: "lost" | "not_received" | "other", days: number) => ({
    said: `not before ${date}, after ${plural(days, "working day")}`,
    shopper:
      reason === "not_received"
        ? `Parcels marked as delivered often turn up with a neighbor or a day later. If it isn't there by ${date}, tell me and I'll put it right.`
        : `Let's give the carrier until ${date}. If it hasn't moved by then, tell me and I'll put it right.`,
    merchant: `The policy waits until ${date} (${plural(days, "working day")}).`,
  }),
  onItsWay: (date: string, promised: boolean) => ({
    said: promised ? `on its way and expected by ${date}` : `on its way; the waiting period ends on ${date}`,
    shopper: promised
      ? `It is on its way and expected by ${date}. If it isn't there by then, tell me and I'll look at it again.`
      : `The carrier still has it. If it hasn't arrived by ${date}, tell me and I'll look at it again.`,
    merchant: `The parcel is on its way and not lost; the shopper was asked to wait until ${date}.`,
  }),
  secondParcel: (item: string, date: string | null) => ({
    said: "the item is in another parcel or still to be sent",
    shopper: date
      ? `${item} comes separately and is expected by ${date}. If it isn't there by then, tell me and I'll look at it again.`
      : `${item} comes separately and isn't there yet, so it isn't missing as far as I can see.`,
    merchant: `${item} is not missing: it is in another parcel or still to be sent.`,
  }),
  notBorneOut: (reason: RequestReason, where: "not_sent" | "on_its_way" | "delivered", date: string | null) => ({
    said: `the order does not bear out ${REASON_WORDS[reason]}`,
    shopper: NOT_BORNE_OUT[where](reason, date),
    merchant: `What is known about the order does not bear out ${REASON_WORDS[reason]}.`,
  }),
  windowOver: (days: number, since: string) => ({
    said: `more than ${plural(days, "day")} since ${since}`,
    shopper: `I'm sorry: the time for this was ${plural(days, "day")}, counted from ${since}, and it is over.`,
    merchant: `More than ${plural(days, "day")} since ${since}.`,
  }),
  lateTooSoon: {
    said: "not late enough for what is on offer",
    shopper: "I'm sorry that it is late. I can't offer anything for that yet, but I can tell you where it is.",
    merchant: "It is not late enough for what the policy offers.",
  },
  offerLeft: {
    out_of_stock: {
      said: "nothing that can be sent is left on offer",
      shopper: "I'm sorry, the item can't be sent at the moment because it is out of stock.",
      merchant: "What was asked for is out of stock.",
    },
    nothing_left: {
      said: "nothing is left to give back",
      shopper: "As far as I can see there is nothing left on this order that could be given back.",
      merchant: "Nothing is left that payments allow to be given back.",
    },
    too_late_to_change: {
      said: "it is too late to cancel",
      shopper: "I'm sorry: it is too late to cancel it, because it is being prepared or was already sent.",
      merchant: "It is too late to cancel.",
    },
    not_offered: {
      said: "what is asked for is not on offer",
      shopper: "I can't offer that for this.",
      merchant: "The policy does not offer what was asked for.",
    },
  },
} as const;

const NOT_BORNE_OUT: Record<
  "not_sent" | "on_its_way" | "delivered",
  (reason: RequestReason, date: string | null) => string
> = {
  not_sent: (reason) =>
    reason === "late"
      ? "It isn't late: it is still within its usual time."
      : "It hasn't been sent yet, so I can't do this now. Tell me if something isn't right once it is there.",
  on_its_way: (reason, date) => {
    const due = date ? ` and expected by ${date}` : "";
    return reason === "late"
      ? `It is on its way${due}, so it isn't late as far as I can see.`
      : `It is still on its way${due}. Tell me if something isn't right once it is there.`;
  },
  delivered: (reason, date) => {
    const on = date ? ` on ${date}` : "";
    return reason === "lost"
      ? `It was reported as delivered${on}. If you don't have it, tell me that it never reached you.`
      : `It was delivered${on}, and I can't do this for it anymore.`;
  },
};
