import { ReturnLabelAttachDocument, ReturnOpenDocument } from "../../shopify/generated/admin.ts";
import type { ReturnInput } from "../../shopify/generated/admin.ts";
import type { Happened, Step, StepContext, StepOutcome } from "../executor.ts";
import type { ExchangePlan, ReturnPlan } from "../plan.ts";
import { change, emptyAnswer, notRead, refusalOf } from "./calls.ts";
import type { Unreadable } from "./calls.ts";
import { notAsPlanned } from "./happened.ts";
import { readOrder } from "./read-order.ts";
import type { OrderNode } from "./read-order.ts";
import { hasReference, noteWith } from "./references.ts";

type ReturningPlan = ReturnPlan | ExchangePlan;
export type ReturnNode = OrderNode["returns"]["nodes"][number];
type Fees = Pick<ReturnInput, "exchangeLineItems" | "returnShippingFee"> & { restockingPercent: number };

/** Most returns that the order is read with: with as many, one more could be hidden. */
const RETURNS_READ = 8;
const LOOK_AGAIN_MS = 2_000;

/** Opens a return that is approved already. The note on its lines ends with the reference, by which it is found again. */
export function openReturn<P extends ReturningPlan>(more: (plan: P) => Fees): Step<P> {
  return {
    name: "return",
    needed: () => true,
    async run(context) {
      const answer = await change(context, ReturnOpenDocument, { returnInput: inputOf(context, more(context.plan)) });
      if (answer.kind !== "answered") return answer;
      const payload = answer.data.returnCreate;
      const refused = refusalOf(payload?.userErrors);
      if (refused) return refused;
      return payload?.return ? opened(payload.return) : emptyAnswer("returnCreate");
    },
    async find(context) {
      const read = await readOrder(context);
      if (read.kind === "unreadable") return notRead(read);
      const { nodes } = read.order.returns;
      const made = nodes.find(({ returnLineItems }) =>
        returnLineItems.nodes.some(({ returnReasonNote }) => hasReference(returnReasonNote, context.reference)),
      );
      if (made) return opened(made);
      if (nodes.length >= RETURNS_READ)
        return { kind: "unknown", why: "the order has more returns than can be looked through" };
      return { kind: "not_done" };
    },
  };
}

function inputOf(
  { plan, proposal, reference }: StepContext<ReturningPlan>,
  { restockingPercent, ...fees }: Fees,
): ReturnInput {
  return {
    orderId: proposal.orderId,
    returnLineItems: plan.lines.map(({ fulfillmentLineItemId, quantity, reasonDefinitionId }) => ({
      fulfillmentLineItemId,
      quantity,
      ...(reasonDefinitionId !== null && { returnReasonDefinitionId: reasonDefinitionId }),
      returnReasonNote: noteWith(plan.note, reference),
      ...(restockingPercent > 0 && { restockingFee: { percentage: restockingPercent } }),
    })),
    ...fees,
  };
}

/** Gives the shopper the merchant's label. Each reverse fulfillment order has one delivery at most, and that shows. */
export function attachLabel<P extends ReturningPlan>(): Step<P> {
  return {
    name: "label",
    needed: ({ plan }) => plan.labelUrl !== null,
    async run(context) {
      const read = await readReturn(context);
      if (read.kind !== "return") return read.kind === "unreadable" ? { kind: "again", why: read.why } : read;
      const goingBack = read.node.reverseFulfillmentOrders.nodes;
      if (goingBack.length === 0)
        return { kind: "waiting", why: "the return has no reverse fulfillment order yet", lookAgainMs: LOOK_AGAIN_MS };
      for (const { id } of goingBack.filter((one) => !hasLabel(one))) {
        const variables = {
          reverseFulfillmentOrderId: id,
          label: { fileUrl: context.plan.labelUrl ?? "" },
          notify: true,
        };
        const answer = await change(context, ReturnLabelAttachDocument, variables);
        if (answer.kind !== "answered") return answer;
        const payload = answer.data.reverseDeliveryCreateWithShipping;
        const refused = refusalOf(payload?.userErrors);
        if (refused) return refused;
        if (!payload?.reverseDelivery) return emptyAnswer("reverseDeliveryCreateWithShipping");
      }
      return { kind: "done", result: {} };
    },
    async find(context) {
      const read = await readReturn(context);
      if (read.kind !== "return") return read.kind === "unreadable" ? notRead(read) : read;
      const goingBack = read.node.reverseFulfillmentOrders.nodes;
      return goingBack.length > 0 && goingBack.every(hasLabel) ? { kind: "done", result: {} } : { kind: "not_done" };
    },
  };
}

/** The return that an earlier step opened, as it is now. */
export async function readReturn(
  context: StepContext,
): Promise<{ kind: "return"; node: ReturnNode } | Unreadable | Extract<StepOutcome, { kind: "refused" }>> {
  const read = await readOrder(context);
  if (read.kind === "unreadable") return read;
  const id = context.results["return"]?.["returnId"];
  const node = read.order.returns.nodes.find((one) => one.id === id);
  return node ? { kind: "return", node } : { kind: "refused", message: "The return is not on the order any more." };
}

/** The return for `confirmDone`: open, as it should be, or what is to be told instead. */
export async function readOpenReturn(context: StepContext): Promise<{ kind: "open"; node: ReturnNode } | Happened> {
  const read = await readReturn(context);
  if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
  if (read.kind === "refused") return notAsPlanned(read.message);
  const { name, status } = read.node;
  if (status !== "OPEN" && status !== "CLOSED")
    return notAsPlanned(`Return ${name} was opened, and is ${status.toLowerCase()} now.`);
  return { kind: "open", node: read.node };
}

/** Whether the shopper has the label: only then its link is told. */
export function isLabelled({ reverseFulfillmentOrders: { nodes } }: ReturnNode): boolean {
  return nodes.length > 0 && nodes.every(hasLabel);
}

type GoingBack = ReturnNode["reverseFulfillmentOrders"]["nodes"][number];
const hasLabel = ({ reverseDeliveries }: GoingBack): boolean => reverseDeliveries.nodes.length > 0;

function opened({ id, name }: { id: string; name: string }): Extract<StepOutcome, { kind: "done" }> {
  return { kind: "done", result: { returnId: id, returnName: name } };
}
