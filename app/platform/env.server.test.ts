import { describe, expect, it } from "vitest";
import { parseEnv } from "./env.server.ts";

const complete = { SHOPIFY_API_KEY: "k", SHOPIFY_API_SECRET: "s", SHOPIFY_APP_URL: "https://app.example.com" };

describe("The environment", () => {
  it("is complete with three values, and the rest has defaults", () => {
    expect(parseEnv(complete)).toMatchObject({ PORT: 3000, DATA_DIR: ".data", LOG_LEVEL: "info", DATABASE_POOL: 10 });
  });

  it("takes empty values for absent ones", () => {
    expect(parseEnv({ ...complete, DATABASE_URL: "", OPENAI_API_KEY: " " })).not.toHaveProperty("DATABASE_URL", "");
  });

  it("takes the app's URL from the Shopify CLI, which says it in HOST", () => {
    const parsed = parseEnv({ ...complete, SHOPIFY_APP_URL: undefined, HOST: "https://tunnel.example.com" });
    expect(parsed).toMatchObject({ SHOPIFY_APP_URL: "https://tunnel.example.com", HOST: "127.0.0.1" });
  });

  it("names everything that is missing or wrong at once", () => {
    const start = () => parseEnv({ SHOPIFY_APP_URL: "not a url", DATABASE_URL: "mysql://x", PORT: "70000" });
    expect(start).toThrow(/SHOPIFY_API_KEY.*SHOPIFY_API_SECRET/s);
    expect(start).toThrow(/SHOPIFY_APP_URL: must be/);
    expect(start).toThrow(/DATABASE_URL: must be a URL that begins with postgres/);
    expect(start).toThrow(/PORT/);
  });
});
