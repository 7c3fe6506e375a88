import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { saveSettings } from "#tests/support/admin-settings.ts";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

describe("With a mailbox", () => {
  let system: System;
  let browser: TestBrowser;

  beforeAll(async () => {
    system = await startSystem({ mail: true });
    browser = await startTestBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  const mail = () => system.devstore.mail.messages;
  const admin = (path: string) => `${system.devstore.url}/admin/apps/wherewithal/app${path}`;
  /** Opens the mailbox as its owner does and reads the newest code. */
  async function codeAfter(before: number): Promise<string> {
    await until("an email with a code", () => mail().length > before);
    return /^(\d{6})$/m.exec(mail().at(-1)?.text ?? "")?.[1] ?? "none";
  }

  test("a merchant names the sender, and sees a test arrive or why it does not", async () => {
    const page = await browser.open(admin("/settings/email"));
    const app = page.frameLocator("iframe");
    await app.getByLabel("Name", { exact: true }).fill("Juniper Care");
    await app.getByLabel("Answers go to").fill("care@juniper");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText("Enter a whole email address").waitFor();
    await app.getByLabel("Answers go to").fill("care@juniper.example");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByRole("status").getByText("Saved", { exact: true }).waitFor();
    await app.getByLabel("Your email address").fill("me@juniper.example");
    await app.getByRole("button", { name: "Send a test email to me" }).click();
    await app.getByText("The mail server has taken the email.", { exact: false }).waitFor();
    expect(mail().at(-1)).toMatchObject({ to: ["me@juniper.example"], subject: "A test email from Juniper & Tide" });
    expect(mail().at(-1)?.from).toContain("Juniper Care");
    expect(mail().at(-1)?.headers["reply-to"]).toContain("care@juniper.example");
  });

  test("a merchant asks for codes, and a guest gets one and sees the order", async () => {
    const settings = await browser.open(admin("/settings/identity"));
    const app = settings.frameLocator("iframe");
    for (const thing of [
      "Seeing how an order stands",
      "Seeing the delivery address",
      "Asking for a change or a refund",
    ]) {
      await app.getByLabel(thing).selectOption({ label: "Code by email" });
    }
    await settings.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByRole("status").getByText("Saved", { exact: true }).waitFor();

    const before = mail().length;
    const shopper = await visitShop(system, browser);
    await shopper.say("Where is my order 1001? My email is ana@example.com");
    await shopper.reads(/I need a code first/);
    await shopper.say(await codeAfter(before));
    await shopper.log.getByRole("article", { name: /#1001/ }).waitFor();
  });

  test("a guest who uses the form writes the code in the chat as well", async () => {
    const before = mail().length;
    const shopper = await visitShop(system, browser, { width: 360 });
    await shopper.page.getByRole("button", { name: "More options" }).click();
    await shopper.page.getByRole("button", { name: "Find my order" }).click();
    await shopper.page.getByLabel("Order number").fill("1001");
    await shopper.page.getByLabel("Email").fill("ana@example.com");
    await shopper.page.getByRole("button", { name: "Find my order" }).click();
    await shopper.reads(/a code is on its way/);
    await shopper.say(await codeAfter(before));
    await shopper.log.getByRole("article", { name: /#1001/ }).waitFor();
  });

  test("a shopper who waits for a person is told when the team is there", async () => {
    const all = Array.from({ length: 7 }, () => [{ from: "00:00", to: "00:00" }]);
    const hours = { timeZone: "", answerHours: "3", followHolidays: false, country: "", weekly: all };
    expect(await saveSettings(system, "hours", hours)).toMatchObject({ saved: true });
    const shopper = await visitShop(system, browser);
    await shopper.page.getByRole("button", { name: "Talk to a person" }).click();
    await shopper.reads(/The team is here now; you'll usually hear by \d/);
  });
});
