import { type EditLine, editableUnits, type EditSession, editTotals } from "../../store/edit-session.ts";
import { gid } from "../../store/ids.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { moneyBag } from "./money.ts";
import { variantView } from "./product.ts";

/** The order as it would be if the edit were committed now. */
export function calculatedOrderView(session: EditSession, context: CallContext): object {
  const totals = () => editTotals(session, context.now);
  return {
    __typename: "CalculatedOrder",
    id: gid("CalculatedOrder", session.id),
    totalPriceSet: () => moneyBag(session.order, totals().total),
    totalOutstandingSet: () => moneyBag(session.order, totals().outstanding),
    lineItems: (args: PageArgs) => listConnection(session.lines, args, (item) => calculatedLineView(item, context)),
  };
}

export function calculatedLineView(item: EditLine, context: CallContext): object {
  return {
    id: gid("CalculatedLineItem", item.id),
    title: item.title,
    quantity: item.quantity,
    editableQuantity: () => editableUnits(item, context.now),
    variant: () => (item.variant ? variantView(item.variant, context) : null),
  };
}
