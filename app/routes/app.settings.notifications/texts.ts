import { settingsTexts } from "../../components/settings/settings.texts.ts";
import type { NotificationKind } from "../../staff/notifications.ts";

const KINDS: Record<NotificationKind, { label: string; help: string }> = {
  mentioned: { label: "Somebody mentions me", help: "In an internal note." },
  assigned: { label: "Somebody assigns a conversation to me", help: "Not when I take it myself." },
  urgent: { label: "An urgent conversation comes in", help: "For owners and leads." },
};

/** All words of the page about one's own notifications. */
export const texts = {
  title: "Notifications",
  subtitle: "What you yourself are told of by email. Others choose for themselves.",
  back: settingsTexts.heading,
  heading: "Email me when",
  to: (email: string) => `They go to ${email}, the address of your Shopify account.`,
  noAddress: "Shopify has not told the app your email address, so nothing can be sent to you.",
  note: "At most one email for a conversation in ten minutes, with a link and without what was written.",
  kinds: KINDS,
  noMail: {
    title: "No email is sent yet",
    text: "This app has no mail server to send with. Whoever runs it sets one up with SMTP_URL. You can choose already.",
  },
};
