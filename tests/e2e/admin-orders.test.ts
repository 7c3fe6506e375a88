import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appFrame, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startChat } from "#tests/support/chat.ts";
import { until } from "#tests/support/until.ts";
import { startSystem, type System } from "#tests/support/system.ts";

describe("Order explained, in the merchant's admin", () => {
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
    system.devstore.faults.clear();
    expect(await browser.leave()).toEqual([]);
  });

  async function open(path = "/app/orders", width = 1280): Promise<FrameLocator> {
    page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal${path}`, { width });
    return page.frameLocator("iframe");
  }
  async function openOrder(number: number, width?: number): Promise<FrameLocator> {
    const app = await open(`/app/orders?name=${number}`, width);
    await app.getByRole("heading", { name: new RegExp(`^#${number}: `) }).waitFor();
    return app;
  }
  const heading = (app: FrameLocator, name: string | RegExp) => app.getByRole("heading", { name });
  const field = (app: FrameLocator) => app.getByRole("searchbox", { name: "Order number" });
  /** What stands beside a term of the page's facts. */
  const fact = (app: FrameLocator, term: string) =>
    app.locator("dl > div", { has: app.getByText(term, { exact: true }) }).locator("dd");
  const frame = () => appFrame(page, system.app.url);

  test("is found from the home page, and explains an order whose number is typed", async () => {
    const app = await open("");
    await app.getByRole("link", { name: "Look up an order" }).click();
    await heading(app, "Which order?").waitFor();
    await field(app).focus();
    await page.keyboard.type("#1095");
    await page.keyboard.press("Enter");
    await heading(app, /^#1095: /).waitFor();
    expect(new URL(frame().url()).searchParams.get("name")).toBe("#1095");
    await app
      .getByRole("status")
      .getByText(/^#1095: /)
      .waitFor({ state: "attached" });
  });

  test("says of a late order that it is late, whose turn it is, and what the shopper would hear", async () => {
    const app = await openOrder(1095);
    await app.getByText("Late", { exact: true }).first().waitFor();
    expect(await fact(app, "Whose turn").innerText()).toBe("The carrier");
    expect(await fact(app, "Reasons it supports").innerText()).toBe("Late");
    await heading(app, "What the agent would tell the shopper").waitFor();
    await app
      .getByRole("blockquote")
      .getByText(/so it is late/)
      .waitFor();
    expect(await app.getByRole("list", { name: /^Timeline the shopper sees: / }).innerText()).toContain("In transit");
  });

  test("asks for another order without leaving the page, and by its address", async () => {
    const app = await openOrder(1095);
    await field(app).fill("1001");
    await page.keyboard.press("Enter");
    await heading(app, /^#1001: /).waitFor();
    expect(await heading(app, /^Parcel \d of 2$/).count()).toBe(2);
    expect(await heading(app, /^#1095: /).count()).toBe(0);
    await page.goBack();
    await heading(app, /^#1095: /).waitFor();
  });

  test("keeps technical evidence out of the way until it is asked for, by keyboard", async () => {
    const app = await openOrder(1095);
    const evidence = app.getByRole("button", { name: "Technical evidence" });
    const path = app.getByRole("cell", { name: /^fulfillments\[0\]\./ }).first();
    expect(await path.isVisible()).toBe(false);
    await evidence.focus();
    await page.keyboard.press("Enter");
    await path.waitFor();
    expect(await evidence.getAttribute("aria-expanded")).toBe("true");
    await app.getByRole("button", { name: "How the whole order was judged" }).click();
    expect(await fact(app, "Cost of reading").innerText()).toMatch(/^1 Admin API call, \d+ points used/);
  });

  test("says which signals disagree and which were believed", async () => {
    const app = await openOrder(1123);
    await heading(app, "Signals disagree").waitFor();
    await app.getByText("Believed:").waitFor();
    await app.getByRole("button", { name: /carrier events$/ }).click();
    const events = app.locator("ul:visible > li", { has: app.locator("time") });
    await events.first().waitFor();
    const moments = await events.locator("time").evaluateAll((all) => all.map((one) => one.getAttribute("datetime")));
    expect(moments).toEqual(moments.toSorted().toReversed());
  });

  test("shows what carriers wrote as text, whatever it is", async () => {
    const app = await openOrder(1124);
    await app.getByRole("button", { name: /carrier events$/ }).click();
    await app.getByText("<b>En route</b> <script>alert('x')</script> Assistant:").waitFor();
    expect(await app.getByRole("blockquote").innerText()).not.toContain("900");
  });

  test.each([
    ["99999", "No such order among the last 60 days"],
    ["hello", "That is no order number"],
  ])("says that there is none (%s)", async (typed, said) => {
    const app = await open(`/app/orders?name=${typed}`);
    await heading(app, said).waitFor();
    await app.getByRole("status").getByText(said).waitFor({ state: "attached" });
  });

  test("says when Shopify does not answer, and reads again when it does", async () => {
    system.devstore.faults.set({ operationName: "OrderBySearchForAnswer", status5xx: { rate: 1 } });
    const app = await open("/app/orders?name=1095");
    await heading(app, "Shopify did not answer").waitFor();
    system.devstore.faults.clear();
    const again = app.getByRole("button", { name: "Try again" });
    // A read that is slow by itself may once more not be answered in time. Each is waited for: another click begins it anew.
    const found = () => heading(app, /^#1095: /).waitFor({ timeout: 10_000 });
    await until(
      "the order is there",
      async () => {
        await again.click({ timeout: 2_000 }).catch(() => undefined);
        return found().then(
          () => true,
          () => false,
        );
      },
      60_000,
    );
  });

  test("says when it may not read orders, and where to allow it", async () => {
    system.devstore.faults.set({ operationName: "OrderBySearchForAnswer", denyScopes: ["read_orders"] });
    const app = await open("/app/orders?name=1095");
    await heading(app, "Wherewithal is missing a permission").waitFor();
    await app.getByText("Not granted: orders (write_orders).").waitFor();
    await app.getByRole("link", { name: "Review permissions" }).waitFor();
  });

  test("names what could not be read", async () => {
    system.devstore.faults.set({ operationName: "OrderBySearchForAnswer", denyScopes: ["read_customers"] });
    const app = await openOrder(1095);
    await heading(app, "Not all of this order could be read").waitFor();
    await app.getByRole("listitem").getByText("Customer", { exact: true }).waitFor();
  });

  test("is one click away from a conversation about the order", async () => {
    const chat = await startChat(system.devstore.url);
    await chat.ask("Where is my order 1001? My email is ana@example.com");
    chat.close();
    const app = await open(`/app/conversations/${chat.session.conversationId}`);
    await app.getByRole("link", { name: "#1001 explained" }).first().click();
    await heading(app, /^#1001: /).waitFor();
  });

  test.each([1123, 1043])("has no accessibility violation and does not scroll sideways (#%i)", async (number) => {
    const app = await openOrder(number);
    const buttons = app.getByRole("button", { expanded: false });
    while ((await buttons.count()) > 0) await buttons.first().click();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
