import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { onlyEntry, visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";

const ROBIN = 548380009;
const SAM = 548380010;

describe("The people of a shop in its admin", () => {
  let system: System;
  let owner: TestBrowser;
  let colleague: TestBrowser;

  beforeAll(async () => {
    [system, owner, colleague] = await Promise.all([startSystem(), startTestBrowser(), startTestBrowser()]);
    // Somebody is on the team once they have opened the app.
    await open(colleague, SAM, "");
  });
  afterAll(async () => {
    await owner.close();
    await colleague.close();
    await system.close();
  });
  afterEach(async () => {
    expect([...(await owner.leave()), ...(await colleague.leave())]).toEqual([]);
  });

  async function open(
    browser: TestBrowser,
    staffId: number,
    path: string,
    width = 1280,
  ): Promise<{ page: Page; app: FrameLocator }> {
    const page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app${path}`, {
      width,
      prepare: (_, context) =>
        context.addCookies([{ name: "devstore_staff", value: String(staffId), url: system.devstore.url }]),
    });
    const app = page.frameLocator("iframe");
    await app.locator("h1").first().waitFor();
    return { page, app };
  }

  /** The owner makes Sam something, with a limit of their own. */
  async function makeSam(role: string, limit: string): Promise<void> {
    const { page, app } = await open(owner, ROBIN, "/settings/team");
    const sam = app.getByRole("group", { name: "Sam Okafor" });
    if (limit !== "") await sam.getByLabel(/^Approves up to/).fill(limit);
    await sam.getByLabel("Role").selectOption(role);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByRole("status").getByText("Saved", { exact: true }).waitFor();
  }

  test("a lead approves less than the shopper confirmed, which is what the shopper gets, and no more than they may", async () => {
    await makeSam("lead", "150");
    const shopper = await visitShop(system, owner, { customer: "noah.feldman@example.com" });
    await shopper.say("my parcel is lost, order 1099, I want a refund to my card");
    const card = shopper.card("Refund of $206.00");
    await shopper.press(card, "Confirm refund");
    await card.getByText("Waiting for our team to approve").waitFor();

    const { app } = await open(colleague, SAM, "/resolutions?view=approval");
    await app.getByText(/#1099 · Refund/).click();
    await app.getByText(/This is above what you may approve, €150\.00\. It has to go to Robin Marsh\./).waitFor();
    expect(await app.getByRole("button", { name: "Approve", exact: true }).isDisabled()).toBe(true);
    await app.getByRole("button", { name: "Approve less" }).click();
    const dialog = app.getByRole("dialog");
    await dialog.getByLabel("Reason for the shopper").fill("The lamp itself was returned to us.");
    await dialog.getByLabel(/^Amount in/).fill("206");
    await dialog.getByRole("button", { name: "Approve less" }).click();
    await dialog.getByText("Enter an amount above zero and below what the shopper confirmed.").waitFor();
    await dialog.getByLabel(/^Amount in/).fill("100");
    await dialog.getByRole("button", { name: "Approve less" }).click();
    await app.getByText("It was carried out.").waitFor();
    await app.getByText("Less of it approved by Sam Okafor").waitFor();
    await card.getByText("Done", { exact: true }).waitFor();
    expect(onlyEntry(system, "#1099", "refund")).toMatchObject({ amount: "100.0", by: "app" });
  });

  test("whom the owner makes a viewer is told at the next page what they may not do, and by whom it may be done", async () => {
    await makeSam("viewer", "");
    const { page, app } = await open(colleague, SAM, "/conversations");
    await app.getByRole("heading", { name: "Your role does not include this" }).first().waitFor();
    await app.getByText(/^You are here as a viewer\. This is for owners, leads,? or agents\./).waitFor();
    await page.getByRole("link", { name: "Settings" }).click();
    await app.getByRole("link", { name: "Agent" }).click();
    await app.getByText("Only owners or leads can change settings.").waitFor();
    expect(await app.getByLabel("Name", { exact: true }).isDisabled()).toBe(true);
    await page.getByRole("link", { name: "Policies" }).click();
    await app.getByText("Only owners or leads can change policies.").waitFor();
    expect(await app.getByRole("button", { name: "Edit" }).first().isDisabled()).toBe(true);
  });

  test("a browser is handed to a colleague in the top bar, and what each did is found by who it was", async () => {
    const { page, app } = await open(owner, SAM, "/settings/team");
    await app.getByText("Only owners can change roles and limits.").waitFor();
    await page.getByLabel("Staff member").selectOption("Robin Marsh");
    await app.getByRole("group", { name: "Robin Marsh" }).getByText("Robin Marsh (you)").waitFor();
    await app.getByRole("link", { name: "What people did" }).click();
    await app.getByText("Sam Okafor: Lead → Viewer").waitFor();
    await app.getByLabel("Person").selectOption("Sam Okafor");
    await app.getByText("Approved less than was confirmed", { exact: false }).last().waitFor();
    await app.getByText("Sam Okafor: Lead → Viewer").waitFor({ state: "detached" });
    await app.getByRole("link", { name: /^Open resolution/ }).click();
    await app.getByText("Less of it approved by Sam Okafor").waitFor();
  });

  test.each(["/settings/team", "/settings/shipping", "/policies", "/conversations"])(
    "has no accessibility violation and does not scroll sideways for whom it is switched off: %s",
    async (path) => {
      const { page, app } = await open(owner, SAM, path);
      await app.locator("h2, main p").first().waitFor();
      expect(await complaints(page, system.app.url)).toEqual([]);
    },
  );
});
