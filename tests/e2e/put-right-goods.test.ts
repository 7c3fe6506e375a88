import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { barriers, sideways, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { deedsAbout, onlyEntry, visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("Goods that are not right", () => {
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

  it("are replaced at no cost once a photo was sent and the card was confirmed", async () => {
    const shopper = await visitShop(system, browser);
    await shopper.say("My pitcher arrived broken. It is order 1111, tobias.krueger@example.org");
    await shopper.reads(/send me a photo/);
    expect(await shopper.log.locator(".deal").count()).toBe(0);
    await shopper.attach("pitcher.png", await photoOf("png"));
    await shopper.say("The handle broke off in the box");
    await shopper.reads(/A replacement at no cost/);
    await shopper.say("A replacement please");
    const card = shopper.card("Replacement");
    await card.getByText("Tobias Krüger").waitFor();
    await card.getByText("€0.00").waitFor();
    expect(deedsAbout(system, "#1111")).toEqual([]);
    expect(await barriers(shopper.page)).toEqual([]);

    await shopper.press(card, "Confirm replacement");
    await card.getByText("Done", { exact: true }).waitFor();
    const [, name = ""] = /New order (#\d+)/.exec(await card.innerText()) ?? [];
    const order = system.devstore.store.orderByName(name);
    expect(order?.lineItems.map((line) => [line.title, line.variantTitle, line.quantity])).toEqual([
      ["Tide Pitcher", "Sand", 1],
    ]);
    expect(onlyEntry(system, name, "order_made")).toMatchObject({ by: "app", total: "0.0", value: "42.0" });
    expect(order?.shippingAddress).toMatchObject({ city: "Köln", zip: "50823" });
  });

  it("are exchanged for the size that was meant, with the difference on the card", async () => {
    const shopper = await visitShop(system, browser, { customer: "katharina.huber@example.org", width: 360 });
    await shopper.say("The candle from order 1116 is too big, can I swap it for the 180 g one?");
    const card = shopper.card("Exchange");
    await card.getByText("180 g").waitFor();
    await card.getByText("Difference").waitFor();
    const terms = await card.innerText();
    expect(terms).toMatch(/400 g[\s\S]*180 g[\s\S]*€\d+\.\d\d/);
    expect(await sideways(shopper.page)).toBeLessThanOrEqual(0);
    await shopper.press(card, "Confirm exchange");
    await card.getByText("Done", { exact: true }).waitFor();
    expect(onlyEntry(system, "#1116", "return")).toMatchObject({
      units: [{ title: "Pine Smoke Candle", quantity: 1 }],
      exchanges: [{ quantity: 1 }],
    });
  });

  it("are not taken back when the time is over, and a person is offered", async () => {
    const shopper = await visitShop(system, browser, { customer: "miriam.schaefer@example.com" });
    await shopper.say("I changed my mind and want to return the towel from order 1083");
    await shopper.reads(/the time for this was 30 days, counted from delivery on Friday 2 October, and it is over/);
    await shopper.reads(/a person from our team/);
    expect(await shopper.log.locator(".deal").count()).toBe(0);
    expect(deedsAbout(system, "#1083")).toEqual([]);
  });

  it("are refunded where nothing is left to send instead", async () => {
    const shopper = await visitShop(system, browser, { customer: "miriam.schaefer@example.com" });
    await shopper.attach("towel.jpg", await photoOf("jpeg"));
    await shopper.say("The beach towel from order 1083 arrived damaged, there is a big hole in it. A new one please");
    await shopper.reads(/I can't offer a replacement for this/);
    await shopper.reads(/A refund of €39\.00/);
    await shopper.say("Then a refund to my card");
    const card = shopper.card("Refund of €39.00");
    await shopper.press(card, "Confirm refund");
    await card.getByText("Done", { exact: true }).waitFor();
    expect(deedsAbout(system, "#1083")).toEqual(["refund"]);
    expect(onlyEntry(system, "#1083", "refund")).toMatchObject({ amount: "39.0", money: [{ to: "payment" }] });
  });

  const photoOf = (format: "png" | "jpeg"): Promise<Buffer> =>
    sharp({ create: { width: 640, height: 480, channels: 3, background: "#7d6a5c" } })
      .toFormat(format)
      .toBuffer();
});
