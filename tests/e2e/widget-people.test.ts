/** People in the chat widget, in a real browser: against a chat server that does as it is told, and once against the real one. */
import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { close, handBack, takeOver } from "#app/inbox/desk.server.ts";
import { reply } from "#app/inbox/reply.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { barriers, launchBrowser, sideways } from "#tests/support/browser.ts";
import { postgresUrl } from "#tests/support/databases.ts";
import { startFakeChat } from "#tests/support/fake-chat-server.ts";
import type { FakeChat } from "#tests/support/fake-chat-server.ts";
import { MAYA, sitAtDesk } from "#tests/support/staff-at-desk.ts";
import { startSystem } from "#tests/support/system.ts";

const STILL: BrowserContextOptions = { reducedMotion: "reduce" };
const PHONE: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 360, height: 700 },
  hasTouch: true,
  isMobile: true,
};
const NAME = "Maya Chen";
const SETTINGS = { mail: true, shopName: "Juniper & Tide" };

let browser: Browser;
let context: BrowserContext;
let page: Page;
const problems: string[] = [];

beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());
afterEach(async () => {
  await context.close();
  expect(problems.splice(0)).toEqual([]);
});

async function openPage(url: string, on = context): Promise<Page> {
  const opened = await on.newPage();
  opened.setDefaultTimeout(5_000);
  opened.on("pageerror", (error) => problems.push(String(error)));
  await opened.goto(url);
  return opened;
}
const log = (on = page) => on.getByRole("log");
const seen = (text: string | RegExp, on = page) => on.getByRole("dialog").getByText(text).last().waitFor();
const button = (name: string | RegExp, on = page) => on.getByRole("button", { name });
const input = (on = page) => on.getByRole("textbox", { name: "Write a message" });

describe("people in the chat", () => {
  let chat: FakeChat;
  beforeAll(async () => void (chat = await startFakeChat()));
  afterAll(() => chat.close());
  beforeEach(() => {
    chat.reset();
    chat.state.settings = SETTINGS;
  });

  async function visit(options: BrowserContextOptions = STILL) {
    context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
    page = await openPage(chat.shopUrl);
    await page.locator(".launcher").click();
    await page.getByRole("dialog").waitFor();
    await expect.poll(chat.streams).toBeGreaterThan(0);
  }
  const taken = (state: "taken" | "handed_back" = "taken", name = NAME) =>
    chat.emit({ type: "takeover", author: "staff", state, name });
  const write = (text: string, name = NAME) =>
    chat.emit({ type: "message", author: "staff", messageId: randomUUID(), text, name });
  const shut = () => chat.emit({ type: "closed", author: "staff" });
  const posts = (path: string) => chat.posted.filter((one) => one.path === path).map(({ body }) => body);
  const say = async (text: string) => {
    await input().fill(text);
    await input().press("Enter");
  };

  it("cost a conversation without them nothing", async () => {
    await visit();
    const requested: string[] = [];
    page.on("request", (request) => requested.push(request.url()));
    chat.say("Hello");
    await seen("Hello");
    expect(requested.some((url) => url.includes("panel-people"))).toBe(false);
  });

  it("are introduced, take the word from the agent, and give it back", async () => {
    await visit();
    await say("Where is it?");
    chat.stream("m1", "Your order is on");
    await seen("Your order is on");
    taken();
    await seen("Maya Chen from Juniper & Tide has joined");
    await seen("You are chatting with Maya Chen from Juniper & Tide");
    expect(await page.locator(".face").innerText()).toBe("MC");
    await page.getByRole("dialog", { name: NAME }).waitFor();
    await expect.poll(() => page.getByText("Your order is on").count()).toBe(0);
    chat.stream("m1", " its way");
    write("Hi, I am looking into it.");
    await seen("Hi, I am looking into it.");
    await log().getByText(NAME, { exact: true }).waitFor();
    expect(await page.locator(".who b").innerText()).toBe("MC");
    expect(await page.getByText("its way").count()).toBe(0);
    await say("Thank you");
    await expect.poll(() => posts("messages").length).toBe(2);
    expect(await page.getByText("The assistant is writing").count()).toBe(0);
    taken("handed_back");
    await seen("The assistant is back");
    await seen("You are chatting with an AI assistant");
    await page.getByRole("dialog", { name: "Mira" }).waitFor();
    await button("Talk to a person").waitFor();
  });

  it("are seen writing, quietly, until they have written or nothing is heard of it for six seconds", async () => {
    await visit();
    await page.clock.install();
    taken();
    const status = page.getByRole("status").filter({ hasText: "is writing" });
    chat.typing(NAME);
    await status.getByText("Maya Chen is writing").waitFor();
    expect(await status.locator(".dots").count()).toBe(1);
    await page.clock.runFor(4_000);
    chat.typing(NAME);
    chat.say("A word that comes after it");
    await seen("A word that comes after it");
    expect(await status.count()).toBe(0);
    chat.typing(NAME);
    await status.waitFor();
    // The page's own clock goes on beside this one, so what is before the end is well before it.
    await page.clock.runFor(3_000);
    expect(await status.count()).toBe(1);
    await page.clock.runFor(3_000);
    await expect.poll(() => status.count()).toBe(0);
    chat.typing(NAME);
    await status.waitFor();
    chat.typing(NAME, false);
    await expect.poll(() => status.count()).toBe(0);
  });

  it("are told that the shopper writes, once in three seconds, and only while the conversation is theirs", async () => {
    await visit();
    await input().pressSequentially("Hello");
    await say("Hello");
    expect(posts("typing")).toEqual([]);
    taken();
    await seen("has joined");
    await input().pressSequentially("Is anybody there?");
    expect(posts("typing")).toEqual([{ on: true }]);
    shut();
    await seen("This chat was closed");
    await input().fill("");
    expect(posts("typing")).toHaveLength(1);
  });

  it("close a conversation without locking it, and writing opens it in every tab", async () => {
    await visit();
    taken();
    write("All done.");
    const other = await openPage(chat.shopUrl);
    await other.locator(".launcher").click();
    shut();
    await seen("This chat was closed. Write again to reopen it.");
    await seen("This chat was closed. Write again to reopen it.", other);
    await page.bringToFront();
    await say("It broke again");
    await seen("It broke again", other);
    for (const tab of [page, other]) {
      await expect.poll(() => tab.getByText("This chat was closed").count()).toBe(0);
      await button("Our team has been asked", tab).waitFor();
    }
    expect(await page.getByText("The assistant is writing").count()).toBe(0);
    shut();
    await button("Start a new chat").click();
    await seen("Hi! How can I help?");
  });

  it("are rated after a close, once, and again if the shopper thinks better of it", async () => {
    await visit();
    taken();
    shut();
    await button("2 out of 5").click();
    await page.getByRole("textbox", { name: /Anything to add/ }).fill("Slow");
    await page.locator(".ask").getByRole("button", { name: "Send" }).click();
    await expect.poll(() => posts("rating")).toEqual([{ score: 2, comment: "Slow" }]);
    await button("Rate this chat").waitFor();
    expect(await button("2 out of 5").count()).toBe(0);
    await page.reload();
    await button("Rate this chat").click();
    await button("5 out of 5").click();
    await page.locator(".sheet").getByRole("button", { name: "Send" }).click();
    await seen("Thank you for your feedback");
    expect(posts("rating").at(-1)).toEqual({ score: 5 });
  });

  it("can be left an address to answer at, where email can be sent", async () => {
    await visit();
    await button("Talk to a person").click();
    await seen("Our team will reply here.");
    const field = page.getByRole("textbox", { name: /Leave your email/ });
    await field.fill("ana@example.com");
    chat.fail("contact", 500);
    await button("Save email").click();
    await seen("Sorry, something went wrong. Please try again.");
    expect(await field.inputValue()).toBe("ana@example.com");
    await button("Save email").click();
    await seen("We will write to ana@example.com.");
    expect(await field.count()).toBe(0);
    expect(posts("contact")).toEqual([{ email: "ana@example.com" }, { email: "ana@example.com" }]);
  });

  it("ask for no address twice of somebody who does not want to leave one, and never where no email can be sent", async () => {
    await visit();
    await button("Talk to a person").click();
    await button("Not now").click();
    await expect.poll(() => button("Save email").count()).toBe(0);
    await page.reload();
    await seen("Our team will reply here.");
    expect(await button("Save email").count()).toBe(0);
    await context.close();
    chat.state.settings = { shopName: "Juniper & Tide", mail: false };
    await visit();
    await button("Talk to a person").click();
    await seen("Our team will reply here.");
    await button("More options").click();
    await button("Rate this chat").waitFor();
    expect(await button("Save email").count()).toBe(0);
    expect(await button("Email me this chat").count()).toBe(0);
  });

  it("send what was said by email, to the address that is known or another", async () => {
    await visit();
    chat.say("Hello");
    await seen("Hello");
    const ask = async () => {
      await button("More options").click();
      await button("Email me this chat").click();
    };
    await ask();
    const field = page.getByRole("textbox", { name: "Email address to send this chat to" });
    await expect.poll(() => field.evaluate((element) => element.matches(":focus"))).toBe(true);
    await field.fill("ana@example.com");
    chat.fail("transcript", 429);
    await page.locator(".sheet").getByRole("button", { name: "Send" }).click();
    await seen("This chat was emailed as often as is possible today.");
    await page.locator(".sheet").getByRole("button", { name: "Send" }).click();
    await seen("On its way to your inbox");
    chat.emit({ type: "contact", author: "shopper", email: "ana@example.com", text: "Thank you." });
    await seen("Thank you.");
    await page.locator(".sheet").waitFor({ state: "detached" });
    await ask();
    await page.locator(".sheet").getByRole("button", { name: "Send" }).click();
    await seen("On its way to your inbox");
    expect(posts("transcript").slice(1)).toEqual([{ email: "ana@example.com" }, {}]);
  });

  it("may be called what they are called, and write as much as they like", async () => {
    await visit(PHONE);
    taken("taken", "سارة 👩🏽‍💻 <b>أحمد</b>");
    await seen("سارة 👩🏽‍💻 <b>أحمد</b> from Juniper & Tide has joined");
    write("مرحبا، طلبك في الطريق\nשלום 👋", "سارة أحمد");
    await log().getByText("مرحبا").waitFor();
    const direction = await log()
      .getByText("مرحبا")
      .evaluate((element) => getComputedStyle(element.parentElement ?? element).direction);
    expect(direction).toBe("rtl");
    write(`${"x".repeat(5_000)} ${"word ".repeat(1_000)}`.slice(0, 10_000), "");
    await log().getByText("Support team").waitFor();
    expect(await page.locator(".bubble").last().innerText()).toHaveLength(10_000);
    expect(await sideways(page)).toBe(0);
    expect(await page.locator(".scroll").evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  });

  it.each([
    ["a desktop", STILL],
    ["a phone", PHONE],
  ])("leave no barriers on %s", async (_, options) => {
    await visit(options);
    await button("Talk to a person").click();
    await button("Save email").waitFor();
    taken();
    write("Hi, I am Maya. **One moment**, please.");
    write("Here it is.");
    chat.typing(NAME);
    await page.getByText("Maya Chen is writing").waitFor();
    expect(await barriers(page)).toEqual([]);
    shut();
    await button("4 out of 5").click();
    await page.getByRole("textbox", { name: /Anything to add/ }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await button("More options").click();
    await button("Email me this chat").first().click();
    await page.getByRole("textbox", { name: "Email address to send this chat to" }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe.runIf(postgresUrl())("a shopper and somebody at the desk", () => {
  it("hear of each other at once: takeover, words, hand-back, close and what opens it again", async () => {
    const system = await startSystem({ database: "postgres", mail: true });
    const leave = await sitAtDesk(system);
    try {
      context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
      page = await openPage(system.devstore.url);
      await button("Open chat").click();
      await input().fill("Hello");
      await input().press("Enter");
      await page.locator(".msg:not(.own)").first().waitFor();
      await button("Talk to a person").click();
      await button("Save email").waitFor();
      const [key] = await sql().query<{ shop: string; conversationId: string }>(
        `SELECT shop, id AS "conversationId" FROM conversation`,
      );
      if (!key) throw new Error("There is no conversation.");
      const timed = async (deed: () => Promise<unknown>, text: string) => {
        const began = performance.now();
        await deed();
        await seen(text);
        return performance.now() - began;
      };
      const times = [
        await timed(() => takeOver(key, MAYA), "Maya Chen from Juniper & Tide has joined"),
        await timed(() => reply(key, MAYA, { clientMessageId: randomUUID(), text: "Hi there" }), "Hi there"),
        await timed(() => handBack(key, MAYA), "The assistant is back"),
        await timed(() => close(key, MAYA, "solved"), "This chat was closed"),
      ];
      // One of them may meet the loading of their part of the panel, or a busy machine.
      expect(times.toSorted((one, other) => one - other)[1]).toBeLessThan(300);
      await input().fill("It broke again");
      await input().press("Enter");
      await log().getByText("It broke again").waitFor();
      await expect.poll(() => page.getByText("This chat was closed").count()).toBe(0);
      await page.reload();
      await button("Close chat").first().waitFor();
      await log().getByText("It broke again").waitFor();
    } finally {
      await leave();
      await system.close();
    }
  });
});
