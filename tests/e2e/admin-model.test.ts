import type { FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { appFrame, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { startChat } from "#tests/support/chat.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "#tests/support/scripted-openai.ts";
import { wismo } from "#tests/support/scripted-openai-wismo.ts";
import { startSystem, type System } from "#tests/support/system.ts";

const RIGHT = "sk-the-right-key-0123456789";
const REFUSED = { error: { message: "Incorrect API key", code: "invalid_api_key" } };

/** One merchant's way with one model: each test goes on where the one before it ended. */
describe("The model's settings in the merchant's admin", () => {
  let provider: ScriptedOpenAi;
  let system: System;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    provider = await startScriptedOpenAi((request) =>
      request.key === RIGHT ? wismo(request) : { status: 401, body: REFUSED },
    );
    system = await startSystem({ env: { MODEL_PRIVATE_HOSTS: new URL(provider.baseURL).host } });
    browser = await startTestBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await system.close();
    await provider.close();
  });
  afterEach(async () => {
    expect(await browser.leave()).toEqual([]);
  });

  async function open(path = "/settings/model", width = 1280): Promise<FrameLocator> {
    page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app${path}`, { width });
    return page.frameLocator("iframe");
  }
  const save = async (app: FrameLocator) => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByRole("status").getByText("Saved", { exact: true }).waitFor();
  };
  const key = (app: FrameLocator) => app.getByLabel(/^(New )?API key$/);
  const tried = (app: FrameLocator, words: string | RegExp) => app.getByRole("status").getByText(words).waitFor();

  async function ask(text: string) {
    const chat = await startChat(system.devstore.url);
    const answer = await chat.ask(text);
    chat.close();
    return { text: answer.text, id: chat.session.conversationId };
  }

  test("name the built-in one for a shop that has chosen nothing, and refuse an address of the app's own network", async () => {
    const app = await open();
    await app.getByRole("radio", { name: "Built in" }).waitFor();
    expect(await app.getByRole("radio", { name: "Built in" }).isChecked()).toBe(true);
    await app.getByText("Another provider, or a server of your own").click();
    await app.getByLabel("Model", { exact: true }).fill("scripted");
    await app.getByLabel("Address of the API").fill("https://169.254.169.254/v1");
    await app.getByRole("button", { name: "Test", exact: true }).click();
    await tried(app, "Fill in what is marked first.");
    await app.getByText("This address leads into a private network.").first().waitFor();
    expect(provider.requests).toEqual([]);
  });

  test("say that a key is wrong, before it is saved", async () => {
    const app = await open();
    await app.getByText("Another provider, or a server of your own").click();
    await app.getByLabel("Address of the API").fill(provider.baseURL);
    await app.getByLabel("Model", { exact: true }).fill("scripted");
    await key(app).fill("sk-wrong-key-0123456789");
    await app.getByRole("button", { name: "Test", exact: true }).click();
    await tried(app, /The key was not accepted \(it answered 401\)/);
    await key(app).fill(RIGHT);
    await app.getByRole("button", { name: "Test", exact: true }).click();
    await tried(app, /It works: the model answered in/);
    await save(app);
    await app.getByText("The key that ends in 6789 is stored", { exact: false }).waitFor();
  });

  test("are used from the next conversation on, and never show the key again", async () => {
    expect((await ask("Hello")).text).toBe("Hello! Ask me about an order, and I will look it up for you.");
    const app = await open();
    await app.getByText("The key that ends in 6789 is stored", { exact: false }).waitFor();
    expect(await key(app).inputValue()).toBe("");
    expect(await appFrame(page, system.app.url).content()).not.toContain(RIGHT);
  });

  test("take no limit on what nobody can price, and keep one once the price is said", async () => {
    const app = await open();
    await app.getByLabel("Monthly limit").fill("1");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await app.getByText("Enter this model’s prices").waitFor();
    await app.getByLabel("Price of a million tokens in").fill("1000");
    await app.getByLabel("Price of a million tokens out").fill("0");
    await save(app);
    await app.getByText("$0.00 of $1.00 spent in", { exact: false }).waitFor();
  });

  test("warn on the home page near the limit; at the limit the built-in model answers, and the conversation says why", async () => {
    await ask("Hello");
    let app = await open("");
    await app.getByText("Your model’s spending limit is nearly reached").waitFor();
    await ask("Hello");
    const requests = provider.requests.length;
    const last = await ask("Where is my order 1001? My email is ana@example.com");
    expect(last.text).toContain("Your order comes in 2 parts");
    expect(provider.requests).toHaveLength(requests);
    app = await open(`/conversations/${last.id}`);
    await app.getByText("not asked, because the month’s spending limit is reached", { exact: false }).waitFor();
    app = await open("");
    await app.getByText("Your model’s spending limit is reached").waitFor();
    await app.getByRole("link", { name: "Review the limit" }).click();
    await app.getByText("The limit is reached: the built-in model answers", { exact: false }).waitFor();
  });

  test("let the key be removed", async () => {
    const app = await open();
    await app.getByRole("button", { name: "Remove key" }).click();
    await app.getByText("The key is removed when you save.").waitFor();
    await save(app);
    await app.getByText("is stored, set on", { exact: false }).waitFor({ state: "hidden" });
  });

  test("have no accessibility violation and do not scroll sideways with a server of the merchant's own", async () => {
    const app = await open("/settings/model");
    await app.getByLabel("Address of the API").waitFor();
    expect(await complaints(page, system.app.url)).toEqual([]);
  });
});
