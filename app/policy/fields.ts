import { REASONS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";
import type { PolicyArea } from "./areas.ts";
import { above, amountWords, DESTINATIONS, offersWords, photoWords, upTo, yesNo } from "./field-words.en.ts";
import type { Policy } from "./policy.ts";
import { plural } from "./words.en.ts";

/**
 * Every field of a policy with its label and its value in words, in the order in which they are read. `area` is null for
 * what is the whole policy's. Lists of names are compared name by name.
 */
export type PolicyField = { area: PolicyArea | null; label: string } & (
  { kind: "value"; show: (policy: Policy) => string } | { kind: "names"; names: (policy: Policy) => readonly string[] }
);

type Show = (policy: Policy) => string;
const value = (area: PolicyArea | null, label: string, show: Show): PolicyField => ({
  kind: "value",
  area,
  label,
  show,
});
const names = (area: PolicyArea, label: string, of: (policy: Policy) => readonly string[]): PolicyField => ({
  kind: "names",
  area,
  label,
  names: of,
});
const days = (count: number | null): string => (count === null ? "at any time" : `within ${plural(count, "day")}`);

/** An id's number says the same as its `gid://`. */
const idNumber = (id: string): string => id.replace(/^gid:\/\/shopify\/\w+\//i, "");

function ofReason(reason: RequestReason): PolicyField[] {
  const field = (label: string, show: (terms: Policy["reasons"][RequestReason], policy: Policy) => string) =>
    value(reason, label, (policy) => show(policy.reasons[reason], policy));
  return [
    field("Handled by the agent", ({ enabled }) => yesNo(enabled)),
    field("Offers", ({ offers }) => offersWords(offers)),
    field("Shoppers may ask", ({ windowDays }) => days(windowDays)),
    field("Waiting first", ({ waitWorkingDays }) => plural(waitWorkingDays, "working day")),
    field("Photo", ({ photo }, policy) => photoWords(photo, policy)),
    field("Description of what is wrong", ({ description }) => yesNo(description)),
    field("Without a person", ({ autoUpTo }, policy) => upTo(autoUpTo, policy)),
    field("With your approval", ({ approvalUpTo }, policy) => upTo(approvalUpTo, policy)),
    field("Items come back first", ({ goodsBackAbove }, policy) => above(goodsBackAbove, policy)),
  ];
}

export const POLICY_FIELDS: readonly PolicyField[] = [
  value(null, "Name", ({ name }) => `“${name}”`),
  value(null, "Currency", ({ currency }) => currency),
  ...REASONS.flatMap(ofReason),
  value("returns", "Way back of a change of mind is paid by", ({ returns }) =>
    returns.returnShipping === "shopper" ? "the shopper" : "you",
  ),
  value("returns", "Return fee", (policy) => amountWords(policy.returns.fee, policy)),
  value("returns", "Restocking fee", ({ returns }) => `${returns.restockingPercent}%`),
  value("returns", "Return label", ({ returns }) => returns.labelUrl ?? "none"),
  value("returns", "Instructions for returns", ({ returns: { instructions } }) =>
    instructions === "" ? "none" : `“${instructions}”`,
  ),
  value("returns", "Exchanges for another product", ({ exchanges }) => yesNo(!exchanges.sameProductOnly)),
  value("returns", "Difference you bear in an exchange", (policy) => upTo(policy.exchanges.absorbUpTo, policy)),
  value("returns", "Where the new item costs less, the rest is given back as", ({ exchanges }) =>
    exchanges.cheaper === "store_credit" ? "store credit" : "money",
  ),
  value("returns", "When a replacement is out of stock", ({ stock }) =>
    stock.outOfStock === "refund" ? "a refund instead" : "only what else is on offer",
  ),
  value("refunds", "Money goes to", ({ refunds }) => DESTINATIONS[refunds.destination]),
  value("refunds", "On top as store credit", ({ refunds }) => `${refunds.storeCreditBonusPercent}%`),
  value("limits", "Limits count the last", ({ customerLimit }) => plural(customerLimit.days, "day")),
  value("limits", "Times for one customer", ({ customerLimit: { count } }) =>
    count === null ? "any number" : `at most ${count}`,
  ),
  value("limits", "Amount for one customer", (policy) => upTo(policy.customerLimit.amount, policy)),
  value("exclusions", "Gift cards are left out", ({ exclusions }) => yesNo(exclusions.giftCards)),
  names("exclusions", "Products left out", ({ exclusions }) => exclusions.products.map(idNumber)),
  names("exclusions", "Tags of products left out", ({ exclusions }) => exclusions.productTags),
  names("exclusions", "Collections left out", ({ exclusions }) => exclusions.collections.map(idNumber)),
  names("exclusions", "Countries left out", ({ exclusions }) => exclusions.countries),
  names("exclusions", "Tags of final sales", ({ exclusions }) => exclusions.finalSaleTags),
  names("vip", "Tags of valued customers", ({ vip }) => vip.customerTags),
  value("vip", "Their limits without a person", ({ vip }) => `${vip.autoLimitPercent}% of everybody’s`),
  value("vip", "Longer to ask", ({ vip }) => plural(vip.extraWindowDays, "day")),
  value("vip", "No photos from them", ({ vip }) => yesNo(vip.skipPhoto)),
  value("never", "Orders with a high risk of fraud go to a person", ({ neverAutomate }) =>
    yesNo(neverAutomate.highRisk),
  ),
  value("never", "Test orders go to a person", ({ neverAutomate }) => yesNo(neverAutomate.testOrders)),
  value("never", "Orders go to a person by their total", (policy) =>
    above(policy.neverAutomate.orderTotalAbove, policy),
  ),
  names("never", "Tags of orders for a person", ({ neverAutomate }) => neverAutomate.orderTags),
  names("never", "Tags of customers for a person", ({ neverAutomate }) => neverAutomate.customerTags),
  value("never", "Before a change, a logistics partner who has the order", ({ changes }) =>
    changes.withPartner === "ask_partner" ? "is asked" : "is left to a person",
  ),
];
