import { z } from "zod";
import { RESOLUTION_KINDS } from "../../../../policy/kinds.ts";
import type { Outcome } from "../outcomes.ts";

const text = z.string().catch("");
const units = z.object({ number: z.int(), quantity: z.int().positive() });

const options = z.object({
  orderName: z.string().min(1),
  items: z
    .array(
      z.object({
        number: z.int().positive(),
        title: text,
        variant: z.string().nullable().catch(null),
        quantity: z.int().catch(1),
        free: z.int().catch(0),
        otherVariants: z.array(z.string()).catch([]),
      }),
    )
    .catch([]),
  chosen: z.array(units).catch([]),
  verdict: z.enum(["allow", "needs_approval", "needs_evidence", "wait_until", "deny", "escalate", "choose_items"]),
  sentence: text,
  needs: z.object({ photo: z.boolean(), description: z.boolean() }).catch({ photo: false, description: false }),
  options: z
    .array(
      z.object({
        kind: z.enum(RESOLUTION_KINDS),
        text: z.string(),
        approval: z.boolean().catch(false),
        destinations: z.array(z.enum(["original_payment", "store_credit"])).catch([]),
      }),
    )
    .catch([]),
  address: z.string().nullable().catch(null),
});
const proposed = z.object({
  proposed: z.literal(true),
  resolution: z.enum(RESOLUTION_KINDS),
  summary: text,
  approval: z.boolean().catch(false),
  confirmWith: z.enum(["button", "word"]).catch("button"),
});

/** What `resolution_options` told, as far as this model uses it. */
export type Told = z.infer<typeof options>;
export type Item = Told["items"][number];
export type Option = Told["options"][number];
export type Units = z.infer<typeof units>;
export type Proposed = z.infer<typeof proposed>;

/** The policy's verdict in an outcome of either tool; null when there is none, or only a summary of it is left. */
export function toldOf(outcome: Outcome): Told | null {
  const parsed = outcome.kind === "ok" ? options.safeParse(outcome.result) : null;
  return parsed?.success ? parsed.data : null;
}

export function proposedOf(outcome: Outcome): Proposed | null {
  const parsed = outcome.kind === "ok" ? proposed.safeParse(outcome.result) : null;
  return parsed?.success ? parsed.data : null;
}

/** The items of a call's arguments. */
export function unitsOf(value: unknown): Units[] {
  const parsed = z.array(units).safeParse(value);
  return parsed.success ? parsed.data : [];
}
