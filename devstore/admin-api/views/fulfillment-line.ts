import { gid } from "../../store/ids.ts";
import type { FulfillmentLineRecord } from "../../store/records.ts";
import type { CallContext } from "../context.ts";
import { lineItemView } from "./line-item.ts";

export function fulfillmentLineItemView(part: FulfillmentLineRecord, context: CallContext) {
  return {
    id: gid("FulfillmentLineItem", part.id),
    quantity: part.quantity,
    lineItem: () => lineItemView(part.line, context),
  };
}
