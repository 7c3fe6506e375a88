import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { API_VERSION } from "./shopify/api-version.ts";
import { missingScopes, REQUIRED_SCOPES } from "./shopify/scopes.ts";
import { appWebhooks } from "./shopify/webhooks/app-webhooks.server.ts";
import { privacyWebhooks } from "./conversations/privacy-webhooks.server.ts";

const config = readFileSync(new URL("../shopify.app.toml", import.meta.url), "utf8");

function list(key: string): string[] {
  const values = [...config.matchAll(new RegExp(`^${key} = \\[(.*)\\]$`, "gm"))].map(([, inner]) => inner ?? "");
  return values.flatMap((inner) => [...inner.matchAll(/"([^"]+)"/g)].map(([, value]) => value ?? ""));
}

test("Shopify is asked for exactly the scopes the app says it uses", () => {
  expect(/^scopes = "(.*)"$/m.exec(config)?.[1]?.split(",")).toEqual([...REQUIRED_SCOPES]);
});

test("webhooks come in the version of the API the app is written against", () => {
  expect(/^api_version = "(.*)"$/m.exec(config)?.[1]).toBe(API_VERSION);
});

test("every webhook that Shopify is asked for has its handler, and no handler waits for one that never comes", () => {
  const asked = [...list("topics"), ...list("compliance_topics")].map((topic) => topic.toUpperCase().replace("/", "_"));
  expect(asked.sort()).toEqual([...Object.keys(appWebhooks), ...Object.keys(privacyWebhooks)].sort());
});

test("a granted write scope includes reading", () => {
  const granted = REQUIRED_SCOPES.join(",").replace("read_products", "write_products");
  expect(missingScopes(granted)).toEqual([]);
  expect(missingScopes("write_products")).not.toContain("read_products");
  expect(missingScopes("read_orders"), "reading is not writing").toContain("write_orders");
  expect(missingScopes(undefined)).toEqual([...REQUIRED_SCOPES]);
});
