import { ApiVersion } from "@shopify/shopify-api";

/** The Admin API this app is written and tested against; `shopify.app.toml` names the same for webhooks. */
export const API_VERSION = ApiVersion.July26;
