import { settingDocument } from "../../platform/setting-document.server.ts";
import { dataSettingsSchema, DEFAULT_DATA_SETTINGS } from "./data-settings.ts";

/** How long each shop's data is kept. */
export const dataSettings = settingDocument("data", dataSettingsSchema, DEFAULT_DATA_SETTINGS);
