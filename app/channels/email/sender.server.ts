import { settingDocument } from "../../platform/setting-document.server.ts";
import { NO_SENDER, senderSchema } from "./sender.ts";

/** As whom each shop's email is sent. */
export const senders = settingDocument("email", senderSchema, NO_SENDER);
