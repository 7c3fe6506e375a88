import type { AdminClient, AdminOutcome } from "../../shopify/admin-client.ts";
import { DeliveredOrdersDocument } from "../../shopify/generated/admin.ts";
import type { DeliveredOrdersQuery } from "../../shopify/generated/admin.ts";
import type { SentParcel } from "./delivered.ts";
import { sentParcels } from "./map-delivered.ts";

/** Older deliveries say little about next week's. */
const HISTORY_DAYS = 120;
/** Most orders that are read: enough for every lane of a big shop, and an end to the reading. */
const MOST_PAGES = 100;
const PAGE_DEADLINE_MS = 60_000;
/** Shoppers are answered from the same points: the reading waits while fewer than this share of them is left. */
const POINTS_LEFT_FOR_SHOPPERS = 0.5;
const BUCKET_SECONDS = 20;

/** Complete with what could be read, or not at all: half a history would teach something crooked. */
export type DeliveredHistory = { kind: "ok"; parcels: SentParcel[] } | { kind: "unavailable"; why: string };

/**
 * Reads what a shop's parcels took, page by page, leaving half of the shop's points to others.
 * @param pause waits so many milliseconds.
 */
export async function readDelivered(
  client: AdminClient,
  now: Date,
  pause: (milliseconds: number) => Promise<void>,
): Promise<DeliveredHistory> {
  const since = new Date(now.getTime() - HISTORY_DAYS * 86_400_000).toISOString();
  const query = `fulfillment_status:shipped AND processed_at:>='${since}'`;
  const parcels: SentParcel[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const outcome: AdminOutcome<DeliveredOrdersQuery> = await client.run(
      DeliveredOrdersDocument,
      { query, after },
      { deadlineMs: PAGE_DEADLINE_MS },
    );
    if (outcome.kind !== "ok") {
      return { kind: "unavailable", why: outcome.kind === "unavailable" ? outcome.why : outcome.kind };
    }
    parcels.push(...outcome.data.orders.nodes.flatMap(sentParcels));
    const { hasNextPage, endCursor }: { hasNextPage: boolean; endCursor: string | null } = outcome.data.orders.pageInfo;
    if (!hasNextPage || endCursor === null) break;
    after = endCursor;
    if (outcome.cost) {
      // A bucket holds what is restored in twenty seconds.
      const { available, restoreRate } = outcome.cost;
      const wanted = restoreRate * BUCKET_SECONDS * POINTS_LEFT_FOR_SHOPPERS;
      if (available < wanted) await pause(((wanted - available) / restoreRate) * 1000);
    }
  }
  return { kind: "ok", parcels };
}
