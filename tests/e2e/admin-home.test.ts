import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("the app's home in the merchant's admin", () => {
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
    system.devstore.faults.clear();
    system.devstore.store.setAppEmbed(true);
    expect(await browser.leave()).toEqual([]);
  });

  async function open(width = 1280): Promise<FrameLocator> {
    page = await browser.open(`${system.devstore.url}/admin`, { width });
    const home = page.frameLocator("iframe");
    await home.getByRole("button", { name: "Check again" }).waitFor();
    return home;
  }

  /** Polaris announces the page's title in a status of its own, before ours. */
  const status = (home: FrameLocator) => home.getByRole("status").last().innerText();
  const OFF = /is switched off|is not in your live theme/;

  test("says that the widget is live, and where to try it", async () => {
    const home = await open();
    expect(await status(home)).toMatch(/^Shoppers see the chat on every page of your live theme, .+\.$/);
    const link = home.getByRole("link", { name: "Try it in your store" });
    expect(await link.getAttribute("href")).toBe(`${system.devstore.url}/`);
  });

  test("leads a merchant whose widget is off to the theme editor's switch, and sees it switched on", async () => {
    system.devstore.store.setAppEmbed(false);
    const home = await open();
    expect(await status(home)).toMatch(OFF);
    await home.getByRole("link", { name: "Turn on in theme editor" }).click();
    await page.waitForURL(/\/admin\/themes\/current\/editor\?context=apps&activateAppId=\w+\/chat$/);
    system.devstore.store.setAppEmbed(true);
    await page.goBack();
    await page.frameLocator("iframe").getByText("Live", { exact: true }).waitFor();
  });

  test("can be checked again without leaving the page, by keyboard", async () => {
    system.devstore.store.setAppEmbed(false);
    const home = await open();
    expect(await status(home)).toMatch(OFF);
    system.devstore.store.setAppEmbed(true);
    await home.getByRole("button", { name: "Check again" }).focus();
    await page.keyboard.press("Enter");
    await home.getByText("Live", { exact: true }).waitFor();
  });

  test("says so when it may not look", async () => {
    system.devstore.faults.set({ operationName: "MainThemeSettings", denyScopes: ["read_themes"] });
    const home = await open();
    expect(await status(home)).toContain("may not look at your themes");
    await home.getByRole("link", { name: "Review permissions" }).waitFor();
  });

  test("says so when Shopify does not answer, and shows the rest", async () => {
    system.devstore.faults.set({ operationName: "MainThemeSettings", status5xx: { rate: 1 } });
    const home = await open();
    expect(await status(home)).toContain("Shopify did not answer");
    await home.getByRole("heading", { name: "What the agent does now" }).waitFor();
  });

  test("survives a token that ended meanwhile", async () => {
    system.devstore.tokens.expireAll();
    expect(await status(await open())).toContain("Shoppers see the chat");
  });

  test("works again at once for a shop that removed the app and came back", async () => {
    system.devstore.installation.uninstall();
    expect(await status(await open())).toContain("Shoppers see the chat");
  });

  test("is where an address that no page has leads back to", async () => {
    page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app/no/such/page`);
    const app = page.frameLocator("iframe");
    await app.getByRole("heading", { name: "Page not found" }).waitFor();
    await app.getByRole("link", { name: "Go to the home page" }).click();
    await app.getByRole("button", { name: "Check again" }).waitFor();
  });
});
