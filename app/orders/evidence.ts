import { z } from "zod";

/**
 * One figure the agent may say, because something it read in this conversation says so (P4).
 * `value` is normalised by kind: an ISO date (`2026-11-24`, in the time zone it is told in), an amount with its
 * currency in minor units (`EUR 4250`), a tracking number in capitals without blanks, an order name with `#`,
 * an absolute URL.
 */
export const evidenceSchema = z.object({
  kind: z.enum(["date", "amount", "tracking", "order", "link"]),
  value: z.string().min(1),
  /** Where it was read, for the support lead: `get_order #1001 fulfillments[0].estimatedDeliveryAt`. */
  source: z.string().min(1),
});

export type Evidence = z.infer<typeof evidenceSchema>;
