import type { Situations } from "../../orders/situations.ts";
import type { OrderSnapshot, UnreadablePart } from "../../orders/snapshot.ts";
import type { LinePolicyFacts, PolicyFacts, PriorResolution } from "../../policy/facts.ts";
import type { OrderForResolutionQuery } from "../../shopify/generated/admin.ts";
import { readAddress } from "./address.ts";
import type { Claim } from "./free-units.ts";
import { referenceOf, unitsOf } from "./free-units.ts";
import type { MaterialLine, OrderMaterial } from "./material.ts";
import { combine, readPair, zeroPair } from "./pairs.ts";
import { placesOf } from "./places.ts";
import { partnersToAsk, preparationOf } from "./preparation.ts";
import { stockOf, variantsOf } from "./stock.ts";
import type { VariantNode } from "./stock.ts";
import { shippingLeft, unitPaid } from "./unit-paid.ts";

export type OrderNode = NonNullable<OrderForResolutionQuery["order"]>;

/** All that was read for one decision, by Shopify and by the ledger. */
export type Read = {
  order: OrderNode;
  snapshot: OrderSnapshot;
  situations: Situations;
  variants: ReadonlyMap<string, VariantNode>;
  /** Whether the shop has store credit; null when that could not be asked. */
  storeCredit: boolean | null;
  claims: readonly Claim[];
  history: readonly PriorResolution[];
  /** The order that this one was sent instead of. */
  replaces: string | null;
  /** Ids of this app's resolutions about the order, done or not, to tell its refunds from those of staff. */
  ours: readonly string[];
  timeZone: string;
  /** A field that a decision rests on came back with an error. */
  denied: boolean;
};

/** Maps what was read to what policies decide on, and to what plans are made of. Pure and total. */
export function mapFacts(read: Read): { facts: PolicyFacts; material: OrderMaterial } {
  const { order, snapshot, situations, claims } = read;
  const money = {
    currency: order.currencyCode,
    presentment: order.presentmentCurrencyCode,
    taxesIncluded: order.taxesIncluded,
  };
  const nothing = zeroPair(money.currency, money.presentment);
  const received = readPair(order.totalReceivedSet);
  const refunded = readPair(order.totalRefundedSet);
  const total = readPair(order.currentTotalPriceSet);
  const shipping = shippingLeft(order, money);
  const paid = order.lineItems.nodes.map((line) => unitPaid(line, money));
  const shippingClaimed = claims.some(({ line }) => line === "shipping");
  const lines = order.lineItems.nodes.map((line, index): { material: MaterialLine; facts: LinePolicyFacts } => {
    const { free, claimed } = unitsOf(order, line.id, claims);
    const node = line.variant ? read.variants.get(line.variant.id) : undefined;
    const common = {
      lineId: line.id,
      title: line.title,
      variant: shownVariant(line.variantTitle),
      variantId: line.variant?.id ?? null,
      free,
      unitPaid: paid[index]?.paid ?? nothing,
    };
    return {
      material: {
        ...common,
        image: line.image?.url ?? null,
        quantity: line.quantity,
        current: line.currentQuantity,
        unfulfilled: line.unfulfilledQuantity,
        claimed,
        unitTax: paid[index]?.tax ?? nothing,
        variants: node ? variantsOf(node, money.currency) : [],
      },
      facts: {
        ...common,
        productId: line.product?.id ?? null,
        productTags: node?.product.tags ?? [],
        collectionIds: node?.product.collections.nodes.map(({ id }) => id) ?? [],
        isGiftCard: line.isGiftCard,
        requiresShipping: line.requiresShipping,
        quantity: line.currentQuantity,
        inStock: node ? stockOf(node, node.product) : 0,
        places: placesOf(line.id, situations.groups),
      },
    };
  });
  const { customer } = order;
  const facts: PolicyFacts = {
    order: {
      id: order.id,
      name: order.name,
      placedAt: new Date(order.processedAt),
      cancelledAt: order.cancelledAt === null ? null : new Date(order.cancelledAt),
      test: order.test,
      tags: order.tags,
      replaces: read.replaces,
      countryCode: order.shippingAddress?.countryCodeV2 ?? null,
      situation: situations.order.id,
      highRisk: order.risk.recommendation === "CANCEL" || order.risk.recommendation === "INVESTIGATE",
      editable: order.merchantEditable,
      total: total ?? nothing,
      preparation: preparationOf(
        snapshot,
        situations.groups.map(({ situation }) => situation.id),
      ),
    },
    customer: {
      id: customer?.id ?? null,
      tags: customer?.tags ?? [],
      orderCount: customer ? Number(customer.numberOfOrders) : null,
    },
    lines: lines.map((line) => line.facts),
    shippingLeft: shippingClaimed ? nothing : (shipping ?? nothing),
    refundable: received && refunded ? combine(received, refunded, (a, b) => Math.max(0, a - b)) : nothing,
    history: [...read.history, ...staffRefunds(read)].toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    storeCreditEnabled: read.storeCredit === true && customer !== null,
    timeZone: read.timeZone,
    incomplete:
      read.denied ||
      isCut(order) ||
      [received, refunded, total, shipping, ...paid].includes(null) ||
      snapshot.unreadable.some(({ part }) => !MAY_BE_UNKNOWN.has(part)),
  };
  const material: OrderMaterial = {
    orderId: order.id,
    orderName: order.name,
    email: order.email,
    customerId: customer?.id ?? null,
    ...money,
    address: readAddress(order.shippingAddress),
    lines: lines.map((line) => line.material),
    payments: order.transactions
      .filter(({ kind, status }) => (kind === "SALE" || kind === "CAPTURE") && status === "SUCCESS")
      .map(({ id, gateway }) => ({ id, gateway: gateway ?? "" })),
    withPartner: partnersToAsk(snapshot),
    shippingClaimed,
    latenessClaimed: claims.some(({ line }) => line === "lateness"),
  };
  return { facts, material };
}

/** Without these a decision is still sound: what needs an address asks for one, and links and numbers decide nothing. */
const MAY_BE_UNKNOWN: ReadonlySet<UnreadablePart> = new Set(["delivery_address", "tracking"]);

/** Page sizes of OrderForResolution: a list without page info that is as long may go on. */
const FULL = { payments: 20, refunds: 10, refundLines: 8, returns: 6, returnLines: 6 };

/** Something is longer than what was read: then what is free, or left to refund, is not known for certain. */
function isCut(order: OrderNode): boolean {
  const { nodes: returns } = order.returns;
  return (
    order.lineItems.pageInfo.hasNextPage ||
    order.transactions.length >= FULL.payments ||
    order.refunds.length >= FULL.refunds ||
    order.refunds.some(({ refundLineItems: { nodes } }) => nodes.length >= FULL.refundLines) ||
    returns.length >= FULL.returns ||
    returns.some(({ returnLineItems: { nodes } }) => nodes.length >= FULL.returnLines)
  );
}

/** What staff gave back on this order: refunds that carry no reference of ours, and moved money. */
function staffRefunds({ order, ours }: Read): PriorResolution[] {
  return order.refunds.flatMap((refund): PriorResolution[] => {
    const value = readPair(refund.totalRefundedSet);
    const isOurs = ours.some((id) => refund.note?.includes(referenceOf(id)));
    if (!value || value.shop.minor <= 0 || isOurs || refund.createdAt === null) return [];
    const at = new Date(refund.createdAt);
    return [{ at, by: "staff", orderId: order.id, kind: "refund", reason: null, value: value.shop }];
  });
}

/** Single-variant products have a variant that only says so. */
function shownVariant(title: string | null): string | null {
  return title === null || title === "" || title === "Default Title" ? null : title;
}
