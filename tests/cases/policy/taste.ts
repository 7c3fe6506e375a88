import {
  at,
  euros,
  offer,
  place,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  sent,
} from "#app/policy/policy-facts.fixture.ts";
import type { PolicyRequest } from "#app/policy/facts.ts";
import type { PolicyCase } from "./case.ts";

const cautious = policyWith("cautious");
const balanced = policyWith("balanced");
const generous = policyWith("generous");
const here = policyFacts();
const delivered = (day: string) =>
  policyFacts({ lines: [policyLine({ places: [place("delivered", { deliveredAt: at(day) })] })] });
const tagged = (...productTags: string[]) => policyFacts({ lines: [policyLine({ productTags })] });
const instead = (cents: number, changes: Partial<NonNullable<PolicyRequest["instead"]>> = {}) => ({
  wanted: "exchange" as const,
  instead: {
    variantId: "gid://shopify/ProductVariant/12",
    unitPrice: euros(cents),
    inStock: 5,
    sameProduct: true,
    ...changes,
  },
});
const two = [{ lineId: "L1", quantity: 2 }];
const guest = policyFacts({ customer: { id: null, tags: [], orderCount: null } });
const fee = policyWith("balanced", { returns: { fee: 500 } });

/** Nothing is wrong with the goods. */
// prettier-ignore
export const TASTE_CASES: readonly PolicyCase[] = [
  ["a change of mind", balanced, policyRequest("changed_mind"), here, "allow return=2100", "changed_mind.allowed"],
  ["a change of mind, with restocking", cautious, policyRequest("changed_mind"), here, "allow return=1800", "changed_mind.allowed"],
  ["a change of mind, generously", generous, policyRequest("changed_mind"), here, "allow return=2200", "changed_mind.allowed"],
  ["a change of mind about both", balanced, policyRequest("changed_mind", { items: two }), here, "allow return=4200", "changed_mind.allowed"],
  ["a change of mind, back where it was paid from", balanced, policyRequest("changed_mind", { destination: "original_payment" }), here, "allow return=2000", "changed_mind.allowed"],
  ["a change of mind, as store credit", balanced, policyRequest("changed_mind", { destination: "store_credit" }), here, "allow return=2100", "changed_mind.allowed"],
  ["a change of mind of a guest", balanced, policyRequest("changed_mind"), guest, "allow return=2000", "changed_mind.allowed"],
  ["a guest who wants store credit", balanced, policyRequest("changed_mind", { destination: "store_credit" }), guest, "deny not_offered, else return", "options.none"],
  ["a shop without store credit", balanced, policyRequest("changed_mind"), policyFacts({ storeCreditEnabled: false }), "allow return=2000", "changed_mind.allowed"],
  ["store credit only", policyWith("balanced", { refunds: { destination: "store_credit" } }), policyRequest("changed_mind"), here, "allow return=2100", "changed_mind.allowed"],
  ["store credit only, for a guest", policyWith("balanced", { refunds: { destination: "store_credit" } }), policyRequest("changed_mind"), guest, "allow return=2000", "changed_mind.allowed"],
  ["a fee for the way back", fee, policyRequest("changed_mind", { destination: "original_payment" }), here, "allow return=1500", "changed_mind.allowed"],
  ["a fee as high as the price", fee, policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ unitPaid: euros(500) })] }), "deny nothing_left", "options.none"],
  ["a change of mind on the last day", cautious, policyRequest("changed_mind"), delivered("11-06 08:00"), "allow return", "changed_mind.allowed"],
  ["a change of mind a day too late", cautious, policyRequest("changed_mind"), delivered("11-05 23:30"), "deny window_over", "changed_mind.window"],
  ["a change of mind, sent and delivered at different times", cautious, policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ places: [place("delivered", { units: 1, deliveredAt: at("10-01 10:00") }), place("delivered", { units: 1 })] })] }), "allow return", "changed_mind.allowed"],
  ["a change of mind, one of two lines too late", cautious, policyRequest("changed_mind", { items: [{ lineId: "L1", quantity: 1 }, { lineId: "L2", quantity: 1 }] }), policyFacts({ lines: [policyLine(), policyLine({ lineId: "L2", title: "Plate", places: [place("delivered", { deliveredAt: at("10-01 10:00") })] })] }), "deny window_over", "changed_mind.window"],
  ["a change of mind while it travels", balanced, policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ places: [sent("in_transit", "11-19 10:00")] })] }), "deny not_borne_out", "changed_mind.borne_out"],
  ["a change of mind, refused at the door", balanced, policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ places: [sent("delivery_refused", "11-19 10:00")] })] }), "allow return", "changed_mind.allowed"],
  ["a change of mind, a refund is wanted", balanced, policyRequest("changed_mind", { wanted: "refund" }), here, "deny not_offered, else return", "options.none"],
  ["a final sale", balanced, policyRequest("changed_mind"), tagged("Final-Sale"), "deny excluded", "exclusions.final_sale"],
  ["a final sale that is damaged", balanced, policyRequest("damaged"), tagged("final-sale"), "allow replacement refund", "damaged.allowed"],
  ["a gift card", balanced, policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ isGiftCard: true })] }), "deny excluded", "exclusions.gift_card"],
  ["a gift card where those are covered", policyWith("balanced", { exclusions: { giftCards: false } }), policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ isGiftCard: true })] }), "allow return", "changed_mind.allowed"],
  ["a wrong size", balanced, policyRequest("wrong_size"), here, "allow exchange=2000 return=2100", "wrong_size.allowed"],
  ["a wrong size, for the same price", balanced, policyRequest("wrong_size", instead(2000)), here, "allow exchange=2000 difference=0", "wrong_size.allowed"],
  ["a wrong size, a little dearer", balanced, policyRequest("wrong_size", instead(2500)), here, "allow exchange=2000 difference=500", "wrong_size.allowed"],
  ["a wrong size, a cent too dear", balanced, policyRequest("wrong_size", instead(2501)), here, "escalate price_difference", "options.none"],
  ["two wrong sizes, together too dear", balanced, policyRequest("wrong_size", { ...instead(2300), items: two }), here, "escalate price_difference", "options.none"],
  ["a wrong size, dearer, cautiously", cautious, policyRequest("wrong_size", instead(2001)), here, "escalate price_difference", "options.none"],
  ["a wrong size, cheaper", balanced, policyRequest("wrong_size", instead(1500)), here, "allow exchange=2000 difference=-500", "wrong_size.allowed"],
  ["a wrong size, another product", balanced, policyRequest("wrong_size", instead(2000, { sameProduct: false })), here, "allow exchange difference=0", "wrong_size.allowed"],
  ["a wrong size, another product, cautiously", cautious, policyRequest("wrong_size", instead(2000, { sameProduct: false })), here, "deny not_offered, else return", "options.none"],
  ["a wrong size, the other one is sold out", balanced, policyRequest("wrong_size", instead(2000, { inStock: 0 })), here, "deny out_of_stock, else return", "options.none"],
  ["a wrong size, the other one is not tracked", balanced, policyRequest("wrong_size", instead(2000, { inStock: null })), here, "allow exchange difference=0", "wrong_size.allowed"],
  ["two wrong sizes, one in stock", balanced, policyRequest("wrong_size", { ...instead(2000, { inStock: 1 }), items: two }), here, "deny out_of_stock, else return", "options.none"],
  ["a wrong size before it arrives", balanced, policyRequest("wrong_size"), policyFacts({ lines: [policyLine({ places: [place("packed")] })] }), "deny not_borne_out", "wrong_size.borne_out"],
  ["a wrong size, only refunds on offer", policyWith("balanced", { reasons: { wrong_size: { offers: [offer("refund"), offer("store_credit")] } } }), policyRequest("wrong_size"), here, "allow refund=2100 store_credit=2100", "wrong_size.allowed"],
];
