import {
  euros,
  offer,
  place,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  sent,
  waitingFacts,
} from "#app/policy/policy-facts.fixture.ts";
import type { PolicyCase } from "./case.ts";

const cautious = policyWith("cautious");
const balanced = policyWith("balanced");
const whole = { items: [] };
const here = waitingFacts();
const at = (preparation: "not_begun" | "with_partner" | "begun" | "sent", situation: Parameters<typeof place>[0]) =>
  waitingFacts({ order: { preparation }, lines: [policyLine({ places: [place(situation)] })] });
const partner = at("with_partner", "sent_to_partner");
const instead = (cents: number, inStock: number | null = 5) => ({
  instead: { variantId: "gid://shopify/ProductVariant/12", unitPrice: euros(cents), inStock, sameProduct: true },
});
const address = "change_address" as const;
const items = "change_items" as const;

/** Before it is sent. */
// prettier-ignore
export const CHANGE_CASES: readonly PolicyCase[] = [
  ["cancelling what nobody has begun", balanced, policyRequest("cancel", whole), here, "allow cancel=4500", "cancel.allowed"],
  ["cancelling, all items chosen", balanced, policyRequest("cancel", { items: [{ lineId: "L1", quantity: 2 }] }), here, "allow cancel=4500", "cancel.allowed"],
  ["cancelling one of two", balanced, policyRequest("cancel"), here, "escalate not_covered", "changes.part_of_order"],
  ["cancelling while something is under way for one of them", balanced, policyRequest("cancel", whole), waitingFacts({ lines: [policyLine({ free: 1, places: [place("received")] })] }), "escalate not_covered", "changes.part_claimed"],
  ["cancelling what is being prepared", balanced, policyRequest("cancel", whole), at("begun", "being_prepared"), "deny too_late_to_change", "changes.too_late"],
  ["cancelling what was sent", balanced, policyRequest("cancel", whole), policyFacts(), "deny too_late_to_change", "changes.too_late"],
  ["cancelling with a partner who is asked", balanced, policyRequest("cancel", whole), partner, "allow cancel", "cancel.allowed"],
  ["cancelling what a partner accepted and prepares", balanced, policyRequest("cancel", whole), at("with_partner", "being_prepared"), "allow cancel", "cancel.allowed"],
  ["cancelling with a partner, cautiously", cautious, policyRequest("cancel", whole), partner, "escalate partner_has_it", "changes.with_partner"],
  ["cancelling a second time", balanced, policyRequest("cancel", whole), at("with_partner", "cancellation_asked"), "deny already_resolved", "changes.already_asked"],
  ["cancelling what the partner refused to cancel", balanced, policyRequest("cancel", whole), at("with_partner", "cancellation_refused"), "escalate not_covered", "changes.not_borne_out"],
  ["cancelling what was cancelled", balanced, policyRequest("cancel", whole), waitingFacts({ order: { cancelledAt: new Date("2026-11-19T10:00:00Z") } }), "deny order_cancelled", "order.cancelled"],
  ["cancelling what was never paid", balanced, policyRequest("cancel", whole), waitingFacts({ refundable: euros(0), lines: [policyLine({ places: [place("awaiting_payment")] })] }), "allow cancel=0", "cancel.allowed"],
  ["cancelling a dear order", cautious, policyRequest("cancel", whole), waitingFacts({ refundable: euros(25000) }), "needs_approval cancel?", "cancel.approval"],
  ["cancelling an order that is ready for pickup", balanced, policyRequest("cancel", whole), at("not_begun", "pickup_ready"), "allow cancel", "cancel.allowed"],
  ["cancelling does not count against what a customer was given", balanced, policyRequest("cancel", whole), waitingFacts({ history: Array.from({ length: 9 }, () => ({ at: new Date("2026-11-10T10:00:00Z"), by: "agent", orderId: "x", kind: "refund", reason: "lost", value: { minor: 9000, currency: "EUR" } }) as const) }), "allow cancel=4500", "cancel.allowed"],
  ["a new address in time", balanced, policyRequest(address, whole), here, "allow change_address=0", "change_address.allowed"],
  ["a new address while on hold for it", balanced, policyRequest(address, whole), at("not_begun", "hold_address"), "allow change_address", "change_address.allowed"],
  ["a new address while it is prepared", balanced, policyRequest(address, whole), at("begun", "packed"), "deny too_late_to_change", "changes.too_late"],
  ["a new address for what is on its way", balanced, policyRequest(address, whole), policyFacts({ lines: [policyLine({ places: [sent("in_transit", "11-19 10:00")] })] }), "deny too_late_to_change", "changes.too_late"],
  ["a new address that the carrier waits for", balanced, policyRequest(address, whole), policyFacts({ lines: [policyLine({ places: [sent("carrier_needs_address", "11-19 10:00")] })] }), "escalate not_covered", "changes.with_carrier"],
  ["a new address with a partner", cautious, policyRequest(address, whole), partner, "escalate partner_has_it", "changes.with_partner"],
  ["an item less", balanced, policyRequest(items), here, "allow change_items=2000", "change_items.allowed"],
  ["another color for the same price", balanced, policyRequest(items, instead(2000)), here, "allow change_items=0 difference=0", "change_items.allowed"],
  ["another color, dearer within bounds", balanced, policyRequest(items, instead(2300)), here, "allow change_items=300 difference=300", "change_items.allowed"],
  ["another color, too dear", balanced, policyRequest(items, instead(2600)), here, "escalate price_difference", "options.none"],
  ["another color, cheaper", balanced, policyRequest(items, instead(1200)), here, "allow change_items=800 difference=-800", "change_items.allowed"],
  ["another color that is sold out", balanced, policyRequest(items, instead(2000, 0)), here, "deny out_of_stock", "options.none"],
  ["other items, none chosen", balanced, policyRequest(items, whole), here, "escalate facts_incomplete", "facts.items"],
  ["other items where Shopify lets none be edited", balanced, policyRequest(items), waitingFacts({ order: { editable: false } }), "escalate not_covered", "changes.not_editable"],
  ["other items of what was sent", balanced, policyRequest(items), policyFacts(), "deny too_late_to_change", "changes.too_late"],
  ["changes are switched off", policyWith("balanced", { reasons: { change_items: { enabled: false } } }), policyRequest(items), here, "escalate switched_off", "change_items.switched_off"],
  ["an offer that does not suit cancelling", policyWith("balanced", { reasons: { cancel: { offers: [offer("replacement")] } } }), policyRequest("cancel", whole), here, "deny not_offered", "options.none"],
];
