import { inBoth, isSomething, least, minus, plus, share, zero } from "./amounts.ts";
import type { Case } from "./case.ts";
import type { Portion, ResolutionKind } from "./kinds.ts";
import type { MoneyPair } from "./money-pair.ts";
import { REASONS_OF_TASTE } from "./policy.ts";
import { GOODS_AT_SHOPPER } from "./possible.ts";
import type { PricedOption } from "./verdict.ts";

type Destination = PricedOption["destinations"][number];

/** What an offer is worth in a case: never more money than payments still allow to be given back, but for a bonus on top. */
export function priced(c: Case, kind: ResolutionKind, portion: Portion): PricedOption {
  const plain: PricedOption = {
    kind,
    portion,
    value: zero(c.goods),
    bonus: null,
    goods: { comeBack: false, returnShipping: "none" },
    restockingPercent: 0,
    returnFee: null,
    destinations: [],
    difference: null,
    approval: false,
  };
  switch (kind) {
    case "refund":
    case "store_credit": {
      const destinations: readonly Destination[] = kind === "refund" ? moneyGoesTo(c) : ["store_credit"];
      const worth = { ...plain, destinations, goods: goodsBack(c, portion) };
      return withBonus(c, { ...worth, value: least(portionOf(c, portion), c.facts.refundable) });
    }
    case "replacement":
      return { ...plain, value: c.goods, goods: goodsBack(c, portion) };
    case "exchange":
      return { ...plain, value: c.goods, goods: sentBack(c) };
    case "return": {
      const { restockingPercent, fee } = returnCosts(c);
      const kept = plus(share(c.goods, restockingPercent), fee ?? zero(c.goods));
      const value = atLeastNothing(least(minus(c.goods, kept), c.facts.refundable));
      const worth = { ...plain, value, goods: sentBack(c), restockingPercent, returnFee: fee };
      return withBonus(c, { ...worth, destinations: moneyGoesTo(c) });
    }
    case "cancel": {
      const chooses = c.policy.refunds.destination === "shopper_chooses" && canTakeCredit(c);
      const destinations: readonly Destination[] = chooses
        ? ["original_payment", "store_credit"]
        : ["original_payment"];
      return { ...plain, value: c.facts.refundable, destinations };
    }
    case "change_items":
      return { ...plain, value: least(c.goods, c.facts.refundable), destinations: ["original_payment"] };
    case "change_address":
      return plain;
  }
}

/** Guests have no account to credit. */
export function canTakeCredit({ facts }: Case): boolean {
  return facts.storeCreditEnabled && facts.customer.id !== null;
}

function moneyGoesTo(c: Case): readonly Destination[] {
  const { destination } = c.policy.refunds;
  if (destination === "original_payment" || !canTakeCredit(c)) return ["original_payment"];
  return destination === "store_credit" ? ["store_credit"] : ["original_payment", "store_credit"];
}

function portionOf(c: Case, portion: Portion): MoneyPair {
  if (portion.of === "shipping") return c.facts.shippingLeft;
  return portion.of === "items" ? c.goods : share(c.goods, portion.percent);
}

/** The bonus is for taking the items' price as store credit; what is given for lateness or beside the goods has none. */
function withBonus(c: Case, option: PricedOption): PricedOption {
  const percent = c.policy.refunds.storeCreditBonusPercent;
  if (!option.destinations.includes("store_credit") || option.portion.of !== "items" || percent === 0) return option;
  const bonus = share(option.value, percent);
  return isSomething(bonus) ? { ...option, bonus, value: plus(option.value, bonus) } : option;
}

/** What went wrong is sent back at the shop's cost, without fees; for a change of mind the shop's terms are its own. */
function returnCosts(c: Case): { restockingPercent: number; fee: MoneyPair | null } {
  const { fee, restockingPercent } = c.policy.returns;
  if (!REASONS_OF_TASTE.has(c.reason)) return { restockingPercent: 0, fee: null };
  return { restockingPercent, fee: fee > 0 ? inBoth(fee, c.goods) : null };
}

function sentBack(c: Case): PricedOption["goods"] {
  const { returnShipping } = c.policy.returns;
  return { comeBack: true, returnShipping: REASONS_OF_TASTE.has(c.reason) ? returnShipping : "shop_label" };
}

function goodsBack(c: Case, portion: Portion): PricedOption["goods"] {
  const above = c.terms.goodsBackAbove;
  const there = GOODS_AT_SHOPPER.has(c.reason) && portion.of === "items";
  return there && above !== null && c.goods.shop.minor > above
    ? sentBack(c)
    : { comeBack: false, returnShipping: "none" };
}

function atLeastNothing(pair: MoneyPair): MoneyPair {
  const { shop, presentment } = pair;
  return shop.minor <= 0 || presentment.minor <= 0 ? zero(pair) : pair;
}
