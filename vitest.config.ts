import { defineConfig } from "vitest/config";

/** Unit tests stand beside their code and run in parallel; the rest start real servers and browsers. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,devstore,extensions,prisma}/**/*.test.{ts,tsx}"],
          env: {
            SHOPIFY_API_KEY: "test-key",
            SHOPIFY_API_SECRET: "test-secret",
            SHOPIFY_APP_URL: "http://127.0.0.1:3000",
            LOG_LEVEL: "silent",
          },
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: ["tests/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
