import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appFrame, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

/** With three orders a backtest is through in seconds; the big shop's takes as long as its budget of calls lets it. */
describe.each([
  ["a shop of many orders", "devstore/shop/example-shop.json"],
  ["a shop of three orders", "devstore/shop/tiny-shop.json"],
])("Trying a policy before it is live, in the admin of %s", (_, storeFile) => {
  const small = storeFile.includes("tiny");
  let system: System;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    system = await startSystem({ storeFile });
    browser = await startTestBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  async function open(path: string, width = 1280): Promise<FrameLocator> {
    page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal${path}`, { width });
    return page.frameLocator("iframe");
  }
  const heading = (app: FrameLocator, name: string | RegExp) => app.getByRole("heading", { name });
  const frame = () => appFrame(page, system.app.url);
  async function picture(name: string): Promise<void> {
    const folder = process.env["PICTURES"];
    if (folder === undefined) return;
    const height = await frame().evaluate(() => document.documentElement.scrollHeight);
    const { width } = page.viewportSize() ?? { width: 1280 };
    await page.setViewportSize({ width, height: Math.min(height + 200, 4_000) });
    await page.screenshot({ path: `${folder}/${name}.png` });
  }

  test.skipIf(small)(
    "begins with an order, goes on by keyboard, and leaves an address that can be passed on",
    async () => {
      const app = await open("/app/policies/try");
      await heading(app, "Which order?").waitFor();
      await app.getByLabel("Order number").focus();
      await page.keyboard.type("1111");
      await page.keyboard.press("Enter");
      await heading(app, /Rules, in the order/).waitFor();
      await app.getByLabel("What the shopper says").selectOption("damaged");
      await app.getByLabel("What they want").selectOption("refund");
      await app.getByLabel("Where the money should go").selectOption("original_payment");
      await app.getByLabel("A photo").check();
      await app.getByLabel("A description").check();
      await app.getByRole("button", { name: "Try", exact: true }).click();
      await heading(app, "Allowed").waitFor();
      const card = app.getByRole("region", { name: "Card: Refund of €42.00" });
      await card.getByText("#1111").waitFor();
      const search = new URL(frame().url()).searchParams;
      expect([search.get("order"), search.get("wanted"), search.get("units-1")]).toEqual(["1111", "refund", "1"]);
    },
  );

  test.skipIf(small).each([
    ["order=99999", "No such order among the last 60 days"],
    ["order=hello", "That is no order number"],
    ["order=1111&policy=draft", "There is no such policy"],
    ["order=1111&reason=damaged&units-9=1", "The agent would ask again"],
  ])("says what is wrong with an address (%s)", async (search, said) => {
    const app = await open(`/app/policies/try?${search}`);
    await heading(app, said).waitFor();
  });

  test.runIf(small)(
    "compares two policies over the orders of 90 days, to the end",
    async () => {
      const app = await open("/app/policies/backtest?before=cautious&after=generous");
      await app.getByRole("button", { name: "Run backtest" }).click();
      await app.getByRole("progressbar").waitFor();
      await heading(app, "Done").waitFor({ timeout: 60_000 });
      await app.getByRole("row", { name: /^Allowed/ }).waitFor();
      await app.getByText(/^0 requests .* about 3 orders$/).waitFor();
      await picture("backtest-done");
    },
    120_000,
  );

  test.skipIf(small)(
    "can be cancelled, keeps what was found, and goes on from there",
    async () => {
      const app = await open("/app/policies/backtest?before=cautious&after=generous");
      await app.getByRole("button", { name: "Run backtest" }).click();
      await heading(app, "What becomes of them").waitFor({ timeout: 30_000 });
      await app.getByRole("button", { name: "Cancel" }).click();
      await heading(app, /^Cancelled/).waitFor();
      await app.getByRole("button", { name: "Go on" }).click();
      await heading(app, "Running").waitFor();
    },
    120_000,
  );

  test.skipIf(small)("refuses to compare a policy with itself", async () => {
    const app = await open("/app/policies/backtest?before=balanced&after=balanced");
    await app.getByRole("button", { name: "Run backtest" }).click();
    await app.getByText("Choose two different policies.").waitFor();
  });

  test.skipIf(small)(
    "has no accessibility violation and does not scroll sideways",
    async () => {
      const search = "order=1111&reason=damaged&units-1=1&wanted=replacement&photo=yes&words=yes";
      const trial = await open(`/app/policies/try?${search}`);
      await heading(trial, /Rules, in the order/).waitFor();
      expect(await complaints(page, system.app.url)).toEqual([]);
      const app = await open("/app/policies/backtest?before=cautious&after=generous");
      await app.getByRole("button", { name: "Run backtest" }).click();
      await heading(app, "What becomes of them").waitFor({ timeout: 30_000 });
      await app.getByRole("button", { name: "Cancel" }).click();
      await heading(app, /^Cancelled/).waitFor();
      expect(await complaints(page, system.app.url)).toEqual([]);
    },
    120_000,
  );
});
