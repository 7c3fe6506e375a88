import {
  at,
  euros,
  offer,
  place,
  policyFacts,
  policyLine,
  policyRequest,
  policyWith,
  prior,
  sent,
  waitingFacts,
} from "#app/policy/policy-facts.fixture.ts";
import type { LinePlace } from "#app/policy/facts.ts";
import type { PolicyCase } from "./case.ts";

const cautious = policyWith("cautious");
const balanced = policyWith("balanced");
const generous = policyWith("generous");
const places = (...given: LinePlace[]) => policyFacts({ lines: [policyLine({ places: given })] });
const lost = (lastScan: string, changes: Partial<LinePlace> = {}) => places(sent("perhaps_lost", lastScan, changes));
const travelling = (changes: Partial<LinePlace>) => places(sent("in_transit", "11-19 10:00", changes));
const delivered = (day: string) => places(place("delivered_recently", { deliveredAt: at(day) }));
const late = (due: string, changes: Partial<LinePlace> = {}) =>
  places(sent("in_transit_past_date", "11-19 10:00", { dueBy: at(due), ...changes }));
const overdue = (due: string, preparation: "not_begun" | "with_partner" | "begun" = "not_begun") =>
  waitingFacts({
    order: { preparation },
    lines: [policyLine({ places: [place("received_overdue", { dueBy: at(due) })] })],
  });
const whole = { items: [] };
const onlyShipping = policyWith("balanced", {
  reasons: { late: { offers: [offer("refund", { portion: { of: "shipping" }, lateByWorkingDays: 3 })] } },
});

/** It did not come, or not in time. */
// prettier-ignore
export const PARCEL_CASES: readonly PolicyCase[] = [
  ["lost, long without a scan", balanced, policyRequest("lost"), lost("11-10 10:00"), "allow replacement refund", "lost.allowed"],
  ["lost, all of it", balanced, policyRequest("lost", whole), lost("11-10 10:00"), "allow replacement=4000 refund=4200", "lost.allowed"],
  ["lost, waiting over today", balanced, policyRequest("lost"), lost("11-13 10:00"), "allow replacement refund", "lost.allowed"],
  ["lost, waiting over on Monday", balanced, policyRequest("lost"), lost("11-16 10:00"), "wait 2026-11-23, then replacement refund", "lost.waiting"],
  ["lost, cautiously waited for", cautious, policyRequest("lost"), lost("11-13 10:00"), "wait 2026-11-25, then replacement refund", "lost.waiting"],
  ["lost, a scan on a Saturday", balanced, policyRequest("lost"), lost("11-14 10:00"), "allow replacement refund", "lost.allowed"],
  ["lost, never scanned: waiting from sending", balanced, policyRequest("lost"), places(place("perhaps_lost", { sentAt: at("11-17 10:00") })), "wait 2026-11-24, then replacement refund", "lost.waiting"],
  ["lost and out of stock", balanced, policyRequest("lost"), policyFacts({ lines: [policyLine({ inStock: 0, places: [sent("perhaps_lost", "11-10 10:00")] })] }), "allow refund", "lost.allowed"],
  ["said to be lost, on time", balanced, policyRequest("lost"), travelling({ dueBy: at("11-24 18:00") }), "wait 2026-11-25, then nothing", "lost.borne_out"],
  ["said to be lost, due on a Friday", balanced, policyRequest("lost"), travelling({ dueBy: at("11-27 18:00") }), "wait 2026-11-30, then nothing", "lost.borne_out"],
  ["said to be lost, due today", balanced, policyRequest("lost"), travelling({ dueBy: at("11-20 18:00") }), "wait 2026-11-23, then nothing", "lost.borne_out"],
  ["said to be lost, no date, scanned yesterday", balanced, policyRequest("lost"), travelling({}), "wait 2026-11-26, then nothing", "lost.borne_out"],
  ["said to be lost, generously", generous, policyRequest("lost"), travelling({}), "wait 2026-11-24, then nothing", "lost.borne_out"],
  ["said to be lost, long silent without being judged so", balanced, policyRequest("lost"), places(sent("no_recent_scan", "11-11 10:00")), "escalate not_covered", "lost.borne_out"],
  ["said to be lost, past its date and silent", balanced, policyRequest("lost"), places(sent("delayed", "11-11 10:00", { dueBy: at("11-18 18:00") })), "escalate not_covered", "lost.borne_out"],
  ["said to be lost, never sent", balanced, policyRequest("lost"), waitingFacts(), "deny not_borne_out", "lost.borne_out"],
  ["said to be lost, was delivered", balanced, policyRequest("lost"), delivered("11-19 10:00"), "deny not_borne_out", "lost.borne_out"],
  ["lost, one of two parcels", balanced, policyRequest("lost", { items: [{ lineId: "L1", quantity: 1 }] }), places(place("delivered", { units: 1 }), sent("perhaps_lost", "11-10 10:00", { units: 1 })), "allow replacement refund", "lost.allowed"],
  ["lost, both chosen and one delivered", balanced, policyRequest("lost", { items: [{ lineId: "L1", quantity: 2 }] }), places(place("delivered", { units: 1 }), sent("perhaps_lost", "11-10 10:00", { units: 1 })), "deny not_borne_out", "lost.borne_out"],
  ["lost, nothing chosen and one delivered", balanced, policyRequest("lost", whole), places(place("delivered", { units: 1 }), sent("perhaps_lost", "11-10 10:00", { units: 1 })), "allow replacement=2000 refund=2100", "lost.allowed"],
  ["lost after all time limits", balanced, policyRequest("lost"), lost("07-10 10:00", { sentAt: at("07-01 10:00") }), "deny window_over", "lost.window"],
  ["lost, a return is wanted", balanced, policyRequest("lost", { wanted: "return" }), lost("11-10 10:00"), "deny not_offered, else replacement refund", "options.none"],
  ["not received, delivered two days ago", balanced, policyRequest("not_received"), delivered("11-18 10:00"), "allow replacement refund", "not_received.allowed"],
  ["not received, delivered yesterday", balanced, policyRequest("not_received"), delivered("11-19 10:00"), "wait 2026-11-23, then replacement refund", "not_received.waiting"],
  ["not received, delivered today", balanced, policyRequest("not_received"), delivered("11-20 08:00"), "wait 2026-11-24, then replacement refund", "not_received.waiting"],
  ["not received, generously from yesterday", generous, policyRequest("not_received"), delivered("11-19 10:00"), "allow replacement refund", "not_received.allowed"],
  ["not received, cautiously", cautious, policyRequest("not_received"), delivered("11-18 10:00"), "wait 2026-11-23, then replacement? refund?", "not_received.waiting"],
  ["not received, cautiously waited for: above half the limit", cautious, policyRequest("not_received"), delivered("11-16 10:00"), "needs_approval replacement? refund?", "not_received.approval"],
  ["not received, without a word", balanced, policyRequest("not_received", { evidence: { photos: 0, description: false } }), delivered("11-17 10:00"), "needs_evidence description, then replacement refund", "not_received.evidence"],
  ["not received, too early and without a word: first the wait", balanced, policyRequest("not_received", { evidence: { photos: 0, description: false } }), delivered("11-20 08:00"), "wait 2026-11-24, then replacement refund", "not_received.waiting"],
  ["not received because delivery failed", balanced, policyRequest("not_received"), places(sent("delivery_failed", "11-19 10:00")), "allow replacement refund", "not_received.allowed"],
  ["not received because it came back", balanced, policyRequest("not_received"), places(sent("returned_to_us", "11-19 10:00")), "allow replacement refund", "not_received.allowed"],
  ["not received, no tracking and overdue", balanced, policyRequest("not_received"), places(place("shipped_no_tracking_overdue", { sentAt: at("11-02 10:00") })), "allow replacement refund", "not_received.allowed"],
  ["not received, no tracking and fresh", balanced, policyRequest("not_received"), places(place("shipped_no_tracking", { sentAt: at("11-19 10:00") })), "wait 2026-11-23, then nothing", "not_received.borne_out"],
  ["not received, still on its way", balanced, policyRequest("not_received"), travelling({ dueBy: at("11-23 18:00") }), "wait 2026-11-24, then nothing", "not_received.borne_out"],
  ["not received, long ago", cautious, policyRequest("not_received"), delivered("10-01 10:00"), "deny window_over", "not_received.window"],
  ["a download that never came", balanced, policyRequest("not_received"), places(place("digital_sent")), "allow replacement refund", "not_received.allowed"],
  ["late by two working days", balanced, policyRequest("late", whole), late("11-18 18:00"), "deny not_offered", "options.none"],
  ["late by three working days", balanced, policyRequest("late", whole), late("11-17 18:00"), "allow refund=500", "late.allowed"],
  ["late over a weekend: three working days", balanced, policyRequest("late", whole), late("11-15 18:00"), "allow refund=500", "late.allowed"],
  ["late by six working days", balanced, policyRequest("late", whole), late("11-12 18:00"), "allow refund=500 store_credit=400", "late.allowed"],
  ["late by six working days, of one mug", balanced, policyRequest("late"), late("11-12 18:00"), "allow refund=500 store_credit=200", "late.allowed"],
  ["late by a working day, generously", generous, policyRequest("late", whole), late("11-19 18:00"), "allow refund=500", "late.allowed"],
  ["late by six working days, cautiously", cautious, policyRequest("late", whole), late("11-12 18:00"), "allow refund=500", "late.allowed"],
  ["late, shipping was free", balanced, policyRequest("late", whole), { ...late("11-17 18:00"), shippingLeft: euros(0) }, "deny nothing_left", "options.none"],
  ["late, shipping was free, by six days", balanced, policyRequest("late", whole), { ...late("11-12 18:00"), shippingLeft: euros(0) }, "allow store_credit=400", "late.allowed"],
  ["late, a guest has no store credit", balanced, policyRequest("late", whole), { ...late("11-12 18:00"), customer: { id: null, tags: [], orderCount: null } }, "allow refund=500", "late.allowed"],
  ["late, only shipping on offer, for a guest", onlyShipping, policyRequest("late", whole), { ...late("11-12 18:00"), customer: { id: null, tags: [], orderCount: null } }, "allow refund=500", "late.allowed"],
  ["late, made good before", balanced, policyRequest("late", whole), { ...late("11-12 18:00"), history: [prior({ orderId: "gid://shopify/Order/1", reason: "late", kind: "store_credit" })] }, "deny already_resolved", "units.lateness_made_good"],
  ["late, another order was late before", balanced, policyRequest("late", whole), { ...late("11-12 18:00"), history: [prior({ reason: "late" })] }, "allow refund=500 store_credit=400", "late.allowed"],
  ["late, and nobody gave a date", balanced, policyRequest("late", whole), places(sent("perhaps_lost", "11-10 10:00")), "escalate not_covered", "options.none"],
  ["late and not sent: it can be cancelled", balanced, policyRequest("late", whole), overdue("11-17 18:00"), "allow refund=500 cancel=4500", "late.allowed"],
  ["late and not sent, a day: only cancelled", balanced, policyRequest("late", whole), overdue("11-19 18:00"), "allow cancel=4500", "late.allowed"],
  ["late, one of them was refunded: not cancelled as a whole", balanced, policyRequest("late", { ...whole, wanted: "cancel" }), waitingFacts({ lines: [policyLine({ free: 1, places: [place("received_overdue", { dueBy: at("11-17 18:00") })] })] }), "escalate not_covered", "options.none"],
  ["late and with a partner, who is asked", balanced, policyRequest("late", { ...whole, wanted: "cancel" }), overdue("11-17 18:00", "with_partner"), "allow cancel=4500", "late.allowed"],
  ["late and with a partner, who is not asked", cautious, policyRequest("late", { ...whole, wanted: "cancel" }), overdue("11-17 18:00", "with_partner"), "escalate partner_has_it", "options.none"],
  ["late by two days and with a partner", cautious, policyRequest("late", whole), overdue("11-18 18:00", "with_partner"), "deny not_offered", "options.none"],
  ["late and being prepared: too late to cancel", balanced, policyRequest("late", { ...whole, wanted: "cancel" }), overdue("11-17 18:00", "begun"), "deny too_late_to_change, else refund", "options.none"],
  ["late but on time", balanced, policyRequest("late", whole), travelling({ dueBy: at("11-24 18:00") }), "deny not_borne_out", "late.borne_out"],
  ["late but delivered", balanced, policyRequest("late", whole), delivered("11-19 10:00"), "deny not_borne_out", "late.borne_out"],
  ["late but just ordered", balanced, policyRequest("late", whole), waitingFacts(), "deny not_borne_out", "late.borne_out"],
];
