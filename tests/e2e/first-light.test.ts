import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { barriers, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startSystem, type System } from "#tests/support/system.ts";

const ANA = "ana@example.com";

describe("A shopper on the storefront", () => {
  let system: System;
  let browser: TestBrowser;
  let page: Page;
  let foreign: string[];

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
    // Nothing but the shop and the app was asked for anything.
    expect(foreign).toEqual([]);
  });

  async function visit(options: { width?: number; customer?: string; locale?: string } = {}): Promise<void> {
    foreign = [];
    const own = [new URL(system.devstore.url).host, new URL(system.app.url).host];
    page = await browser.open(`${system.devstore.url}/${options.locale ? `?locale=${options.locale}` : ""}`, {
      width: options.width ?? 1280,
      timezoneId: "Europe/Berlin",
      async prepare(opened, context) {
        opened.on("request", (request) => {
          const { protocol, host } = new URL(request.url());
          if (protocol.startsWith("http") && !own.includes(host)) foreign.push(request.url());
        });
        if (!options.customer) return;
        const [name, ...value] = system.devstore.login(options.customer).split("=");
        await context.addCookies([{ name: name ?? "", value: value.join("="), url: system.devstore.url }]);
      },
    });
  }
  const openChat = async () => {
    await page.locator("button[aria-haspopup=dialog], button[aria-expanded]").first().click();
    await page.getByRole("textbox").waitFor();
  };
  const say = async (text: string) => {
    await page.getByRole("textbox").fill(text);
    await page.keyboard.press("Enter");
  };
  const log = () => page.getByRole("log");

  it("asks as a guest where the order is, and gets the truth with its card", async () => {
    await visit();
    await openChat();
    await say(`where is my order 1001, ${ANA}`);
    await page.getByRole("article", { name: /#1001/ }).waitFor();
    const text = await log().innerText();
    expect(text).toContain("Your order comes in 2 parts");
    expect(text).toMatch(/Parcel 1 of 2[\s\S]*delivered on Wednesday, November 18|Parcel 1 of 2[\s\S]*[Dd]elivered/);
    expect(await page.getByRole("link", { name: /Track parcel/ }).count()).toBeGreaterThan(0);
  });

  it("is asked for what is missing, one friendly time, and can give it later", async () => {
    await visit();
    await openChat();
    await say("were is my ordr");
    await log()
      .getByText(/order number and the email/)
      .waitFor();
    await say(`it's #1003 and ${ANA.toUpperCase()}`);
    await page.getByRole("article", { name: /#1003/ }).waitFor();
  });

  it("needs to prove nothing when logged in", async () => {
    await visit({ customer: ANA });
    await openChat();
    await say("show me all my orders");
    await log().getByRole("button", { name: /#1001/ }).click();
    await page.getByRole("article", { name: /#1001/ }).first().waitFor();
    expect(await log().innerText()).not.toMatch(/email address/);
  });

  it("finds the conversation again on the next page, and starts a new one when somebody else logs in", async () => {
    await visit({ customer: ANA });
    await openChat();
    await say("Where is order 1001?");
    await page.getByRole("article", { name: /#1001/ }).waitFor();
    await page.goto(`${system.devstore.url}/products`).catch(() => page.goto(system.devstore.url));
    await log().getByText("Where is order 1001?").waitFor();
    const other = system.devstore.login("juergen.gross@example.org").split("=");
    await page
      .context()
      .addCookies([{ name: other[0] ?? "", value: other.slice(1).join("="), url: system.devstore.url }]);
    await page.reload();
    await page.getByRole("textbox").waitFor();
    await expect.poll(() => log().innerText()).not.toContain("1001");
  });

  it("is handed to a person at one press", async () => {
    await visit();
    await openChat();
    await page.getByRole("button", { name: "Talk to a person" }).click();
    await log()
      .getByText(/passed this conversation to the team/)
      .waitFor();
  });

  it("gets the shell in the language of the storefront", async () => {
    await visit({ locale: "de" });
    await openChat();
    expect(await page.getByRole("dialog").innerText()).toMatch(/KI|Assistent/);
  });

  it.each([1280, 360])("meets no accessibility barrier at %d pixels, with an order's card open", async (width) => {
    await visit({ width });
    await openChat();
    await say(`Where is my order 1043? juergen.gross@example.org`);
    await page.getByRole("article", { name: /#1043/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("sees the chat on no page of a shop that has switched it off", async () => {
    system.devstore.store.setAppEmbed(false);
    try {
      await visit();
      expect(await page.locator("script[src*='loader.js']").count()).toBe(0);
    } finally {
      system.devstore.store.setAppEmbed(true);
    }
  });
});
