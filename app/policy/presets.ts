import { currencyDecimals } from "../orders/money.ts";
import type { RequestReason } from "./kinds.ts";
import { policySchema } from "./policy.ts";
import type { Policy } from "./policy.ts";
import type { z } from "zod";

/** Three policies to begin with, strictest first. What one allows, the next one allows too; a property test holds that. */
export const PRESETS = ["cautious", "balanced", "generous"] as const;
export type PresetId = (typeof PRESETS)[number];
export const DEFAULT_PRESET: PresetId = "balanced";

/** What each is for, for the merchant who chooses. */
export const PRESET_SENTENCES: Readonly<Record<PresetId, string>> = {
  cautious: "Small amounts only, photos of anything wrong, and a person decides about most of the rest.",
  balanced:
    "Everyday problems are put right at once, a person says yes above a usual basket, and costly cases stay yours.",
  generous: "Nearly everything is put right at once, with long windows, free returns and credit for lateness.",
};

/**
 * What one euro roughly is in a currency, so that amounts are sensible and round there. Not a rate: nothing is converted
 * with it but these starting points. Currencies that are not listed are taken as one to one.
 */
// prettier-ignore
const ROUGHLY: Readonly<Record<string, number>> = {
  AED: 4, ARS: 1_000, AUD: 1.5, BHD: 0.4, BRL: 6, CAD: 1.5, CLP: 1_000, CNY: 8, COP: 4_500, CZK: 25, DKK: 7.5, EGP: 50,
  HKD: 8, HUF: 400, IDR: 17_000, ILS: 4, INR: 90, ISK: 150, JOD: 0.75, JPY: 150, KRW: 1_500, KWD: 0.3, MXN: 20, MYR: 5,
  NGN: 1_500, NOK: 12, NZD: 2, OMR: 0.4, PHP: 60, PKR: 300, PLN: 4, PYG: 8_000, QAR: 4, RON: 5, SAR: 4, SEK: 12,
  SGD: 1.5, THB: 40, TND: 3.5, TRY: 40, TWD: 35, UAH: 45, UGX: 4_000, VND: 28_000, ZAR: 20,
};

/** An amount of about so many euros in a currency's minor units, rounded to two figures: 50 is 7500 in JPY, 15000 in KWD. */
function around(euros: number, currency: string): number {
  const exact = euros * (ROUGHLY[currency] ?? 1) * 10 ** currencyDecimals(currency);
  if (exact === 0) return 0;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / step) * step;
}

/** The figures in which the presets differ; amounts in euros. */
type Dials = {
  auto: number;
  approval: number;
  photo: "always" | number;
  goodsBackAbove: number;
  faultDays: number;
  tasteDays: number;
  lostWait: number;
  notReceivedWait: number;
  lateShipping: number;
  lateShare: { after: number; percent: number };
  returns: Policy["returns"]["returnShipping"];
  restockingPercent: number;
  destination: Policy["refunds"]["destination"];
  bonusPercent: number;
  limit: { count: number; amount: number };
  absorb: number;
  orderTotalAbove: number;
  partner: Policy["changes"]["withPartner"];
};

const DIALS: Readonly<Record<PresetId, Dials>> = {
  cautious: {
    auto: 30,
    approval: 200,
    photo: "always",
    goodsBackAbove: 30,
    faultDays: 30,
    tasteDays: 14,
    lostWait: 8,
    notReceivedWait: 3,
    lateShipping: 5,
    lateShare: { after: 10, percent: 5 },
    returns: "shopper",
    restockingPercent: 10,
    destination: "original_payment",
    bonusPercent: 0,
    limit: { count: 1, amount: 60 },
    absorb: 0,
    orderTotalAbove: 300,
    partner: "escalate",
  },
  balanced: {
    auto: 80,
    approval: 400,
    photo: 25,
    goodsBackAbove: 50,
    faultDays: 60,
    tasteDays: 30,
    lostWait: 5,
    notReceivedWait: 2,
    lateShipping: 3,
    lateShare: { after: 6, percent: 10 },
    returns: "shopper",
    restockingPercent: 0,
    destination: "shopper_chooses",
    bonusPercent: 5,
    limit: { count: 3, amount: 200 },
    absorb: 5,
    orderTotalAbove: 1_000,
    partner: "ask_partner",
  },
  generous: {
    auto: 200,
    approval: 1_000,
    photo: 100,
    goodsBackAbove: 150,
    faultDays: 120,
    tasteDays: 60,
    lostWait: 3,
    notReceivedWait: 1,
    lateShipping: 1,
    lateShare: { after: 3, percent: 15 },
    returns: "shop_label",
    restockingPercent: 0,
    destination: "shopper_chooses",
    bonusPercent: 10,
    limit: { count: 6, amount: 600 },
    absorb: 15,
    orderTotalAbove: 3_000,
    partner: "ask_partner",
  },
};

/**
 * A preset as a document of its own, ready to be edited.
 * @param currency the shop's, ISO 4217
 */
export function presetPolicy(preset: PresetId, currency: string): Policy {
  const dials = DIALS[preset];
  const money = (euros: number): number => around(euros, currency);
  const auto = money(dials.auto);
  const approval = money(dials.approval);
  const photo = dials.photo === "always" ? dials.photo : { above: money(dials.photo) };
  const limits = { autoUpTo: auto, approvalUpTo: approval };
  /** Without goods to look at or an address to check, less is given without a person. */
  const strict = { autoUpTo: money(dials.auto / 2), approvalUpTo: approval };
  const fault = {
    ...limits,
    windowDays: dials.faultDays,
    description: true,
    goodsBackAbove: money(dials.goodsBackAbove),
  };
  const before = { autoUpTo: approval, approvalUpTo: null };
  const share = { of: "share", percent: dials.lateShare.percent } as const;
  const reasons: Record<RequestReason, z.input<typeof policySchema>["reasons"]["damaged"]> = {
    wrong_item: { ...fault, offers: [{ kind: "replacement" }, { kind: "refund" }, { kind: "return" }], photo },
    missing_item: { ...fault, goodsBackAbove: null, offers: [{ kind: "replacement" }, { kind: "refund" }] },
    damaged: { ...fault, offers: [{ kind: "replacement" }, { kind: "refund" }], photo },
    defective: { ...fault, offers: [{ kind: "replacement" }, { kind: "refund" }, { kind: "return" }], photo },
    lost: {
      ...limits,
      offers: [{ kind: "replacement" }, { kind: "refund" }],
      windowDays: 120,
      waitWorkingDays: dials.lostWait,
    },
    not_received: {
      ...strict,
      offers: [{ kind: "replacement" }, { kind: "refund" }],
      windowDays: dials.faultDays,
      waitWorkingDays: dials.notReceivedWait,
      description: true,
    },
    late: {
      ...strict,
      offers: [
        { kind: "refund", portion: { of: "shipping" }, lateByWorkingDays: dials.lateShipping },
        { kind: "store_credit", portion: share, lateByWorkingDays: dials.lateShare.after },
        { kind: "cancel" },
      ],
    },
    changed_mind: { ...limits, offers: [{ kind: "return" }], windowDays: dials.tasteDays },
    wrong_size: { ...limits, offers: [{ kind: "exchange" }, { kind: "return" }], windowDays: dials.tasteDays },
    cancel: { ...before, offers: [{ kind: "cancel" }] },
    change_address: { ...before, offers: [{ kind: "change_address" }] },
    change_items: { ...before, offers: [{ kind: "change_items" }] },
  };
  return policySchema.parse({
    version: 1,
    name: `${preset.charAt(0).toUpperCase()}${preset.slice(1)}`,
    currency,
    reasons,
    returns: { returnShipping: dials.returns, restockingPercent: dials.restockingPercent },
    refunds: { destination: dials.destination, storeCreditBonusPercent: dials.bonusPercent },
    customerLimit: { days: 90, count: dials.limit.count, amount: money(dials.limit.amount) },
    exclusions: { giftCards: true, finalSaleTags: ["final-sale"] },
    vip: { customerTags: ["vip"], autoLimitPercent: 200, extraWindowDays: 30, skipPhoto: true },
    neverAutomate: {
      customerTags: ["no-agent"],
      orderTags: ["no-agent"],
      highRisk: true,
      orderTotalAbove: money(dials.orderTotalAbove),
    },
    exchanges: { sameProductOnly: preset === "cautious", absorbUpTo: money(dials.absorb) },
    changes: { withPartner: dials.partner },
  } satisfies z.input<typeof policySchema>);
}
