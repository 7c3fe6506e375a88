import type { ConversationKey, Scope } from "../identity/scope.ts";
import type { ShopDates } from "../orders/estimates/estimate.ts";
import type { LiveTrackingPort } from "../orders/tracking/port.ts";
import type { Explanation } from "../policy/explain.ts";
import type { PolicyRequest } from "../policy/facts.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import type { Asked } from "./asked.ts";
import type { FrozenProposal } from "./plan.ts";
import type { PolicyInForce } from "./policies.server.ts";

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
  /** Set where somebody tries the agent out; a shopper's own conversation has none. */
  trial?: DryRun;
};

/** What a dry run decides by, and what it does instead of writing to the ledger. */
export type DryRun = {
  policy: PolicyInForce;
  /** Hears of every decision, with all the rules that were asked. */
  decided(request: PolicyRequest, explanation: Explanation): void;
  /** In the place of the ledger: gives what a stored proposal would have, and stores nothing. */
  keep(id: string, proposal: FrozenProposal, asked: Asked): { digest: string; expiresAt: Date };
};
