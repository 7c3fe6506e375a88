import type { OrderForResolutionQuery } from "../../shopify/generated/admin.ts";
import type { Plan } from "../plan.ts";
import type { ResolutionState } from "../states.ts";

type OrderNode = NonNullable<OrderForResolutionQuery["order"]>;

/** Units of one line, or of `shipping` or `lateness`, that a ledger row has. */
export type Claim = {
  resolutionId: string;
  state: ResolutionState;
  plan: Plan;
  line: string;
  units: number;
};

/** `claimed`: units that ledger rows have, done or not. */
export type Units = { free: number; claimed: number };

const RETURNING: ReadonlySet<string> = new Set(["REQUESTED", "OPEN", "CLOSED"]);

/** What is stamped on whatever a resolution makes at Shopify. */
export function referenceOf(resolutionId: string): string {
  return `wherewithal-${resolutionId}`;
}

/**
 * Units of a line that nothing was done about: ordered, less those taken out or refunded, less those in a return that is
 * not called off, less those that ledger rows have. A row's units count once, as its claim or as what Shopify shows of it,
 * and where that is not certain they count twice rather than not at all (P3).
 */
export function unitsOf(order: OrderNode, lineId: string, claims: readonly Claim[]): Units {
  const line = order.lineItems.nodes.find(({ id }) => id === lineId);
  if (!line) return { free: 0, claimed: 0 };
  const refunded = sum(order.refunds.map((refund) => refundedUnits(refund, lineId)));
  const gone = Math.max(line.quantity - line.currentQuantity, refunded);
  const returned = sum(order.returns.nodes.map((one) => (RETURNING.has(one.status) ? returnedUnits(one, lineId) : 0)));
  const own = claims.filter((claim) => claim.line === lineId);
  const hidden = sum(own.map((claim) => Math.max(0, claim.units - shownUnits(claim, order))));
  return {
    free: Math.max(0, line.quantity - gone - returned - hidden),
    claimed: sum(own.map(({ units }) => units)),
  };
}

/** Of a claim's units, those that Shopify's own figures leave out already. */
function shownUnits({ plan, state, line, units, resolutionId }: Claim, order: OrderNode): number {
  const effect = Math.min(units, effectOn(plan, line));
  if (effect === 0 || state === "succeeded") return effect;
  const reference = referenceOf(resolutionId);
  const traced = sum([
    ...order.refunds.map((one) => (one.note?.includes(reference) ? refundedUnits(one, line) : 0)),
    ...order.returns.nodes.map((one) =>
      one.returnLineItems.nodes.some(({ returnReasonNote }) => returnReasonNote.includes(reference))
        ? returnedUnits(one, line)
        : 0,
    ),
  ]);
  return Math.min(effect, traced);
}

/** How many units of a line Shopify counts less, or as returned, once a plan is carried out. */
function effectOn(plan: Plan, lineId: string): number {
  const of = (lines: readonly { lineId: string; quantity: number }[]): number =>
    sum(lines.filter((line) => line.lineId === lineId).map(({ quantity }) => quantity));
  switch (plan.kind) {
    case "refund":
      return of(plan.lines);
    case "store_credit":
      return plan.refund ? of(plan.refund.lines) : 0;
    case "change_items":
      return sum(plan.quantities.filter((line) => line.lineId === lineId).map(({ from, to }) => from - to));
    case "return":
    case "exchange":
    case "cancel":
      return Number.MAX_SAFE_INTEGER;
    case "replacement":
    case "change_address":
      return 0;
  }
}

function refundedUnits(refund: OrderNode["refunds"][number], lineId: string): number {
  return sum(refund.refundLineItems.nodes.map((one) => (one.lineItem.id === lineId ? one.quantity : 0)));
}

/** Units of a return that were not refunded by it: those that were are among the refunds. */
function returnedUnits(one: OrderNode["returns"]["nodes"][number], lineId: string): number {
  return sum(
    one.returnLineItems.nodes.map((line) =>
      line.fulfillmentLineItem.lineItem.id === lineId ? Math.max(0, line.quantity - line.refundedQuantity) : 0,
    ),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
