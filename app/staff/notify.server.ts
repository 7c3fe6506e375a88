import { env } from "../platform/env.server.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { enqueue } from "../platform/queue.server.ts";
import { settingDocument, type SettingDocument } from "../platform/setting-document.server.ts";
import {
  type Notification,
  type NotificationPreferences,
  notificationPreferencesSchema,
  TELL_ALL,
} from "./notifications.ts";

/** The queue whose worker tells people by email; a job is `Notification`. */
export const NOTIFY_QUEUE = "staff.notify";

/** What one person of a shop wants to be told of. */
export function notificationPreferences(staffId: string): SettingDocument<NotificationPreferences> {
  return settingDocument(`notifications:${staffId}`, notificationPreferencesSchema, TELL_ALL);
}

/**
 * Asks for somebody to be told by email, where this server sends any. What it is about is done already, and stays done
 * whatever becomes of the email.
 */
export async function askToNotify(notification: Notification): Promise<void> {
  try {
    if (env().SMTP_URL === undefined) return;
    await enqueue(NOTIFY_QUEUE, notification);
  } catch (error) {
    log.warn({ shop: notification.shop, ...errorFields(error) }, "somebody could not be told");
  }
}
