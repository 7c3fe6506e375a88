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

const GIVEN = `
  SELECT id, created_at AS at, order_id AS "orderId", kind, reason, value_minor::text AS minor, currency FROM resolution
  WHERE shop = $1 AND (order_id = $2 OR customer_id = $3) AND state = ANY($4::text[]) AND ($5::uuid IS NULL OR id <> $5::uuid)
  ORDER BY created_at DESC LIMIT 500`;

/** What the order's customer, or without one the order, was given or promised by this app; newest first. */
export async function readGiven(
  shop: string,
  orderId: string,
  customerId: string | null,
  except: string | null,
): Promise<(PriorResolution & { id: string })[]> {
  const rows = await sql().query<Given>(GIVEN, [shop, orderId, customerId, [...HOLDS_UNITS], except]);
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
