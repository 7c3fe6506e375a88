import { adminClientFor } from "./admin-client.server.ts";
import { PolicyTitlesDocument } from "./generated/admin.ts";

/** Most ids that Shopify looks up in one call. */
export const MOST_TITLES = 250;
const PATIENCE_MS = 5_000;

/**
 * What products and collections are called, by `gid://`; null for what does not exist any more.
 * @param ids at most `MOST_TITLES`
 * @returns null where Shopify cannot say now
 */
export async function policyTitles(shop: string, ids: string[]): Promise<Map<string, string | null> | null> {
  const client = await adminClientFor(shop);
  const outcome = await client.run(PolicyTitlesDocument, { ids }, { deadlineMs: PATIENCE_MS });
  if (outcome.kind !== "ok" || outcome.fieldErrors.length > 0) return null;
  const titles = new Map<string, string>();
  for (const node of outcome.data.nodes) if (node && "title" in node) titles.set(node.id, node.title);
  return new Map(ids.map((id) => [id, titles.get(id) ?? null]));
}
