import { FulfillmentCancellationAskDocument } from "../../shopify/generated/admin.ts";
import type { Step, StepContext, StepOutcome } from "../executor.ts";
import type { CancelPlan } from "../plan.ts";
import { change, notRead, refusalOf } from "./calls.ts";
import { readOrder } from "./read-order.ts";
import type { OrderNode } from "./read-order.ts";

type Context = StepContext<CancelPlan>;
type Refused = Extract<StepOutcome, { kind: "refused" }>;

/** How a partner stands to cancelling, by the request status of its fulfillment order. Others are not with it (any more). */
const STANDS: Readonly<Partial<Record<string, "to_ask" | "asked" | "rejected">>> = {
  SUBMITTED: "to_ask",
  ACCEPTED: "to_ask",
  CANCELLATION_REQUESTED: "asked",
  CANCELLATION_REJECTED: "rejected",
};
const SENT: ReadonlySet<string> = new Set(["SUCCESS", "OPEN", "PENDING"]);
const LOOK_AGAIN_MS = 5_000;
const LONGEST_LOOK_AGAIN_MS = 10 * 60_000;

/**
 * A logistics partner is asked and answers when it answers: minutes or hours later. The longer it takes, the seldomer it
 * is looked at. What was asked shows on the fulfillment order, so nobody is asked twice.
 */
export const askPartner: Step<CancelPlan> = {
  name: "partner",
  needed: ({ plan }) => plan.askPartner.length > 0,
  before: () => Promise.resolve({ kind: "noted", noted: { since: Date.now() } }),
  async run(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    for (const { id, requestStatus } of ofPartners(context, read.order)) {
      if (STANDS[requestStatus] !== "to_ask") continue;
      const message = `The customer wants to cancel order ${context.proposal.orderName}.`;
      const answer = await change(context, FulfillmentCancellationAskDocument, { id, message });
      if (answer.kind !== "answered") return answer;
      const refused = refusalOf(answer.data.fulfillmentOrderSubmitCancellationRequest?.userErrors);
      if (refused) return refused;
    }
    const after = await readOrder(context);
    if (after.kind === "unreadable") return notRead(after);
    return answered(context, after.order) ?? waiting(context);
  },
  async find(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return notRead(read);
    const settled = answered(context, read.order);
    if (settled) return settled;
    const unasked = ofPartners(context, read.order).some(({ requestStatus }) => STANDS[requestStatus] === "to_ask");
    return unasked ? { kind: "not_done" } : waiting(context);
  },
};

function ofPartners({ plan }: Context, order: OrderNode): OrderNode["fulfillmentOrders"]["nodes"] {
  return order.fulfillmentOrders.nodes.filter(
    ({ id, status }) => plan.askPartner.includes(id) && status !== "CANCELLED" && status !== "CLOSED",
  );
}

/** Null while there is no answer of all of them. */
function answered(context: Context, order: OrderNode): Extract<StepOutcome, { kind: "done" }> | Refused | null {
  if (order.fulfillments.some(({ status }) => SENT.has(status)))
    return { kind: "refused", message: "The logistics partner has sent it in the meantime." };
  const stands = ofPartners(context, order).map(({ requestStatus }) => STANDS[requestStatus]);
  if (stands.includes("rejected"))
    return { kind: "refused", message: "The logistics partner said no: it is too far to be cancelled." };
  return stands.every((one) => one === undefined) ? { kind: "done", result: {} } : null;
}

function waiting({ noted }: Context): Extract<StepOutcome, { kind: "waiting" }> {
  const waited = Date.now() - Number(noted?.["since"] ?? Date.now());
  const lookAgainMs = Math.min(LONGEST_LOOK_AGAIN_MS, Math.max(LOOK_AGAIN_MS, waited / 2));
  return { kind: "waiting", why: "the logistics partner has not answered yet", lookAgainMs };
}
