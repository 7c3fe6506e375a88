import { z } from "zod";
import { sql } from "../platform/db.server.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";
import { calledBy } from "../staff/staff.ts";
import { MOST_AT_ONCE, type Order } from "./bulk.server.ts";
import { OUTCOMES } from "./outcomes.ts";
import { SNOOZE_CHOICES, snoozedUntil } from "./snooze-choices.ts";

const staffId = z.string().min(1).max(64);
const orderSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("assign"), to: staffId }),
  z.object({ kind: z.literal("snooze"), choice: z.enum(SNOOZE_CHOICES) }),
  z.object({ kind: z.literal("close"), outcome: z.enum(OUTCOMES) }),
  z.object({ kind: z.enum(["reopen", "wake", "back"]) }),
]);
export type AskedOrder = z.infer<typeof orderSchema>;

export const bulkSchema = z.object({
  order: orderSchema,
  conversations: z
    .array(
      z.object({ id: z.uuid(), activeAt: z.coerce.date(), assignedTo: staffId.nullable(), withAgent: z.boolean() }),
    )
    .min(1)
    .max(MOST_AT_ONCE),
});

/** Null where it is to be given to somebody who is not of the team, or may not read conversations. */
export async function orderFrom(shop: string, asked: AskedOrder): Promise<Order | null> {
  if (asked.kind === "snooze") {
    const { timeZone } = await shopProfile(shop);
    return { kind: "snooze", until: snoozedUntil(asked.choice, timeZone, new Date()) };
  }
  if (asked.kind !== "assign") return asked;
  const [member] = await sql().query<{ name: string | null }>(
    "SELECT name FROM staff_member WHERE shop = $1 AND staff_id = $2 AND role <> 'viewer'",
    [shop, asked.to],
  );
  return member ? { kind: "assign", to: { id: asked.to, name: calledBy({ id: asked.to, name: member.name }) } } : null;
}
