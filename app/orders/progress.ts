import type { Signal } from "./explained.ts";
import type { OrderRules } from "./rules.ts";
import type { FulfillmentOrder, OrderMetafield, OrderSnapshot } from "./snapshot.ts";

/**
 * What the shop's own signs say about preparation, for which Shopify has one state alone: `IN_PROGRESS`. `signals` name
 * each tag, metafield or report that said so.
 */
export type Progress = { stage: "packed" | "picked" | "being_prepared"; signals: Signal[] };

/**
 * An order metafield that says how far an order is. `value` in lower case; null is any value but an empty one, "false"
 * and "0", which is how Shopify writes a switch that is off and a count of none.
 */
export type MetafieldSign = { namespace: string; key: string; value: string | null };

/** What a reported progress stands for in a shop: Shopify keeps that there was a report, and not what it said. */
export type ProgressReport = "packed" | "picked" | "being_prepared" | "ignored";

/** As `metafields(keys:)` takes them, each once. */
function metafieldKeys({ pickedMetafields, packedMetafields }: OrderRules): string[] {
  return [...new Set([...packedMetafields, ...pickedMetafields].map(({ namespace, key }) => `${namespace}.${key}`))];
}

/** The variables by which a document reads a shop's metafields: Shopify counts points by how many are asked for. */
export function metafieldVariables(rules: OrderRules): { metafields: number; metafieldKeys: string[] } {
  const keys = metafieldKeys(rules);
  return { metafields: Math.max(1, keys.length), metafieldKeys: keys };
}

/**
 * How far a fulfillment order is by the shop's own signs; null when none of them says. Tags and metafields stand on the
 * order, so they only tell of its one open fulfillment order; a report stands on its own.
 */
export function progressOf(
  snapshot: OrderSnapshot,
  order: FulfillmentOrder,
  path: string,
  rules: OrderRules,
): Progress | null {
  const report = isReported(snapshot, order) ? rules.progressReport : "ignored";
  const reported = (stage: Progress["stage"]): Signal[] =>
    report === stage ? [{ path: `${path}.status`, value: "IN_PROGRESS, as its progress was reported" }] : [];
  const alone = isOnlyOpenOne(snapshot);
  const said = (tags: readonly string[], metafields: readonly MetafieldSign[]): Signal[] =>
    alone ? [...tagsSaying(snapshot, tags), ...metafieldsSaying(snapshot, metafields)] : [];

  const packed = [...said(rules.packedTags, rules.packedMetafields), ...reported("packed")];
  if (packed.length > 0) return { stage: "packed", signals: packed };
  const picked = [...said(rules.pickedTags, rules.pickedMetafields), ...reported("picked")];
  if (picked.length > 0) return { stage: "picked", signals: picked };
  const prepared = reported("being_prepared");
  return prepared.length > 0 ? { stage: "being_prepared", signals: prepared } : null;
}

/**
 * Whether it is in progress because somebody reported so. Shopify's `fulfillmentOrderReportProgress` leaves no other
 * trace that can be read: its notes are write-only. A fulfillment service that accepted shows in the request's status, and
 * one that has sent a part is in progress for that.
 */
export function isReported(snapshot: OrderSnapshot, order: FulfillmentOrder): boolean {
  return (
    order.status === "IN_PROGRESS" &&
    order.requestStatus === "UNSUBMITTED" &&
    order.lines.every(({ total, remaining }) => remaining === total) &&
    !snapshot.parcels.some((parcel) => parcel.fulfillmentOrderId === order.id)
  );
}

function isOnlyOpenOne({ fulfillmentOrders }: OrderSnapshot): boolean {
  return fulfillmentOrders.filter(({ status }) => status !== "CLOSED" && status !== "CANCELLED").length === 1;
}

function tagsSaying({ tags }: OrderSnapshot, saying: readonly string[]): Signal[] {
  const found = tags.filter((tag) => saying.includes(tag.toLowerCase()));
  return found.length > 0 ? [{ path: "tags", value: found.join(", ") }] : [];
}

function metafieldsSaying({ metafields }: OrderSnapshot, signs: readonly MetafieldSign[]): Signal[] {
  return metafields
    .filter((metafield) => signs.some((sign) => isSaid(sign, metafield)))
    .map(({ namespace, key, value }) => ({ path: `metafields(${namespace}.${key})`, value }));
}

const OFF: ReadonlySet<string> = new Set(["", "false", "0"]);

function isSaid(sign: MetafieldSign, { namespace, key, value }: OrderMetafield): boolean {
  if (sign.namespace !== namespace || sign.key !== key) return false;
  const said = value.trim().toLowerCase();
  return sign.value === null ? !OFF.has(said) : said === sign.value;
}
