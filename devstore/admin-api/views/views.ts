import type {
  CustomerRecord,
  FulfillmentOrderRecord,
  FulfillmentRecord,
  OrderRecord,
  RefundRecord,
  ReturnRecord,
} from "../../store/records.ts";
import type { CallContext } from "../context.ts";

/** The views that lead to each other. They find one another in the call's context, as modules in a circle cannot. */
export type Views = {
  order: (order: OrderRecord, context: CallContext) => object;
  customer: (customer: CustomerRecord, context: CallContext) => object;
  fulfillment: (fulfillment: FulfillmentRecord, context: CallContext) => object;
  fulfillmentOrder: (item: FulfillmentOrderRecord, context: CallContext) => object;
  refund: (refund: RefundRecord, context: CallContext) => object;
  return: (item: ReturnRecord, context: CallContext) => object;
};
