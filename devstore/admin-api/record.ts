import type { BookedDeed, BookedUnits } from "../store/book.ts";
import { gid } from "../store/ids.ts";
import { toDecimal } from "../store/money.ts";
import type { CustomerRecord, LineRecord, OrderRecord, VariantRecord } from "../store/records.ts";
import type { CallContext } from "./context.ts";

/** Writes into the shop's book what a mutation did, with who did it and when. */
export function record(
  context: Pick<CallContext, "store" | "now" | "by">,
  operation: string,
  about: { order?: OrderRecord | null; customer?: CustomerRecord | null },
  deed: BookedDeed,
): void {
  const customer = about.customer ?? about.order?.customer ?? null;
  context.store.book.add({
    ...deed,
    at: context.now,
    by: context.by,
    operation,
    order: about.order ? { id: gid("Order", about.order.id), name: about.order.name } : null,
    customer: customer ? gid("Customer", customer.id) : null,
  });
}

/** Units of an order's line for the book; `amount` in the order's minor units. */
export function bookedUnits(line: LineRecord, quantity: number, amount: number | null = null): BookedUnits {
  return {
    lineItem: gid("LineItem", line.id),
    variant: line.variant ? gid("ProductVariant", line.variant.id) : null,
    title: line.title,
    quantity,
    amount: amount === null ? null : toDecimal(amount, line.order.currency),
  };
}

/** Units of something that is no line of an order yet. */
export function bookedVariant(variant: VariantRecord, quantity: number): BookedUnits {
  return {
    lineItem: null,
    variant: gid("ProductVariant", variant.id),
    title: variant.product.title,
    quantity,
    amount: null,
  };
}
