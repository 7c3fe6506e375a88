import { formatMoney } from "../orders/money.ts";
import { minus } from "./amounts.ts";
import type { RequestReason } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";
import type { PricedOption } from "./verdict.ts";

/** Parts of a policy's sentences in English. */
export const REASON_WORDS: Readonly<Record<RequestReason, string>> = {
  wrong_item: "a wrong item",
  missing_item: "a missing item",
  damaged: "a damaged item",
  defective: "a defective item",
  lost: "a lost parcel",
  not_received: "an order that was not received",
  late: "a late order",
  changed_mind: "a change of mind",
  wrong_size: "a wrong size or color",
  cancel: "cancelling",
  change_address: "a new address",
  change_items: "other items",
};

const shopMoney = ({ shop }: MoneyPair): string => formatMoney(shop, "en");
const shownMoney = ({ presentment }: MoneyPair): string => formatMoney(presentment, "en");

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const dates = new Map<string, Intl.DateTimeFormat>();

/** "Wednesday 25 November", in the shop's time zone. */
export function dateWords(at: Date, timeZone: string): string {
  let format = dates.get(timeZone);
  if (!format) {
    const parts = { weekday: "long", day: "numeric", month: "long" } as const;
    try {
      format = new Intl.DateTimeFormat("en-GB", { ...parts, timeZone });
    } catch {
      format = new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: "UTC" });
    }
    dates.set(timeZone, format);
  }
  return format.format(at).replace(",", "");
}

export function list(words: readonly string[], joint: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1) ?? ""}`;
}

type Told = { money: (pair: MoneyPair) => string; keeps: string };
/** An option is told to the shopper in their currency, to the merchant in the shop's. */
const TO_SHOPPER: Told = { money: shownMoney, keeps: "you keep" };
const TO_MERCHANT: Told = { money: shopMoney, keeps: "the shopper keeps" };

/** An option as part of a sentence, with its amount. */
function optionWords(option: PricedOption, { money, keeps }: Told): string {
  const { kind, portion, value, bonus, destinations } = option;
  const plain = bonus ? minus(value, bonus) : value;
  const onlyCredit = destinations.length === 1 && destinations[0] === "store_credit";
  const both = bonus ? `${money(plain)} (${money(value)} as store credit)` : money(value);
  const amount = onlyCredit ? `${money(value)} in store credit` : both;
  switch (kind) {
    case "refund":
    case "store_credit": {
      const of = { items: "", shipping: " for shipping", share: ` while ${keeps} the items` }[portion.of];
      return onlyCredit ? `${amount}${of}` : `a refund of ${amount}${of}`;
    }
    case "replacement":
      return "a replacement";
    case "return":
      return `a return for ${amount}`;
    case "exchange":
      return "an exchange";
    case "cancel":
      return "cancelling the order";
    case "change_address":
      return "a new delivery address";
    case "change_items":
      return "a change of the items";
  }
}

const choice = (options: readonly PricedOption[], told: Told): string =>
  list(
    options.map((option) => optionWords(option, told)),
    "or",
  );

/** "a replacement or a refund of €20.00". */
export const choiceForShopper = (options: readonly PricedOption[]): string => choice(options, TO_SHOPPER);
export const choiceForMerchant = (options: readonly PricedOption[]): string => choice(options, TO_MERCHANT);
