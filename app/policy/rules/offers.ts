import { abs, isSomething, least, minus, times } from "../amounts.ts";
import type { Case, Dropped } from "../case.ts";
import { workingDaysLate } from "../case.ts";
import { isPossible } from "../possible.ts";
import { canTakeCredit, priced } from "../price.ts";
import { plural, REASON_WORDS } from "../words.en.ts";
import type { PricedOption } from "../verdict.ts";
import { isWhollyFree } from "./changes.ts";
import { keep, pass } from "./rule.ts";
import type { Rule } from "./rule.ts";

const units = ({ items }: Case): number => items.reduce((sum, { quantity }) => sum + quantity, 0);
const usesInstead = ({ kind }: PricedOption): boolean => kind === "exchange" || kind === "change_items";

/** What the policy offers for the reason, and what of it can be had here. */
export const OFFER_RULES: readonly Rule[] = [
  {
    id: "{reason}.offers",
    about: "What the policy offers for this reason",
    judge: (c) => {
      const late = c.reason === "late" ? workingDaysLate(c) : 0;
      const options: PricedOption[] = [];
      const dropped: Dropped[] = [];
      for (const offer of c.terms.offers) {
        const { kind, portion, lateByWorkingDays: least } = offer;
        if (!isPossible(c.reason, offer)) continue;
        if (least > 0 && late === null) {
          dropped.push({ kind, why: "not_covered", said: "nobody gave a date to measure its lateness by" });
        } else if (least > (late ?? 0)) {
          dropped.push({ kind, why: "not_offered", said: `not late by ${plural(least, "working day")} yet` });
        } else {
          options.push(priced(c, kind, portion));
        }
      }
      return { kind: "narrow", said: `for ${REASON_WORDS[c.reason]}: ${words(options)}`, options, dropped };
    },
  },
  {
    id: "late.cancel",
    about: "Whether a late order can still be cancelled",
    judge: (c) => {
      if (c.reason !== "late") return pass("it is not about lateness");
      const { preparation } = c.facts.order;
      const asked = c.request.wanted === "cancel";
      if (!isWhollyFree(c.facts)) {
        const gone = { why: asked ? ("not_covered" as const) : ("not_offered" as const), said: "a part is spoken for" };
        return keep(c, ({ kind }) => kind !== "cancel", gone, "it is not on offer");
      }
      if (preparation === "not_begun") return pass("nobody is at it yet");
      if (preparation === "with_partner" && c.policy.changes.withPartner === "ask_partner") {
        return pass("the partner is asked");
      }
      // Who only asks what there is for the lateness is not told of a person because of a partner.
      const gone =
        preparation === "with_partner"
          ? { why: asked ? ("partner_has_it" as const) : ("not_offered" as const), said: "a partner has it" }
          : { why: asked ? ("too_late_to_change" as const) : ("not_offered" as const), said: "too late to cancel" };
      return keep(c, ({ kind }) => kind !== "cancel", gone, "it is not on offer");
    },
  },
  {
    id: "stock.replacement",
    about: "Whether a replacement can be sent",
    judge: (c) => {
      const missing = c.items.find(
        ({ line, quantity }) => line.variantId === null || (line.inStock !== null && line.inStock < quantity),
      );
      if (!missing) return pass("everything chosen is in stock");
      const isReplacement = ({ kind }: PricedOption): boolean => kind === "replacement";
      const at = c.options.findIndex(isReplacement);
      if (at < 0) return pass("no replacement is on offer");
      const said = `${missing.line.title} is out of stock`;
      const options = c.options.filter((option) => !isReplacement(option));
      const refunded = options.some(({ kind, portion }) => kind === "refund" && portion.of === "items");
      if (c.policy.stock.outOfStock === "refund" && !refunded)
        options.splice(at, 0, priced(c, "refund", { of: "items" }));
      return { kind: "narrow", said, options, dropped: [{ kind: "replacement", why: "out_of_stock", said }] };
    },
  },
  {
    id: "exchange.product",
    about: "Whether an exchange is for the same product",
    judge: (c) => {
      const { instead } = c.request;
      if (!instead) return pass("nothing in particular is wanted instead");
      const fits = instead.sameProduct || !c.policy.exchanges.sameProductOnly;
      const gone = { why: "not_offered", said: "exchanges are within the same product only" } as const;
      return keep(c, ({ kind }) => kind !== "exchange" || fits, gone, "what is wanted instead is within bounds");
    },
  },
  {
    id: "exchange.stock",
    about: "Whether what is wanted instead can be sent",
    judge: (c) => {
      const { instead } = c.request;
      if (!instead) return pass("nothing in particular is wanted instead");
      const there = instead.inStock === null || instead.inStock >= units(c);
      const gone = { why: "out_of_stock", said: "what is wanted instead is out of stock" } as const;
      return keep(c, (option) => !usesInstead(option) || there, gone, "it is in stock");
    },
  },
  {
    id: "exchange.difference",
    about: "What the new item costs more or less",
    judge: (c) => {
      const { instead } = c.request;
      if (!instead || !c.options.some(usesInstead)) return pass("nothing is exchanged for something in particular");
      const difference = minus(times(instead.unitPrice, units(c)), c.goods);
      if (difference.shop.minor > c.policy.exchanges.absorbUpTo) {
        const gone = { why: "price_difference", said: "the new item costs more than the shop bears" } as const;
        return keep(c, (option) => !usesInstead(option), gone, "nothing is exchanged");
      }
      const cheaper = difference.presentment.minor < 0;
      const credit = c.policy.exchanges.cheaper === "store_credit" && canTakeCredit(c);
      const options = c.options.map((option): PricedOption => {
        if (!usesInstead(option)) return option;
        const toCredit = credit && option.kind === "exchange";
        const value =
          option.kind === "exchange" ? option.value : least(abs(difference), cheaper ? c.facts.refundable : c.goods);
        const destinations = !cheaper ? [] : toCredit ? (["store_credit"] as const) : (["original_payment"] as const);
        return { ...option, difference, value, destinations };
      });
      const costs = difference.shop.minor;
      const said =
        costs === 0 ? "it costs the same" : costs > 0 ? "the shop bears the difference" : "the difference goes back";
      return { kind: "narrow", said, options };
    },
  },
  {
    id: "money.store_credit",
    about: "Whether the customer can be given store credit",
    judge: (c) =>
      canTakeCredit(c)
        ? pass("there is an account to credit")
        : keep(
            c,
            ({ kind }) => kind !== "store_credit",
            { why: "not_offered", said: "there is no account to credit" },
            "no store credit is on offer",
          ),
  },
  {
    id: "money.nothing_left",
    about: "Whether there is money left to give back",
    judge: (c) =>
      keep(
        c,
        ({ kind, value }) => !["refund", "store_credit", "return"].includes(kind) || isSomething(value),
        { why: "nothing_left", said: "payments allow nothing more to be given back" },
        "there is",
      ),
  },
  {
    id: "money.given_back_before",
    about: "Whether the goods' price was given back by amount before",
    judge: (c) => {
      const left = c.facts.refundable.shop.minor;
      const tooDear = ({ kind, value }: PricedOption): boolean =>
        (kind === "replacement" || kind === "exchange") && value.shop.minor > left;
      if (!c.options.some(tooDear)) return pass("less was given back than the goods leave");
      const said = "goods are worth more than what is left of the payments";
      if (left <= 0) return keep(c, (option) => !tooDear(option), { why: "not_covered", said }, said);
      return { kind: "narrow", said, options: c.options.map((o) => (tooDear(o) ? { ...o, approval: true } : o)) };
    },
  },
];

function words(options: readonly PricedOption[]): string {
  return options.length === 0 ? "nothing" : options.map(({ kind }) => kind.replaceAll("_", " ")).join(", ");
}
