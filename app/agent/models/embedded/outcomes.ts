import { z } from "zod";
import type { GroupFacts, OrderFacts, OrderSummaryFacts } from "../../../orders/facts.ts";

const FAILURES = [
  "not_found",
  "needs_identity",
  "needs_code",
  "needs_login",
  "limited",
  "invalid",
  "denied",
  "unavailable",
] as const;
type FailureKind = (typeof FAILURES)[number];

/** A tool's outcome as the model reads it; `summary` stands in for results that were condensed or cut. */
export type Outcome = { kind: "ok"; result: unknown; summary: string } | { kind: FailureKind; message: string };

const outcomeSchema = z.union([
  z.object({ kind: z.literal("ok"), result: z.unknown(), summary: z.string().optional(), cut: z.string().optional() }),
  z.object({
    kind: z.enum(FAILURES),
    message: z.string().optional(),
  }),
]);

/** Never throws: what cannot be read counts as a tool that did not answer. */
export function readOutcome(content: string): Outcome {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return { kind: "unavailable", message: "" };
  }
  const parsed = outcomeSchema.safeParse(json);
  if (!parsed.success) return { kind: "unavailable", message: "" };
  const outcome = parsed.data;
  if (outcome.kind === "ok")
    return { kind: "ok", result: outcome.result, summary: outcome.summary ?? outcome.cut ?? "" };
  return { kind: outcome.kind, message: outcome.message ?? "" };
}

const text = z.string().catch("");
const maybe = z.string().nullable().catch(null);
const tone = z.enum(["neutral", "good", "warn", "problem"]).catch("neutral");
const turn = z.enum(["merchant", "carrier", "shopper", "nobody"]).catch("nobody");
const worry = z.enum(["fine", "watch", "late", "problem"]).catch("fine");
const reason = z.enum([
  "wrong_item",
  "missing_item",
  "damaged",
  "defective",
  "lost",
  "not_received",
  "late",
  "changed_mind",
  "cancel",
  "change_address",
  "change_items",
]);
const item = z.object({ title: text, variant: maybe, quantity: z.number().catch(1) });
const group: z.ZodType<GroupFacts> = z.object({
  kind: z.enum(["parcel", "to_ship", "pickup", "no_shipping", "removed"]).catch("parcel"),
  label: text,
  items: z.array(item).catch([]),
  situation: text,
  tone,
  text,
  expected: maybe,
  tracking: z.array(z.object({ company: maybe, number: text, url: maybe })).catch([]),
  since: maybe,
  turn,
  worry,
  reasons: z.array(reason).catch([]),
});
const order: z.ZodType<OrderFacts> = z.object({
  orderName: z.string().min(1),
  placedOn: text,
  situation: text,
  tone,
  turn,
  worry,
  headline: z.string().min(1),
  groups: z.array(group).catch([]),
  money: z
    .object({ total: text, payment: text, refunds: z.array(z.string()).catch([]) })
    .catch({ total: "", payment: "", refunds: [] }),
  deliveryMethod: maybe,
  gaps: z.array(z.string()).catch([]),
});
const summaries = z.object({
  orders: z.array(
    z.object({
      orderName: z.string().min(1),
      placedOn: text,
      headline: text,
      tone,
      itemCount: z.number().catch(0),
      total: text,
    }),
  ),
  more: z.boolean().catch(false),
});

export type OrderList = { orders: OrderSummaryFacts[]; more: boolean };

/** What `get_order` answered, or null when only a summary of it is left. */
export function orderOf(outcome: Outcome): OrderFacts | null {
  const parsed = outcome.kind === "ok" ? order.safeParse(outcome.result) : null;
  return parsed?.success ? parsed.data : null;
}

export function listOf(outcome: Outcome): OrderList | null {
  const parsed = outcome.kind === "ok" ? summaries.safeParse(outcome.result) : null;
  return parsed?.success ? parsed.data : null;
}

/** The order that `identify_shopper` says is proven. */
export function provenOrder(outcome: Outcome): string | null {
  const parsed = z.object({ orderName: z.string().min(1) }).safeParse(outcome.kind === "ok" ? outcome.result : null);
  return parsed.success ? parsed.data.orderName : null;
}
