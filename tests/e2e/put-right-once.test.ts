import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { deedsAbout, onlyEntry, shopperAt, visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("A card", () => {
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

  it("gives store credit for lateness to who is logged in", async () => {
    const shopper = await visitShop(system, browser, { customer: "chloe.tremblay@example.com" });
    await shopper.say("I'd like store credit because order 1137 is so late");
    const card = shopper.card(/Store credit of CA\$9\.03/);
    await card.getByText("To your store credit").waitFor();
    await shopper.press(card, "Confirm store credit");
    await card.getByText("Done", { exact: true }).waitFor();
    await card.getByText("CA$9.03 store credit").waitFor();
    const customer = system.devstore.store.customerByEmail("chloe.tremblay@example.com");
    const [credit, ...more] = system.devstore.store.book.list().filter(({ kind }) => kind === "store_credit");
    expect(more).toEqual([]);
    expect(credit).toMatchObject({ by: "app", amount: "9.03", currency: "CAD" });
    expect(credit?.customer).toContain(String(customer?.id));
  });

  it("is carried out once when two tabs confirm it at the same moment, and both say so, also after a reload", async () => {
    const shopper = await visitShop(system, browser, { customer: "paul.wegner@example.com" });
    await shopper.say("my parcel is lost, order 1098, I want a refund to my card");
    await shopper.card("Refund of €69.00").getByText("Back to the way you paid").waitFor();
    const tab = await shopper.page.context().newPage();
    await tab.goto(shopper.page.url());
    await tab.getByRole("button", { name: "Open chat" }).click();
    const other = shopperAt(tab);
    await other.card("Refund of €69.00").waitFor();
    const both = [shopper, other].map((one) => ({ one, card: one.card("Refund of €69.00") }));
    let letGo: () => void = () => undefined;
    const bothPressed = new Promise<void>((resolve) => (letGo = resolve));
    let pressed = 0;
    // Neither yes leaves before the other one is on its way, too.
    await shopper.page.context().route("**/api/chat/proposals/**", async (route) => {
      if (++pressed === 2) letGo();
      await bothPressed;
      await route.continue();
    });
    for (const { one, card } of both) await one.press(card, "Confirm refund");
    for (const { card } of both) await card.getByText("Done", { exact: true }).waitFor();
    expect(onlyEntry(system, "#1098", "refund")).toMatchObject({ amount: "69.0", money: [{ to: "payment" }] });

    await shopper.page.reload();
    const card = shopper.card("Refund of €69.00");
    await card.getByText("Done", { exact: true }).waitFor();
    expect(await card.getByRole("button").count()).toBe(0);
    await shopper.say("my parcel from order 1098 is lost, please send a replacement");
    await shopper.reads(/Something was already done/);
    expect(deedsAbout(system, "#1098")).toEqual(["refund"]);
  });

  it("waits through a reload, and changes nothing when it is declined", async () => {
    const shopper = await visitShop(system, browser, { customer: "sanne.bakker@example.org" });
    await shopper.say("I changed my mind and want to return the slippers from order 1077, money back to my card");
    const card = shopper.card("Return");
    await card.getByText("€64.00").waitFor();
    await shopper.page.reload();
    await card.getByText("€64.00").waitFor();
    await shopper.press(card, "No, thanks");
    await card.getByText("Declined. Nothing was changed").waitFor();
    await shopper.page.reload();
    await card.getByText("Declined. Nothing was changed").waitFor();
    expect(await card.getByRole("button").count()).toBe(0);
    expect(deedsAbout(system, "#1077")).toEqual([]);
  });
});
