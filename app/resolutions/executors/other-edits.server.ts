import { sql } from "../../platform/db.server.ts";
import type { StepContext } from "../executor.ts";

const OTHERS = `
  SELECT other.resolution_id FROM resolution_step own
  JOIN resolution r ON r.shop = own.shop AND r.order_id = $3 AND r.id <> own.resolution_id
  JOIN resolution_step other ON other.shop = r.shop AND other.resolution_id = r.id AND other.step = own.step
    AND other.started_at >= own.started_at
  WHERE own.shop = $1 AND own.resolution_id = $2::uuid AND own.step = 'edit' LIMIT 1`;

/**
 * Whether another resolution began to edit the same order after this one did. While one is under way none can, but one that
 * needs attention lets others pass; from then on the order's items do not tell whose edit made them what they are.
 */
export async function editedByAnother(context: Pick<StepContext, "client" | "resolutionId" | "proposal">) {
  const { client, resolutionId, proposal } = context;
  return (await sql().query(OTHERS, [client.shop, resolutionId, proposal.orderId])).length > 0;
}
