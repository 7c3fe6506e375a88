import type { RequestReason, ResolutionKind } from "./kinds.ts";
import type { Offer } from "./policy.ts";

const MONEY = ["refund", "store_credit"] as const;
const AT_SHOPPER = [...MONEY, "replacement", "return", "exchange"] as const;
const NOT_THERE = [...MONEY, "replacement"] as const;

/** Which resolutions make sense for a reason at all, whatever a policy says. What never arrived cannot be sent back. */
const POSSIBLE: Readonly<Record<RequestReason, readonly ResolutionKind[]>> = {
  wrong_item: AT_SHOPPER,
  missing_item: NOT_THERE,
  damaged: AT_SHOPPER,
  defective: AT_SHOPPER,
  lost: NOT_THERE,
  not_received: NOT_THERE,
  late: [...MONEY, "cancel"],
  changed_mind: [...MONEY, "return", "exchange"],
  wrong_size: [...MONEY, "return", "exchange"],
  cancel: ["cancel"],
  change_address: ["change_address"],
  change_items: ["change_items"],
};

/** Lateness is made good beside the goods, which are still on their way: with shipping or a share, never with their price. */
export function isPossible(reason: RequestReason, { kind, portion }: Offer): boolean {
  if (!POSSIBLE[reason].includes(kind)) return false;
  const money = kind === "refund" || kind === "store_credit";
  if (!money) return portion.of === "items";
  return reason !== "late" || portion.of !== "items";
}

/** The shopper has the goods in their hands, so that they can be sent back. */
export const GOODS_AT_SHOPPER: ReadonlySet<RequestReason> = new Set([
  "wrong_item",
  "damaged",
  "defective",
  "changed_mind",
  "wrong_size",
]);
