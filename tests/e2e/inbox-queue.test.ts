import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { type Chat, startChat } from "#tests/support/chat.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const WORDS = ["A blue teapot", "A green kettle", "An old samovar", "返金してください"];

describe("The inbox in the merchant's admin", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    system = await startSystem({ database: databaseKinds().at(-1) ?? "pglite" });
    browser = await startTestBrowser();
    for (const words of WORDS) (await handedOver(words)).close();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  /** A shopper who wants a person, and says so last. */
  async function handedOver(words: string): Promise<Chat> {
    const chat = await startChat(system.devstore.url);
    await chat.ask("Hello");
    await chat.request("/api/chat/human", { method: "POST", body: "{}" });
    await chat.post(words);
    return chat;
  }
  async function open(path = "/app/conversations", width = 1280): Promise<FrameLocator> {
    page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal${path}`, { width });
    const app = page.frameLocator("iframe");
    await app.getByRole("heading", { name: "Inbox" }).first().waitFor();
    return app;
  }
  const rows = (app: FrameLocator) => app.getByRole("list", { name: "Conversations" }).getByRole("listitem");
  const row = (app: FrameLocator, words: string) => rows(app).filter({ hasText: words });
  const shown = async (app: FrameLocator, count: number) => {
    await rows(app)
      .nth(count - 1)
      .waitFor();
    await rows(app).nth(count).waitFor({ state: "detached" });
  };
  /** The page hears keys only once somebody is in it and it is hydrated: the first one that it hears leads to a row. */
  async function ready(app: FrameLocator): Promise<void> {
    await app.getByRole("heading", { name: "Inbox" }).first().click();
    await until("a row has the focus", async () => {
      await page.keyboard.press("j");
      return (await app.locator("[data-row]:focus").count()) === 1;
    });
  }
  const focused = (app: FrameLocator) => app.locator("[data-row]:focus").getAttribute("data-row");
  const press = (app: FrameLocator, key: string) => app.locator(":focus").press(key);

  test("shows who waits and until when, and leads to each conversation with the keys alone", async () => {
    const app = await open();
    await shown(app, WORDS.length);
    await ready(app);
    await app
      .getByText(/^Due |^Overdue /)
      .first()
      .waitFor();
    await press(app, "j");
    const second = await focused(app);
    await press(app, "k");
    expect(await focused(app)).not.toBe(second);
    await press(app, "?");
    await app.getByText("Next and previous conversation").waitFor();
    await press(app, "Escape");
    await app.getByText("Next and previous conversation").waitFor({ state: "detached" });
    await ready(app);
    await press(app, "r");
    await page.waitForURL(/do=reply/);
    expect(page.url()).toContain("queue=team");
  });

  test("shows what comes while it is looked at, where the focus and the selection stay", async () => {
    const app = await open();
    await shown(app, WORDS.length);
    await ready(app);
    await press(app, "x");
    const before = await focused(app);
    await app.getByText("1 selected").waitFor();
    const late = await handedOver("Something new");
    const arrived = app.locator(`[data-row="${late.session.conversationId}"]`);
    await arrived.waitFor();
    await app.getByText("A new conversation in this view").waitFor({ state: "attached" });
    expect(await focused(app)).toBe(before);
    await app.getByText("1 selected").waitFor();
    late.close();
    await press(app, "x");
    await app.getByText("1 selected").waitFor({ state: "detached" });
    await arrived.press("e");
    await app.getByRole("dialog").waitFor();
    await press(app, "5");
    await arrived.waitFor({ state: "detached" });
  });

  test("finds by any part of what was said, marks it, and says when there is nothing", async () => {
    const app = await open();
    await shown(app, WORDS.length);
    await ready(app);
    await press(app, "/");
    await app.getByRole("searchbox").fill("kett");
    await app.getByRole("searchbox").press("Enter");
    await page.waitForURL(/q=kett/);
    await shown(app, 1);
    expect(await app.locator("mark").innerText()).toBe("kettle");
    await app.getByRole("searchbox").fill("返金");
    await app.getByRole("searchbox").press("Enter");
    await row(app, "返金してください").waitFor();
    await app.getByRole("searchbox").fill("nowhere to be found");
    await app.getByRole("searchbox").press("Enter");
    await app.getByRole("heading", { name: "Nothing was found" }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });

  test("keeps a view under a name, and forgets it", async () => {
    const app = await open("/app/conversations?view=done&language=ja");
    await app.getByRole("button", { name: "Saved views" }).click();
    await app.getByLabel("Name", { exact: true }).fill("Done in Japan");
    await app.getByRole("button", { name: "Save view" }).click();
    await app.getByRole("button", { name: "Show Done in Japan" }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    await app.getByRole("button", { name: "Close", exact: true }).click();
    await app.getByRole("dialog").waitFor({ state: "detached" });
    await app.getByRole("tab", { name: "Waiting for us" }).click();
    await page.waitForURL(/view=team/);
    await app.getByRole("button", { name: "Saved views" }).click();
    await app.getByRole("button", { name: "Show Done in Japan" }).click();
    await page.waitForURL(/view=done.*|language=ja/);
    await app.getByRole("button", { name: "Saved views" }).click();
    await app.getByRole("button", { name: "Delete Done in Japan" }).click();
    await app.getByText("None yet.", { exact: false }).waitFor();
  });

  test("closes all that is selected, goes on to what is left, and takes it back", async () => {
    const app = await open();
    await shown(app, WORDS.length);
    await ready(app);
    await press(app, "x");
    await press(app, "j");
    await press(app, "j");
    await press(app, "Shift+X");
    await app.getByText("3 selected").waitFor();
    await press(app, "e");
    await app.getByRole("heading", { name: "Close 3 conversations: how did it end?" }).waitFor();
    await press(app, "1");
    await page.getByText("3 closed", { exact: true }).waitFor();
    await shown(app, 1);
    await app.locator("[data-row]:focus").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await shown(app, WORDS.length);
    await page.getByText("3 conversations put back").waitFor();
  });

  test("gives a conversation to whoever looks with one key, and shows it among theirs", async () => {
    const app = await open("/app/conversations?view=unassigned");
    await rows(app).first().waitFor();
    await ready(app);
    const count = await rows(app).count();
    await press(app, "a");
    await shown(app, count - 1);
    await app.getByRole("tab", { name: /^Mine/ }).click();
    await page.waitForURL(/view=mine/);
    await app
      .getByText(/With you/)
      .first()
      .waitFor();
  });

  test("has no accessibility violation and does not scroll sideways, also with rows selected and filters open", async () => {
    const app = await open("/app/conversations?view=all&priority=3", 360);
    await rows(app).first().waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    await rows(app).first().getByRole("checkbox").check();
    await app.getByText("1 selected").waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
