import { createHash } from "node:crypto";
import type { Ref } from "./fields.ts";

const numbers = new Map<string, string>();

/**
 * The number in a thing's GID. Numbers in the store file are kept; short names become a stable number of 13 digits, as
 * long as Shopify's own. `scope` keeps apart things that are numbered within another, such as an order's lines.
 */
export function numericId(type: string, ref: Ref, scope = ""): string {
  if (typeof ref === "number" && scope === "") return String(ref);
  if (typeof ref === "string" && scope === "" && /^[1-9]\d{0,17}$/.test(ref)) return ref;
  const key = `${type}/${scope}/${ref}`;
  let number = numbers.get(key);
  if (number === undefined) {
    const hash = createHash("sha256").update(key).digest().readBigUInt64BE();
    number = String(1_000_000_000_000n + (hash % 8_999_999_999_999n));
    numbers.set(key, number);
  }
  return number;
}

export function gid(type: string, number: string): string {
  return `gid://shopify/${type}/${number}`;
}

/** The parts of a GID, or null when the text is none. A query such as `?inventory_item_id=1` after the number is allowed. */
export function parseGid(text: string): { type: string; number: string } | null {
  const match = /^gid:\/\/shopify\/([A-Za-z]+)\/([A-Za-z0-9_-]+)(\?.*)?$/.exec(text);
  return match ? { type: match[1] ?? "", number: match[2] ?? "" } : null;
}
