import { toInstant } from "../../store/clock.ts";
import { returnState } from "../../store/derive.ts";
import { gid, numericId, parseGid } from "../../store/ids.ts";
import type { ReturnRecord } from "../../store/records.ts";
import { processedUnits, sentUnits } from "../../store/returnable.ts";
import type { Store } from "../../store/store.ts";
import type { CallContext } from "../context.ts";
import { userError } from "../mutations.ts";
import { bookedUnits, bookedVariant, record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { mayRead } from "../views/readable.ts";
import { returnView, reverseDeliveryView } from "../views/return.ts";
import { readReturnInput, type ReturnInput } from "./return-input.ts";

type LabelArgs = {
  reverseFulfillmentOrderId: string;
  reverseDeliveryLineItems: { reverseFulfillmentOrderLineItemId: string; quantity: number }[];
  labelInput?: { fileUrl: string } | null;
  trackingInput?: { number?: string | null; url?: string | null } | null;
};

/** Opening a return, its label, and calling it off; `return-process.ts` has what happens when it is processed. */
export const returnMutations: RootFields = {
  returnCreate: ({ returnInput }: { returnInput: ReturnInput }, context) => open(returnInput, context),
  returnCancel: ({ id }: { id: string }, context) => cancel(id, context),
  reverseDeliveryCreateWithShipping: (args: LabelArgs, context) => attachLabel(args, context),
};

/** A return by its GID, of an order that the app may read. */
export function findReturn(id: string, context: CallContext, type = "Return"): ReturnRecord | null {
  const parsed = parseGid(id);
  if (parsed?.type !== type) return null;
  return allReturns(context.store).find((item) => item.id === parsed.number && mayRead(item.order, context)) ?? null;
}

function allReturns(store: Store): ReturnRecord[] {
  const now = store.nowInstant();
  return store.visibleOrders().flatMap((order) => order.returns.filter((item) => item.createdAt <= now));
}

function open(input: ReturnInput, context: CallContext) {
  const { now } = context;
  const refused = (userErrors: unknown[]) => ({ return: null, userErrors });
  const read = readReturnInput(input, context);
  if (read.kind === "refused") return refused(read.userErrors);
  if (read.lines.length === 0)
    return refused([userError(["returnInput", "returnLineItems"], "Return must have at least one item.", "BLANK")]);
  const requestedAt = input.requestedAt ? toInstant(input.requestedAt) : null;
  if (requestedAt !== null && requestedAt > now)
    return refused([userError(["returnInput", "requestedAt"], "cannot be in the future", "INVALID")]);

  const { order } = read;
  const number = order.returns.length + 1;
  const key = `made-${number}`;
  const scope = `${order.id}/${key}`;
  const made: ReturnRecord = {
    id: numericId("Return", key, order.id),
    key,
    name: `${order.name}-R${number}`,
    createdAt: now,
    ...(requestedAt !== null && { requestedAt }),
    approvedAt: now,
    declined: null,
    cancelledAt: null,
    closedAt: null,
    order,
    lines: read.lines.map((item, index) => ({
      id: numericId("ReturnLineItem", index + 1, scope),
      line: item.part.line,
      fulfillmentLine: item.part,
      quantity: item.quantity,
      reason: item.reason,
      reasonNote: item.note,
      customerNote: null,
      processedQuantity: 0,
      refundedQuantity: 0,
      restockingFee: item.restockingFee,
      dispositions: [],
    })),
    exchangeLines: read.exchanges.map(({ variant, quantity, line }, index) => ({
      id: numericId("ExchangeLineItem", index + 1, scope),
      variant,
      quantity,
      discounts: line.discounts.map(({ title, amount }) => ({ title, amount })),
      lines: [],
    })),
    shippingFee: read.shippingFee,
    fees: [],
    reverseDeliveries: [],
  };
  context.store.change(order, now, () => void order.returns.push(made));
  record(
    context,
    "returnCreate",
    { order },
    {
      kind: "return",
      return: gid("Return", made.id),
      name: made.name,
      units: made.lines.map((item) => bookedUnits(item.line, item.quantity)),
      exchanges: made.exchangeLines.map((item) => bookedVariant(item.variant, item.quantity)),
    },
  );
  return { return: returnView(made, context), userErrors: [] };
}

function cancel(id: string, context: CallContext) {
  const { now } = context;
  const refused = (message: string, code: string) => ({ return: null, userErrors: [userError(["id"], message, code)] });
  const item = findReturn(id, context);
  if (!item) return refused("Return does not exist.", "NOT_FOUND");
  const state = returnState(item, now);
  if (state !== "OPEN" && state !== "REQUESTED")
    return refused(`Return is ${state.toLowerCase()} and cannot be canceled.`, "INVALID_STATE");
  const begun =
    item.lines.some((line) => processedUnits(line, now) > 0 || line.refundedQuantity > 0) ||
    item.exchangeLines.some((exchange) => sentUnits(exchange, now) > 0) ||
    item.order.refunds.some((refund) => refund.return === item && refund.at <= now);
  if (begun) return refused("Return is being processed and cannot be canceled.", "INVALID_STATE");
  context.store.change(item.order, now, () => void (item.cancelledAt = now));
  record(
    context,
    "returnCancel",
    { order: item.order },
    {
      kind: "return_cancelled",
      return: gid("Return", item.id),
      name: item.name,
    },
  );
  return { return: returnView(item, context), userErrors: [] };
}

function attachLabel(args: LabelArgs, context: CallContext) {
  const { now } = context;
  const refused = (field: string, message: string, code: string) => ({
    reverseDelivery: null,
    userErrors: [userError([field], message, code)],
  });
  const item = findReturn(args.reverseFulfillmentOrderId, context, "ReverseFulfillmentOrder");
  if (!item) return refused("reverseFulfillmentOrderId", "Reverse fulfillment order does not exist.", "NOT_FOUND");
  if (returnState(item, now) !== "OPEN")
    return refused("reverseFulfillmentOrderId", "Reverse fulfillment order is not open.", "INVALID_STATE");
  const ids = item.lines.map((line) => gid("ReverseFulfillmentOrderLineItem", line.id));
  for (const line of args.reverseDeliveryLineItems)
    if (!ids.includes(line.reverseFulfillmentOrderLineItemId))
      return refused("reverseDeliveryLineItems", "Reverse fulfillment order line item does not exist.", "NOT_FOUND");
  const { number = null, url = null } = args.trackingInput ?? {};
  const delivery: ReturnRecord["reverseDeliveries"][number] = {
    id: numericId("ReverseDelivery", `made-${item.reverseDeliveries.length + 1}`, `${item.order.id}/${item.key}`),
    at: now,
    tracking: args.trackingInput ? { company: null, number, url } : null,
    labelUrl: args.labelInput?.fileUrl ?? null,
  };
  context.store.change(item.order, now, () => void item.reverseDeliveries.push(delivery));
  record(
    context,
    "reverseDeliveryCreateWithShipping",
    { order: item.order },
    {
      kind: "return_label",
      return: gid("Return", item.id),
      reverseDelivery: gid("ReverseDelivery", delivery.id),
      label: delivery.labelUrl,
    },
  );
  return { reverseDelivery: reverseDeliveryView(delivery), userErrors: [] };
}
