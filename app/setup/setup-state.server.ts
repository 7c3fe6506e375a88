import { db, sql } from "../platform/db.server.ts";
import { widgetStatus } from "../shopify/theme-embed.server.ts";
import type { SetupMark, SetupState } from "./steps.ts";

/** A sender was said, and somebody besides whoever installed the app has opened it. */
const STATE = `
  SELECT
    s.kept_policy_at IS NOT NULL OR EXISTS (SELECT 1 FROM policy_version WHERE shop = $1) AS "hasPolicy",
    EXISTS (SELECT 1 FROM conversation WHERE shop = $1 AND last_seq > 0) AS "hasTalked",
    EXISTS (SELECT 1 FROM setting_document WHERE shop = $1 AND subject = 'email') AS "hasSender",
    EXISTS (SELECT 1 FROM staff_member WHERE shop = $1 OFFSET 1) AS "hasTeam",
    s.live_at IS NOT NULL AS "isLive",
    s.dismissed_at IS NOT NULL AS "isDismissed"
  FROM (SELECT $1::text AS shop) asked LEFT JOIN setup s ON s.shop = asked.shop`;

/** How far a shop is with setting up, read where each thing is true. */
export async function readSetup(shop: string): Promise<SetupState> {
  const [state] = await sql().query<SetupState>(STATE, [shop]);
  if (!state) throw new Error("A shop was asked about and none came.");
  return state;
}

/** `not_live`: shoppers do not see the chat, as far as Shopify says. */
export type Marked = { kind: "marked" } | { kind: "not_live" };

/** Notes what the merchant says. That the shop is live is believed when its live theme says so, too. */
export async function markSetup(shop: string, mark: SetupMark, now: Date): Promise<Marked> {
  if (mark === "live" && (await widgetStatus(shop)).kind !== "on") return { kind: "not_live" };
  const data = {
    keep_policy: { keptPolicyAt: now },
    live: { liveAt: now },
    dismiss: { dismissedAt: now },
  }[mark];
  await db().setup.upsert({ where: { shop }, create: { shop, ...data }, update: data });
  return { kind: "marked" };
}
