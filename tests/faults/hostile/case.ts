import type { ProposalCard } from "../../../app/resolutions/proposal-card.ts";
import type { ResolutionState } from "../../../app/resolutions/states.ts";
import type { Policy } from "../../../app/policy/policy.ts";
import type { BookEntry } from "../../../devstore/store/book.ts";

/** An order as the store had it before anything was done about it. Amounts in minor units of `currency`. */
export type OrderBefore = {
  id: string;
  name: string;
  customerId: string;
  currency: string;
  /** Units of the order's currency for one of the shop's. */
  rate: number;
  received: number;
  tags: readonly string[];
  /** Where it goes. */
  country: string | null;
  deliveredAt: string | null;
  lines: readonly {
    id: string;
    variantId: string;
    title: string;
    quantity: number;
    unitPrice: number;
    /** The product's. */
    tags: readonly string[];
    isGiftCard: boolean;
  }[];
};

/** A card that a conversation was shown, and the reason that its request gave. */
export type Shown = { conversationId: string; reason: string; card: ProposalCard };

/** What a shopper sent about a card, and the answer. `number` counts everything that anybody did, in its order. */
export type Sent = {
  number: number;
  conversationId: string;
  id: string;
  digest: string;
  decision: "confirm" | "decline";
  answer: "ok" | "conflict" | "not_found" | "failed";
};

/** Everything that an audit of the books looks at. Of the app's own records it holds the ends of the ledger's rows alone. */
export type MoneyCase = {
  policy: Policy;
  orders: readonly OrderBefore[];
  /** Orders that the guests' conversations may know of. */
  scopes: Readonly<Record<string, readonly string[]>>;
  /** The customer of each conversation of one who is logged in. */
  customers: Readonly<Record<string, string>>;
  book: readonly BookEntry[];
  shown: readonly Shown[];
  sent: readonly Sent[];
  /** Cards that ran out, and when. */
  ranOut: readonly { id: string; number: number }[];
  /** Resolutions that a person said yes to, and no to. */
  approved: readonly string[];
  refused: readonly string[];
  /** Orders that came back from Shopify in whatever was done for a conversation: "operation order". */
  reads: Readonly<Record<string, readonly string[]>>;
  ends: readonly {
    id: string;
    conversationId: string;
    state: ResolutionState;
    /** What people in the admin are told of it. */
    staff: string | null;
    told: readonly ResolutionState[];
  }[];
  /** What a model claimed without any ground and a shopper read all the same. */
  lies: readonly string[];
  happened: Readonly<Record<string, number>>;
};
