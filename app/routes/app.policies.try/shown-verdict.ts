import { resolutionTexts } from "../../components/resolution.texts.ts";
import { formatMoney } from "../../orders/money.ts";
import type { Explanation } from "../../policy/explain.ts";
import type { MoneyPair } from "../../policy/money-pair.ts";
import type { PricedOption, Verdict } from "../../policy/verdict.ts";
import { texts } from "./texts.ts";

export type ShownOption = { title: string; worth: string; approval: boolean; notes: string[] };
export type ShownRule = Explanation["rules"][number];

/** A verdict in words, made on the server. */
export type ShownVerdict = {
  verdict: Verdict["kind"];
  shopper: string;
  merchant: string;
  until: { at: string; words: string } | null;
  options: ShownOption[];
  /** The options are what else there is, beside what was refused. */
  areAlternatives: boolean;
  rules: ShownRule[];
};

/** @param when words for an instant by the shop's clock */
export function shownVerdict(
  { verdict, rules }: Explanation,
  options: readonly PricedOption[],
  when: (iso: string) => string,
): ShownVerdict {
  const until = verdict.kind === "wait_until" ? verdict.until.toISOString() : null;
  return {
    verdict: verdict.kind,
    shopper: verdict.shopper,
    merchant: verdict.merchant,
    until: until === null ? null : { at: until, words: when(until) },
    options: options.map(shownOption),
    areAlternatives: verdict.kind === "deny",
    rules: [...rules],
  };
}

function shownOption(option: PricedOption): ShownOption {
  const { kind, portion, value, bonus, goods, restockingPercent, returnFee, destinations, difference, approval } =
    option;
  const words = texts.option;
  const minor = difference?.shop.minor ?? 0;
  return {
    title: `${resolutionTexts.kinds[kind]}${words.portion[portion.of]}`,
    worth: words.worth(money(value)),
    approval,
    notes: [
      ...(portion.of === "share" ? [words.share(portion.percent)] : []),
      ...(destinations.length > 0 ? [destinations.map((one) => words.destinations[one]).join(words.or)] : []),
      ...(bonus ? [words.bonus(money(bonus))] : []),
      ...(goods.comeBack ? [words.comeBack[goods.returnShipping]] : []),
      ...(restockingPercent > 0 ? [words.restocking(restockingPercent)] : []),
      ...(returnFee ? [words.fee(money(returnFee))] : []),
      ...(difference && minor > 0 ? [words.dearer(money(difference))] : []),
      ...(difference && minor < 0 ? [words.cheaper(money(negated(difference)))] : []),
    ],
  };
}

/** In the shop's currency, and in the shopper's where that is another one. */
function money({ shop, presentment }: MoneyPair): string {
  const own = formatMoney(shop, "en-US");
  return shop.currency === presentment.currency ? own : `${own} (${formatMoney(presentment, "en-US")})`;
}

function negated({ shop, presentment }: MoneyPair): MoneyPair {
  return { shop: { ...shop, minor: -shop.minor }, presentment: { ...presentment, minor: -presentment.minor } };
}
