import { z } from "zod";

export const MACRO_LIMITS = { name: 80, body: 4_000, shortcut: 24, macros: 200 } as const;

/** What a macro may leave blank, with what stands in the gap where nobody knows it. */
export const MACRO_VARIABLES = {
  "shopper.first_name": "shopper’s first name",
  "shopper.name": "shopper’s name",
  "order.name": "order number",
  "order.situation": "where the order is",
  "order.expected": "when it should arrive",
  "order.placed_on": "day of the order",
  "order.total": "order total",
  "tracking.number": "tracking number",
  "tracking.carrier": "carrier",
  "tracking.link": "tracking link",
  "staff.name": "your name",
  "staff.first_name": "your first name",
  "shop.name": "shop name",
} as const;
export type MacroVariable = keyof typeof MACRO_VARIABLES;
/** What a conversation fills in; a variable it does not know is not in it. */
export type MacroValues = Partial<Record<MacroVariable, string>>;

const SHORTCUT = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

export const macroSchema = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(MACRO_LIMITS.name),
  body: z.string().trim().min(1).max(MACRO_LIMITS.body),
  /** One word by which it is found; null for none. */
  shortcut: z.string().max(MACRO_LIMITS.shortcut).regex(SHORTCUT).nullable(),
  /** BCP 47: the language it is written in; null for any. */
  locale: z
    .string()
    .max(12)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)
    .nullable(),
});
export type Macro = z.infer<typeof macroSchema>;
export type StoredMacro = Macro & { uses: number; updatedBy: string; version: string };
