import type { Case, ChosenItem } from "../case.ts";
import { hasId, hasTag } from "../case.ts";
import { REASONS_OF_CHANGE, REASONS_OF_TASTE } from "../policy.ts";
import { TEXTS } from "../texts.en.ts";
import { deny, escalate, pass } from "./rule.ts";
import type { Rule, Ruling } from "./rule.ts";

type Check = [id: string, about: string, applies: (item: ChosenItem, c: Case) => boolean, said: string];

const CHECKS: readonly Check[] = [
  ["gift_card", "Gift cards", ({ line }, { policy }) => policy.exclusions.giftCards && line.isGiftCard, "a gift card"],
  [
    "product",
    "Excluded products",
    ({ line }, { policy }) => line.productId !== null && hasId([line.productId], policy.exclusions.products),
    "an excluded product",
  ],
  [
    "product_tag",
    "Products with excluded tags",
    ({ line }, { policy }) => hasTag(line.productTags, policy.exclusions.productTags),
    "a product with an excluded tag",
  ],
  [
    "collection",
    "Products of excluded collections",
    ({ line }, { policy }) => hasId(line.collectionIds, policy.exclusions.collections),
    "a product of an excluded collection",
  ],
];

/** A change of mind about what is excluded is refused; that something went wrong with it is for a person, never refused. */
function excluded(c: Case, said: string): Ruling {
  return REASONS_OF_TASTE.has(c.reason)
    ? deny("excluded", TEXTS.excluded(said))
    : escalate("not_covered", TEXTS.excludedForPerson(said));
}

const concerns = (c: Case): boolean => !REASONS_OF_CHANGE.has(c.reason) && c.reason !== "late";

export const EXCLUSION_RULES: readonly Rule[] = [
  {
    id: "exclusions.country",
    about: "Excluded countries",
    judge: (c) => {
      if (!concerns(c)) return pass("exclusions are not about this reason");
      const { countryCode } = c.facts.order;
      return countryCode !== null && c.policy.exclusions.countries.includes(countryCode)
        ? excluded(c, `an order to ${countryCode}`)
        : pass("it does not go to an excluded country");
    },
  },
  ...CHECKS.map(([id, about, applies, said]): Rule => ({
    id: `exclusions.${id}`,
    about,
    judge: (c) => {
      if (!concerns(c)) return pass("exclusions are not about this reason");
      const item = c.items.find((candidate) => applies(candidate, c));
      return item ? excluded(c, `${item.line.title} is ${said}`) : pass(`no chosen item is ${said}`);
    },
  })),
  {
    id: "exclusions.final_sale",
    about: "Final sales",
    judge: (c) => {
      if (!REASONS_OF_TASTE.has(c.reason)) return pass("final sales matter to a change of mind only");
      const item = c.items.find(({ line }) => hasTag(line.productTags, c.policy.exclusions.finalSaleTags));
      return item ? deny("excluded", TEXTS.finalSale(item.line.title)) : pass("no chosen item was a final sale");
    },
  },
];
