import { z } from "zod";

/** What people at the desk are told of by email. */
export const NOTIFICATION_KINDS = ["mentioned", "assigned", "urgent"] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What somebody wants to be told of. */
export const notificationPreferencesSchema = z.strictObject({
  mentioned: z.boolean(),
  assigned: z.boolean(),
  urgent: z.boolean(),
});
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>;

export const TELL_ALL: NotificationPreferences = { mentioned: true, assigned: true, urgent: true };

/** `staffId`: to whom; null for all leads and owners. `by`: who did it. Nothing in it is a shopper's. */
export type Notification = {
  shop: string;
  conversationId: string;
  kind: NotificationKind;
  staffId: string | null;
  by: string | null;
};
