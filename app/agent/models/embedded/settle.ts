import type { Intent } from "./intents.ts";
import type { Wish } from "./understand.ts";

/** From here on a part of a sentence is a request of its own. */
export const OWN_REQUEST = 0.58;
/** A pasted confirmation holds many words that look like requests. */
export const PASTED = 0.8;

export const COURTESY: ReadonlySet<Intent> = new Set([
  "greeting",
  "thanks",
  "goodbye",
  "how_are_you",
  "affirm",
  "deny",
  "wait",
]);
/** Said beside a request they add nothing to do. */
export const FILLER: ReadonlySet<Intent> = new Set([
  "capabilities",
  "affirm",
  "deny",
  "how_are_you",
  "wait",
  "repeat",
  "off_topic",
  "no_details",
  "complaint",
  "abuse",
  "not_right",
]);
export const UPSET: ReadonlySet<Intent> = new Set(["complaint", "abuse", "serious"]);
/** The first says all that the others do. */
export const SAYS_MORE: readonly (readonly [Intent, readonly Intent[]])[] = [
  ["not_received", ["order_late", "order_status", "lost", "missing_item", "no_details", "wrong_item"]],
  ["lost", ["order_late"]],
  ["order_late", ["order_status"]],
  ["refund_status", ["order_late", "refund_request"]],
  ["order_list", ["order_status"]],
  ["order_tracking", ["item_lookup"]],
  ["order_status", ["order_date"]],
  ["damaged", ["product_question", "return_policy"]],
  ["wrong_item", ["item_lookup", "product_question"]],
  ["missing_item", ["item_lookup"]],
  ["other_parcel", ["item_lookup", "order_status"]],
];
/** The requests of a whole message: each once, without those that others say better and without mere politeness beside business. */
export function settle(found: Wish[]): Wish[] {
  const byIntent = new Map<Intent, Wish>();
  for (const wish of found) {
    const before = byIntent.get(wish.intent);
    if (before)
      byIntent.set(wish.intent, {
        ...before,
        orders: [...new Set([...before.orders, ...wish.orders])],
        pick: before.pick ?? wish.pick,
      });
    else byIntent.set(wish.intent, wish);
  }
  // "my zip code is 90210" beside a request tells where the shopper lives.
  const address = byIntent.get("change_address");
  if (address && byIntent.size > 1 && address.score < PASTED && address.tokens.includes("xaddress"))
    byIntent.delete("change_address");
  const present = new Set(byIntent.keys());
  for (const [more, less] of SAYS_MORE) if (present.has(more)) for (const intent of less) byIntent.delete(intent);
  const real = [...byIntent.keys()].some((intent) => !FILLER.has(intent) && !COURTESY.has(intent));
  if (real) {
    for (const intent of FILLER) byIntent.delete(intent);
    for (const intent of COURTESY) if ((byIntent.get(intent)?.score ?? 1) < OWN_REQUEST) byIntent.delete(intent);
  }
  return [...byIntent.values()];
}
