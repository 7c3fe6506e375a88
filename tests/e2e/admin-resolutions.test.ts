import { randomUUID } from "node:crypto";
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { type Chat, startChat } from "#tests/support/chat.ts";
import { postgresUrl } from "#tests/support/databases.ts";
import { DIGEST, putRefund } from "#tests/support/ledger-rows.ts";
import { startSystem, type System } from "#tests/support/system.ts";

// Rows are put into the ledger from here, which only a database server allows.
describe.runIf(postgresUrl())("The ledger in the merchant's admin", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;
  let chat: Chat;

  beforeAll(async () => {
    system = await startSystem({ database: "postgres" });
    browser = await startTestBrowser();
    chat = await startChat(system.devstore.url);
    await chat.ask("Hello");
  });
  afterAll(async () => {
    chat.close();
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
  const put = (state: "awaiting_approval" | "needs_attention" | "succeeded") =>
    putRefund(system, chat.session.conversationId, state);
  const told = (id: string, state: string) =>
    chat.waitFor(
      `news of ${state}`,
      (event) => event.type === "resolution" && event.id === id && event.state === state,
    );
  const dialog = (app: FrameLocator) => app.getByRole("dialog");

  test("says what its views are for while they are empty", async () => {
    const app = await open("/app/resolutions");
    await app.getByRole("heading", { name: "No resolutions yet" }).waitFor();
    await app.getByRole("tab", { name: "Needs attention (0)" }).click();
    await app.getByRole("heading", { name: "Nothing needs attention" }).waitFor();
  });

  test("leads from the home page to what waits for approval, shows what the policy said, and takes a no with its reason", async () => {
    const id = await put("awaiting_approval");
    let app = await open("");
    await app.getByText(/In force: the preset policy “.+”\./).waitFor();
    await app.getByRole("link", { name: "Waiting for your approval" }).click();
    await app.getByText("#1001 · Refund · €95.00").click();
    await app.getByRole("heading", { name: "What your policy said" }).waitFor();
    await app.getByText("each option needs a person's yes").waitFor();
    await app.getByText("1 × Linen duvet cover, Sand").first().waitFor();
    await app.getByRole("button", { name: "Don’t approve" }).click();
    await dialog(app).getByRole("button", { name: "Don’t approve" }).click();
    await dialog(app).getByText("Write something first.").waitFor();
    await dialog(app).getByLabel("Reason for the shopper").fill("Please send us a photo first.");
    await dialog(app).getByRole("button", { name: "Don’t approve" }).click();
    await app.getByText("Declined", { exact: true }).waitFor();
    await app.getByText("Not approved by Robin Marsh", { exact: true }).waitFor();
    expect(await told(id, "declined")).toMatchObject({ text: "Please send us a photo first." });
    await app.getByRole("link", { name: "Conversation", exact: true }).click();
    await app.getByRole("heading", { name: "Refund offered for order #1001" }).waitFor();
    await app.getByRole("link", { name: "Open resolution: Refund for order #1001" }).click();
    app = page.frameLocator("iframe");
    await app.getByRole("heading", { name: "What your policy said" }).waitFor();
  });

  test("asks before it is approved, and says who was faster when somebody was", async () => {
    const id = await put("awaiting_approval");
    const app = await open(`/app/resolutions/${id}`);
    await app.getByRole("button", { name: "Approve", exact: true }).focus();
    await page.keyboard.press("Enter");
    await dialog(app)
      .getByText(/^Refund · €95.00, order #1001, is carried out at once/)
      .waitFor();
    const declined = await chat.request(`/api/chat/proposals/${id}`, {
      method: "POST",
      body: JSON.stringify({ digest: DIGEST, decision: "decline" }),
    });
    expect(declined.status).toBe(200);
    await page.keyboard.press("Escape");
    await dialog(app).waitFor({ state: "detached" });
    await app.getByRole("button", { name: "Approve", exact: true }).click();
    await dialog(app).getByRole("button", { name: "Approve" }).click();
    await app.getByText(/^It had been decided or had gone on by itself before/).waitFor();
    await app.getByText("Declined", { exact: true }).first().waitFor();
  });

  test("lets what needs attention be marked as done, with what was found", async () => {
    const id = await put("needs_attention");
    const app = await open("/app/resolutions?view=attention");
    await app.getByText("#1001 · Refund · €95.00").click();
    await app.getByText("called 3 times").waitFor();
    await app.getByText(/^It was called, and no answer has been written down/).waitFor();
    await app.getByRole("button", { name: "Mark as done" }).click();
    await dialog(app)
      .getByText("The shopper is told: “The team has checked this: it has been taken care of.”")
      .waitFor();
    await dialog(app).getByLabel("Note for your team").fill("The refund is on the order.");
    await dialog(app).getByRole("button", { name: "Mark as done" }).click();
    await app.getByText("Settled by hand by Robin Marsh").waitFor();
    await app.getByText("The refund is on the order.").waitFor();
    await told(id, "succeeded");
  });

  test.each(["no-id", randomUUID()])("does not know what does not exist (%s)", async (id) => {
    const app = await open(`/app/resolutions/${id}`);
    await app.getByRole("heading", { name: "This resolution does not exist" }).waitFor();
    await app.getByRole("link", { name: "See all resolutions" }).click();
    await app.getByRole("tab", { name: /^All/ }).waitFor();
  });

  test.each(["list", "approval", "attention", "question"])(
    "has no accessibility violation and does not scroll sideways (%s)",
    async (what) => {
      const id = await put(what === "attention" ? "needs_attention" : "awaiting_approval");
      const app = await open(what === "list" ? "/app/resolutions" : `/app/resolutions/${id}`);
      if (what === "list") await app.getByText("#1001 · Refund · €95.00").first().waitFor();
      else await app.getByRole("heading", { name: "What your policy said" }).waitFor();
      if (what === "question") {
        await app.getByRole("button", { name: "Don’t approve" }).click();
        await dialog(app).getByLabel("Reason for the shopper").waitFor();
      }
      expect(await complaints(page, system.app.url)).toEqual([]);
    },
  );
});
