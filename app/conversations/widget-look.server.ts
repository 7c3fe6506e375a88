import { settingDocument } from "../platform/setting-document.server.ts";
import { DEFAULT_LOOK, widgetLookSchema } from "./widget-look.ts";

/** How a shop's chat looks inside; every session is told anew. */
export const widgetLook = settingDocument("widget", widgetLookSchema, DEFAULT_LOOK);
