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
import type { PolicyCase } from "./case.ts";

const cautious = policyWith("cautious");
const balanced = policyWith("balanced");
const generous = policyWith("generous");
const here = policyFacts();
const delivered = (day: string) =>
  policyFacts({ lines: [policyLine({ places: [place("delivered", { deliveredAt: at(day) })] })] });
const worth = (cents: number) =>
  policyFacts({ lines: [policyLine({ unitPaid: euros(cents) })], refundable: euros(cents * 2 + 500) });
const soldOut = policyFacts({ lines: [policyLine({ inStock: 0 })] });
const travelling = policyFacts({ lines: [policyLine({ places: [sent("in_transit", "11-19 10:00")] })] });
const waiting = policyFacts({ lines: [policyLine({ places: [place("received")] })] });
const silent = { photos: 0, description: false };
const told = { photos: 0, description: true };
const two = [{ lineId: "L1", quantity: 2 }];
const partly = (rest: Parameters<typeof place>[1], situation: Parameters<typeof place>[0] = "in_transit") =>
  policyFacts({
    lines: [policyLine({ places: [place("delivered", { units: 1 }), place(situation, { units: 1, ...rest })] })],
  });
const noRefund = { offers: [offer("replacement")] };

/** Something is wrong with what arrived. */
// prettier-ignore
export const GOODS_CASES: readonly PolicyCase[] = [
  ["a wrong item", balanced, policyRequest("wrong_item"), here, "allow replacement=2000 refund=2100 return=2100", "wrong_item.allowed"],
  ["a wrong item, cautiously", cautious, policyRequest("wrong_item"), here, "allow replacement=2000 refund=2000 return=2000", "wrong_item.allowed"],
  ["a wrong item, generously", generous, policyRequest("wrong_item"), here, "allow replacement=2000 refund=2200 return=2200", "wrong_item.allowed"],
  ["a wrong item, a replacement is wanted", balanced, policyRequest("wrong_item", { wanted: "replacement" }), here, "allow replacement", "wrong_item.allowed"],
  ["a wrong item that is out of stock", balanced, policyRequest("wrong_item"), soldOut, "allow refund return", "wrong_item.allowed"],
  ["a wrong item out of stock, a replacement is wanted", balanced, policyRequest("wrong_item", { wanted: "replacement" }), soldOut, "deny out_of_stock, else refund return", "options.none"],
  ["a wrong item, an exchange is wanted", balanced, policyRequest("wrong_item", { wanted: "exchange" }), here, "deny not_offered, else replacement refund return", "options.none"],
  ["a wrong item while it travels", balanced, policyRequest("wrong_item"), travelling, "deny not_borne_out", "wrong_item.borne_out"],
  ["a wrong item before it was sent", balanced, policyRequest("wrong_item"), waiting, "deny not_borne_out", "wrong_item.borne_out"],
  ["a wrong item, without a word", balanced, policyRequest("wrong_item", { evidence: silent }), here, "needs_evidence description, then replacement refund return", "wrong_item.evidence"],
  ["a wrong item, cautiously without a photo", cautious, policyRequest("wrong_item", { evidence: told }), here, "needs_evidence photo, then replacement refund return", "wrong_item.evidence"],
  ["a missing item", balanced, policyRequest("missing_item"), here, "allow replacement refund=2100", "missing_item.allowed"],
  ["a missing item, no photo is ever asked for", cautious, policyRequest("missing_item", { evidence: told }), here, "allow replacement refund=2000", "missing_item.allowed"],
  ["a missing item that is in a second parcel", balanced, policyRequest("missing_item"), partly({ sentAt: at("11-17 10:00") }), "deny not_borne_out", "missing_item.second_parcel"],
  ["a missing item that is still to be sent", balanced, policyRequest("missing_item"), partly({}, "received"), "deny not_borne_out", "missing_item.second_parcel"],
  ["a missing item whose parcel may be lost", balanced, policyRequest("missing_item"), partly({ sentAt: at("11-02 10:00") }, "perhaps_lost"), "escalate not_covered", "missing_item.second_parcel"],
  ["a missing item while all of it travels", balanced, policyRequest("missing_item"), travelling, "deny not_borne_out", "missing_item.borne_out"],
  ["a missing item of a line that was partly removed", balanced, policyRequest("missing_item"), policyFacts({ lines: [policyLine({ quantity: 1, free: 1, places: [place("delivered", { units: 1 }), place("removed", { units: 1 })] })] }), "allow replacement refund", "missing_item.allowed"],
  ["a missing item, a return is wanted", balanced, policyRequest("missing_item", { wanted: "return" }), here, "deny not_offered, else replacement refund", "options.none"],
  ["a damaged item", balanced, policyRequest("damaged"), here, "allow replacement=2000 refund=2100", "damaged.allowed"],
  ["a damaged item, cheap enough for no photo", balanced, policyRequest("damaged", { evidence: told }), here, "allow replacement refund", "damaged.allowed"],
  ["a damaged item, exactly at the amount for a photo", balanced, policyRequest("damaged", { evidence: told }), worth(2500), "allow replacement refund", "damaged.allowed"],
  ["a damaged item, just above the amount for a photo", balanced, policyRequest("damaged", { evidence: told }), worth(2501), "needs_evidence photo, then replacement refund", "damaged.evidence"],
  ["two damaged items that are together above it", balanced, policyRequest("damaged", { items: two, evidence: told }), here, "needs_evidence photo, then replacement refund", "damaged.evidence"],
  ["a damaged item without photo or words", cautious, policyRequest("damaged", { evidence: silent }), here, "needs_evidence photo+description, then replacement refund", "damaged.evidence"],
  ["a damaged item at the automatic limit", cautious, policyRequest("damaged"), worth(3000), "allow replacement=3000 refund=3000", "damaged.allowed"],
  ["a damaged item a cent above the automatic limit", cautious, policyRequest("damaged"), worth(3001), "needs_approval replacement? refund?", "damaged.approval"],
  ["a damaged item at the limit, its bonus above it", balanced, policyRequest("damaged"), worth(8000), "allow replacement refund?", "damaged.allowed"],
  ["the same, back where it was paid from", balanced, policyRequest("damaged", { destination: "original_payment" }), worth(8000), "allow replacement refund=8000", "damaged.allowed"],
  ["a damaged item above what may be suggested", policyWith("cautious", { customerLimit: { amount: null } }), policyRequest("damaged"), worth(20001), "escalate not_covered", "limits.over"],
  ["the same without a photo: first the photo", policyWith("cautious", { customerLimit: { amount: null } }), policyRequest("damaged", { evidence: told }), worth(20001), "needs_evidence photo, then nothing", "damaged.evidence"],
  ["a damaged item above what one customer is given", cautious, policyRequest("damaged"), worth(6001), "escalate customer_limit", "limits.over"],
  ["a damaged item on the last day", cautious, policyRequest("damaged"), delivered("10-21 12:00"), "allow replacement refund", "damaged.allowed"],
  ["a damaged item a day too late", cautious, policyRequest("damaged"), delivered("10-20 12:00"), "deny window_over", "damaged.window"],
  ["the same under a longer window", balanced, policyRequest("damaged"), delivered("10-20 12:00"), "allow replacement refund", "damaged.allowed"],
  ["damaged and out of stock, only replacements on offer", policyWith("balanced", { reasons: { damaged: noRefund } }), policyRequest("damaged"), soldOut, "allow refund=2100", "damaged.allowed"],
  ["the same without that fallback", policyWith("balanced", { reasons: { damaged: noRefund }, stock: { outOfStock: "other_offers" } }), policyRequest("damaged"), soldOut, "deny out_of_stock", "options.none"],
  ["damaged, fewer in stock than are needed", balanced, policyRequest("damaged", { items: two }), policyFacts({ lines: [policyLine({ inStock: 1 })] }), "allow refund", "damaged.allowed"],
  ["damaged, and stock is not tracked", balanced, policyRequest("damaged"), policyFacts({ lines: [policyLine({ inStock: null })] }), "allow replacement refund", "damaged.allowed"],
  ["damaged, and of no variant", balanced, policyRequest("damaged"), policyFacts({ lines: [policyLine({ variantId: null, inStock: null })] }), "allow refund", "damaged.allowed"],
  ["damaged, little is left of the payments", balanced, policyRequest("damaged"), policyFacts({ refundable: euros(500) }), "allow replacement? refund=525", "damaged.allowed"],
  ["damaged, nothing is left of the payments", balanced, policyRequest("damaged"), policyFacts({ refundable: euros(0) }), "escalate not_covered", "options.none"],
  ["damaged, nothing is left, a refund is wanted", balanced, policyRequest("damaged", { wanted: "refund" }), policyFacts({ refundable: euros(0) }), "deny nothing_left", "options.none"],
  ["damaged, and it cost nothing", balanced, policyRequest("damaged"), policyFacts({ lines: [policyLine({ unitPaid: euros(0) })], refundable: euros(0) }), "allow replacement=0", "damaged.allowed"],
  ["damaged while at a neighbor's", balanced, policyRequest("damaged"), policyFacts({ lines: [policyLine({ places: [place("delivered_to_neighbor")] })] }), "allow replacement refund", "damaged.allowed"],
  ["damaged when it was collected", balanced, policyRequest("damaged"), policyFacts({ lines: [policyLine({ places: [place("collected")] })] }), "allow replacement refund", "damaged.allowed"],
  ["a share for keeping the damaged item", policyWith("balanced", { reasons: { damaged: { offers: [offer("refund", { portion: { of: "share", percent: 30 } })] } } }), policyRequest("damaged"), here, "allow refund=600", "damaged.allowed"],
  ["a share that is rounded half up", policyWith("balanced", { reasons: { damaged: { offers: [offer("refund", { portion: { of: "share", percent: 50 } })] } } }), policyRequest("damaged"), worth(1999), "allow refund=1000", "damaged.allowed"],
  ["shipping back for what is damaged", policyWith("balanced", { reasons: { damaged: { offers: [offer("refund", { portion: { of: "shipping" } })] } } }), policyRequest("damaged"), here, "allow refund=500", "damaged.allowed"],
  ["shipping that was given back before", policyWith("balanced", { reasons: { damaged: { offers: [offer("refund", { portion: { of: "shipping" } })] } } }), policyRequest("damaged"), policyFacts({ shippingLeft: euros(0) }), "deny nothing_left", "options.none"],
  ["nothing is offered for what is damaged", policyWith("balanced", { reasons: { damaged: { offers: [] } } }), policyRequest("damaged"), here, "escalate not_covered", "options.none"],
  ["a defective item", balanced, policyRequest("defective"), here, "allow replacement refund return", "defective.allowed"],
  ["a defective item, a return costs the shopper nothing", cautious, policyRequest("defective", { wanted: "return" }), here, "allow return=2000", "defective.allowed"],
  ["a defective download", balanced, policyRequest("defective"), policyFacts({ lines: [policyLine({ requiresShipping: false, places: [place("digital_sent")] })] }), "allow replacement refund return", "defective.allowed"],
  ["defective as store credit", balanced, policyRequest("defective", { wanted: "refund", destination: "store_credit" }), here, "allow refund=2100", "defective.allowed"],
  ["store credit where only the payment method is offered", cautious, policyRequest("defective", { wanted: "refund", destination: "store_credit" }), here, "deny not_offered, else replacement refund return", "options.none"],
];
