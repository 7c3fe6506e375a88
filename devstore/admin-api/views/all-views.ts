import { customerView } from "./customer.ts";
import { fulfillmentOrderView } from "./fulfillment-order.ts";
import { fulfillmentView } from "./fulfillment.ts";
import { orderView } from "./order.ts";
import { refundView } from "./refund.ts";
import { returnView } from "./return.ts";
import type { Views } from "./views.ts";

export const allViews: Views = {
  order: orderView,
  customer: customerView,
  fulfillment: fulfillmentView,
  fulfillmentOrder: fulfillmentOrderView,
  refund: refundView,
  return: returnView,
};
