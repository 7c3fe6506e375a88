import { OrderForExecutionDocument } from "../../shopify/generated/admin.ts";
import type { OrderForExecutionQuery } from "../../shopify/generated/admin.ts";
import type { StepContext } from "../executor.ts";
import { look } from "./calls.ts";
import type { Unreadable } from "./calls.ts";

export type OrderNode = NonNullable<OrderForExecutionQuery["order"]>;

/** The order of a resolution as Shopify holds it now. */
export async function readOrder(context: StepContext): Promise<{ kind: "order"; order: OrderNode } | Unreadable> {
  const read = await look(context, OrderForExecutionDocument, { id: context.proposal.orderId });
  if (read.kind === "unreadable") return read;
  const { order } = read.data;
  return order ? { kind: "order", order } : { kind: "unreadable", why: "the order is not there any more" };
}
