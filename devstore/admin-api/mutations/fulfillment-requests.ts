import { askToCancel, findFulfillmentOrder, mayAskToCancel } from "../../store/cancellation-requests.ts";
import { gid } from "../../store/ids.ts";
import type { CallContext } from "../context.ts";
import { userError } from "../mutations.ts";
import { record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { fulfillmentOrderView } from "../views/fulfillment-order.ts";
import { mayRead, readableFulfillmentOrders } from "../views/readable.ts";

type Args = { id: string; message?: string | null };

/** Asking a fulfillment service to stop; `POST /_devstore/fulfillment-orders/{id}/cancellation` lets it answer. */
export const fulfillmentRequestMutations: RootFields = {
  fulfillmentOrderSubmitCancellationRequest: ({ id, message }: Args, context) => ask(id, message ?? null, context),
};

function ask(id: string, message: string | null, context: CallContext) {
  const { store, now } = context;
  const refused = (text: string) => ({ fulfillmentOrder: null, userErrors: [userError(["id"], text)] });
  const item = findFulfillmentOrder(store, id, now);
  if (!item || !mayRead(item.order, context) || readableFulfillmentOrders([item], context).length === 0)
    return refused("Fulfillment order does not exist.");
  if (!mayAskToCancel(item, now))
    return refused("Cannot request cancellation: the fulfillment order was not submitted, or is past cancelling.");
  store.change(item.order, now, () => {
    askToCancel(item, message, now);
  });
  record(
    context,
    "fulfillmentOrderSubmitCancellationRequest",
    { order: item.order },
    {
      kind: "cancellation_asked",
      fulfillmentOrder: gid("FulfillmentOrder", item.id),
      message,
    },
  );
  return { fulfillmentOrder: fulfillmentOrderView(item, context), userErrors: [] };
}
