import type { NotificationKind } from "../../staff/notifications.ts";
import { mailHtml } from "./mail-html.ts";
import type { Mail } from "./send-mail.server.ts";

const SUBJECTS: Record<NotificationKind, (by: string | null) => string> = {
  mentioned: (by) => `${by ?? "Somebody"} mentioned you in a conversation`,
  assigned: (by) => `${by ?? "Somebody"} assigned a conversation to you`,
  urgent: () => "An urgent conversation is waiting for your team",
};

/** What somebody at the desk is told: that there is something, and where. What was written is read in the admin. */
export function notificationMail(kind: NotificationKind, by: string | null, shopName: string, url: string): Mail {
  const subject = `${shopName}: ${SUBJECTS[kind](by)}`;
  const lead = `${SUBJECTS[kind](by)}.`;
  const where = `Open it in Shopify: ${url}`;
  const why = "You can choose what you are told of under Settings, Notifications in the app.";
  return {
    subject,
    text: [lead, where, why].join("\n\n") + "\n",
    html: mailHtml("en", [{ text: lead }, { text: where }, { text: why, small: true }]),
  };
}
