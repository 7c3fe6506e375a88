import type { PolicyFacts, PolicyRequest } from "./facts.ts";
import { REASONS } from "./kinds.ts";
import type { RequestReason } from "./kinds.ts";
import { REASONS_OF_CHANGE } from "./policy.ts";

/** These are about an order as it is; an item has no say in them. */
const WHOLE_ORDER: ReadonlySet<RequestReason> = new Set(["late", "cancel", "change_address"]);

/**
 * What a shopper could come with about an order as it stands: each reason that its facts bear out, about one unit of each
 * line it fits, as a first message would put it, in words and without a photo, and open to whatever is on offer. The same
 * facts always make the same requests in the same order.
 */
export function possibleRequests(facts: PolicyFacts): PolicyRequest[] {
  return REASONS.flatMap((reason): PolicyRequest[] => {
    const lines = facts.lines.filter(
      (line) =>
        (line.free > 0 || REASONS_OF_CHANGE.has(reason)) && line.places.some((place) => bears(place, reason, line)),
    );
    if (lines.length === 0) return [];
    if (WHOLE_ORDER.has(reason)) return [open(reason, [])];
    return lines.map(({ lineId }) => open(reason, [{ lineId, quantity: 1 }]));
  });
}

type Line = PolicyFacts["lines"][number];

/** A size or color can be wrong where there is one, and where a change of mind is borne out. */
function bears({ units, reasons }: Line["places"][number], reason: RequestReason, { variant }: Line): boolean {
  if (units <= 0) return false;
  return reason === "wrong_size" ? variant !== null && reasons.includes("changed_mind") : reasons.includes(reason);
}

function open(reason: RequestReason, items: PolicyRequest["items"]): PolicyRequest {
  return {
    reason,
    items,
    wanted: null,
    destination: null,
    evidence: { photos: 0, description: true },
    instead: null,
  };
}
