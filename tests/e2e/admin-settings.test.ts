import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("The settings in the merchant's admin", () => {
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

  const address = (path: string) => `${system.devstore.url}/admin/apps/wherewithal/app${path}`;
  async function open(path: string, width = 1280): Promise<FrameLocator> {
    page = await browser.open(address(path), { width });
    return page.frameLocator("iframe");
  }
  /** The bar is outside of the app, as App Bridge draws it. */
  const bar = (name: "Save" | "Discard", on: Page = page) => on.getByRole("button", { name, exact: true });
  const isSaved = (app: FrameLocator) => app.getByRole("status").getByText("Saved", { exact: true }).waitFor();

  test("are found from the navigation, each section under an address of its own", async () => {
    const app = await open("");
    await page.getByRole("link", { name: "Settings" }).click();
    await app.getByRole("link", { name: "Agent" }).click();
    await app.getByRole("heading", { name: "Instructions" }).waitFor();
    expect(page.url()).toMatch(/\/settings\/agent$/);
  });

  test("keep what is said about the agent, and throw away what is discarded", async () => {
    let app = await open("/settings/agent");
    await app.getByLabel("Name", { exact: true }).fill("Lina");
    await bar("Discard").click();
    expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("");
    await app.getByLabel("Name", { exact: true }).fill("Lina");
    await app.getByLabel("Greeting in another language").selectOption("de");
    await app.getByRole("textbox", { name: "Greeting in German" }).fill("Moin!");
    await app.getByLabel("Tone", { exact: true }).selectOption("warm");
    await bar("Save").click();
    await isSaved(app);
    await bar("Save").waitFor({ state: "hidden" });
    app = await open("/settings/agent");
    await app.getByRole("textbox", { name: "Greeting in German" }).waitFor();
    expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Lina");
    expect(await app.getByLabel("Tone", { exact: true }).inputValue()).toBe("warm");
  });

  test("tell a second editor that somebody was faster, and overwrite nothing", async () => {
    const app = await open("/settings/agent");
    await app.getByLabel("Name", { exact: true }).fill("Mine");
    const other = await page.context().newPage();
    await other.goto(address("/settings/agent"));
    const theirs = other.frameLocator("iframe");
    await theirs.getByLabel("Name", { exact: true }).fill("Theirs");
    await bar("Save", other).click();
    await isSaved(theirs);
    await bar("Save").click();
    await app.getByText("Somebody else has saved these settings in the meantime").waitFor();
    expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Mine");
    await app.getByRole("button", { name: "Load what they saved" }).click();
    expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Theirs");
    await app.getByLabel("Name", { exact: true }).fill("Both");
    await bar("Save").click();
    await isSaved(app);
  });

  test("are saved with all that was typed, though the app's tokens ended meanwhile", async () => {
    const app = await open("/settings/agent");
    await app.getByLabel("Name", { exact: true }).fill("Late");
    system.devstore.tokens.expireAll();
    await bar("Save").click();
    await isSaved(app);
    expect(await app.getByLabel("Name", { exact: true }).inputValue()).toBe("Late");
  });

  test("work out what shoppers would be told while shipping is edited, and say what is wrong next to its field", async () => {
    const app = await open("/settings/shipping");
    const example = app.getByText(
      /^An order placed now with Standard shipping, from Germany to Germany, would be sent by/,
    );
    await example.waitFor();
    const before = await example.innerText();
    const least = app.getByLabel("Least, working days").first();
    const most = app.getByLabel("Most, working days").first();
    await most.fill("60");
    await app.getByText("The example appears again").or(example).first().waitFor();
    await page.waitForFunction(
      ([text]) => {
        const inner = document.querySelector("iframe")?.contentDocument?.body.innerText ?? "";
        return inner === "" || !inner.includes(text ?? "");
      },
      [before],
    );
    await least.fill("61");
    await bar("Save").click();
    await app.getByText("Enter at least as many as the least.").waitFor();
    await app.getByText("Nothing has been saved yet").waitFor();
    await least.fill("2");
    await bar("Save").click();
    await isSaved(app);
    await app.getByRole("button", { name: "Reset to defaults" }).click();
    expect(await most.inputValue()).toBe("3");
    await bar("Save").click();
    await isSaved(app);
  });

  test("let single public holidays be switched off, and own days be named", async () => {
    let app = await open("/settings/shipping");
    const christmas = (within: FrameLocator) => within.getByLabel(/^Christmas Day · Dec 25/);
    await christmas(app).uncheck();
    const off = app.getByRole("group", { name: "Your own days off, day 1" });
    await app.getByRole("button", { name: "Add a day" }).nth(1).click();
    await off.getByLabel("Day", { exact: true }).fill("2027-01-04");
    await off.getByLabel("Name", { exact: true }).fill("Stock-taking");
    await bar("Save").click();
    await isSaved(app);
    app = await open("/settings/shipping");
    await christmas(app).waitFor();
    expect(await christmas(app).isChecked()).toBe(false);
    const named = app.getByRole("group", { name: "Your own days off, day 1" }).getByLabel("Name", { exact: true });
    expect(await named.inputValue()).toBe("Stock-taking");
  });

  test("declare a notice, end it, delete it, and take that back", async () => {
    let app = await open("/settings/notices");
    await app.getByRole("heading", { name: "No notices" }).waitFor();
    await app.getByRole("link", { name: "New notice" }).first().click();
    await app.getByText(/^All orders take 1 more working day to be sent, from /).waitFor();
    await bar("Save").waitFor({ state: "hidden" });
    await app.getByLabel("Title").fill("Snow in Leeds");
    await app.getByLabel("Countries of delivery").selectOption("FR");
    await app.getByText(/^Orders to France take 1 more working day/).waitFor();
    await bar("Save").click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
    app = await open("/settings/notices");
    await app.getByRole("heading", { name: "In force" }).waitFor();
    await app.getByRole("button", { name: "End “Snow in Leeds” today" }).click();
    await app.getByText("“Snow in Leeds” ends today.").waitFor();
    await app.getByText(/working day to be sent, on /).waitFor();
    await app.getByRole("button", { name: "Delete “Snow in Leeds”" }).click();
    await app.getByRole("heading", { name: "No notices" }).waitFor();
    await app.getByRole("button", { name: "Undo" }).click();
    await app.getByText("It is as it was before.").waitFor();
    await app.getByRole("link", { name: "Snow in Leeds" }).waitFor();
  });

  test("do not know a notice that does not exist", async () => {
    const app = await open("/settings/notices/0b6f1a34-6a51-4f6e-9c8f-2f1f4d3c2b1a");
    await app.getByRole("heading", { name: "This notice does not exist" }).waitFor();
  });

  test("say that codes by email can't be chosen where no email can be sent", async () => {
    const app = await open("/settings/identity");
    await app.getByText("Codes by email can’t be chosen yet").waitFor();
    const status = app.getByLabel("Seeing how an order stands");
    expect(await status.locator("option", { hasText: "Code by email" }).isDisabled()).toBe(true);
    await status.selectOption({ label: "Login to your shop" });
    await bar("Save").click();
    await app.getByText("so it can’t take less proof").first().waitFor();
    await bar("Discard").click();
  });

  test("tell what shoppers hear of the opening hours while these are edited, and what is wrong with them", async () => {
    const app = await open("/settings/hours");
    await app.getByText(/^Nothing about when your team answers/).waitFor();
    await app.getByRole("button", { name: "Add hours on Monday" }).click();
    await app.getByRole("button", { name: "Copy Monday to Tuesday–Friday" }).click();
    await app.getByLabel(/^An answer usually takes at most/).fill("2");
    await app.getByText(/^The team is here .*; you'll usually hear by /).waitFor();
    await app.getByLabel("Tuesday, closes").fill("08:00");
    await bar("Save").click();
    await app.getByText("Enter a time after the one it opens at.").waitFor();
    await app.getByLabel("Tuesday, closes").fill("18:00");
    await bar("Save").click();
    await isSaved(app);
  });

  test("show the chat as its look is edited, and shoppers see it so once it is saved", async () => {
    const app = await open("/settings/widget");
    const preview = app.frameLocator("iframe");
    const sendColor = (within: FrameLocator | Page) =>
      within.locator(".go").evaluate((button) => getComputedStyle(button).backgroundColor);
    await preview.getByRole("button", { name: "Where is my order?" }).waitFor();
    await app.getByLabel("Quick reply 1").fill("Track my parcel");
    await preview.getByRole("button", { name: "Track my parcel" }).waitFor();
    await app.getByLabel("Line below the name").fill("Wool and linen since 1923");
    await preview.getByText("Wool and linen since 1923").waitFor();

    await app.getByText("A color of its own").click();
    await app.getByLabel("Color code").fill("#ffe1");
    await app.getByText("The preview goes on when all fields are in order.").waitFor();
    await bar("Save").click();
    await app.getByText("Enter a color as six digits").waitFor();
    await app.getByLabel("Color code").fill("#ffe14d");
    await app.getByText(/^White words on this color are hard to read \(1\.\d : 1/).waitFor();
    await expect.poll(() => sendColor(preview)).toBe("rgb(255, 225, 77)");

    await app.getByRole("button", { name: "Conversation" }).click();
    await preview.getByRole("article", { name: "Order #1001" }).waitFor();
    await preview.getByRole("textbox", { name: "Write a message" }).fill("And the other one?");
    await page.keyboard.press("Enter");
    await expect.poll(() => preview.getByRole("article", { name: "Order #1001" }).count()).toBe(2);
    await bar("Save").click();
    await isSaved(app);

    const shopper = await visitShop(system, browser);
    await shopper.page.getByRole("button", { name: "Track my parcel" }).waitFor();
    await shopper.page.getByText("Wool and linen since 1923").waitFor();
    expect(await sendColor(shopper.page)).toBe("rgb(255, 225, 77)");
  });

  test("let a keyboard past the preview of the chat, and through it", async () => {
    const app = await open("/settings/widget");
    const preview = app.frameLocator("iframe");
    await preview.getByRole("textbox", { name: "Write a message" }).waitFor();
    await app.getByRole("link", { name: "Skip the preview" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const reset = app.getByRole("button", { name: "Reset to defaults" });
    expect(await reset.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    const isInside = async () => (await preview.locator(":focus").count()) > 0;
    await expect.poll(isInside).toBe(true);
    for (let stops = 0; stops < 20 && (await isInside()); stops++) await page.keyboard.press("Tab");
    expect(await isInside()).toBe(false);
  });

  test("have no accessibility violation and do not scroll sideways with a new notice", async () => {
    const app = await open("/settings/notices/new");
    await app.getByRole("heading", { level: 1 }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
