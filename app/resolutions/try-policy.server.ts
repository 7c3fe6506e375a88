import type { ShopDates } from "../orders/estimates/estimate.ts";
import type { OrderSnapshot } from "../orders/snapshot.ts";
import { explain } from "../policy/explain.ts";
import type { Explanation } from "../policy/explain.ts";
import type { PolicyFacts } from "../policy/facts.ts";
import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import { possibleRequests } from "../policy/possible-requests.ts";
import type { PricedOption } from "../policy/verdict.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import { readingOnly } from "../shopify/reading-only.ts";
import { proposalCard } from "./card.ts";
import { drawProposal } from "./draw-proposal.server.ts";
import type { Drawn } from "./draw-proposal.server.ts";
import { factsOf } from "./facts/read-facts.server.ts";
import type { ReadFacts } from "./facts/read-facts.server.ts";
import type { OrderMaterial } from "./facts/material.ts";
import type { PolicyInForce } from "./policies.server.ts";
import type { ProposalCard } from "./proposal-card.ts";
import { understand } from "./request-for.ts";
import type { ProposalAsk } from "./tool-answers.ts";

/** What somebody of the staff tries on an order. `wanted: null` asks for whatever is on offer. */
export type TrialAsk = {
  /** Null: the first that the order's facts bear out, about the first item that it fits. */
  reason: RequestReason | null;
  /** By their numbers in the order, from 1. For a change of items: how many are to go. */
  items: { number: number; quantity: number }[];
  wanted: ResolutionKind | null;
  destination: ProposalAsk["destination"];
  photo: boolean;
  description: boolean;
  /** Words on the variant wanted instead. */
  variant: string | null;
};

type Items = TrialAsk["items"];

export type TrialItem = Pick<OrderMaterial["lines"][number], "title" | "variant" | "quantity" | "free"> & {
  number: number;
  others: string[];
};

type Decided = {
  kind: "decided";
  explanation: Explanation;
  options: readonly PricedOption[];
  card: ProposalCard | null;
  /** Why there is no card though the policy allows something; null where it is for other reasons. */
  noCard: { why: "destination" | "person" | "done" | "unavailable" | "invalid"; detail: string | null } | null;
};

export type Trial = {
  kind: "tried";
  items: TrialItem[];
  /** What was asked for in the end. */
  reason: RequestReason;
  chosen: TrialAsk["items"];
  outcome: Decided | { kind: "choose" } | { kind: "invalid"; message: string };
};

type Trying = {
  client: AdminClient;
  dates: ShopDates;
  /** The card's, BCP 47. */
  locale: string;
  signal: AbortSignal;
};

/** A card that nobody is asked to confirm expires as others do, only for its looks. */
const CARD_MS = 30 * 60_000;

/**
 * What a policy would say to a request about an order, and the card its shopper would get. A dry run: the client it goes on
 * with refuses to change anything, and nothing is stored.
 */
export async function tryPolicy(
  trying: Trying,
  snapshot: OrderSnapshot,
  policy: PolicyInForce,
  ask: TrialAsk,
): Promise<Trial | { kind: "unavailable" }> {
  const { dates, signal } = trying;
  const client = readingOnly(trying.client);
  const read = await factsOf({ client, dates }, snapshot, signal);
  if (read.kind !== "ok") return { kind: "unavailable" };
  const { facts, material, at } = read;
  const items = material.lines.map((line, index): TrialItem => {
    const { title, variant, quantity, free } = line;
    const others = line.variants.filter(({ id }) => id !== line.variantId).map((other) => other.title);
    return { number: index + 1, title, variant, quantity, free, others };
  });
  const asked = { ...ask, ...reasonAndItems(ask, facts) };
  const trial = { kind: "tried", items, reason: asked.reason, chosen: asked.items } as const;
  const photos = ask.photo ? 1 : 0;
  const plain = asProposal(asked, material, ask.wanted);
  // What is on offer is asked for without a variant, as the agent does it.
  const understood = understand({ ...plain, kind: ask.wanted }, facts, material, photos);
  if (understood.kind !== "ok") return { ...trial, outcome: understood };
  const first = explain(policy.policy, understood.request, facts, at);
  const wanted = ask.wanted ?? bestOf(first);
  if (wanted === null) return { ...trial, outcome: { ...decided(first), card: null, noCard: null } };
  const drawn = await drawProposal({ client, signal, photos }, read, policy, asProposal(asked, material, wanted));
  if (drawn.kind !== "drawn") return { ...trial, outcome: { ...decided(first), card: null, noCard: whyNone(drawn) } };
  // Store credit may be a refund that is taken as such: then that is what was decided on.
  const explanation = ask.wanted === null ? first : explain(policy.policy, drawn.request, facts, at);
  return { ...trial, outcome: { ...decided(explanation), card: cardOf(drawn, read, trying.locale), noCard: null } };
}

function reasonAndItems({ reason, items }: TrialAsk, facts: PolicyFacts): { reason: RequestReason; items: Items } {
  if (reason !== null) return { reason, items };
  const [possible] = possibleRequests(facts);
  if (!possible) return { reason: "damaged", items };
  const numbered = possible.items.map(({ lineId, quantity }) => {
    return { number: facts.lines.findIndex((line) => line.lineId === lineId) + 1, quantity };
  });
  return { reason: possible.reason, items: items.length > 0 ? items : numbered };
}

function decided(explanation: Explanation): Pick<Decided, "kind" | "explanation" | "options"> {
  const { verdict } = explanation;
  const options = "options" in verdict ? verdict.options : verdict.kind === "deny" ? verdict.alternatives : [];
  return { kind: "decided", explanation, options };
}

function bestOf({ verdict }: Explanation): ResolutionKind | null {
  return verdict.kind === "allow" || verdict.kind === "needs_approval" ? verdict.options[0].kind : null;
}

function cardOf(
  { proposal, option }: Extract<Drawn, { kind: "drawn" }>,
  read: ReadFacts,
  locale: string,
): ProposalCard {
  const { material, at } = read;
  const { returnShipping } = option.goods;
  const expiresAt = new Date(at.getTime() + CARD_MS);
  return proposalCard({ id: "", digest: "", expiresAt, proposal, material, locale, returnShipping });
}

function whyNone(drawn: Exclude<Drawn, { kind: "drawn" }>): Decided["noCard"] {
  switch (drawn.kind) {
    case "choose":
    case "verdict":
      return null;
    case "destination":
    case "done":
      return { why: drawn.kind, detail: null };
    case "person":
    case "unavailable":
      return { why: drawn.kind, detail: drawn.why };
    case "invalid":
      return { why: "invalid", detail: drawn.message };
  }
}

/** The ask as a model would put it. Nobody gives an address to try a policy: one in the same town stands in for it. */
function asProposal(
  ask: TrialAsk & { reason: RequestReason },
  material: OrderMaterial,
  kind: ResolutionKind | null,
): ProposalAsk {
  const { reason, items, destination } = ask;
  const [only] = items;
  const current = only ? material.lines[only.number - 1]?.current : undefined;
  const { address } = material;
  return {
    orderName: material.orderName,
    reason,
    kind: kind ?? "refund",
    items,
    destination,
    variant: ask.variant,
    newQuantity: only && current !== undefined && ask.variant === null ? current - only.quantity : null,
    address: address && {
      name: null,
      company: null,
      address1: "1 Example Street",
      address2: null,
      city: address.city,
      province: address.provinceCode,
      zip: address.zip,
      country: null,
      phone: null,
    },
    description: ask.description ? "It is not as it should be." : null,
  };
}
