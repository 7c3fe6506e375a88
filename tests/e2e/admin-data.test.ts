import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("The data settings in the merchant's admin", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;

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

  async function open(width = 1280): Promise<FrameLocator> {
    page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app/settings/data`, { width });
    const app = page.frameLocator("iframe");
    await app.getByLabel("Days that conversations are kept").waitFor();
    return app;
  }

  test("say what is kept without a word, refuse too few days, and keep what is chosen", async () => {
    let app = await open();
    expect(await app.getByLabel("Days that conversations are kept").inputValue()).toBe("730");
    await app.getByLabel("Days that conversations are kept").fill("7");
    await app.getByText("Keep photos as long as their conversation").click();
    await app.getByText("Delete it at once").click();
    const save = page.getByRole("button", { name: "Save", exact: true });
    await save.click();
    await app.getByText("Enter 30 or more.").waitFor();
    await app.getByLabel("Days that conversations are kept").fill("90");
    await save.click();
    await app.getByRole("status").getByText("Saved", { exact: true }).waitFor();
    app = await open();
    expect(await app.getByLabel("Days that conversations are kept").inputValue()).toBe("90");
    expect(await app.getByLabel("Days that photos are kept").isDisabled()).toBe(true);
    expect(await app.getByRole("radio", { name: "Delete it at once" }).isChecked()).toBe(true);
  });
});
