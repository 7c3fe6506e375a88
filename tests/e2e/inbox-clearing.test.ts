import type { FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { escalateAll, TWENTY } from "#tests/support/mixed-escalations.ts";
import { onlyEntry } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const ROBIN = 548380009;
const ANSWER = "Thank you for waiting. We are looking into it, and will write to you.";

describe("A support lead with twenty conversations and a keyboard", () => {
  let system: System;
  let browser: TestBrowser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([
      startSystem({ env: { CHAT_MESSAGES_PER_MINUTE: "600", CHAT_SESSIONS_PER_HOUR: "600" } }),
      startTestBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  test("approves what the policy left to people, answers the rest, and has nobody waiting at the end", async () => {
    const ids = await escalateAll(system.devstore);
    const page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app/conversations`, {
      prepare: (_, context) =>
        context.addCookies([{ name: "devstore_staff", value: String(ROBIN), url: system.devstore.url }]),
    });
    const app = page.frameLocator("iframe");
    await app.getByRole("listitem").first().waitFor();
    // As Tab does from Shopify's own frame.
    await page.locator("iframe").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const done = new Set<string>();
    const nobody = app.getByRole("heading", { name: "Nobody waits for you" });
    for (let step = 0; step < TWENTY.length; step++) {
      await app.locator("[data-connection=live]").waitFor();
      done.add(openConversation(page));
      await settle(page, app);
      await page.keyboard.press("j");
      if (step < TWENTY.length - 1) await app.getByText("Closed: Solved.").waitFor({ state: "detached" });
    }
    await nobody.waitFor();
    expect([...done].toSorted()).toEqual(ids.toSorted());
    expect(onlyEntry(system, "#1099", "refund")).toMatchObject({ amount: "206.0", by: "app" });
  });

  /** What the brief suggests where it is an approval, else an answer; then the conversation is closed. */
  async function settle(page: Page, app: FrameLocator): Promise<void> {
    await app.getByRole("heading", { name: "Brief", exact: true }).waitFor();
    const approve = app.getByRole("dialog").getByRole("button", { name: "Approve", exact: true });
    if (await app.getByRole("button", { name: "Approve…" }).isVisible()) {
      await page.keyboard.press("s");
      await focused(approve);
      await page.keyboard.press("Enter");
      // A partner who has the order already is asked, and answers in their own time.
      await app
        .getByRole("complementary")
        .getByText(/^(Done|Being carried out)$/)
        .waitFor();
    } else {
      await page.keyboard.press("r");
      await focused(app.getByRole("textbox", { name: "Reply to the shopper" }));
      await page.keyboard.type(ANSWER);
      await page.keyboard.press("Control+Enter");
      await app.getByRole("region", { name: "Transcript" }).getByText(ANSWER).waitFor();
      await page.keyboard.press("Escape");
    }
    await page.keyboard.press("e");
    await focused(app.getByRole("combobox", { name: "How it ended" }));
    await page.keyboard.press("Enter");
    await app.getByText("Closed: Solved.").waitFor();
  }

  function openConversation(page: Page): string {
    const frame = page.frames().find((one) => one.url().startsWith(system.app.url));
    return /\/conversations\/([0-9a-f-]{36})/.exec(frame?.url() ?? "")?.[1] ?? "";
  }
});

const focused = (locator: Locator) =>
  until("the focus is there", () => locator.evaluate((element) => element === document.activeElement));
