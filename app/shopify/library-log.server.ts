import { LogSeverity } from "@shopify/shopify-api";
import { log } from "../platform/log.server.ts";

/** How Shopify's library logs: into our log, and not at the levels where its lines quote tokens and addresses. */
export const libraryLog = {
  level: LogSeverity.Warning,
  log(severity: LogSeverity, message: string): void {
    log[severity === LogSeverity.Error ? "error" : "warn"]({ from: "shopify" }, message);
  },
};
