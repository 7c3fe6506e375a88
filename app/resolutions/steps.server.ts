import { sql } from "../platform/db.server.ts";
import type { StepResult } from "./executor.ts";

/** One row of the outbox. `calling`: Shopify was or is being called, and nobody has written down what it said. */
export type StepRow = {
  step: string;
  state: "calling" | "done" | "refused";
  before: StepResult | null;
  result: StepResult | null;
  calls: number;
  /** Milliseconds since the newest call began. */
  age: number;
};

const READ = `
  SELECT step, state, before, result, calls, (extract(epoch FROM now() - started_at) * 1000)::float8 AS age
  FROM resolution_step WHERE shop = $1 AND resolution_id = $2::uuid ORDER BY started_at`;

export function readSteps(shop: string, id: string): Promise<StepRow[]> {
  return sql().query<StepRow>(READ, [shop, id]);
}

const BEGIN = `
  INSERT INTO resolution_step (shop, resolution_id, step, state, before)
  SELECT $1, $2::uuid, $3, 'calling', $4::jsonb FROM resolution
  WHERE shop = $1 AND id = $2::uuid AND lease_owner = $5::uuid AND lease_until > now()
  ON CONFLICT (shop, resolution_id, step) DO UPDATE SET
    state = 'calling', calls = resolution_step.calls + 1, started_at = now(), before = COALESCE(resolution_step.before, EXCLUDED.before)
  RETURNING calls`;

/** Writes down that Shopify is about to be called. False when the lease is somebody else's: then it must not be. */
export async function beginStep(
  shop: string,
  id: string,
  owner: string,
  step: string,
  before: StepResult | null,
): Promise<boolean> {
  const rows = await sql().query(BEGIN, [shop, id, step, before === null ? null : JSON.stringify(before), owner]);
  return rows.length === 1;
}

const FINISH = `
  UPDATE resolution_step SET state = $4, result = $5::jsonb, finished_at = now()
  WHERE shop = $1 AND resolution_id = $2::uuid AND step = $3`;

/** What is known of a call is written down whoever holds the lease by now: knowing more never hurts. */
export async function finishStep(
  shop: string,
  id: string,
  step: string,
  state: "done" | "refused",
  result: StepResult,
): Promise<void> {
  await sql().query(FINISH, [shop, id, step, state, JSON.stringify(result)]);
}
