import { parseMoney } from "../../orders/money.ts";
import {
  OrderEditAddDiscountDocument,
  OrderEditAddVariantDocument,
  OrderEditBeginDocument,
  OrderEditCommitDocument,
  OrderEditSetQuantityDocument,
} from "../../shopify/generated/admin.ts";
import type { MoneyPairFragment, OrderEditBeginMutation } from "../../shopify/generated/admin.ts";
import type { Step, StepContext, StepOutcome, StepResult } from "../executor.ts";
import type { ChangeItemsPlan } from "../plan.ts";
import { change, emptyAnswer, notRead, refusalOf } from "./calls.ts";
import type { Failure } from "./calls.ts";
import { readOrder } from "./read-order.ts";
import type { OrderNode } from "./read-order.ts";
import { editedByAnother } from "./other-edits.server.ts";
import { moneyInput } from "./refund-step.ts";
import { noteWith, whyOf } from "./references.ts";

type Context = StepContext<ChangeItemsPlan>;
type Calculated = NonNullable<NonNullable<OrderEditBeginMutation["orderEditBegin"]>["calculatedOrder"]>;
type Refused = Extract<StepOutcome, { kind: "refused" }>;

const CHANGED: Refused = { kind: "refused", message: "The order's items have changed in the meantime." };

/** An edit leaves nothing in an order's items that says whose it was. */
const MIXED: Extract<StepOutcome, { kind: "people" }> = {
  kind: "people",
  why:
    "another change of items was made to the order after this one was begun, so that the order no longer shows whether this " +
    "one was done. Compare the order with what was agreed, and mark it as done or not done.",
};

/**
 * An edit is begun, staged and committed in one go: what is not committed never happened, so only the commit's answer can be
 * lost. Then the order's own items tell. An edit that comes to another amount than the shopper saw is left uncommitted.
 */
export const editStep: Step<ChangeItemsPlan> = {
  name: "edit",
  needed: () => true,
  async before(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    return { kind: "noted", noted: { ...unitsBefore(read.order, context.plan), refunds: read.order.refunds.length } };
  },
  async run(context) {
    const { plan, proposal, reference, noted } = context;
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    if (editState(read.order, plan, noted ?? {}) !== "not_begun") return CHANGED;
    const owed = minorOf(read.order.totalOutstandingSet);
    const staged = await stage(context);
    if (staged.kind !== "staged") return staged;
    if (owed === null || staged.owed === null || staged.owed !== owed - plan.giveBack.minor)
      return { kind: "refused", message: "Shopify's calculation of the change is not the one that was agreed to." };
    const staffNote = noteWith(whyOf(proposal), reference);
    const answer = await change(context, OrderEditCommitDocument, { id: staged.id, notifyCustomer: true, staffNote });
    if (answer.kind !== "answered") return answer;
    const payload = answer.data.orderEditCommit;
    const refused = refusalOf(payload?.userErrors);
    if (refused) return refused;
    return payload?.order ? { kind: "done", result: noted ?? {} } : emptyAnswer("orderEditCommit");
  },
  async find(context) {
    if (await editedByAnother(context)) return MIXED;
    const read = await readOrder(context);
    if (read.kind === "unreadable") return notRead(read);
    const state = editState(read.order, context.plan, context.noted ?? {});
    // A refund takes units off an order as an edit does: whose doing it is people have to see.
    if (state === "done" && read.order.refunds.length !== context.noted?.["refunds"])
      return { kind: "unknown", why: "the order's items are as agreed, but it was refunded in the meantime" };
    if (state === "done") return { kind: "done", result: context.noted ?? {} };
    if (state === "not_begun") return { kind: "not_done" };
    return { kind: "unknown", why: "the order's items are neither as they were nor as they should be" };
  },
};

/** Units of each variant that is added, by its id, as they are before. */
function unitsBefore(order: OrderNode, { add }: ChangeItemsPlan): StepResult {
  return Object.fromEntries(add.map(({ variantId }) => [variantId, unitsOf(order, variantId)]));
}

function unitsOf(order: OrderNode, variantId: string): number {
  const lines = order.lineItems.nodes.filter(({ variant }) => variant?.id === variantId);
  return lines.reduce((sum, { currentQuantity }) => sum + currentQuantity, 0);
}

/** Where the order's items stand, between what they were and what was agreed; `before` has units of the added variants. */
export function editState(
  order: OrderNode,
  { quantities, add }: ChangeItemsPlan,
  before: StepResult,
): "not_begun" | "done" | "something_else" {
  const lines = quantities.map(({ lineId, from, to }) => {
    const now = order.lineItems.nodes.find(({ id }) => id === lineId)?.currentQuantity;
    return { now, from, to };
  });
  // Units of a variant that is taken out and put in again (another discount, say) are counted once.
  const leaving = (variantId: string) =>
    quantities.reduce((sum, one) => sum + (one.variantId === variantId ? one.from - one.to : 0), 0);
  const added = add.map(({ variantId }) => {
    const from = Number(before[variantId] ?? 0);
    const joining = add.reduce((sum, one) => sum + (one.variantId === variantId ? one.quantity : 0), 0);
    return { now: unitsOf(order, variantId), from, to: from - leaving(variantId) + joining };
  });
  const all = [...lines, ...added];
  if (all.every(({ now, to }) => now === to)) return "done";
  return all.every(({ now, from }) => now === from) ? "not_begun" : "something_else";
}

/** Stages all changes. `owed`: what the shopper would owe by them, in minor units of their currency; negative if they are owed. */
async function stage(context: Context): Promise<{ kind: "staged"; id: string; owed: number | null } | Failure> {
  const { plan, proposal } = context;
  const begun = await change(context, OrderEditBeginDocument, { id: proposal.orderId });
  if (begun.kind !== "answered") return harmless(begun);
  const refused = refusalOf(begun.data.orderEditBegin?.userErrors);
  if (refused) return refused;
  const calculated = begun.data.orderEditBegin?.calculatedOrder;
  if (!calculated) return { kind: "again", why: "orderEditBegin was answered with neither a result nor an error" };
  const { id } = calculated;
  let owed: number | null = null;
  for (const { lineId, variantId, from, to } of plan.quantities) {
    const line = findLine(calculated, lineId, variantId, from);
    if (!line) return CHANGED;
    const answer = await change(context, OrderEditSetQuantityDocument, {
      id,
      lineItemId: line,
      quantity: to,
      restock: true,
    });
    if (answer.kind !== "answered") return harmless(answer);
    const payload = answer.data.orderEditSetQuantity;
    const no = refusalOf(payload?.userErrors);
    if (no) return no;
    owed = outstanding(payload?.calculatedOrder);
  }
  for (const { variantId, quantity, discount } of plan.add) {
    const answer = await change(context, OrderEditAddVariantDocument, { id, variantId, quantity });
    if (answer.kind !== "answered") return harmless(answer);
    const payload = answer.data.orderEditAddVariant;
    const no = refusalOf(payload?.userErrors);
    if (no) return no;
    owed = outstanding(payload?.calculatedOrder);
    const lineItemId = payload?.calculatedLineItem?.id;
    if (!discount || discount.minor === 0) continue;
    if (lineItemId === undefined) return { kind: "again", why: "the added item was not named" };
    const off = { description: "Changed order", fixedValue: moneyInput(discount) };
    const less = await change(context, OrderEditAddDiscountDocument, { id, lineItemId, discount: off });
    if (less.kind !== "answered") return harmless(less);
    const why = refusalOf(less.data.orderEditAddLineItemDiscount?.userErrors);
    if (why) return why;
    owed = outstanding(less.data.orderEditAddLineItemDiscount?.calculatedOrder);
  }
  return { kind: "staged", id, owed };
}

/** Before the commit a lost answer loses nothing: the edit is simply left, and begun anew. */
function harmless(failure: Failure): Failure {
  return failure.kind === "unknown" ? { kind: "again", why: failure.why } : failure;
}

/** A calculated line has the number of the line it stands for; where it has not, variant and units have to be unmistakable. */
function findLine({ lineItems }: Calculated, lineId: string, variantId: string | null, from: number): string | null {
  const number = (id: string) => /\d+$/.exec(id)?.[0];
  const same = lineItems.nodes.find(({ id }) => number(id) === number(lineId));
  if (same) return same.quantity === from ? same.id : null;
  const alike = lineItems.nodes.filter(({ variant, quantity }) => variant?.id === variantId && quantity === from);
  return alike.length === 1 ? (alike[0]?.id ?? null) : null;
}

const outstanding = (order: { totalOutstandingSet: MoneyPairFragment } | null | undefined): number | null =>
  order ? minorOf(order.totalOutstandingSet) : null;

function minorOf({ presentmentMoney }: MoneyPairFragment): number | null {
  return parseMoney(presentmentMoney.amount, presentmentMoney.currencyCode)?.minor ?? null;
}
