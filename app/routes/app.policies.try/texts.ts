import { policyTexts } from "../../components/policies/policy.texts.ts";
import type { PricedOption } from "../../policy/verdict.ts";

const PORTIONS: Record<PricedOption["portion"]["of"], string> = {
  items: "",
  shipping: " of the shipping",
  share: " of a part of the price",
};
const COME_BACK: Record<PricedOption["goods"]["returnShipping"], string> = {
  shop_label: "The items come back at your cost.",
  shopper: "The items come back at the shopper’s cost.",
  none: "The items come back.",
};
const DESTINATIONS = { original_payment: "To the original payment", store_credit: "As store credit" };

/** All words of the page on which a policy is tried. */
export const texts = {
  title: "Try a policy",
  intro:
    "Ask a policy what it would say to a shopper about a real order. Nothing is offered, stored or changed: this is a dry run.",
  policies: "Policies",
  backtest: "Backtest",
  form: {
    heading: "Request",
    order: "Order number",
    orderHelp: "With or without #, for example 1001",
    policy: "Policy to ask",
    reason: "What the shopper says",
    items: "Items it is about",
    units: (title: string) => `Units of ${title}`,
    unitsHelp: (quantity: number, free: number) =>
      free === quantity ? `${quantity} ordered` : `${quantity} ordered, ${free} not made good yet`,
    wanted: "What they want",
    whatever: "Whatever is on offer",
    destination: "Where the money should go",
    open: "Not said",
    evidence: "What they gave",
    photo: "A photo",
    words: "A description",
    variant: "Variant wanted instead",
    variantHelp: (others: readonly string[]) =>
      others.length === 0 ? "For exchanges and item changes" : `For example ${others.slice(0, 4).join(", ")}`,
    find: "Find order",
    action: "Try",
  },
  loading: "Asking the policy",
  empty: {
    heading: "Which order?",
    text: "Type an order number. The order is read from Shopify at that moment, with everything a decision rests on.",
  },
  failed: {
    no_name: {
      heading: "That is no order number",
      text: (name: string) => `“${name}” cannot be the name of an order. Order numbers look like 1001 or #1001.`,
    },
    not_found: {
      heading: "No such order",
      text: (name: string) => `Your store has no order ${name}. It may have been deleted, or there may be a typo.`,
    },
    too_old: {
      heading: "No such order among the last 60 days",
      text: (name: string, oldest: string | null) =>
        `Either there is a typo, or ${name} was placed before ${oldest ?? "that"}: Wherewithal may not read older orders.`,
    },
    no_permission: {
      heading: "Wherewithal is missing a permission",
      text: (name: string) => `Shopify does not let it read order ${name}. Review the app’s permissions in Shopify.`,
    },
    unavailable: {
      heading: "Shopify did not answer",
      text: (name: string) => `Order ${name} could not be read just now. Nothing is wrong with the order itself.`,
    },
    no_policy: {
      heading: "There is no such policy",
      text: () => "It may have been published or discarded since. Choose another one.",
    },
    broken_policy: {
      heading: "This policy can no longer be read",
      text: () => "It was written for another version of the app. Choose another one.",
    },
  },
  again: "Try again",
  choose: {
    heading: "Choose the items",
    text: "With more than one item to choose from, the agent first asks which it is about.",
  },
  invalid: { heading: "The agent would ask again", text: (message: string) => message },
  verdict: {
    heading: "Verdict",
    kinds: policyTexts.verdicts,
    shopper: "What the agent may say",
    merchant: "For your team",
    until: (when: string) => `Until ${when}`,
    options: "Options, best first",
    alternatives: "What it would allow instead",
    noOptions: "None.",
    approval: "With approval",
    explained: (orderName: string) => `${orderName} explained`,
  },
  option: {
    portion: PORTIONS,
    destinations: DESTINATIONS,
    comeBack: COME_BACK,
    or: " or ",
    worth: (amount: string) => `Costs you at most ${amount}`,
    share: (percent: number) => `${percent}% of the items’ price, and the shopper keeps them.`,
    bonus: (amount: string) => `With ${amount} on top as store credit.`,
    restocking: (percent: number) => `${percent}% kept back for restocking.`,
    fee: (amount: string) => `${amount} taken off for return shipping.`,
    dearer: (amount: string) => `The new item costs ${amount} more, at your expense.`,
    cheaper: (amount: string) => `The new item costs less: ${amount} goes back.`,
  },
  card: {
    heading: "The card the shopper would get",
    best: "Drawn for the best option; the shopper may choose another.",
    address: "An example address in the same town stands in for the one the shopper would give.",
    none: "No card: nothing is offered yet.",
    why: {
      destination: "The agent first asks where the money should go. Choose it to see the card.",
      person: "Shopify’s own calculation differs, so a person takes over",
      done: "Something was already done about this, so nothing is offered.",
      unavailable: "Shopify did not answer while the card was drawn",
      invalid: "The agent would ask again",
    },
  },
  rules: {
    heading: "Rules, in the order in which they are asked",
    summary: (fired: number, all: number) => `${fired} of ${all} rules fired`,
  },
};
