import { createHash } from "node:crypto";
import type { FrozenProposal } from "./plan.ts";

/**
 * SHA-256 in hex over everything the shopper was shown, bound to its shop and ledger row. The same plan in JSON with its
 * keys in another order, as a database gives it back, has the same digest.
 */
export function digestOf(shop: string, id: string, proposal: FrozenProposal): string {
  return createHash("sha256")
    .update(canonical([shop, id, proposal]))
    .digest("hex");
}

/** JSON with the keys of every object in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
