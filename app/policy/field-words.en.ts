import { formatMoney } from "../orders/money.ts";
import type { ResolutionKind } from "./kinds.ts";
import type { Offer, Policy, ReasonPolicy } from "./policy.ts";
import { list, plural } from "./words.en.ts";

/** Values of a policy's fields as the merchant reads them. Amounts are in the policy's own currency. */
const KIND_WORDS: Readonly<Record<ResolutionKind, string>> = {
  refund: "refund",
  store_credit: "store credit",
  replacement: "replacement",
  return: "return",
  exchange: "exchange",
  cancel: "cancellation",
  change_address: "address change",
  change_items: "item change",
};

export function offerWords({ kind, portion, lateByWorkingDays }: Offer): string {
  const of = portion.of === "shipping" ? " of shipping" : portion.of === "share" ? ` of ${portion.percent}%` : "";
  const late = lateByWorkingDays > 0 ? ` (from ${plural(lateByWorkingDays, "working day")} late)` : "";
  return `${KIND_WORDS[kind]}${of}${late}`;
}

export function amountWords(minor: number, { currency }: Pick<Policy, "currency">): string {
  return formatMoney({ minor, currency }, "en");
}

export const upTo = (minor: number | null, policy: Policy): string =>
  minor === null ? "any amount" : `up to ${amountWords(minor, policy)}`;

export const above = (minor: number | null, policy: Policy): string =>
  minor === null ? "never" : `above ${amountWords(minor, policy)}`;

export function photoWords(photo: ReasonPolicy["photo"], policy: Policy): string {
  return typeof photo === "object" ? above(photo.above, policy) : photo;
}

export const offersWords = (offers: readonly Offer[]): string =>
  offers.length === 0 ? "nothing" : offers.map(offerWords).join(", then ");

export const yesNo = (value: boolean): string => (value ? "yes" : "no");

export const DESTINATIONS: Readonly<Record<Policy["refunds"]["destination"], string>> = {
  original_payment: "where it was paid from",
  store_credit: "store credit",
  shopper_chooses: "the shopper chooses",
};

/** Few names in full, many by the first of them and their number: a list may hold thousands. */
export function namesWords(names: readonly string[], joint: "and" | "or" = "and", most = 5): string {
  const quoted = names.slice(0, most).map((name) => `“${name}”`);
  return names.length <= most ? list(quoted, joint) : list([...quoted, `${names.length - most} more`], joint);
}
