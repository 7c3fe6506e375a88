import type { Teller } from "../orders/tell.ts";
import { combine } from "./facts/pairs.ts";
import type { PricedOption } from "../policy/verdict.ts";
import type { OptionTold } from "./tool-answers.ts";

/** An option for the model, in English: every amount in it leaves its evidence with the teller. */
export function optionTold(option: PricedOption, teller: Teller): OptionTold {
  const { kind, goods, destinations, approval } = option;
  return {
    kind,
    text: textOf(option, teller),
    approval,
    destinations: [...destinations],
    goodsComeBack: goods.comeBack,
  };
}

const SOURCE = "policy";

function textOf(option: PricedOption, teller: Teller): string {
  const { kind, goods } = option;
  const back = goods.comeBack ? `; the items go back first${PAYS[goods.returnShipping]}` : "";
  switch (kind) {
    case "refund":
    case "store_credit":
      return `${WHAT[option.portion.of]} ${moneyWords(option, teller)}${back}`;
    case "replacement":
      return `A replacement at no cost${back}`;
    case "exchange":
      return `An exchange for another variant${differenceWords(option, teller)}${back}`;
    case "return": {
      const fees = feeWords(option, teller);
      return `A return${PAYS[goods.returnShipping]}: ${moneyWords(option, teller)} when the items are back${fees}`;
    }
    case "cancel":
      return option.value.presentment.minor > 0
        ? `Cancelling the whole order, with ${moneyWords(option, teller)}`
        : "Cancelling the whole order";
    case "change_address":
      return "Another delivery address for the order";
    case "change_items":
      return `Fewer items, or another variant${differenceWords(option, teller)}`;
  }
}

const WHAT: Readonly<Record<PricedOption["portion"]["of"], string>> = {
  items: "A refund of",
  shipping: "The shipping back:",
  share: "A part of the price back while the shopper keeps the items:",
};

const PAYS: Readonly<Record<PricedOption["goods"]["returnShipping"], string>> = {
  shop_label: " at the shop's cost",
  shopper: " at the shopper's own cost",
  none: "",
};

function moneyWords(option: PricedOption, teller: Teller): string {
  const { value, bonus, destinations } = option;
  const all = teller.money(value.presentment, SOURCE);
  const plain = bonus ? teller.money(combine(value, bonus, (a, b) => a - b).presentment, SOURCE) : all;
  const credit = destinations.includes("store_credit");
  const payment = destinations.includes("original_payment");
  if (credit && payment)
    return `${plain} to the original payment method or ${all} as store credit, as the shopper chooses`;
  return credit ? `${all} as store credit` : `${plain} to the original payment method`;
}

function feeWords({ restockingPercent, returnFee }: PricedOption, teller: Teller): string {
  const fees = [
    ...(restockingPercent > 0 ? [`a restocking fee of ${restockingPercent}%`] : []),
    ...(returnFee ? [`a return fee of ${teller.money(returnFee.presentment, SOURCE)}`] : []),
  ];
  return fees.length > 0 ? ` (${fees.join(" and ")} is taken off already)` : "";
}

function differenceWords({ difference }: PricedOption, teller: Teller): string {
  const minor = difference?.presentment.minor ?? 0;
  if (!difference || minor === 0) return "";
  if (minor > 0) return "; the shop bears what it costs more";
  const back = { minor: -minor, currency: difference.presentment.currency };
  return `; ${teller.money(back, SOURCE)} go back because it costs less`;
}
