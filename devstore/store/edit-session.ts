import { addFulfillmentOrder, newLine, unitPriceIn } from "./add-line.ts";
import { clipFuture } from "./clip-future.ts";
import { unfulfilledUnits } from "./derive.ts";
import { numericId } from "./ids.ts";
import { putBack } from "./line-stock.ts";
import { share } from "./money.ts";
import { linePaid, lineQuantities, orderTotals, outstanding } from "./order-money.ts";
import type { LineRecord, OrderRecord, VariantRecord } from "./records.ts";
import { commitRoutes, routeLines } from "./stock.ts";
import type { Store } from "./store.ts";

/** Off the whole line: a share of 0 to 100, or minor units. */
export type EditDiscount = { title: string } & ({ percent: number } | { amount: number });

export type EditLine = {
  id: string;
  /** The order's line, or null for one that the edit adds. */
  line: LineRecord | null;
  variant: VariantRecord | null;
  title: string;
  /** Units when the edit was begun. */
  base: number;
  quantity: number;
  discounts: EditDiscount[];
  restock: boolean;
};

/** An edit that was begun: until it is committed, the order knows nothing of it. */
export type EditSession = { id: string; order: OrderRecord; lines: EditLine[]; added: number };

export function beginEdit(store: Store, order: OrderRecord, now: string): EditSession {
  const id = numericId("CalculatedOrder", store.editSessions.size + 1, order.id);
  const lines = order.lineItems.flatMap((line): EditLine[] => {
    const { current } = lineQuantities(line, now);
    if (current === 0) return [];
    const { variant, title } = line;
    const own = numericId("CalculatedLineItem", line.id, id);
    return [{ id: own, line, variant, title, base: current, quantity: current, discounts: [], restock: false }];
  });
  const session = { id, order, lines, added: 0 };
  store.editSessions.set(id, session);
  return session;
}

/** Whether somebody else took units of a line that this edit changes. */
export function isOvertaken(session: EditSession, now: string): boolean {
  return session.lines.some(
    (item) =>
      item.line !== null &&
      item.quantity !== item.base &&
      (lineQuantities(item.line, now).current !== item.base || item.quantity < fixedUnits(item, now)),
  );
}

/** Units of a line that an edit may still take away: those that were not sent. */
export function editableUnits(item: EditLine, now: string): number {
  if (!item.line) return item.quantity;
  return Math.min(item.quantity, unfulfilledUnits(item.line, now));
}

/** The least the line can be set to. */
export function fixedUnits(item: EditLine, now: string): number {
  if (!item.line) return 0;
  return Math.max(0, lineQuantities(item.line, now).current - unfulfilledUnits(item.line, now));
}

export function addVariant(session: EditSession, variant: VariantRecord, quantity: number): EditLine {
  session.added += 1;
  const id = numericId("CalculatedLineItem", `added-${session.added}`, session.id);
  const item = {
    id,
    line: null,
    variant,
    title: variant.product.title,
    base: 0,
    quantity,
    discounts: [],
    restock: false,
  };
  session.lines.push(item);
  return item;
}

type Removal = { line: LineRecord; quantity: number; restock: boolean; amount: number };
export type EditOutcome = {
  removed: Removal[];
  /** Lines as the order would get them; more units of a line it has come as another line of the same variant. */
  added: LineRecord[];
  difference: number;
};

/** What the edit changes, with how much more (or, negative, less) the order costs by it, in minor units. */
export function outcomeOf(session: EditSession, now: string): EditOutcome {
  const { order } = session;
  const removed: Removal[] = [];
  const added: LineRecord[] = [];
  for (const item of session.lines) {
    const { base } = item;
    if (item.line && item.quantity < base) {
      const quantity = base - item.quantity;
      removed.push({ line: item.line, quantity, restock: item.restock, amount: worthOf(item.line, quantity, now) });
    }
    if (item.variant && item.quantity > base) added.push(lineOf(session, item, item.quantity - base, now));
  }
  const onTop = (line: LineRecord) =>
    order.taxesIncluded ? 0 : line.taxLines.reduce((sum, tax) => sum + tax.price, 0);
  const more = added.reduce((sum, line) => sum + linePaid(line) + onTop(line), 0);
  return { removed, added, difference: more - removed.reduce((sum, item) => sum + item.amount, 0) };
}

function lineOf({ order, id }: EditSession, item: EditLine, quantity: number, now: string): LineRecord {
  const variant = item.variant;
  if (!variant) throw new Error("only a variant can be added");
  const whole = unitPriceIn(order, variant) * quantity;
  const discounts = item.discounts.map((discount) => ({
    title: discount.title,
    amount: "percent" in discount ? Math.round((whole * discount.percent) / 100) : Math.min(whole, discount.amount),
  }));
  return newLine(order, { variant, quantity, discounts }, `edit-${id}-${item.id}`, now);
}

/** What the order costs less without these units, as its totals will say. */
function worthOf(line: LineRecord, quantity: number, now: string): number {
  const { ordered, removed } = lineQuantities(line, now);
  const kept = ordered - removed;
  const less = (whole: number) => share(whole, kept, line.quantity) - share(whole, kept - quantity, line.quantity);
  const tax = line.taxLines.reduce((sum, item) => sum + item.price, 0);
  return less(linePaid(line)) + (line.order.taxesIncluded ? 0 : less(tax));
}

export function editTotals(session: EditSession, now: string): { total: number; outstanding: number } {
  const { difference } = outcomeOf(session, now);
  const { order } = session;
  return { total: orderTotals(order, now).current + difference, outstanding: outstanding(order, now) + difference };
}

/** Makes the edit true; call it inside `store.change`. What is added gets fulfillment orders of its own. */
export function commitEdit(store: Store, session: EditSession, staffNote: string | null, now: string): EditOutcome {
  const { order } = session;
  const outcome = outcomeOf(session, now);
  order.edits.push({
    at: now,
    staffNote,
    removed: outcome.removed.map(({ line, quantity }) => ({ line, quantity })),
  });
  for (const item of outcome.removed) if (item.restock) putBack(item.line, item.quantity);
  order.lineItems.push(...outcome.added);
  const routes = routeLines(store, outcome.added);
  commitRoutes(routes);
  for (const { location, shares } of routes) if (shares.length > 0) addFulfillmentOrder(order, shares, location, now);
  clipFuture(order, now);
  store.editSessions.delete(session.id);
  return outcome;
}
