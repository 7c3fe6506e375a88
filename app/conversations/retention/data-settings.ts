import { z } from "zod";

export const KEEP_DAYS = { least: 30, most: 3_650 } as const;
export const ON_UNINSTALL = ["keep", "forget"] as const;

const days = z.int().min(KEEP_DAYS.least).max(KEEP_DAYS.most).nullable();

export const dataSettingsSchema = z.strictObject({
  /** Days after its last event that a conversation is kept; null for as long as the app is used. */
  conversationDays: days,
  /** Days that a photo is kept, unless its conversation goes earlier; null for as long as that. */
  photoDays: days,
  /**
   * When the app is removed: `keep` until Shopify asks for the shop's redaction, 48 hours later, so that a shop that comes
   * back finds everything; `forget` at once.
   */
  onUninstall: z.enum(ON_UNINSTALL),
});
export type DataSettings = z.infer<typeof dataSettingsSchema>;

/** Two years cover what orders are asked about, warranties included; photos are asked for less long. */
export const DEFAULT_DATA_SETTINGS: DataSettings = { conversationDays: 730, photoDays: 365, onUninstall: "keep" };
