import { db, sql } from "../platform/db.server.ts";
import { widgetStatus } from "../shopify/theme-embed.server.ts";
import type { SetupMark, SetupState } from "./steps.ts";

type Known = Omit<SetupState, "hasSender" | "hasTeam"> & { withSender: boolean; withTeam: boolean };

const KNOWN = `
  SELECT
    s.kept_policy_at IS NOT NULL OR EXISTS (SELECT 1 FROM policy_version WHERE shop = $1) AS "hasPolicy",
    EXISTS (SELECT 1 FROM conversation WHERE shop = $1 AND last_seq > 0) AS "hasTalked",
    s.live_at IS NOT NULL AS "isLive",
    s.dismissed_at IS NOT NULL AS "isDismissed",
    to_regclass('setting_document') IS NOT NULL AS "withSender",
    to_regclass('staff_member') IS NOT NULL AS "withTeam"
  FROM (SELECT $1::text AS shop) asked LEFT JOIN setup s ON s.shop = asked.shop`;

/** A sender was said, and somebody besides whoever installed the app has opened it. */
const HAS_SENDER = `SELECT EXISTS (SELECT 1 FROM setting_document WHERE shop = $1 AND subject = 'email') AS done`;
const HAS_TEAM = `SELECT (SELECT count(*) FROM staff_member WHERE shop = $1) > 1 AS done`;

/** How far a shop is with setting up, read where each thing is true. */
export async function readSetup(shop: string): Promise<SetupState> {
  const [known] = await sql().query<Known>(KNOWN, [shop]);
  if (!known) throw new Error("A shop was asked about and none came.");
  const { withSender, withTeam, ...state } = known;
  const [hasSender, hasTeam] = await Promise.all([
    withSender ? isDone(HAS_SENDER, shop) : null,
    withTeam ? isDone(HAS_TEAM, shop) : null,
  ]);
  return { ...state, hasSender, hasTeam };
}

async function isDone(query: string, shop: string): Promise<boolean> {
  const [row] = await sql().query<{ done: boolean }>(query, [shop]);
  return row?.done === true;
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
