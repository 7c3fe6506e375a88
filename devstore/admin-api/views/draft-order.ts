import { type DraftOrderRecord, isReady } from "../../store/draft-order.ts";
import { gid } from "../../store/ids.ts";
import { orderTotals } from "../../store/order-money.ts";
import type { OrderRecord } from "../../store/records.ts";
import type { CallContext } from "../context.ts";
import { moneyBag } from "./money.ts";

export function draftOrderView(draft: DraftOrderRecord, context: CallContext) {
  return {
    id: gid("DraftOrder", draft.id),
    name: draft.name,
    status: draft.completed ? "COMPLETED" : "OPEN",
    ready: isReady(draft, context.now),
    tags: draft.contents.tags ?? [],
    totalPriceSet: () => moneyBag(draft.preview, orderTotals(draft.preview, draft.preview.createdAt).total),
    order: () => (draft.completed ? context.views.order(draft.completed.order, context) : null),
  };
}

/** What a draft would come to. */
export function calculatedDraftView(preview: OrderRecord) {
  const totals = orderTotals(preview, preview.createdAt);
  const goods = preview.lineItems.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  return {
    totalPriceSet: moneyBag(preview, totals.total),
    totalLineItemsPriceSet: moneyBag(preview, goods),
    totalDiscountsSet: moneyBag(preview, totals.discounts),
    totalTaxSet: moneyBag(preview, totals.tax),
    totalShippingPriceSet: moneyBag(preview, totals.shipping),
  };
}
