import { readFile } from "node:fs/promises";
import { toInstant } from "./clock.ts";
import { type StoreFile, storeFileSchema } from "./schema.ts";

/** A store file that cannot be loaded; the message names each place and what is wrong there. */
export class StoreFileError extends Error {
  override readonly name = "StoreFileError";
}

export function parseStoreFile(input: unknown, source = "store file"): StoreFile {
  const result = storeFileSchema.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 20).map((issue) => `  ${placeOf(input, issue.path)}: ${issue.message}`);
  const more = result.error.issues.length > 20 ? [`  and ${result.error.issues.length - 20} more`] : [];
  throw new StoreFileError([`${source} is not a valid store file:`, ...problems, ...more].join("\n"));
}

export async function readStoreFile(path: string): Promise<StoreFile> {
  const text = await readFile(path, "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new StoreFileError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parseStoreFile(json, path);
}

/** `orders[3] (#1004).lineItems[0].price`: the path, with the name of the order or product it leads through. */
function placeOf(input: unknown, path: PropertyKey[]): string {
  let value: unknown = input;
  let text = "";
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    text += typeof key === "number" ? `[${key}]` : text === "" ? String(key) : `.${String(key)}`;
    if (typeof key !== "number" || typeof value !== "object" || value === null) continue;
    const name: unknown = Reflect.get(value, "name") ?? Reflect.get(value, "handle") ?? Reflect.get(value, "id");
    if (typeof name === "string") text += ` (${name})`;
  }
  return text || "(top)";
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * A copy in which every instant is moved by `byMs` and written in UTC.
 * Only whole strings that are instants move; dates inside notes or descriptions are text.
 */
export function shiftInstants<Value>(value: Value, byMs: number): Value {
  return walk(value, byMs) as Value;
}

function walk(value: unknown, byMs: number): unknown {
  if (typeof value === "string") {
    return instant.test(value) ? toInstant(Date.parse(value) + byMs) : value;
  }
  if (Array.isArray(value)) return value.map((item) => walk(item, byMs));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, byMs)]));
  }
  return value;
}
