import pg from "pg";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startChat } from "#tests/support/chat.ts";
import { complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { askAdmin } from "#tests/support/playground.ts";
import { startSystem, type System } from "#tests/support/system.ts";

const kind = databaseKinds().at(-1) ?? "pglite";

describe("What makes people at the desk quick", () => {
  let system: System;
  let browser: TestBrowser;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem({ database: kind }), startTestBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => expect(await browser.leave()).toEqual([]));

  async function open(path: string): Promise<{ page: Page; app: FrameLocator }> {
    const page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app${path}`);
    const app = page.frameLocator("iframe");
    await app.locator("h1").first().waitFor();
    return { page, app };
  }

  test("a shop without macros is offered some, deletes one, has it back, and writes its own with a preview", async () => {
    const { page, app } = await open("/settings/macros");
    await app.getByRole("heading", { name: "No macros yet" }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    await app.getByRole("button", { name: "Add “Tracking”" }).click();
    await app.getByText("“Tracking” is added.").waitFor();
    await app.getByRole("button", { name: "Delete “Tracking”" }).click();
    await app.getByRole("button", { name: "Undo" }).click();
    await app.getByText("“Tracking” is back.").waitFor();
    await app.getByRole("link", { name: "Tracking" }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);

    await app.getByRole("link", { name: "New macro" }).first().click();
    await app.getByLabel("Name", { exact: true }).fill("Late");
    await app.getByLabel("Text", { exact: true }).fill("Hi {{shopper.first_name}}, {{oder.name}} is late.");
    await app.getByText("Hi Alex, [oder.name] is late.").waitFor();
    await app.getByText(/Nothing is called \{\{oder\.name\}\}/).waitFor();
    await app.getByLabel("Shortcut").fill("track");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText("Another macro has this shortcut.").waitFor();
    await app.getByLabel("Shortcut").fill("late");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    // It has an address of its own from now on.
    await app.getByRole("heading", { name: "Macro", exact: true }).waitFor();
    expect(await app.getByLabel("Shortcut").inputValue()).toBe("late");
    expect(await complaints(page, system.app.url)).toEqual([]);
  });

  test("somebody chooses what they are told of, and it stays so", async () => {
    const { page, app } = await open("/settings/notifications");
    await app.getByLabel("Somebody mentions me").uncheck();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByRole("status").getByText("Saved", { exact: true }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    const again = await open("/settings/notifications");
    expect(await again.app.getByLabel("Somebody mentions me").isChecked()).toBe(false);
  });

  test.runIf(kind === "postgres")("a lead reviews yesterday's sample with the keyboard alone", async () => {
    for (const text of ["Where is order #1001?", "Do you ship to Malta?"]) {
      const chat = await startChat(system.devstore.url);
      await chat.ask(text);
      chat.close();
    }
    const client = new pg.Client({ connectionString: system.database.env["DATABASE_URL"] });
    await client.connect();
    await client.query("UPDATE conversation SET updated_at = now() - interval '1 day'");
    await client.end();

    const { page, app } = await open("/quality");
    await app.getByRole("heading", { name: "Nothing to review" }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    await app.getByRole("button", { name: "Draw from the last days now" }).click();
    await app.getByText("1 of 2").waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
    await app.locator("body").press("n");
    await app.getByText("2 of 2").waitFor();
    await app.locator("body").press("2");
    await app.getByLabel("Reason").selectOption("It does not answer the question");
    await app.getByLabel("So that it does not happen again").selectOption("The agent should know something");
    await app.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText(/^Fill in what should change/).waitFor();
    await app.getByLabel("Question").fill("Do you ship to Malta?");
    await app.getByLabel("The answer should have been").fill("Yes, in six working days.");
    expect(await complaints(page, system.app.url)).toEqual([]);
    await app.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText("Marked as wrong.").waitFor();
    await app.getByText("1 of 1").waitFor();
    await app.locator("body").press("1");
    await app.getByText("Marked as right.").waitFor();
    await app.getByText("2 reviewed and 0 waiting, in the last 30 days.").waitFor();
    await app.getByRole("button", { name: "Accept: Do you ship to Malta?" }).click();
    await app.getByText("1 answer of yours is kept.").waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });

  test("macros read with gaps where a conversation knows nothing", async () => {
    const chat = await startChat(system.devstore.url);
    await chat.ask("Where is order #1001?");
    const { conversationId } = chat.session;
    const macros = await askAdmin(system, `/app/inbox/macros?conversation=${conversationId}`);
    expect(JSON.stringify(await macros.json())).toContain("[shopper’s first name]");
    chat.close();
  });
});
