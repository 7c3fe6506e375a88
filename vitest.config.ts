import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** They take longest, and much of it is waiting: begun first, they leave no worker idle at the end. */
const LONGEST = [
  "faults/campaigns",
  "integration/turns",
  "integration/bad-luck",
  "e2e/widget-alone",
  "integration/database-trouble",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** Unit tests stand beside their code and run in parallel; the rest start real servers and browsers. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,devstore,extensions,prisma}/**/*.test.{ts,tsx}"],
          // They change nothing outside themselves, and loading the same modules for each file is more than half of their time.
          isolate: false,
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
        },
      },
    ],
  },
});
