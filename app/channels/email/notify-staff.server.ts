import { sql } from "../../platform/db.server.ts";
import { env } from "../../platform/env.server.ts";
import { enqueue } from "../../platform/queue.server.ts";
import { countUse, takeBackUse } from "../../platform/rate-limit.server.ts";
import { shopAdminUrl } from "../../shopify/gateway.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { Notification } from "../../staff/notifications.ts";
import { NOTIFY_QUEUE, notificationPreferences } from "../../staff/notify.server.ts";
import { notificationMail } from "./notification-mail.ts";
import { sendMail } from "./send-mail.server.ts";

/** A conversation makes for one email to a person in so many seconds, whatever happens in it. */
const QUIET_SECONDS = 10 * 60;

const LEADS = `SELECT staff_id AS id FROM staff_member WHERE shop = $1 AND role IN ('owner', 'lead') AND email IS NOT NULL`;
const MAILBOX = `SELECT email FROM staff_member WHERE shop = $1 AND staff_id = $2 AND role <> 'viewer'`;

/**
 * Tells one person by email, if they want to be told and their mailbox is known. What is for all leads becomes a job for
 * each, so that one mailbox that is refused keeps nothing from the others.
 * @throws when the mail server did not take it: the job is tried again
 */
export async function notifyStaff(notification: Notification): Promise<void> {
  const { shop, conversationId, kind, staffId, by } = notification;
  if (staffId === null) {
    const leads = await sql().query<{ id: string }>(LEADS, [shop]);
    for (const { id } of leads) await enqueue(NOTIFY_QUEUE, { ...notification, staffId: id } satisfies Notification);
    return;
  }
  const [[member], wants, { name }] = await Promise.all([
    sql().query<{ email: string | null }>(MAILBOX, [shop, staffId]),
    notificationPreferences(staffId).read(shop),
    shopProfile(shop),
  ]);
  if (!member?.email || !wants[kind]) return;
  const quiet = [{ key: `notify:${staffId}:${conversationId}`, limit: 1, seconds: QUIET_SECONDS }];
  if (await countUse(shop, quiet)) return;
  try {
    await sendMail(shop, member.email, notificationMail(kind, by, name, pageOf(shop, conversationId)));
  } catch (error) {
    // It was not told: the next try is none too many.
    await takeBackUse(shop, quiet);
    throw error;
  }
}

/** The conversation's page within Shopify's admin, which knows an app by its key. */
function pageOf(shop: string, conversationId: string): string {
  return shopAdminUrl(shop, `/apps/${env().SHOPIFY_API_KEY}/app/conversations/${conversationId}`);
}
