import type { OrderRecord, VariantRecord } from "./records.ts";
import type { OrderInput } from "./schema.ts";

/** How long Shopify may take to calculate a draft that nobody looks at. */
const calculationMs = 60_000;

/** An order in the making. */
export type DraftOrderRecord = {
  /** The number in its GID. */
  id: string;
  name: string;
  createdAt: string;
  /** The order it will be, as a store file would say it; its name and times are those of its completion. */
  contents: Omit<OrderInput, "name" | "createdAt">;
  /** What that order would be now, for the draft's totals; it is not one of the store's orders. */
  preview: OrderRecord;
  reserveInventoryUntil: string | null;
  visibleToCustomer: boolean;
  /** Whether a query has looked at it: the first look finds it still being calculated. */
  seen: boolean;
  completed: { at: string; order: OrderRecord } | null;
};

/** Whether its calculation is done: at the second look, or a minute after it was made. */
export function isReady(draft: DraftOrderRecord, now: string): boolean {
  return draft.seen || Date.parse(now) - Date.parse(draft.createdAt) >= calculationMs;
}

/** Units of a variant that open drafts hold back at a time, other than those of `except`. */
export function reservedUnits(
  drafts: readonly DraftOrderRecord[],
  variant: VariantRecord,
  now: string,
  except: DraftOrderRecord | null = null,
): number {
  let units = 0;
  for (const draft of drafts) {
    if (draft === except || draft.completed || draft.reserveInventoryUntil === null) continue;
    if (draft.reserveInventoryUntil <= now) continue;
    for (const line of draft.preview.lineItems) if (line.variant === variant) units += line.quantity;
  }
  return units;
}
