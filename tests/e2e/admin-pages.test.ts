import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ADMIN_PAGES } from "#tests/support/admin-pages.ts";
import { appFrame, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("Every page of the merchant's admin", () => {
  let system: System;
  let browser: TestBrowser;

  beforeAll(async () => {
    system = await startSystem();
    browser = await startTestBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  test.each(ADMIN_PAGES)("has no accessibility violation and does not scroll sideways: $name", async ({ path }) => {
    const page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal${path}`);
    await page.frameLocator("iframe").getByRole("heading", { level: 1 }).first().waitFor();
    await appFrame(page, system.app.url).waitForFunction(() => document.querySelector('[class*="Skeleton"]') === null);
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
