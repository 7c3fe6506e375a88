import type { Intent } from "./intents.ts";
import type { Findings } from "./findings.ts";
import type { Case } from "./resolutions/case.ts";
import { topicOf } from "./resolutions/words.ts";

/** For the person who takes over: what the shopper wants, in the support field's words. */
const WANTS: Partial<Record<Intent, string>> = {
  not_received: "marked as delivered but not received",
  lost: "parcel believed lost or sent back",
  damaged: "item damaged or defective",
  wrong_item: "wrong item received",
  missing_item: "item missing from the order",
  return: "return",
  exchange: "exchange or replacement",
  refund_request: "refund",
  cancel: "cancellation",
  change_address: "address change",
  change_items: "change to the order",
  charged_wrong: "problem with a charge or payment",
  invoice: "invoice, receipt or confirmation",
  product_question: "product question",
  discount: "discount or gift card question",
  shipping_info: "question about shipping in general",
  return_policy: "question about returns or warranty in general",
  account: "account, subscription or email preferences",
  shop_info: "question about the shop",
  privacy: "personal data request",
  serious: "legal, safety or payment dispute: please read soon",
  ask_person: "a person",
  order_status: "to know where the order is",
  order_eta: "to know when it arrives",
  order_tracking: "tracking",
  order_items: "to know what is in it",
  item_lookup: "to know about an item",
  order_payment: "to know what was paid",
  refund_status: "to know where the refund is",
  order_late: "an order that is late",
  address_check: "to check the delivery address",
  other_parcel: "to know where the other parcel is",
  order_list: "to see all orders",
};
const MOST = 1_900;

/** Says what is wanted, what was found, and the shopper's own words, so that nobody has to ask again. */
export function writeBrief({ wishes, orders, memory, turn, desk }: Findings): string {
  const wants = wishes.flatMap(({ intent }) => WANTS[intent] ?? []);
  const found = orders.map(({ name, facts, failure }) =>
    facts
      ? `Order ${facts.orderName}, placed ${facts.placedOn}: ${facts.headline}`
      : `Order ${name || "(newest)"}: ${failure === "unavailable" ? "could not be read" : failure === "denied" ? "could not be read, because the shop has not given the app a permission it needs" : failure === "too_old" ? "too old to be read here" : "not verified for this shopper"}.`,
  );
  const known = [...memory.facts.values()].map(({ facts }) => facts).slice(-2);
  const context =
    found.length === 0 ? known.map((facts) => `Talked about before: order ${facts.orderName}: ${facts.headline}`) : [];
  const emails = [...new Set([...turn.meant.entities.emails, ...memory.emails])].slice(0, 2);
  const before =
    memory.said.length > 0 ? [`Before that: ${memory.said.map((text) => `"${short(text, 300)}"`).join(" / ")}`] : [];
  const lines = [
    wants.length > 0 ? `The shopper wants: ${wants.join("; ")}.` : "The shopper's request was not understood.",
    ...(turn.meant.language ? [`The shopper writes in ${turn.meant.language.name}.`] : []),
    ...found,
    ...(desk?.state.forPerson ?? []).map(caseLine),
    ...context,
    ...(emails.length > 0 ? [`Email given: ${emails.join(", ")}`] : []),
    ...(memory.mismatches > 0 ? ["Order number and email given here did not match."] : []),
    ...(turn.meant.upset ? ["The shopper is upset."] : []),
    `In their words: "${short(turn.said, 700)}"`,
    ...before,
  ];
  return short(lines.join("\n"), MOST);
}

/** One thing to put right, as far as it came. */
function caseLine(one: Case): string {
  const items = one.told?.chosen.map(({ number, quantity }) => {
    const item = one.told?.items.find((other) => other.number === number);
    return `${quantity} × ${item?.title ?? `item ${number}`}${item?.variant ? ` (${item.variant})` : ""}`;
  });
  const wants = one.taken ?? one.wants.join(" or ");
  return [
    `Order ${one.order}: ${topicOf(one)}`,
    ...(items && items.length > 0 ? [`items: ${items.join(", ")}`] : []),
    ...(wants ? [`wanted: ${wants}`] : []),
    ...(one.told ? [`the policy said: ${one.told.verdict}`] : []),
    ...(one.text ? [`"${short(one.text, 300)}"`] : []),
  ].join("; ");
}

function short(text: string, most: number): string {
  const trimmed = text.trim();
  return (trimmed.length > most ? `${trimmed.slice(0, most - 1)}…` : trimmed).toWellFormed();
}
