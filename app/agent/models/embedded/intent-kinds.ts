import type { Intent } from "./intents.ts";

/**
 * What each intent asks of the agent.
 * `order`: answered from the facts of an order. `problem`: a person has to act, with the order at hand if possible.
 * `question`: a person has to answer, no order needed. `person`: to a person at once. `social`: a word is enough.
 */
type IntentKind = "order" | "list" | "problem" | "question" | "person" | "social";

const KINDS: Record<IntentKind, readonly Intent[]> = {
  order: [
    "order_status",
    "order_eta",
    "order_tracking",
    "order_items",
    "item_lookup",
    "order_payment",
    "refund_status",
    "order_date",
    "order_late",
    "delivery_method",
    "address_check",
    "other_parcel",
    "same_for",
  ],
  list: ["order_list"],
  problem: [
    "not_received",
    "lost",
    "damaged",
    "wrong_item",
    "missing_item",
    "return",
    "exchange",
    "refund_request",
    "cancel",
    "change_address",
    "change_items",
    "charged_wrong",
    "invoice",
  ],
  question: ["product_question", "discount", "shipping_info", "return_policy", "account", "shop_info", "privacy"],
  person: ["ask_person", "serious"],
  social: [
    "greeting",
    "thanks",
    "goodbye",
    "affirm",
    "deny",
    "are_you_bot",
    "capabilities",
    "complaint",
    "abuse",
    "how_are_you",
    "wait",
    "no_details",
    "why_details",
    "not_right",
    "repeat",
    "off_topic",
  ],
};

const KIND_OF = new Map(
  (Object.entries(KINDS) as [IntentKind, Intent[]][]).flatMap(([kind, list]) =>
    list.map((intent) => [intent, kind] as const),
  ),
);

export function kindOf(intent: Intent): IntentKind {
  return KIND_OF.get(intent) ?? "social";
}

/** Answers that stay true for a while: they may come from facts read a moment ago. */
export const LASTING: ReadonlySet<Intent> = new Set([
  "order_eta",
  "order_tracking",
  "order_items",
  "item_lookup",
  "order_payment",
  "order_date",
  "delivery_method",
  "address_check",
  "other_parcel",
]);
