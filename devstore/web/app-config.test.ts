import { describe, expect, it } from "vitest";
import { parseAppConfig } from "./app-config.ts";

describe("shopify.app.toml", () => {
  it("says the scopes, and where each topic goes", () => {
    const config = parseAppConfig(`
      name = "App" # not of interest
      [access_scopes]
      scopes = "read_orders, read_customers"
      [[webhooks.subscriptions]]
      # several topics, one place
      topics = [
        "orders/updated",
        "app/uninstalled",
      ]
      uri = "/webhooks"
      [[webhooks.subscriptions]]
      compliance_topics = ["shop/redact"]
      uri = "https://app.example.com/privacy"
      [pos]
      embedded = false
    `);
    expect(config.scopes).toEqual(["read_orders", "read_customers"]);
    expect(Object.fromEntries(config.webhooks)).toEqual({
      "orders/updated": "/webhooks",
      "app/uninstalled": "/webhooks",
      "shop/redact": "/privacy",
    });
  });
});
