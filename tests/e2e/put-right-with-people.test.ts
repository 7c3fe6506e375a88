import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startChat } from "#tests/support/chat.ts";
import { deedsAbout, onlyEntry, visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("What the policy leaves to people, or to a plain word", () => {
  let system: System;
  let browser: TestBrowser;
  let merchant: TestBrowser;

  beforeAll(async () => {
    [system, browser, merchant] = await Promise.all([startSystem(), startTestBrowser(), startTestBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await merchant.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  it("waits for the merchant's approval, and the shopper sees it done while they look", async () => {
    const shopper = await visitShop(system, browser, { customer: "noah.feldman@example.com" });
    await shopper.say("my parcel is lost, order 1099, I want a refund to my card");
    const card = shopper.card("Refund of $206.00");
    await card.getByText("Our team has to approve this after you confirm.").waitFor();
    await shopper.press(card, "Confirm refund");
    await card.getByText("Waiting for our team to approve").waitFor();
    expect(deedsAbout(system, "#1099")).toEqual([]);

    const { page, close } = await merchantAt("/app/resolutions");
    const app = page.frameLocator("iframe");
    await app.getByText(/#1099 · Refund/).click();
    await app.getByRole("button", { name: "Approve", exact: true }).click();
    await app.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
    await card.getByText("Done", { exact: true }).waitFor();
    await app.getByText("It was carried out.").waitFor();
    await close();
    expect(onlyEntry(system, "#1099", "refund")).toMatchObject({ amount: "206.0", by: "app" });
  });

  it("is done by a yes where no card can be shown, and by nothing but a yes", async () => {
    const startText = () =>
      startChat(system.devstore.url, {
        body: { cards: false },
        headers: { Cookie: system.devstore.login("tobias.krueger@example.org") },
      });
    let chat = await startText();
    const writtenOut = async (text: string) => {
      const from = chat.events.length;
      await chat.post(text);
      await chat.waitFor("proposal in words", (event) => event.type === "message" && /“yes”/.test(event.text), from);
      await chat.waitFor("answer", (event) => event.type === "message" && /just "yes"/.test(event.text), from);
    };
    const proposed = async () => {
      await chat.ask("please cancel my order 1004");
      await writtenOut("to my card");
    };
    await proposed();
    await chat.ask("yes, but keep the lantern");
    expect(deedsAbout(system, "#1004")).toEqual([]);
    chat.close();

    chat = await startText();
    await proposed();
    await writtenOut("ok, go ahead");
    expect(deedsAbout(system, "#1004")).toEqual([]);
    expect(chat.events.filter((event) => event.type === "message" && /button/.test(event.text))).toEqual([]);
    await chat.post("Yes.");
    await chat.waitFor("news that it was done", (event) => event.type === "resolution" && event.state === "succeeded");
    expect(onlyEntry(system, "#1004", "refund")).toMatchObject({ amount: "73.9", money: [{ to: "payment" }] });
    chat.close();
  });

  async function merchantAt(path: string) {
    const page = await merchant.open(`${system.devstore.url}/admin/apps/wherewithal${path}`);
    return { page, close: () => merchant.leave() };
  }
});
