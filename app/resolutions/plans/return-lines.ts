import type { RequestReason } from "../../policy/kinds.ts";
import type { ReturnableLinesQuery } from "../../shopify/generated/admin.ts";
import type { Chosen } from "../choose-items.ts";
import type { ReturnPlan } from "../plan.ts";

/** How Shopify's standard reasons for a return are called, by handle; a shop may have others. */
const HANDLES: Readonly<Partial<Record<RequestReason, readonly string[]>>> = {
  wrong_item: ["wrong_item", "received_wrong_item", "wrong_item_received"],
  damaged: ["damaged", "damaged_or_defective", "arrived_damaged", "defective"],
  defective: ["defective", "damaged_or_defective", "damaged"],
  changed_mind: ["unwanted", "changed_mind", "no_longer_needed", "no_longer_wanted"],
  wrong_size: ["wrong_size", "size", "does_not_fit", "size_too_small", "size_too_large"],
};

/**
 * The chosen units as Shopify takes them back: by fulfillment line item, oldest parcel first, never more of one than Shopify
 * says can be returned. Null when that is fewer than were chosen.
 */
export function returnLines(
  chosen: readonly Chosen[],
  reason: RequestReason,
  answer: ReturnableLinesQuery,
): ReturnPlan["lines"] | null {
  const parts = answer.returnableFulfillments.nodes.flatMap((node) => node.returnableFulfillmentLineItems.nodes);
  const reasonDefinitionId = definitionFor(reason, answer.returnReasonDefinitions.nodes);
  const lines: ReturnPlan["lines"][number][] = [];
  for (const { line, quantity } of chosen) {
    let left = quantity;
    for (const part of parts) {
      if (left === 0) break;
      if (part.fulfillmentLineItem.lineItem.id !== line.lineId || part.quantity <= 0) continue;
      const taken = Math.min(left, part.quantity);
      lines.push({ fulfillmentLineItemId: part.fulfillmentLineItem.id, quantity: taken, reasonDefinitionId });
      left -= taken;
    }
    if (left > 0) return null;
  }
  return lines.length > 0 ? lines : null;
}

type Definitions = ReturnableLinesQuery["returnReasonDefinitions"]["nodes"];

function definitionFor(reason: RequestReason, definitions: Definitions): string | null {
  for (const handle of [...(HANDLES[reason] ?? []), "other"]) {
    const found = definitions.find(
      (one) => !one.deleted && one.handle.toLowerCase().replace(/[^a-z]+/g, "_") === handle,
    );
    if (found) return found.id;
  }
  return null;
}

const LONGEST_NOTE = 200;

/** Why it comes back, for Shopify's own note: the shopper's words, as data. */
export function returnNote(reason: RequestReason, description: string | null): string {
  const words = (description ?? "").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const note = words === "" ? reason.replaceAll("_", " ") : `${reason.replaceAll("_", " ")}: ${words}`;
  return note.slice(0, LONGEST_NOTE).toWellFormed();
}
