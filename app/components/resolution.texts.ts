import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import type { ResolutionState } from "../resolutions/states.ts";

const KINDS: Record<ResolutionKind, string> = {
  refund: "Refund",
  store_credit: "Store credit",
  replacement: "Replacement",
  return: "Return",
  exchange: "Exchange",
  cancel: "Cancellation",
  change_address: "Address change",
  change_items: "Item change",
};
const REASONS: Record<RequestReason, string> = {
  wrong_item: "Wrong item",
  missing_item: "Missing item",
  damaged: "Damaged",
  defective: "Defective",
  lost: "Lost parcel",
  not_received: "Delivered but not received",
  late: "Late",
  changed_mind: "Change of mind",
  wrong_size: "Wrong size or color",
  cancel: "Shopper wants to cancel",
  change_address: "Shopper wants another address",
  change_items: "Shopper wants other items",
};
const STATES: Record<ResolutionState, string> = {
  proposed: "Offered",
  confirmed: "Confirmed",
  awaiting_approval: "Waiting for approval",
  approved: "Approved",
  executing: "Being carried out",
  succeeded: "Done",
  failed: "Failed",
  needs_attention: "Needs attention",
  declined: "Declined",
  expired: "Expired",
  superseded: "No longer valid",
};

/** Words about resolutions that several pages of the admin share. */
export const resolutionTexts = {
  heading: "Resolutions",
  kinds: KINDS,
  reasons: REASONS,
  states: STATES,
};
