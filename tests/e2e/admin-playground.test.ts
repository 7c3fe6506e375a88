import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { presetPolicy } from "#app/policy/presets.ts";
import { appFrame, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { draftIs, withoutDamaged } from "#tests/support/playground.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("The playground in the merchant's admin", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startTestBrowser()]);
    await draftIs(system, presetPolicy("generous", "EUR"));
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
  const frame = () => appFrame(page, system.app.url);
  const dialog = (app: FrameLocator) => app.getByRole("dialog");
  async function isFit(name: string): Promise<void> {
    const folder = process.env["PICTURES"];
    if (folder !== undefined) {
      const height = await frame().evaluate(() => document.documentElement.scrollHeight);
      const { width } = page.viewportSize() ?? { width: 1280 };
      await page.setViewportSize({ width, height: Math.min(height + 200, 4_000) });
      await page.screenshot({ path: `${folder}/playground-${name}-${width}.png`, animations: "disabled" });
      await page.setViewportSize({ width, height: 900 });
    }
    expect(await complaints(page, system.app.url)).toEqual([]);
  }
  async function say(app: FrameLocator, text: string): Promise<void> {
    await app.getByLabel("Message", { exact: true }).fill(text);
    await page.keyboard.press("Enter");
    await app.getByRole("button", { name: "Save as test case" }).waitFor();
  }
  async function talkAs(app: FrameLocator, typed: string, label: string): Promise<void> {
    await app.getByRole("button", { name: "Change as whom you talk" }).click();
    await app.getByLabel("Talk as a customer").fill(typed);
    await app.getByRole("button", { name: `Talk as ${label}` }).click();
  }

  test("talks as a customer, takes the turn apart, keeps it as a case, and a changed draft makes it fail", async () => {
    const app = await open("/app/playground");
    expect(await app.getByLabel("Policy", { exact: true }).inputValue()).toBe("draft");
    await talkAs(app, "1111", "Tobias Krüger (tobias.krueger@example.org)");
    await app.getByLabel("As if with a photo").check();
    await say(app, "My pitcher from order 1111 arrived broken, the handle broke off. I want a refund");
    await app.getByText("resolution_options", { exact: true }).waitFor();
    await app.getByText("Asks for evidence first").waitFor();
    await app.getByRole("heading", { name: "Answer" }).waitFor();
    await isFit("talk");

    await app.getByRole("button", { name: "Save as test case" }).click();
    await dialog(app).getByText("Calls resolution_options").waitFor();
    await dialog(app).getByRole("button", { name: "Save test case" }).click();
    await dialog(app).getByText("Give it a name.").waitFor();
    await dialog(app).getByLabel("Name").fill("Broken pitcher");
    await dialog(app).getByLabel("Words", { exact: true }).fill("unicorn");
    await dialog(app).getByLabel("Add", { exact: true }).selectOption("never");
    await dialog(app).getByRole("button", { name: "Add to what must hold" }).click();
    await dialog(app).getByText("Never says “unicorn”").waitFor();
    await isFit("save");
    await dialog(app).getByRole("button", { name: "Save test case" }).click();
    await page.getByText("Test case saved").waitFor();

    const cases = await open("/app/playground/cases");
    await cases.getByRole("button", { name: "Run all cases" }).click();
    await cases.getByText("1 of 1 cases pass").waitFor();
    await draftIs(system, withoutDamaged("generous"));
    await cases.getByRole("button", { name: "Run all cases" }).click();
    await cases.getByText("0 of 1 cases pass").waitFor();
    await cases.getByText("The verdict was: Goes to a person.").waitFor();
    await isFit("cases");

    const draft = await open("/app/policies/draft");
    await draft.getByRole("button", { name: "Publish" }).click();
    await dialog(draft).getByText("1 test case fails").waitFor();
    const publish = dialog(draft).getByRole("button", { name: "Publish", exact: true });
    expect(await publish.isDisabled()).toBe(true);
    await isFit("publish");
    await dialog(draft).getByLabel("Publish although test cases fail").check();
    await expect.poll(() => publish.isEnabled()).toBe(true);
  });

  test("shows the evidence behind each figure, and works a card without doing anything, on a phone", async () => {
    const app = await open("/app/playground?policy=generous", 360);
    await talkAs(app, "tobias", "Tobias Krüger (tobias.krueger@example.org)");
    await say(app, "Where is my order 1111?");
    await app.getByRole("log").getByText(/1111/).first().waitFor();
    await app.getByRole("button", { name: /facts? behind it/ }).waitFor();
    await app
      .getByText(/Read in get_order #1111/)
      .first()
      .waitFor();
    await app.getByLabel("As if with a photo").check();
    await say(app, "It arrived broken, the handle broke off. I want a refund for the pitcher");
    for (const words of ["The handle broke off in the box", "A refund please"]) {
      if (await app.getByRole("region", { name: /^Card: / }).count()) break;
      await say(app, words);
    }
    await app.getByRole("region", { name: /^Card: Refund/ }).waitFor();
    await isFit("card");
    const before = system.devstore.calls.last;
    await app.getByRole("button", { name: /^Confirm refund/ }).click();
    await app.getByText(/Dry run: nothing was done\./).waitFor();
    const called = system.devstore.calls.list({ after: before }).map(({ operation }) => operation);
    expect(called).toEqual(["CustomerToBe"]);
    await app.getByRole("button", { name: "Start over" }).click();
    await app.getByText(/Write as the customer would/).waitFor();
  });

  test("gives back what was typed when the connection fails, and goes on", async () => {
    const app = await open("/app/playground?policy=in_force");
    await page.route("**/app/playground/turn*", (route) => route.abort(), { times: 1 });
    await app.getByLabel("Message", { exact: true }).fill("Where is my order?");
    await app.getByRole("button", { name: "Send" }).click();
    await app.getByText("That did not work just now").waitFor();
    expect(await app.getByLabel("Message", { exact: true }).inputValue()).toBe("Where is my order?");
    await app.getByRole("button", { name: "Send" }).click();
    await app.getByRole("log").getByText("Agent", { exact: true }).waitFor();
  });

  test("edits a case, and says so when there is none", async () => {
    const list = await open("/app/playground/cases", 360);
    await list.getByRole("link", { name: "Edit: Broken pitcher" }).click();
    await list.getByLabel("Message 1").waitFor();
    await isFit("edit");
    await list.getByLabel("Message 1").fill("");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await list.getByText("Write what the shopper says.").waitFor();
    await list.getByLabel("Message 1").fill("Hello");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved").first().waitFor();
    const none = await open("/app/playground/cases/00000000-0000-4000-8000-000000000000");
    await none.getByRole("heading", { name: "This test case does not exist" }).waitFor();
  });
});
