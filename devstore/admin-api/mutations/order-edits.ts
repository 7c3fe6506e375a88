import {
  addVariant,
  beginEdit,
  commitEdit,
  type EditDiscount,
  type EditLine,
  type EditSession,
  fixedUnits,
  isOvertaken,
  outcomeOf,
} from "../../store/edit-session.ts";
import { merchantEditable } from "../../store/derive.ts";
import { parseGid } from "../../store/ids.ts";
import { toDecimal, toMinor } from "../../store/money.ts";
import type { CallContext } from "../context.ts";
import { idempotent, type UserError, userError } from "../mutations.ts";
import { bookedUnits, record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { calculatedLineView, calculatedOrderView } from "../views/calculated-order.ts";
import { linePaid } from "../../store/order-money.ts";
import { orderFor } from "./orders.ts";

type InSession = { id: string };
type DiscountInput = {
  description?: string | null;
  percentValue?: number | null;
  fixedValue?: { amount: string; currencyCode: string } | null;
};
type Done = { calculatedLineItem?: object | null } | UserError;

const isError = (done: Done): done is UserError => "message" in done;

/** A step of an edit: finds the session, takes the step unless it is refused, and shows the order as it would be. */
function step(take: (session: EditSession, args: never, context: CallContext) => Done) {
  return idempotent((args: InSession, context) => {
    const session = context.store.editSessions.get(parseGid(args.id)?.number ?? "");
    const refused = (error: UserError) => ({ calculatedLineItem: null, calculatedOrder: null, userErrors: [error] });
    if (!session) return refused(userError(["id"], "The calculated order does not exist"));
    const done = take(session, args as never, context);
    if (isError(done)) return refused(done);
    return {
      calculatedLineItem: null,
      ...done,
      calculatedOrder: calculatedOrderView(session, context),
      userErrors: [],
    };
  });
}

function lineIn(session: EditSession, id: string): EditLine | null {
  const number = parseGid(id)?.number;
  return session.lines.find((item) => item.id === number) ?? null;
}

function discountOf(input: DiscountInput, currency: string): EditDiscount | UserError {
  const title = input.description ?? "Discount";
  if ((input.percentValue == null) === (input.fixedValue == null))
    return userError(["discount"], "Either a percentage or a fixed amount must be given");
  if (input.fixedValue != null) {
    const amount = toMinor(input.fixedValue.amount, currency);
    if (input.fixedValue.currencyCode !== currency)
      return userError(["discount", "fixedValue", "currencyCode"], "Currency must be the order's");
    if (amount <= 0) return userError(["discount", "fixedValue"], "Discount must be greater than 0");
    return { title, amount };
  }
  const percent = input.percentValue ?? 0;
  if (percent <= 0 || percent > 100)
    return userError(["discount", "percentValue"], "Percentage must be greater than 0 and at most 100");
  return { title, percent };
}

export const orderEditMutations: RootFields = {
  orderEditBegin: idempotent(({ id }: InSession, context) => {
    const order = orderFor(id, context);
    const refused = (message: string) => ({ calculatedOrder: null, userErrors: [userError(["id"], message)] });
    if (!order) return refused("The order does not exist");
    const { editable, errors } = merchantEditable(order, context.now);
    if (!editable) return refused(errors[0] ?? "The order cannot be edited");
    const session = beginEdit(context.store, order, context.now);
    return { calculatedOrder: calculatedOrderView(session, context), userErrors: [] };
  }),

  orderEditSetQuantity: step(
    (session, args: InSession & { lineItemId: string; quantity: number; restock?: boolean | null }, { now }) => {
      const item = lineIn(session, args.lineItemId);
      if (!item) return userError(["lineItemId"], "The line item does not exist");
      if (args.quantity < 0) return userError(["quantity"], "Quantity cannot be negative");
      if (args.quantity < fixedUnits(item, now))
        return userError(["quantity"], "Quantity cannot be less than what was fulfilled");
      if (!item.variant && args.quantity > item.quantity)
        return userError(["quantity"], "Quantity of a custom item cannot be raised");
      item.quantity = args.quantity;
      item.restock = args.restock ?? false;
      return {};
    },
  ),

  orderEditAddVariant: step(
    (session, args: InSession & { variantId: string; quantity: number; allowDuplicates?: boolean | null }, context) => {
      const variant = context.store.variant(args.variantId);
      if (!variant) return userError(["variantId"], "The variant does not exist");
      if (args.quantity <= 0) return userError(["quantity"], "Quantity must be greater than 0");
      if (!args.allowDuplicates && session.lines.some((item) => item.variant === variant))
        return userError(["variantId"], "The variant is already part of the order");
      return { calculatedLineItem: calculatedLineView(addVariant(session, variant, args.quantity), context) };
    },
  ),

  /** For lines that the edit adds: what was sold already keeps its price. */
  orderEditAddLineItemDiscount: step((session, args: InSession & { lineItemId: string; discount: DiscountInput }) => {
    const item = lineIn(session, args.lineItemId);
    if (!item) return userError(["lineItemId"], "The line item does not exist");
    if (item.line) return userError(["lineItemId"], "Discounts can only be added to items that the edit adds");
    const discount = discountOf(args.discount, session.order.currency);
    if ("message" in discount) return discount;
    item.discounts = [discount];
    return {};
  }),

  orderEditCommit: idempotent(({ id, staffNote = null }: InSession & { staffNote?: string | null }, context) => {
    const { store, now } = context;
    const refused = (message: string) => ({
      order: null,
      successMessages: [],
      userErrors: [userError(["id"], message)],
    });
    const session = store.editSessions.get(parseGid(id)?.number ?? "");
    if (!session) return refused("The calculated order does not exist");
    const { order } = session;
    // Others may have changed the order since the edit was begun.
    const { editable, errors } = merchantEditable(order, now);
    if (!editable) return refused(errors[0] ?? "The order cannot be edited");
    if (isOvertaken(session, now)) return refused("The order was changed since the edit was begun");
    const { added, removed } = outcomeOf(session, now);
    if (added.length === 0 && removed.length === 0) return refused("There are no changes");
    store.change(order, now, () => {
      const done = commitEdit(store, session, staffNote, now);
      record(
        context,
        "orderEditCommit",
        { order },
        {
          kind: "edit",
          currency: order.currency,
          removed: done.removed.map((item) => bookedUnits(item.line, item.quantity, item.amount)),
          added: done.added.map((line) => bookedUnits(line, line.quantity, linePaid(line))),
          difference: toDecimal(done.difference, order.currency),
          staffNote,
        },
      );
    });
    return { order: context.views.order(order, context), successMessages: ["Order updated"], userErrors: [] };
  }),
};
