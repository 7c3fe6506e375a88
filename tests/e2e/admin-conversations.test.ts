import { randomUUID } from "node:crypto";
import pg from "pg";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appFrame, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { type Chat, startChat } from "#tests/support/chat.ts";
import { databaseKinds, postgresUrl } from "#tests/support/databases.ts";
import { startSystem, type System } from "#tests/support/system.ts";

/** What a page that took texts for HTML would run. */
const HOSTILE = `<img src=x onerror="document.title='run'">`;

describe("The conversations in the merchant's admin", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;
  let handed: Chat;

  beforeAll(async () => {
    // On PostgreSQL where there is one, since another shop's rows can be put there from here.
    system = await startSystem({ database: databaseKinds().at(-1) ?? "pglite" });
    browser = await startTestBrowser();
    const other = await startChat(system.devstore.url);
    await other.ask("Hello");
    other.close();
    handed = await startChat(system.devstore.url);
    await handed.ask("Where is my order 1001? My email is ana@example.com");
    await handed.request("/api/chat/human", { method: "POST", body: "{}" });
    await handed.post(HOSTILE);
    await handed.request("/api/chat/rating", { method: "POST", body: JSON.stringify({ score: 4, comment: HOSTILE }) });
    handed.close();
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
  const transcript = () => `/app/conversations/${handed.session.conversationId}`;
  const row = (app: FrameLocator) =>
    app.getByRole("link", { name: /^Conversation with (Guest|Ana [^·]+) · #1001, last active / });
  const other = (app: FrameLocator) => app.getByRole("link", { name: /^Conversation with Guest, last active / });
  /** Over the list, which shows nothing before the page can be used. */
  async function openByList(width?: number): Promise<FrameLocator> {
    const app = await open("/app/conversations?view=team", width);
    await row(app).click();
    await app.getByRole("heading", { name: /^(Guest|Ana [^·]+) · #1001$/ }).waitFor();
    return app;
  }
  const frame = () => appFrame(page, system.app.url);

  test("lead from the home page's count to what was handed to people, and from there to all that was said", async () => {
    const app = await open("");
    await app.getByRole("link", { name: "Waiting for your team" }).click();
    await row(app).waitFor();
    expect(await app.getByRole("list", { name: "Conversations" }).getByRole("listitem").count()).toBe(1);
    await app.getByText(/^Asked for a person · Waits for us · \d+ messages$/).waitFor();
    await row(app).click();
    await app.getByRole("heading", { name: /^(Guest|Ana [^·]+) · #1001$/ }).waitFor();
    await app.getByRole("link", { name: "Conversations", exact: true }).first().click();
    await row(app).waitFor();
    expect(frame().url()).toContain("view=team");
  });

  test("can be narrowed to those that wait for people, and the address says so", async () => {
    const app = await open("/app/conversations?view=all");
    await row(app).waitFor();
    await other(app).waitFor();
    await app.getByRole("tab", { name: /^Waiting for us/ }).click();
    await other(app).waitFor({ state: "detached" });
    expect(await row(app).count()).toBe(1);
    await page.waitForURL(/view=team/);
    await page.reload();
    await row(app).waitFor();
    expect(await app.getByRole("tab", { name: /^Waiting for us/ }).getAttribute("aria-selected")).toBe("true");
  });

  test("show why one was handed over, who the shopper is, and where each figure was read", async () => {
    const app = await open(transcript());
    await app.getByRole("heading", { name: "Brief", exact: true }).waitFor();
    await app.getByRole("heading", { name: "Handed to your team: Asked for a person" }).waitFor();
    await app.getByRole("heading", { name: "Identified by order #1001 and its email address" }).waitFor();
    await app
      .getByRole("button", { name: /facts? behind this answer$/ })
      .first()
      .click();
    await app.getByText("Read in get_order #1001 fulfillments[0].deliveredAt").waitFor();
    await app.getByText(/^Delivered at: \w{3} \d{1,2}, \d{4}$/).waitFor();
    await app.getByText("Card shown: order #1001").waitFor();
    await app
      .getByText(/^embedded · \d+ calls? · /)
      .first()
      .waitFor();
    await app.getByRole("heading", { name: "The shopper rated the conversation 4 of 5" }).waitFor();
  });

  test("show on demand which tools were called, with their arguments and outcomes, by keyboard", async () => {
    const app = await openByList();
    const calls = app.getByRole("button", { name: /tool calls?$/ }).first();
    await calls.waitFor();
    const argument = app.getByText('"email": "ana@example.com"');
    expect(await argument.isVisible()).toBe(false);
    await calls.focus();
    await page.keyboard.press("Enter");
    await argument.waitFor();
    expect(await calls.getAttribute("aria-expanded")).toBe("true");
    await app.getByText("#1001 verified").waitFor();
  });

  test("show what shoppers wrote as text, whatever it is", async () => {
    const app = await open(transcript());
    await app.getByText(HOSTILE, { exact: true }).first().waitFor();
    expect(await app.getByText(HOSTILE, { exact: true }).count()).toBe(2);
    expect(await frame().locator("img[src=x]").count()).toBe(0);
    expect(await frame().title()).not.toBe("run");
  });

  test("show what is said meanwhile without being asked", async () => {
    const app = await openByList();
    const more = `One more thing ${randomUUID()}`;
    await handed.post(more);
    await app.getByText(more, { exact: true }).waitFor();
  });

  test("tell of a figure in an answer where it was read, under the pointer and with the keyboard", async () => {
    const app = await openByList();
    const transcript = app.getByRole("region", { name: "Transcript" });
    const figure = transcript
      .locator("[tabindex='0']")
      .filter({ hasText: /^#1001$/ })
      .last();
    await figure.hover();
    await app
      .getByRole("tooltip")
      .getByText(/^Order: #1001\. Read in /)
      .waitFor();
    await page.mouse.move(0, 0);
    await app.getByRole("tooltip").waitFor({ state: "detached" });
    await figure.focus();
    await app
      .getByRole("tooltip")
      .getByText(/^Order: #1001\. Read in /)
      .waitFor();
  });

  test.each(["no-id", randomUUID()])("that do not exist are not found (%s)", async (id) => {
    const app = await open(`/app/conversations/${id}`);
    await app.getByRole("heading", { name: "This conversation does not exist" }).waitFor();
    await app.getByRole("link", { name: "See all conversations" }).click();
    await row(app).waitFor();
  });

  test.runIf(postgresUrl())("of another shop are not found, and not listed (P7)", async () => {
    const id = randomUUID();
    const client = new pg.Client({ connectionString: system.database.env["DATABASE_URL"] });
    await client.connect();
    await client.query(
      `WITH theirs AS (INSERT INTO conversation (shop, id, last_seq) VALUES ('other.myshopify.com', $1, 1) RETURNING *)
       INSERT INTO event (shop, conversation_id, seq, type, author, body)
       SELECT shop, id, 1, 'message', 'shopper', '{"messageId":"1","text":"Not for you"}' FROM theirs`,
      [id],
    );
    await client.end();
    const app = await open(`/app/conversations/${id}`);
    await app.getByRole("heading", { name: "This conversation does not exist" }).waitFor();
    await app.getByRole("link", { name: "See all conversations" }).click();
    await row(app).waitFor();
    expect(await app.getByText("Not for you").count()).toBe(0);
  });

  test.runIf(postgresUrl())(
    "of 2,000 events open at the newest ones, and show what came before on demand",
    async () => {
      const client = new pg.Client({ connectionString: system.database.env["DATABASE_URL"] });
      await client.connect();
      const id = randomUUID();
      await client.query(
        `WITH long AS (
         INSERT INTO conversation (shop, id, last_seq, status, escalated_at)
         SELECT shop, $1, 2000, 'escalated', now() FROM conversation WHERE id = $2 RETURNING *
       )
       INSERT INTO event (shop, conversation_id, seq, type, author, body)
       SELECT shop, id, n, 'message', CASE WHEN n % 2 = 0 THEN 'agent' ELSE 'shopper' END,
         jsonb_build_object('messageId', n::text, 'text', 'Message number ' || n)
       FROM long, generate_series(1, 2000) n`,
        [id, handed.session.conversationId],
      );
      await client.end();
      const app = await open(`/app/conversations/${id}`);
      await app.getByText("Message number 2000", { exact: true }).waitFor();
      expect(await app.getByText("Message number 1600", { exact: true }).count()).toBe(0);
      await app.getByRole("button", { name: "Earlier messages" }).click();
      await app.getByText("Message number 1600", { exact: true }).waitFor();
    },
  );

  test("have no accessibility violation and do not scroll as a list and as a transcript", async () => {
    await row(await open("/app/conversations")).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    const app = await openByList();
    for (const name of [/tool calls?$/, /^Result$/]) await app.getByRole("button", { name }).first().click();
    await app.getByText('"verified": true').waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
