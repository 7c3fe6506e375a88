import type { PolicyFacts, PolicyRequest } from "../policy/facts.ts";
import type { MoneyPair } from "../policy/money-pair.ts";
import type { ResolutionKind } from "../policy/kinds.ts";
import type { Chosen } from "./choose-items.ts";
import { chooseItems } from "./choose-items.ts";
import type { MaterialLine, MaterialVariant, OrderMaterial } from "./facts/material.ts";
import { matchVariant } from "./match-variant.ts";
import type { ProposalAsk } from "./tool-answers.ts";

/** What is asked, by tools or by a proposal that is checked again. `kind: null` asks what is on offer. */
export type Ask = Pick<ProposalAsk, "reason" | "items" | "destination" | "variant" | "newQuantity" | "description"> & {
  kind: ResolutionKind | null;
};

export type Understood =
  | { kind: "ok"; request: PolicyRequest; chosen: Chosen[]; instead: MaterialVariant | null }
  | { kind: "choose" }
  | { kind: "invalid"; message: string };

/** Turns item numbers and words on a variant into the units and the variant of the order that they mean. Guesses nothing. */
export function understand(ask: Ask, facts: PolicyFacts, material: OrderMaterial, photos: number): Understood {
  const choice = chooseItems(material, ask.reason, ask.items);
  if (choice.kind !== "chosen") return choice;
  const changed = ask.kind === "change_items" ? changedItems(choice.items, ask, material) : choice;
  if (changed.kind === "invalid") return changed;
  const chosen = changed.items;
  let instead: MaterialVariant | null = null;
  if (ask.kind === "exchange" || (ask.kind === "change_items" && ask.variant !== null)) {
    const [first, ...rest] = chosen;
    if (!first || rest.length > 0) return invalid("Choose one item at a time for an exchange.");
    const match = matchVariant(first.line, ask.variant ?? "");
    if (match.kind === "invalid") return match;
    instead = match.variant;
  }
  const [first] = chosen;
  const price = instead && first ? priceOf(instead, first.line, facts.order.total) : null;
  if (instead && !price) return invalid("The price of that variant cannot be read. Offer a person.");
  return {
    kind: "ok",
    chosen,
    instead,
    request: {
      reason: ask.reason,
      items: chosen.map(({ line, quantity }) => ({ lineId: line.lineId, quantity })),
      wanted: ask.kind,
      destination: ask.destination,
      evidence: { photos, description: ask.description !== null && ask.description.trim().length > 1 },
      instead:
        instead && price
          ? { variantId: instead.id, unitPrice: price, inStock: instead.inStock, sameProduct: true }
          : null,
    },
  };
}

/** For a change of items, the units that go: down to the new number, or those that become another variant. */
function changedItems(
  items: Chosen[],
  { variant, newQuantity }: Ask,
  material: OrderMaterial,
): { kind: "ok"; items: Chosen[] } | { kind: "invalid"; message: string } {
  if (variant !== null) return { kind: "ok", items };
  if (newQuantity === null) return invalid("Say the new number of units, or the variant wanted instead.");
  const fewer = items.map((item) => ({ ...item, quantity: item.line.current - newQuantity }));
  if (fewer.some(({ quantity }) => quantity <= 0)) {
    return invalid("Items can only become fewer here; more of them is a new order.");
  }
  const left = material.lines.reduce((sum, { current }) => sum + current, 0);
  if (fewer.reduce((sum, { quantity }) => sum + quantity, 0) >= left) {
    return invalid("That leaves nothing of the order: it is a cancellation then.");
  }
  return { kind: "ok", items: fewer };
}

/** A variant's catalog price as this order would be charged for it: with tax where it comes on top, at the order's rate. */
export function priceOf(variant: MaterialVariant, line: MaterialLine, total: MoneyPair): MoneyPair | null {
  if (variant.price === null) return null;
  const { unitPaid, unitTax } = line;
  const net = unitPaid.shop.minor - unitTax.shop.minor;
  const tax = net > 0 ? Math.ceil((variant.price * unitTax.shop.minor) / net) : 0;
  const minor = variant.price + tax;
  const shop = { minor, currency: total.shop.currency };
  const { currency } = total.presentment;
  if (currency === shop.currency) return { shop, presentment: shop };
  const at = unitPaid.shop.minor > 0 ? unitPaid : total;
  if (at.shop.minor <= 0) return null;
  return { shop, presentment: { minor: Math.round((minor * at.presentment.minor) / at.shop.minor), currency } };
}

function invalid(message: string): { kind: "invalid"; message: string } {
  return { kind: "invalid", message };
}
