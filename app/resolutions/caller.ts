import type { ConversationKey, Scope } from "../identity/scope.ts";
import type { ShopDates } from "../orders/estimates/estimate.ts";
import type { LiveTrackingPort } from "../orders/tracking/port.ts";
import type { AdminClient } from "../shopify/admin-client.ts";

/** For whom and with what something is proposed: one conversation under its identity scope. No model has a say in any of it. */
export type ResolutionCaller = {
  key: ConversationKey;
  scope: Scope;
  /** BCP 47 tag of the conversation. */
  locale: string;
  /** The shop's own time zone (IANA) and currency (ISO 4217). */
  timeZone: string;
  currency: string;
  client: AdminClient;
  dates: ShopDates;
  tracking: LiveTrackingPort | null;
  /** How the shopper says yes: on the card, or where none can be shown by a message that says nothing else. */
  confirmWith: "button" | "word";
  /** Photos that the shopper sent in this conversation lately. */
  photos: number;
};
