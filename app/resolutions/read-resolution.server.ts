import { sql } from "../platform/db.server.ts";
import type { StepResult } from "./executor.ts";
import { LEDGER_COLUMNS, type LedgerRow } from "./ledger-row.ts";
import type { StepRow } from "./steps.server.ts";

/** A step of the outbox with its times. `startedAt` is that of the newest call. */
export type LedgerStep = {
  step: string;
  state: StepRow["state"];
  result: StepResult | null;
  calls: number;
  startedAt: Date;
  finishedAt: Date | null;
};

/** `line`: a line item's gid, `shipping` or `lateness`. */
type HeldUnits = { line: string; quantity: number };

/** All that the ledger knows about one resolution. */
export type LedgerEntry = {
  row: LedgerRow & {
    approvedAt: Date | null;
    updatedAt: Date;
    settledAt: Date | null;
    /** Not to be looked at before then, while it is carried out. */
    nextAt: Date | null;
  };
  steps: LedgerStep[];
  units: HeldUnits[];
};

const ROW = `
  SELECT ${LEDGER_COLUMNS}, approved_at AS "approvedAt", updated_at AS "updatedAt", settled_at AS "settledAt",
    next_at AS "nextAt"
  FROM resolution WHERE shop = $1 AND id = $2::uuid`;

const STEPS = `
  SELECT step, state, result, calls, started_at AS "startedAt", finished_at AS "finishedAt"
  FROM resolution_step WHERE shop = $1 AND resolution_id = $2::uuid ORDER BY started_at`;

const UNITS = `
  SELECT line, count(*)::int AS quantity FROM resolution_claim
  WHERE shop = $1 AND resolution_id = $2::uuid GROUP BY line ORDER BY line`;

/** Null when the shop has no such resolution. */
export async function readResolution(shop: string, id: string): Promise<LedgerEntry | null> {
  const [[row], steps, units] = await Promise.all([
    sql().query<LedgerEntry["row"]>(ROW, [shop, id]),
    sql().query<LedgerStep>(STEPS, [shop, id]),
    sql().query<HeldUnits>(UNITS, [shop, id]),
  ]);
  return row ? { row, steps, units } : null;
}
