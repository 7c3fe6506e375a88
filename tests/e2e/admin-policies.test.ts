import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appFrame, barriers, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startChat } from "#tests/support/chat.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("The policies in the merchant's admin", () => {
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

  const address = (path: string) => `${system.devstore.url}/admin/apps/wherewithal${path}`;
  async function open(path: string, width = 1280): Promise<FrameLocator> {
    page = await browser.open(address(path), { width });
    return page.frameLocator("iframe");
  }
  const dialog = (app: FrameLocator) => app.getByRole("dialog");
  const save = (on = page) => on.getByRole("button", { name: "Save", exact: true });
  const limit = (app: FrameLocator) => app.getByRole("textbox", { name: "Without a person: Up to" });
  const picture = async (name: string) => {
    const folder = process.env["PICTURES"];
    if (folder)
      await page.screenshot({ path: `${folder}/policies-${name}.png`, fullPage: true, animations: "disabled" });
  };

  /** What a shopper who asks now is shown for a lost lantern of €69. */
  async function lostLanternAsCredit(): Promise<string | undefined> {
    const headers = { Cookie: system.devstore.login("paul.wegner@example.com") };
    const chat = await startChat(system.devstore.url, { headers });
    await chat.post("my parcel is lost, order 1098. Store credit please");
    const card = await chat.waitFor("a card", ({ type }) => type === "proposal");
    chat.close();
    return card.type === "proposal" ? card.amounts.find(({ total }) => total)?.text : undefined;
  }

  test("begins with a preset, is edited area by area, is published with its differences in words, and holds from then on", async () => {
    expect(await lostLanternAsCredit()).toBe("€72.45");
    const app = await open("/app/policies");
    await app.getByText("The preset “Balanced”, since you have not published a policy of your own.").waitFor();
    await app.getByText("Versions appear here once you publish a policy.").waitFor();
    await app.getByRole("button", { name: "Use as draft: Generous" }).click();
    await app.getByRole("heading", { name: "Policy draft" }).first().waitFor();
    await app.getByRole("link", { name: "Damaged", exact: true }).click();
    expect(await limit(app).inputValue()).toBe("200.00");
    await limit(app).fill("fifty");
    await app.getByText("Write an amount in EUR, such as 50.00.").waitFor();
    await save().click();
    await app.getByText("Some fields are not filled in rightly").waitFor();
    await limit(app).fill("50,5");
    await app.getByText("Up to €50.50 it is done without a person.").waitFor();
    await app.getByRole("button", { name: "Move down: Offer 1 (Replacement)" }).click();
    await app.getByText("The agent offers a refund or replacement").waitFor();
    await picture("area");
    await save().click();
    await page.getByText("Draft saved").waitFor();
    await app.getByRole("button", { name: "Publish" }).click();
    await dialog(app).getByText("Without a person: up to €50.50 instead of up to €80.00").waitFor();
    await picture("publish");
    await dialog(app).getByRole("button", { name: "Publish" }).click();
    await app.getByText("Version 1 · Generous").waitFor();
    expect(await lostLanternAsCredit()).toBe("€75.90");
    await app.getByText(/^Published by Robin Marsh, /).waitFor();
    await app.getByRole("link", { name: "Version 1: Generous" }).click();
    await app.getByText("This is the first version that was published.").waitFor();
    await app.getByRole("button", { name: "Restore as draft" }).click();
    await app.getByRole("heading", { name: "Areas" }).waitFor();
  });

  test("tells a second editor who was faster, and overwrites nothing", async () => {
    const first = await open("/app/policies/draft/damaged");
    const other = await page.context().newPage();
    await other.goto(address("/app/policies/draft/damaged"));
    const second = other.frameLocator("iframe");
    await limit(second).waitFor();
    await limit(first).fill("60");
    await save().click();
    await page.getByText("Draft saved").waitFor();
    await limit(second).fill("70");
    await save(other).click();
    await second.getByText("Somebody else has saved this draft").waitFor();
    await second.getByText("Without a person: up to €70.00 instead of up to €60.00").waitFor();
    expect(await limit(second).inputValue()).toBe("70");
    expect(await barriers(appFrame(other, system.app.url))).toEqual([]);
    await second.getByRole("button", { name: "Load theirs" }).click();
    expect(await limit(second).inputValue()).toBe("60.00");
    await limit(second).fill("75");
    await save(other).click();
    await other.getByText("Draft saved").waitFor();
    await limit(first).fill("65");
    await save().click();
    await first.getByRole("button", { name: "Keep editing mine" }).click();
    expect(await limit(first).inputValue()).toBe("65");
    await save().click();
    await page.getByText("Draft saved").last().waitFor();
  });

  test("asks before unsaved changes are left, and keeps them from area to area and when saving fails", async () => {
    const app = await open("/app/policies/draft/damaged");
    await limit(app).fill("61");
    await page.route("**/app/policies/changes*", (route) => route.abort());
    await save().click();
    await app.getByText("That did not work just now. Nothing is lost: please try again.").waitFor();
    await app.getByRole("link", { name: "Whole draft" }).click();
    await app.getByText("Up to €61.00 it is done without a person.").waitFor();
    await app.getByRole("link", { name: "Policies", exact: true }).click();
    await dialog(app).getByText("What you have changed since the draft was last saved is lost.").waitFor();
    await dialog(app).getByRole("button", { name: "Keep editing" }).click();
    await page.unroute("**/app/policies/changes*");
    await save().click();
    await page.getByText("Draft saved").waitFor();
    await app.getByRole("link", { name: "Policies", exact: true }).click();
    await app.getByText("Different from what is in force:").waitFor();
  });

  test("is not published while it contradicts itself, and leads to the area that does", async () => {
    const app = await open("/app/policies/draft/lost");
    await app.getByRole("textbox", { name: "With your approval: Up to" }).fill("0");
    await app.getByText("The limit for approval is below the automatic one").first().waitFor();
    await app.getByRole("button", { name: "Publish" }).click();
    await dialog(app).getByText("It cannot be published before these contradictions are gone:").waitFor();
    expect(await dialog(app).getByRole("button", { name: "Publish" }).isDisabled()).toBe(true);
    await dialog(app).getByRole("button", { name: "Cancel" }).click();
    await app.getByRole("link", { name: "Whole draft" }).click();
    await app.getByText("1 to correct").waitFor();
  });

  test("takes thousands of products, pasted, searched and removed", async () => {
    const app = await open("/app/policies/draft/exclusions");
    const field = app.getByRole("textbox", { name: "Products left out", exact: true });
    await app.getByRole("button", { name: "Choose products" }).click();
    const picker = page.getByRole("dialog", { name: "Add products" });
    await picker.getByRole("searchbox").fill("mug");
    const mug = picker.getByRole("checkbox", { name: /mug/i }).first();
    await mug.check();
    const title = await picker.getByRole("listitem").first().innerText();
    await picker.getByRole("button", { name: "Add" }).click();
    await app.getByRole("button", { name: `Remove ${title}` }).click();
    await field.evaluate(
      (input, ids) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", ids);
        input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      Array.from({ length: 5_000 }, (_, index) => 900_000 + index).join("\n"),
    );
    await app.getByText("5,000 entries").waitFor();
    await app.getByRole("searchbox", { name: "Search in: Products left out" }).fill("904999");
    await app.getByRole("button", { name: /^Remove .*904999/ }).click();
    await app.getByRole("searchbox", { name: "Search in: Products left out" }).fill("");
    await app.getByText("4,999 entries").waitFor();
    await app.getByText("Unknown product (900000)").waitFor();
    await picture("exclusions");
    await save().click();
    await page.getByText("Draft saved").waitFor();
  });

  test("exports what is in force, and says by path what is wrong with what is imported", async () => {
    const app = await open("/app/policies");
    const exported = page.waitForEvent("download");
    await app.getByRole("button", { name: "Export as JSON" }).click();
    expect((await exported).suggestedFilename()).toBe("policy-in-force.json");
    const paste = app.getByRole("textbox", { name: "Or paste the JSON here" });
    await paste.fill('{"version":1,"name":"","currency":"EUR"}');
    await app.getByRole("button", { name: "Import as draft" }).click();
    await dialog(app).getByRole("button", { name: "Replace the draft" }).click();
    await app.getByText("This policy cannot be imported:").waitFor();
    await app.getByText("reasons", { exact: true }).waitFor();
  });

  test.each([
    ["/app/policies/draft/late", "In words"],
    ["/app/policies/draft/exclusions", "In words"],
    ["/app/policies/versions/1", "What it says"],
  ])("has no accessibility violation and does not scroll sideways: %s", async (path, heading) => {
    const app = await open(path);
    await app.getByRole("heading", { name: heading, exact: true }).waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });

  test.each([
    ["/app/policies/versions/99", "This version does not exist"],
    ["/app/policies/draft/nowhere", "This area does not exist"],
  ])("does not know what does not exist: %s", async (path, heading) => {
    const app = await open(path);
    await app.getByRole("heading", { name: heading }).waitFor();
  });
});
