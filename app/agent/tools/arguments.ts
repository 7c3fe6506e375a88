import { z } from "zod";

/**
 * Text that a model may leave out. In strict mode every property is required, so "absent" is null; some models write
 * `""` or leave the property out all the same, and both mean null.
 */
export function optionalText(maxLength: number) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    z.string().trim().max(maxLength).nullable(),
  );
}

/** An order's number as a status line may show it, or null when what the model wrote does not look like one. */
export function shownOrder(orderName: string | null): string | null {
  if (!orderName || !/^#?[\w-]{1,20}$/.test(orderName)) return null;
  return `order ${/^\d/.test(orderName) ? "#" : ""}${orderName}`;
}
