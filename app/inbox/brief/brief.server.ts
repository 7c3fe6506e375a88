import { reasonOf } from "../../conversations/escalation/reasons.ts";
import { readNewest } from "../../conversations/log.server.ts";
import { sql } from "../../platform/db.server.ts";
import { resolutionsOfConversation } from "../../resolutions/of-conversation.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { Brief, BriefSubject } from "./brief.ts";
import { makeBrief } from "./make-brief.ts";

/** Further back nobody reads who has seconds. */
const EVENTS = 300;

const SUBJECT = `
  SELECT status, escalation_reason AS reason, customer_id IS NOT NULL AS "isCustomer", shopper_name AS name,
    COALESCE(contact_email, shopper_email) AS email, vip, waits_for AS "waitsFor"
  FROM conversation WHERE shop = $1 AND id = $2::uuid`;
type Row = Omit<BriefSubject, "reason" | "withPeople" | "timeZone"> & { status: string; reason: string | null };

/** What a person has to know of a conversation before they act; null when the shop has no such conversation. */
export async function briefOf(shop: string, conversationId: string): Promise<Brief | null> {
  const key = { shop, conversationId };
  const [[row], events, rows, { timeZone }] = await Promise.all([
    sql().query<Row>(SUBJECT, [shop, conversationId]),
    readNewest(key, EVENTS),
    resolutionsOfConversation(shop, conversationId),
    shopProfile(shop),
  ]);
  if (!row) return null;
  const { status, reason, ...subject } = row;
  return makeBrief(events, rows, {
    ...subject,
    reason: reason === null ? null : reasonOf(reason),
    withPeople: status === "escalated",
    timeZone,
  });
}
