import { db } from "../../platform/db.server.ts";
import type { LearntRow } from "./learn.ts";

/** What was learnt from a shop's deliveries; empty before the first time. */
export async function learntRows(shop: string): Promise<LearntRow[]> {
  const rows = await db().deliveryEstimate.findMany({ where: { shop } });
  return rows.map((row) => ({
    method: row.method,
    origin: row.origin,
    destination: row.destination,
    samples: row.samples,
    handling: { early: row.handlingEarly, median: row.handlingMedian, late: row.handlingLate },
    transit: { early: row.transitEarly, median: row.transitMedian, late: row.transitLate },
  }));
}

/** Puts a new table in the place of the old one, as one change: readers see either, never half. */
export async function replaceLearntRows(shop: string, rows: readonly LearntRow[]): Promise<void> {
  await db().$transaction([
    db().deliveryEstimate.deleteMany({ where: { shop } }),
    db().deliveryEstimate.createMany({
      data: rows.map((row) => ({
        shop,
        method: row.method,
        origin: row.origin,
        destination: row.destination,
        samples: row.samples,
        handlingEarly: row.handling.early,
        handlingMedian: row.handling.median,
        handlingLate: row.handling.late,
        transitEarly: row.transit.early,
        transitMedian: row.transit.median,
        transitLate: row.transit.late,
      })),
    }),
  ]);
}
