import { sql } from "../../platform/db.server.ts";
import type { RequestReason, ResolutionKind } from "../../policy/kinds.ts";
import type { PriorResolution } from "../../policy/facts.ts";
import { HOLDS_UNITS } from "../states.ts";
import type { Claim } from "./free-units.ts";

const CLAIMS = `
  SELECT c.resolution_id AS "resolutionId", r.state, coalesce(r.granted, r.proposal) -> 'plan' AS plan, c.line, count(*)::int AS units
  FROM resolution_claim c JOIN resolution r ON r.shop = c.shop AND r.id = c.resolution_id
  WHERE c.shop = $1 AND c.order_id = $2 AND ($3::uuid IS NULL OR c.resolution_id <> $3::uuid)
  GROUP BY c.resolution_id, r.state, r.proposal, r.granted, c.line`;

/** Units of an order that ledger rows have, of every conversation. @param except the row that asks, whose own do not count */
export function readClaims(shop: string, orderId: string, except: string | null): Promise<Claim[]> {
  return sql().query<Claim>(CLAIMS, [shop, orderId, except]);
}

type Given = {
  id: string;
  at: Date;
  orderId: string;
  kind: ResolutionKind;
  reason: RequestReason;
  minor: string;
  currency: string;
};

/** What is asked about, as Shopify has it. */
type About = { orderId: string; orderName: string; customerId: string | null; tags: readonly string[] };

const REPLACES = `
  SELECT r.order_id AS "orderId" FROM unnest($3::text[]) AS tag(digits)
  JOIN resolution r ON r.shop = $1 AND r.id BETWEEN (tag.digits || '0000')::uuid AND (tag.digits || 'ffff')::uuid
  WHERE r.kind = 'replacement' AND r.order_id <> $2
  UNION ALL
  SELECT order_id FROM resolution
  WHERE shop = $1 AND customer_id = $4 AND kind = 'replacement' AND order_id <> $2 AND outcome ->> 'newOrderName' = $5
  LIMIT 1`;

/** The tag that an order which was sent instead has of its resolution (`tagOf`). */
const SENT_INSTEAD = /^wherewithal-([0-9a-f]{28})$/i;

/** The order that this one was sent instead of by this app; null for every other. By its tag, or else by its customer's rows. */
export async function readReplaced(shop: string, about: About): Promise<string | null> {
  const { orderId, orderName, customerId, tags } = about;
  const digits = tags.flatMap((tag) => SENT_INSTEAD.exec(tag)?.[1] ?? []);
  if (digits.length === 0 && customerId === null) return null;
  const [row] = await sql().query<{ orderId: string }>(REPLACES, [shop, orderId, digits, customerId, orderName]);
  return row?.orderId ?? null;
}

/** An order, what it was sent instead of, and whatever was sent instead of any of them are one matter. */
const GIVEN = `
  WITH RECURSIVE chain(order_id) AS (
    SELECT unnest($2::text[])
    UNION
    SELECT s.result ->> 'orderId' FROM chain c
    JOIN resolution r ON r.shop = $1 AND r.order_id = c.order_id AND r.kind = 'replacement'
    JOIN resolution_step s ON s.shop = $1 AND s.resolution_id = r.id AND s.step = 'complete' AND s.state = 'done'
    WHERE s.result ->> 'orderId' IS NOT NULL
  )
  SELECT id, created_at AS at, order_id AS "orderId", kind, reason, value_minor::text AS minor, currency FROM resolution
  WHERE shop = $1 AND (order_id = ANY(ARRAY(SELECT order_id FROM chain)) OR customer_id = $3) AND state = ANY($4::text[]) AND ($5::uuid IS NULL OR id <> $5::uuid)
  ORDER BY created_at DESC LIMIT 500`;

/**
 * What the order's customer, or without one the orders of the matter, was given or promised by this app; newest first.
 * @param orderIds the order, and the one that it was sent instead of
 */
export async function readGiven(
  shop: string,
  orderIds: readonly string[],
  customerId: string | null,
  except: string | null,
): Promise<(PriorResolution & { id: string })[]> {
  const rows = await sql().query<Given>(GIVEN, [shop, orderIds, customerId, [...HOLDS_UNITS], except]);
  return rows.map(({ id, at, orderId: order, kind, reason, minor, currency }) => ({
    id,
    at,
    by: "agent",
    orderId: order,
    kind,
    reason,
    value: { minor: Number(minor), currency },
  }));
}
