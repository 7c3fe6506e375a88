import {
  at,
  euros,
  place,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  prior,
} from "#app/policy/policy-facts.fixture.ts";
import type { PolicyCase } from "./case.ts";

const cautious = policyWith("cautious");
const balanced = policyWith("balanced");
const here = policyFacts();
const damaged = policyRequest("damaged");
const customer = (...tags: string[]) => ({ customer: { id: "gid://shopify/Customer/1", tags, orderCount: 3 } });
const tagged = (...productTags: string[]) => policyFacts({ lines: [policyLine({ productTags })] });
const worth = (cents: number, overrides: Parameters<typeof policyFacts>[0] = {}) =>
  policyFacts({ lines: [policyLine({ unitPaid: euros(cents) })], refundable: euros(cents * 2), ...overrides });
const given = (...values: number[]) =>
  policyFacts({ history: values.map((minor) => prior({ value: { minor, currency: "EUR" } })) });
const mixed = { shop: { minor: 2000, currency: "EUR" }, presentment: { minor: 2000, currency: "GBP" } };
const deliveredOn = (day: string, overrides: Parameters<typeof policyFacts>[0] = {}) =>
  policyFacts({ lines: [policyLine({ places: [place("delivered", { deliveredAt: at(day) })] })], ...overrides });

/** Whom and what the agent leaves to people, what it refuses, and how much it may do. */
// prettier-ignore
export const PEOPLE_CASES: readonly PolicyCase[] = [
  ["not everything could be read", balanced, damaged, policyFacts({ incomplete: true }), "escalate facts_incomplete", "facts.incomplete"],
  ["an item that the order does not have", balanced, policyRequest("damaged", { items: [{ lineId: "L9", quantity: 1 }] }), here, "escalate facts_incomplete", "facts.items"],
  ["no unit at all", balanced, policyRequest("damaged", { items: [{ lineId: "L1", quantity: 0 }] }), here, "escalate facts_incomplete", "facts.items"],
  ["fewer than none", balanced, policyRequest("damaged", { items: [{ lineId: "L1", quantity: -1 }] }), here, "escalate facts_incomplete", "facts.items"],
  ["half a unit", balanced, policyRequest("damaged", { items: [{ lineId: "L1", quantity: 0.5 }] }), here, "escalate facts_incomplete", "facts.items"],
  ["a policy in another currency", { ...balanced, currency: "USD" }, damaged, here, "escalate facts_incomplete", "facts.currency"],
  ["a line in another currency", balanced, damaged, policyFacts({ lines: [policyLine({ unitPaid: mixed })] }), "escalate facts_incomplete", "facts.currency"],
  ["nobody knows where it is", balanced, damaged, policyFacts({ lines: [policyLine({ places: [] })] }), "escalate facts_incomplete", "damaged.borne_out"],
  ["a high risk", balanced, damaged, policyFacts({ order: { highRisk: true } }), "escalate never_automate", "never_automate.high_risk"],
  ["a high risk that does not matter", policyWith("balanced", { neverAutomate: { highRisk: false } }), damaged, policyFacts({ order: { highRisk: true } }), "allow replacement refund", "damaged.allowed"],
  ["a dear order", cautious, damaged, policyFacts({ order: { total: euros(30001) } }), "escalate never_automate", "never_automate.order_total"],
  ["an order at the amount", cautious, damaged, policyFacts({ order: { total: euros(30000) } }), "allow replacement refund", "damaged.allowed"],
  ["an order kept to people", balanced, damaged, policyFacts({ order: { tags: ["No-Agent"] } }), "escalate never_automate", "never_automate.order_tags"],
  ["a customer kept to people", balanced, damaged, policyFacts(customer("no-agent")), "escalate never_automate", "never_automate.customer_tags"],
  ["a test order", balanced, damaged, policyFacts({ order: { test: true } }), "allow replacement refund", "damaged.allowed"],
  ["a test order kept to people", policyWith("balanced", { neverAutomate: { testOrders: true } }), damaged, policyFacts({ order: { test: true } }), "escalate never_automate", "never_automate.test_order"],
  ["an order that was itself sent instead", balanced, damaged, policyFacts({ order: { replaces: "gid://shopify/Order/1" } }), "escalate not_covered", "units.sent_instead"],
  ["a reason that is switched off", policyWith("balanced", { reasons: { damaged: { enabled: false } } }), damaged, here, "escalate switched_off", "damaged.switched_off"],
  ["a cancelled order", balanced, damaged, policyFacts({ order: { cancelledAt: at("11-19 10:00") } }), "deny order_cancelled", "order.cancelled"],
  ["risk before switched off", policyWith("balanced", { reasons: { damaged: { enabled: false } } }), damaged, policyFacts({ order: { highRisk: true } }), "escalate never_automate", "never_automate.high_risk"],
  ["risk before a cancelled order", balanced, damaged, policyFacts({ order: { highRisk: true, cancelledAt: at("11-19 10:00") } }), "escalate never_automate", "never_automate.high_risk"],
  ["an excluded product by its number", policyWith("balanced", { exclusions: { products: ["1"] } }), policyRequest("changed_mind"), here, "deny excluded", "exclusions.product"],
  ["an excluded product by its gid", policyWith("balanced", { exclusions: { products: ["gid://shopify/Product/1"] } }), policyRequest("changed_mind"), here, "deny excluded", "exclusions.product"],
  ["another product is excluded", policyWith("balanced", { exclusions: { products: ["11"] } }), policyRequest("changed_mind"), here, "allow return", "changed_mind.allowed"],
  ["an excluded product that is damaged", policyWith("balanced", { exclusions: { products: ["1"] } }), damaged, here, "escalate not_covered", "exclusions.product"],
  ["an excluded tag", policyWith("balanced", { exclusions: { productTags: ["Hygiene"] } }), policyRequest("wrong_size"), tagged("hygiene"), "deny excluded", "exclusions.product_tag"],
  ["a tag that ends like an excluded one", policyWith("balanced", { exclusions: { productTags: ["care/hygiene"] } }), policyRequest("changed_mind"), tagged("hygiene"), "allow return", "changed_mind.allowed"],
  ["an excluded collection", policyWith("balanced", { exclusions: { collections: ["77"] } }), policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ collectionIds: ["gid://shopify/Collection/77"] })] }), "deny excluded", "exclusions.collection"],
  ["an excluded country", policyWith("balanced", { exclusions: { countries: ["CH"] } }), policyRequest("changed_mind"), policyFacts({ order: { countryCode: "CH" } }), "deny excluded", "exclusions.country"],
  ["an excluded country and a lost parcel", policyWith("balanced", { exclusions: { countries: ["DE"] } }), policyRequest("lost"), here, "escalate not_covered", "exclusions.country"],
  ["exclusions before what was done already", balanced, policyRequest("changed_mind"), policyFacts({ lines: [policyLine({ isGiftCard: true, free: 0 })] }), "deny excluded", "exclusions.gift_card"],
  ["a unit that was refunded", balanced, damaged, policyFacts({ lines: [policyLine({ free: 0 })] }), "deny already_resolved", "units.already_resolved"],
  ["two units, one of them free", balanced, policyRequest("damaged", { items: [{ lineId: "L1", quantity: 2 }] }), policyFacts({ lines: [policyLine({ free: 1 })] }), "deny already_resolved", "units.already_resolved"],
  ["one unit, the other one was refunded", balanced, damaged, policyFacts({ lines: [policyLine({ free: 1 })] }), "allow replacement refund", "damaged.allowed"],
  ["the same unit named twice", balanced, policyRequest("damaged", { items: [{ lineId: "L1", quantity: 1 }, { lineId: "L1", quantity: 1 }] }), policyFacts({ lines: [policyLine({ free: 1 })] }), "deny already_resolved", "units.already_resolved"],
  ["a line that was refunded before, so that nothing is left of it", balanced, damaged, policyFacts({ lines: [policyLine({ quantity: 0, free: 0 })] }), "deny already_resolved", "units.already_resolved"],
  ["more than were ordered", balanced, policyRequest("damaged", { items: [{ lineId: "L1", quantity: 3 }] }), here, "deny nothing_left", "units.not_in_order"],
  ["the order was refunded as a whole", balanced, damaged, policyFacts({ order: { situation: "refunded" } }), "deny already_resolved", "units.order_made_good"],
  ["the order was replaced", balanced, damaged, policyFacts({ order: { situation: "replaced" } }), "deny already_resolved", "units.order_made_good"],
  ["what was done already before the window", cautious, damaged, deliveredOn("01-10 10:00", { lines: [policyLine({ free: 0, places: [place("delivered", { deliveredAt: at("01-10 10:00") })] })] }), "deny already_resolved", "units.already_resolved"],
  ["the window before what is in stock", cautious, policyRequest("damaged", { wanted: "replacement" }), policyFacts({ lines: [policyLine({ inStock: 0, places: [place("delivered", { deliveredAt: at("01-10 10:00") })] })] }), "deny window_over", "damaged.window"],
  ["what is on offer before the photo", cautious, policyRequest("damaged", { wanted: "exchange", evidence: { photos: 0, description: false } }), here, "deny not_offered, else none", "options.none"],
  ["given once of once", cautious, damaged, given(100), "escalate customer_limit", "limits.over"],
  ["given twice of three times", balanced, damaged, given(100, 100), "allow replacement refund", "damaged.allowed"],
  ["given three times of three", balanced, damaged, given(100, 100, 100), "escalate customer_limit", "limits.over"],
  ["given by people does not count", cautious, damaged, policyFacts({ history: [prior({ by: "staff" })] }), "allow replacement refund", "damaged.allowed"],
  ["given before the period does not count", cautious, damaged, policyFacts({ history: [prior({ at: at("08-01 10:00") })] }), "allow replacement refund", "damaged.allowed"],
  ["a changed address does not count", cautious, damaged, policyFacts({ history: [prior({ kind: "change_address" })] }), "allow replacement refund", "damaged.allowed"],
  ["so much was given that only goods fit", balanced, damaged, given(18000), "allow replacement=2000", "damaged.allowed"],
  ["so much was given that nothing fits", balanced, damaged, given(18001), "escalate customer_limit", "limits.over"],
  ["what was given in another currency cannot be counted", balanced, damaged, policyFacts({ history: [prior({ value: { minor: 1, currency: "USD" } })] }), "escalate customer_limit", "limits.over"],
  ["no limit for customers", policyWith("balanced", { customerLimit: { count: null, amount: null } }), damaged, given(90000, 90000, 90000, 90000), "allow replacement refund", "damaged.allowed"],
  ["a valued customer's limit is higher", cautious, damaged, worth(5000, customer("VIP")), "allow replacement refund", "damaged.allowed"],
  ["a valued customer's limit is not endless", policyWith("cautious", { customerLimit: { amount: null } }), damaged, worth(6001, customer("vip")), "needs_approval replacement? refund?", "damaged.approval"],
  ["a valued customer needs no photo", cautious, policyRequest("damaged", { evidence: { photos: 0, description: true } }), policyFacts(customer("vip")), "allow replacement refund", "damaged.allowed"],
  ["a valued customer has longer", cautious, policyRequest("changed_mind"), deliveredOn("10-07 10:00", customer("vip")), "allow return", "changed_mind.allowed"],
  ["a valued customer does not have forever", cautious, policyRequest("changed_mind"), deliveredOn("10-06 10:00", customer("vip")), "deny window_over", "changed_mind.window"],
  ["automatic whatever it costs", policyWith("balanced", { reasons: { damaged: { autoUpTo: null, approvalUpTo: null } }, customerLimit: { amount: null } }), damaged, worth(90000), "allow replacement refund", "damaged.allowed"],
  ["nothing without a person", policyWith("balanced", { reasons: { damaged: { autoUpTo: 0 } } }), damaged, here, "needs_approval replacement? refund?", "damaged.approval"],
  ["a shopper who pays in dollars", balanced, policyRequest("damaged", { wanted: "refund", destination: "original_payment" }), policyFacts({ lines: [policyLine({ unitPaid: euros(2000, 2) })], order: { total: euros(4500, 2) }, refundable: euros(4500, 2), shippingLeft: euros(500, 2) }), "allow refund=2000/4000", "damaged.allowed"],
];
