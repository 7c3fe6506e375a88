import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { deedsAbout, onlyEntry, visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("An order that has not left", () => {
  let system: System;
  let browser: TestBrowser;

  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(), startTestBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  it("is cancelled before it is picked, and its money goes back to the payment", async () => {
    const shopper = await visitShop(system, browser);
    await shopper.say("Please cancel my order 1004, tobias.krueger@example.org");
    await shopper.reads(/original payment method, or as store credit\?/);
    await shopper.say("to my card");
    const card = shopper.card("Cancel order #1004");
    await card.getByText("€73.90").waitFor();
    await card.getByText("Back to the way you paid").waitFor();
    await shopper.press(card, "Cancel the order");
    await card.getByText("Done", { exact: true }).waitFor();
    expect(onlyEntry(system, "#1004", "refund")).toMatchObject({
      amount: "73.9",
      money: [{ to: "payment", amount: "73.9" }],
      of: { kind: "cancellation" },
    });
    expect(deedsAbout(system, "#1004").toSorted()).toEqual(["cancellation", "refund"]);
    await shopper.say("where is my order 1004 now?");
    await shopper.reads(/cancel/i);
  });

  it("is not cancelled once it is packed, and a person is offered", async () => {
    const shopper = await visitShop(system, browser);
    await shopper.say("Please cancel my order 1023, deniz.yildiz@example.org");
    await shopper.reads(/it is too late for cancelling, because the order is being prepared/);
    await shopper.reads(/a person from our team/);
    expect(await shopper.log.locator(".deal").count()).toBe(0);
    expect(deedsAbout(system, "#1023")).toEqual([]);
  });

  it("is asked back from the partner who prepares it, and promises nothing before the partner has answered", async () => {
    const shopper = await visitShop(system, browser);
    await shopper.say("Please cancel my order 1014, hugo.marchand@example.com");
    await shopper.reads(/original payment method, or as store credit\?/);
    await shopper.say("to my card");
    const card = shopper.card("Cancel order #1014");
    await shopper.press(card, "Cancel the order");
    await expect.poll(() => deedsAbout(system, "#1014")).toEqual(["cancellation_asked"]);
    expect(await card.getByText("Done", { exact: true }).count()).toBe(0);
  });

  it("gets another address before it is prepared: the card has both, and the order then the new one", async () => {
    const shopper = await visitShop(system, browser, { customer: "miriam.schaefer@example.com", width: 360 });
    await shopper.say("I need to change the address of order 1005");
    await shopper.reads(/the new address\?/);
    await shopper.say("Lange Geismarstraße 20, 37073 Göttingen");
    const card = shopper.card("New delivery address");
    await card.getByText("Lange Geismarstraße 20").waitFor();
    expect(await card.locator("s").innerText()).toContain("Am Bäckerberg 3");
    await shopper.press(card, "Use this address");
    await card.getByText("Done", { exact: true }).waitFor();
    expect(system.devstore.store.orderByName("#1005")?.shippingAddress).toMatchObject({
      address1: "Lange Geismarstraße 20",
      city: "Göttingen",
      zip: "37073",
    });
    expect(deedsAbout(system, "#1005")).toEqual(["address"]);
  });
});
