import { storeCreditGateway } from "../../store/add-refund.ts";
import { clipFuture } from "../../store/clip-future.ts";
import { fulfillmentOrderState, isCancelled, returnState, visibleFulfillmentOrders } from "../../store/derive.ts";
import { gid } from "../../store/ids.ts";
import { visibleTransactions } from "../../store/order-money.ts";
import type { OrderRecord } from "../../store/records.ts";
import { maximumRefundable, spreadOverPayments } from "../../store/refund-money.ts";
import { transaction } from "../../store/resolve-transactions.ts";
import { refundSums, wholeOrder } from "../../store/suggest-refund.ts";
import type { CallContext } from "../context.ts";
import { idempotent, type UserError, userError } from "../mutations.ts";
import { bookedUnits, record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { orderFor } from "./orders.ts";
import { makeRefund } from "./refunds.ts";

type CancelArgs = {
  orderId: string;
  reason: NonNullable<OrderRecord["cancel"]>["reason"];
  restock: boolean;
  refundMethod?: {
    originalPaymentMethodsRefund?: boolean | null;
    storeCreditRefund?: { expiresAt?: string | null } | null;
  } | null;
  staffNote?: string | null;
};
type Asking = Pick<CallContext, "store" | "now" | "by">;

const maxStaffNote = 255;

/** Why the order cannot be cancelled at all, now: the first of Shopify's reasons that holds, or null. */
function cancelRefusal(order: OrderRecord, now: string): string | null {
  if (order.cancel !== null && order.cancel.at <= now) return "Order has already been cancelled";
  if (order.fulfillments.some((item) => item.at <= now && !isCancelled(item, now)))
    return "Cannot cancel an order with fulfillments";
  const underWay = visibleFulfillmentOrders(order, now).some((item) => {
    const { status, requestStatus, remaining } = fulfillmentOrderState(item, now);
    return remaining > 0 && status === "IN_PROGRESS" && requestStatus !== "CANCELLATION_ACCEPTED";
  });
  if (underWay) return "Cannot cancel an order with fulfillment orders in progress";
  const open = order.returns.some(
    (item) => item.createdAt <= now && ["OPEN", "REQUESTED"].includes(returnState(item, now)),
  );
  if (open) return "Cannot cancel an order with active returns";
  const pending = visibleTransactions(order, now).some(
    (item) => item.kind === "AUTHORIZATION" && ["AWAITING_RESPONSE", "PENDING"].includes(item.status),
  );
  return pending ? "Cannot cancel an order with pending payment authorizations" : null;
}

function refusals(args: CancelArgs, order: OrderRecord, { store, now }: Asking): UserError[] {
  const why = cancelRefusal(order, now);
  if (why !== null) return [userError(["orderId"], why, "INVALID")];
  if ((args.staffNote?.length ?? 0) > maxStaffNote)
    return [userError(["staffNote"], `Staff note is too long (maximum is ${maxStaffNote} characters)`, "INVALID")];
  const credit = args.refundMethod?.storeCreditRefund;
  if (!credit) return [];
  const place = ["refundMethod", "storeCreditRefund"];
  if (!order.customer || !store.shop.storeCreditEnabled)
    return [userError(place, "The order has no customer to refund to", "STORE_CREDIT_REFUND_MISSING_CUSTOMER")];
  if (credit.expiresAt != null && Date.parse(credit.expiresAt) <= Date.parse(now))
    return [userError([...place, "expiresAt"], "Expiration is in the past", "STORE_CREDIT_REFUND_EXPIRATION_IN_PAST")];
  return [];
}

/** What the job does: everything that is left goes back, authorisations are given up, and nothing more is sent. */
function cancel(args: CancelArgs, order: OrderRecord, asking: Asking): void {
  const { now } = asking;
  asking.store.change(order, now, () => {
    const whole = wholeOrder(order, now);
    const paidBack = Boolean(args.refundMethod?.originalPaymentMethodsRefund || args.refundMethod?.storeCreditRefund);
    const amount = paidBack ? maximumRefundable(order, now) : 0;
    const credit = args.refundMethod?.storeCreditRefund;
    const money = credit
      ? [{ gateway: storeCreditGateway, parent: null, amount }].filter((item) => item.amount > 0)
      : spreadOverPayments(order, amount, now)
          .filter((part) => part.amount > 0)
          .map(({ parent, amount: share }) => ({ gateway: parent.gateway, parent, amount: share }));
    const worth = refundSums(order, whole, now).lines;
    const units = worth.map((item) => bookedUnits(item.line, item.quantity, item.subtotal));
    const voided = voidAuthorisations(order, now);
    record(
      asking,
      "orderCancel",
      { order },
      { kind: "cancellation", reason: args.reason, restocked: args.restock, voided, units },
    );
    const restockType = args.restock ? ("CANCEL" as const) : ("NO_RESTOCK" as const);
    const lines = whole.lines.map((item) => ({ ...item, restockType, location: null }));
    makeRefund(
      asking,
      "orderCancel",
      order,
      {
        note: args.staffNote ?? null,
        lines,
        shipping: paidBack ? (whole.shipping ?? 0) : 0,
        duties: paidBack ? whole.duties : 0,
        money,
        return: null,
      },
      credit && amount > 0 ? { amount, expiresAt: credit.expiresAt ?? null } : null,
      { kind: "cancellation" },
    );
    order.cancel = { at: now, reason: args.reason, staffNote: args.staffNote ?? null };
    for (const item of visibleFulfillmentOrders(order, now)) if (item.movedAt === null) item.cancelledAt ??= now;
    clipFuture(order, now);
  });
}

/** Payments that were only authorised are given up, whatever becomes of the rest. */
function voidAuthorisations(order: OrderRecord, now: string): string[] {
  const all = visibleTransactions(order, now);
  const open = all.filter(
    (item) =>
      (item.kind === "AUTHORIZATION" || item.kind === "EMV_AUTHORIZATION") &&
      item.status === "SUCCESS" &&
      !all.some((other) => [item, null].includes(other.parent) && ["CAPTURE", "VOID"].includes(other.kind)),
  );
  return open.map((item) => {
    const made = transaction(order, `void-${item.id}`, { kind: "VOID", gateway: item.gateway }, item.amount, now, item);
    order.transactions.push(made);
    return gid("OrderTransaction", item.id);
  });
}

export const cancelMutations: RootFields = {
  orderCancel: idempotent((args: CancelArgs, context) => {
    const { store, by, jobFails } = context;
    const order = orderFor(args.orderId, context);
    if (!order)
      return { job: null, orderCancelUserErrors: [userError(["orderId"], "Order does not exist", "NOT_FOUND")] };
    const errors = refusals(args, order, context);
    if (errors.length > 0) return { job: null, orderCancelUserErrors: errors };
    const id = store.jobs.add(() => {
      // By now things may be different: the job looks again.
      const asking = { store, by, now: store.nowInstant() };
      const why = jobFails ? "The job failed" : (refusals(args, order, asking)[0]?.message ?? null);
      if (why === null) cancel(args, order, asking);
      else record(asking, "orderCancel", { order }, { kind: "cancellation_failed", reason: args.reason, why });
    });
    return { job: { id: gid("Job", id), done: false }, orderCancelUserErrors: [] };
  }),
};
