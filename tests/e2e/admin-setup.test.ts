import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appFrame, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

const ORDER = "where is my order 1001, ana@example.com";

/** One merchant's way from installing the app to being live: each test goes on where the one before it ended. */
describe("Setting the app up, from installing it to being live", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    system = await startSystem();
    system.devstore.store.setAppEmbed(false);
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
    page = await browser.open(`${system.devstore.url}/admin`, { width });
    return page.frameLocator("iframe");
  }
  const step = (app: FrameLocator, title: string) =>
    app.getByRole("listitem").filter({ has: app.getByRole("heading", { name: title }) });
  const isDone = (app: FrameLocator, title: string) => step(app, title).getByText("Done", { exact: true }).waitFor();
  const progress = (app: FrameLocator, done: number) => app.getByText(new RegExp(`^${done} of \\d$`)).waitFor();

  test("begins with nothing done, and does not believe that it is live while the theme has no chat", async () => {
    const app = await open();
    await progress(app, 0);
    await app.getByRole("button", { name: "Go live" }).click();
    await app.getByText("Shoppers do not see the chat yet", { exact: false }).waitFor();
    await progress(app, 0);
  });

  test.each([1280, 360])(
    "shows its steps at %i pixels without a barrier and without anything that moves",
    async (width) => {
      const app = await open(width);
      await progress(app, 0);
      await app.getByText("Nothing in the last 30 days.", { exact: false }).waitFor();
      const frame = appFrame(page, system.app.url);
      const moved = await frame.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              resolve(
                (list.getEntries() as (PerformanceEntry & { value: number })[]).reduce(
                  (sum, one) => sum + one.value,
                  0,
                ),
              );
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(resolve, 300, 0);
          }),
      );
      if (process.env["SHOT"]) {
        await page.setViewportSize({ width, height: 1900 });
        await page.screenshot({ path: `/tmp/home-${width}.png` });
      }
      expect(moved).toBeLessThan(0.05);
    },
  );

  test("is one click and one save in the theme editor; from then on the chat answers, under the balanced policy", async () => {
    let app = await open();
    await app.getByRole("link", { name: "Switch the chat on" }).click();
    await page.waitForURL(/\/themes\/current\/editor/);
    await page.locator("input[name=enabled]").check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved.").waitFor();
    app = await open();
    await isDone(app, "Switch the chat on in your theme");
    await progress(app, 1);
    const store = await step(app, "Talk to your agent").getByRole("link").getAttribute("href");
    await page.goto(store ?? "");
    await page.locator("button[aria-haspopup=dialog], button[aria-expanded]").first().click();
    await page.getByRole("textbox").fill(ORDER);
    await page.keyboard.press("Enter");
    await page.getByRole("article", { name: /#1001/ }).waitFor();
    app = await open();
    await isDone(app, "Talk to your agent");
    await app.getByText("In force: the preset policy “Balanced”.", { exact: false }).waitFor();
  });

  test("ends with a policy that is kept knowingly and a live shop, and is put away for good", async () => {
    let app = await open();
    await app.getByRole("button", { name: "Keep this policy" }).click();
    await isDone(app, "Decide what the agent may do");
    await app.getByRole("button", { name: "Go live" }).click();
    await isDone(app, "Go live");
    app = await open();
    await progress(app, 4);
    await app.getByRole("button", { name: "Dismiss" }).click();
    await app.getByRole("heading", { name: "Get started" }).waitFor({ state: "detached" });
    app = await open();
    await app.getByRole("heading", { name: "How the agent is doing" }).waitFor();
    expect(await app.getByRole("heading", { name: "Get started" }).count()).toBe(0);
  });

  test("leaves a home page whose figures lead to what they count", async () => {
    const app = await open();
    const figure = app.getByRole("listitem").filter({ hasText: "Settled without a person" });
    await figure.getByText("100% (1 of 1)").waitFor();
    await app.getByRole("link", { name: "Conversations today" }).click();
    await app.getByText("Only conversations that began today.").waitFor();
    await app.getByRole("link", { name: /^Conversation with .+ · #1001, last active / }).waitFor();
    await app.getByRole("button", { name: "Show all" }).click();
    await app.getByText("Only conversations that began today.").waitFor({ state: "detached" });
  });
});
