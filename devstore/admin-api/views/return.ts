import { returnState, visible } from "../../store/derive.ts";
import { processedUnits, sentUnits } from "../../store/returnable.ts";
import { gid, numericId } from "../../store/ids.ts";
import type { ReturnLineRecord, ReturnRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { lineItemView } from "./line-item.ts";
import { fulfillmentLineItemView } from "./fulfillment-line.ts";

export function returnView(item: ReturnRecord, context: CallContext): object {
  const { now } = context;
  const at = (time: string | null | undefined) => (visible(time, now) ? time : null);
  const approved = visible(item.approvedAt, now);
  return {
    id: gid("Return", item.id),
    name: item.name,
    status: returnState(item, now),
    createdAt: item.createdAt,
    requestApprovedAt: at(item.approvedAt),
    closedAt: at(item.closedAt),
    totalQuantity: item.lines.reduce((sum, line) => sum + line.quantity, 0),
    decline:
      item.declined && visible(item.declined.at, now)
        ? { reason: item.declined.reason, note: item.declined.note }
        : null,
    order: () => context.views.order(item.order, context),
    returnLineItems: (args: PageArgs) => listConnection(item.lines, args, (line) => returnLineView(line, context)),
    exchangeLineItems: (args: PageArgs) =>
      listConnection(item.exchangeLines, args, (line) => ({
        id: gid("ExchangeLineItem", line.id),
        quantity: line.quantity,
        variantId: gid("ProductVariant", line.variant.id),
        processedQuantity: sentUnits(line, now),
        unprocessedQuantity: line.quantity - sentUnits(line, now),
        lineItems: () => line.lines.map((made) => lineItemView(made, context)),
      })),
    refunds: (args: PageArgs) =>
      listConnection(
        item.order.refunds.filter((refund) => refund.return === item && refund.at <= now),
        args,
        (refund) => context.views.refund(refund, context),
      ),
    // One for all items: they go back to one location.
    reverseFulfillmentOrders: (args: PageArgs) =>
      listConnection(approved ? [item] : [], args, () => reverseFulfillmentOrderView(item, context)),
  };
}

type Reason = CallContext["store"]["returnReasons"][number];

/** The number in a return reason's GID. */
export function reasonNumber(reason: Reason): string {
  return numericId("ReturnReasonDefinition", reason.id ?? reason.handle);
}

export function returnReasonView(reason: Reason) {
  return {
    id: gid("ReturnReasonDefinition", reasonNumber(reason)),
    handle: reason.handle,
    name: reason.name,
    deleted: reason.deleted,
  };
}

function returnLineView(line: ReturnLineRecord, context: CallContext) {
  const reason = context.store.returnReasons.find((candidate) => candidate.handle === line.reason);
  return {
    __typename: "ReturnLineItem",
    id: gid("ReturnLineItem", line.id),
    quantity: line.quantity,
    processedQuantity: processedUnits(line, context.now),
    unprocessedQuantity: line.quantity - processedUnits(line, context.now),
    processableQuantity: line.quantity - processedUnits(line, context.now),
    refundedQuantity: line.refundedQuantity,
    refundableQuantity: line.quantity - line.refundedQuantity,
    customerNote: line.customerNote,
    returnReasonNote: line.reasonNote,
    restockingFee: line.restockingFee === null ? null : { percentage: line.restockingFee },
    returnReasonDefinition: reason ? returnReasonView(reason) : null,
    fulfillmentLineItem: () => (line.fulfillmentLine ? fulfillmentLineItemView(line.fulfillmentLine, context) : null),
  };
}

function reverseFulfillmentOrderView(item: ReturnRecord, context: CallContext) {
  const { now } = context;
  const done = item.lines.every((line) => processedUnits(line, now) >= line.quantity);
  return {
    id: gid("ReverseFulfillmentOrder", item.id),
    status: visible(item.cancelledAt, now) ? "CANCELED" : done ? "CLOSED" : "OPEN",
    lineItems: (args: PageArgs) =>
      listConnection(item.lines, args, (line) => ({
        id: gid("ReverseFulfillmentOrderLineItem", line.id),
        totalQuantity: line.quantity,
        remainingQuantity: line.quantity - processedUnits(line, now),
        fulfillmentLineItem: () =>
          line.fulfillmentLine ? fulfillmentLineItemView(line.fulfillmentLine, context) : null,
        dispositions: () =>
          line.dispositions.flatMap((disposition, index) =>
            disposition.at <= now
              ? [
                  {
                    id: gid("ReverseFulfillmentOrderDisposition", numericId("Disposition", index + 1, line.id)),
                    type: disposition.type,
                    quantity: disposition.quantity,
                    createdAt: disposition.at,
                  },
                ]
              : [],
          ),
      })),
    reverseDeliveries: (args: PageArgs) =>
      listConnection(
        item.reverseDeliveries.filter((delivery) => delivery.at <= now),
        args,
        reverseDeliveryView,
      ),
  };
}

export function reverseDeliveryView(delivery: ReturnRecord["reverseDeliveries"][number]) {
  return {
    id: gid("ReverseDelivery", delivery.id),
    deliverable: {
      __typename: "ReverseDeliveryShippingDeliverable",
      label:
        delivery.labelUrl === null
          ? null
          : { publicFileUrl: delivery.labelUrl, createdAt: delivery.at, updatedAt: delivery.at },
      tracking: delivery.tracking && {
        carrierName: delivery.tracking.company,
        number: delivery.tracking.number,
        url: delivery.tracking.url,
      },
    },
  };
}
