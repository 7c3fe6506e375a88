import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("A shopper's photo", () => {
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

  test("goes from the storefront to the people who read the conversation", async () => {
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#a5634a" } })
      .jpeg()
      .toBuffer();
    const storefront = await browser.open(system.devstore.url, { width: 1280 });
    await storefront.getByRole("button", { name: "Open chat" }).click();
    await storefront
      .locator('.panel input[type="file"]')
      .setInputFiles({ name: "mug.jpg", mimeType: "image/jpeg", buffer });
    await storefront.getByText("Ready to send").waitFor({ state: "attached" });
    await storefront.getByRole("textbox", { name: "Write a message" }).fill("My mug came like this");
    await storefront.getByRole("button", { name: "Send", exact: true }).click();
    const sent = storefront.getByRole("log").locator(".msg:not(.sending):not(.sent) img");
    await sent.waitFor();
    await storefront.reload();
    await sent.waitFor();
    expect(await sent.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth))).toBe(900);

    const page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app/conversations?view=all`, {
      width: 1280,
    });
    const app = page.frameLocator("iframe");
    await app.getByRole("link", { name: /^Conversation with / }).click();
    const shown = app.getByRole("img", { name: "Photo from the shopper" });
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0))).toBe(900);
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
