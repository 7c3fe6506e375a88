import type { RequestReason } from "../policy/kinds.ts";
import type { MaterialLine, OrderMaterial } from "./facts/material.ts";

export type Chosen = { line: MaterialLine; number: number; quantity: number };

export type Choice =
  /** About the order as a whole, or about these units. */
  | { kind: "chosen"; items: Chosen[] }
  /** The reason is about items, and there is more than one to choose from. */
  | { kind: "choose" }
  | { kind: "invalid"; message: string };

/** These are about the order as it is; what was chosen beside them has no meaning. */
const WHOLE_ORDER: ReadonlySet<RequestReason> = new Set(["cancel", "change_address", "late"]);

/** Items have numbers from 1 in Shopify's own order of lines, which never changes. */
export function chooseItems(
  material: OrderMaterial,
  reason: RequestReason,
  asked: readonly { number: number; quantity: number }[],
): Choice {
  if (WHOLE_ORDER.has(reason)) return { kind: "chosen", items: [] };
  const { lines } = material;
  if (asked.length === 0) {
    const free = lines.filter((line) => line.free > 0);
    const units = free.reduce((sum, line) => sum + line.free, 0);
    if (units > 1) return { kind: "choose" };
    // With nothing left the policy is asked about something all the same: it has the words for that.
    const only = free[0] ?? lines.find((line) => line.current > 0) ?? lines[0];
    if (!only) return { kind: "invalid", message: "The order has no items." };
    return { kind: "chosen", items: [{ line: only, number: lines.indexOf(only) + 1, quantity: 1 }] };
  }
  const quantities = new Map<number, number>();
  for (const { number, quantity } of asked) quantities.set(number, (quantities.get(number) ?? 0) + quantity);
  const items: Chosen[] = [];
  for (const [number, quantity] of quantities) {
    const line = lines[number - 1];
    if (!line)
      return { kind: "invalid", message: `The order has no item ${number}; its items are 1 to ${lines.length}.` };
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > line.quantity) {
      return { kind: "invalid", message: `Item ${number} has a quantity of ${line.quantity}, not ${quantity}.` };
    }
    items.push({ line, number, quantity });
  }
  return { kind: "chosen", items: items.toSorted((a, b) => a.number - b.number) };
}
