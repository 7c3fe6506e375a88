import type { Evidence } from "../orders/evidence.ts";
import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import type { Ruled } from "../policy/verdict.ts";

/** An item of an order as a model may choose it: by `number`, which never changes for an order. */
export type ChoosableItem = {
  number: number;
  title: string;
  variant: string | null;
  quantity: number;
  /** Units that nothing was done about yet. */
  free: number;
  /** What one unit cost, in words. */
  unitPrice: string;
  /** Other sizes and colours that can be sent, by the words on the variant ("Blue / M"), at most 30. */
  otherVariants: string[];
};

/** An option in words. `price` is what the shopper gets, or what goods are worth. */
export type OptionTold = {
  kind: ResolutionKind;
  /** "A refund of €42.50 to your original payment method". */
  text: string;
  approval: boolean;
  destinations: ("original_payment" | "store_credit")[];
  goodsComeBack: boolean;
};

/** What `resolution_options` answers for one order, reason and items. Every figure in it is in the evidence. */
export type OptionsTold = {
  orderName: string;
  reason: RequestReason;
  items: ChoosableItem[];
  /** Empty when nothing was chosen and the reason needs a choice: `ask` says so then. */
  chosen: { number: number; quantity: number; title: string }[];
  verdict: "allow" | "needs_approval" | "needs_evidence" | "wait_until" | "deny" | "escalate" | "choose_items";
  /** The policy's one sentence for the shopper. */
  sentence: string;
  needs: { photo: boolean; description: boolean };
  /** In words, where the verdict is to wait. */
  until: string | null;
  options: OptionTold[];
  /** Where it would be sent, in words, for replacements. */
  address: string | null;
};

export type OptionsOutcome =
  | { kind: "ok"; told: OptionsTold; evidence: Evidence[]; ruled: Ruled | null }
  | { kind: "not_found" }
  | { kind: "needs_identity" }
  | { kind: "too_old" }
  /** The shop has not granted the app what it needs to read orders. */
  | { kind: "denied"; scopes: readonly string[] }
  /** Items or variants that the order does not have, or not as many: what is wrong, for the model. */
  | { kind: "invalid"; message: string }
  | { kind: "unavailable"; why: string };

/** What a model may say of a proposal. Identity, amounts and digests are none of its business. */
export type ProposalAsk = {
  orderName: string | null;
  reason: RequestReason;
  kind: ResolutionKind;
  items: { number: number; quantity: number }[];
  destination: "original_payment" | "store_credit" | null;
  /** Words on the variant wanted instead ("Blue / M"), for exchanges and item changes; null otherwise. */
  variant: string | null;
  /** For item changes: the new number of units of the chosen items; null otherwise. */
  newQuantity: number | null;
  /** For address changes: the new address as the shopper wrote it, in its parts. */
  address: {
    name: string | null;
    company: string | null;
    address1: string;
    address2: string | null;
    city: string;
    province: string | null;
    zip: string | null;
    country: string | null;
    phone: string | null;
  } | null;
  /** What the shopper said about it, in their own words. */
  description: string | null;
};

export type ProposeOutcome =
  /** The card is shown; nothing is done until the shopper confirms it. */
  | {
      kind: "ok";
      told: {
        proposed: true;
        orderName: string;
        resolution: ResolutionKind;
        summary: string;
        approval: boolean;
        confirmBy: string;
        confirmWith: "button" | "word";
      };
      evidence: Evidence[];
    }
  /** The policy does not allow it as asked: its verdict, with what else there is. */
  | { kind: "verdict"; told: OptionsTold; evidence: Evidence[]; ruled: Ruled | null }
  | Exclude<OptionsOutcome, { kind: "ok" }>;
