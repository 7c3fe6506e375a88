/** The chat widget in a real browser, against a chat server that does as it is told. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { barriers, launchBrowser } from "#tests/support/browser.ts";
import { startFakeChat } from "#tests/support/fake-chat-server.ts";
import type { FakeChat } from "#tests/support/fake-chat-server.ts";

/** Still, so that what is measured does not move meanwhile. */
const STILL: BrowserContextOptions = { reducedMotion: "reduce" };
const PHONE: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 375, height: 700 },
  hasTouch: true,
  isMobile: true,
};
const CARD = {
  kind: "order",
  orderName: "#1001",
  placedOn: "16 November",
  headline: "Out for delivery today.",
  tone: "good",
  total: "€84.00",
  groups: [
    {
      label: "Parcel 1 of 1",
      status: "Out for delivery",
      tone: "good",
      items: [{ title: "Mug <b>blue</b>", variant: "Large", quantity: 2 }],
      steps: [
        { label: "Shipped", state: "done", at: "2026-11-18T09:00:00Z", atText: "18 November", detail: null },
        { label: "Out for delivery", state: "current", at: null, atText: "Today", detail: null },
        { label: "Delivered", state: "todo", at: null, atText: null, detail: null },
      ],
      expected: "Expected today.",
      tracking: [
        { company: "UPS", number: "1Z999", url: "https://track.example/1Z999" },
        { company: "Odd", number: "0", url: "javascript:document.title='hit'" },
      ],
    },
  ],
} as const;

let chat: FakeChat;
let browser: Browser;
let page: Page;
const problems: string[] = [];
const requested: string[] = [];

beforeAll(async () => {
  [chat, browser] = await Promise.all([startFakeChat(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await chat.close();
});
beforeEach(() => {
  chat.reset();
  problems.length = 0;
  requested.length = 0;
});
afterEach(async () => {
  await page.context().close();
  expect(problems).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(5_000);
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("dialog", (dialog) => problems.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => requested.push(request.url()));
  await page.goto(chat.shopUrl);
}

const launcher = () => page.locator(".launcher");
const dialog = () => page.getByRole("dialog");
const input = () => page.getByRole("textbox", { name: "Write a message" });
const log = () => page.getByRole("log");
const seen = (text: string | RegExp) => dialog().getByText(text).first().waitFor();
const messages = () => chat.posted.filter(({ path }) => path === "messages").map(({ body }) => body);

async function open() {
  await launcher().click();
  await dialog().waitFor();
  await expect.poll(chat.streams).toBeGreaterThan(0);
}

async function say(text: string) {
  await input().fill(text);
  await input().press("Enter");
}

const focused = () =>
  page.evaluate(() => {
    const inner = document.querySelector("[data-wherewithal-chat]")?.shadowRoot?.activeElement;
    return inner ? `${inner.tagName} ${inner.className}`.trim() : "page";
  });

describe("the launcher", () => {
  it("costs the page one script and nothing more until a shopper reaches for it", async () => {
    await visit();
    await launcher().waitFor();
    expect(requested.map((url) => url.replace(chat.shopUrl, ""))).toEqual(["/", "/assets/loader.js"]);
    await launcher().hover();
    await expect.poll(() => requested.some((url) => url.endsWith("/panel.js"))).toBe(true);
    expect(chat.posted).toEqual([]);
  });

  it("leaves nothing on window, and is drawn once though the page includes it twice", async () => {
    chat.state.page = { twice: true };
    const context = await browser.newContext();
    page = await context.newPage();
    await page.addInitScript(() => sessionStorage.setItem("names", Object.getOwnPropertyNames(window).join()));
    await page.goto(chat.shopUrl);
    await open();
    await say("Hello");
    await seen("Hello");
    expect(await page.locator(".launcher").count()).toBe(1);
    const added = await page.evaluate(() => {
      const before = new Set(sessionStorage.getItem("names")?.split(","));
      return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
    });
    expect(added).toEqual([]);
  });

  it("asks nobody but the shop and the app, and moves nothing on the page", async () => {
    await visit();
    await page.evaluate(() => {
      document.title = "0";
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          document.title = String(Number(document.title) + (shift as PerformanceEntry & { value: number }).value);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await open();
    await say("Hello");
    // An answer that is in the log before its question belongs above it, and would rightly move it down.
    await expect.poll(() => messages().length).toBe(1);
    chat.say("Hi! ".repeat(80));
    chat.emit({ type: "card", author: "system", card: structuredClone(CARD) as never });
    await seen("Order #1001");
    await launcher().click();
    const origins = new Set(requested.map((url) => new URL(url).origin));
    expect(origins).toEqual(new Set([chat.shopUrl, chat.apiUrl]));
    expect(await page.title()).toBe("0");
  });

  it("tries again when the panel could not be fetched", async () => {
    chat.fail("panel.js", 500);
    await visit();
    await launcher().hover();
    await expect.poll(() => requested.filter((url) => url.includes("panel.js")).length).toBe(1);
    await launcher().click();
    await dialog().waitFor();
  });
});

describe("opening and closing", () => {
  it("takes the keyboard to the input and back to the launcher", async () => {
    await visit();
    await launcher().focus();
    await page.keyboard.press("Enter");
    await dialog().waitFor();
    await expect.poll(focused).toBe("TEXTAREA");
    expect(await launcher().getAttribute("aria-expanded")).toBe("true");
    expect(await launcher().getAttribute("aria-label")).toBe("Close chat");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    expect(await focused()).toBe("BUTTON launcher");
    expect(await launcher().getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("page");
  });

  it("closes the menu before the panel, and stays open for an Escape elsewhere on the page", async () => {
    await visit();
    await open();
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("button", { name: "Start over" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Start over" }).waitFor({ state: "detached" });
    expect(await focused()).toBe("TEXTAREA");
    await page.getByRole("link", { name: "Another page" }).focus();
    await page.keyboard.press("Escape");
    expect(await dialog().isVisible()).toBe(true);
  });

  it("is modal and covers a phone's screen, keeping Tab inside and the page still", async () => {
    await visit(PHONE);
    await launcher().tap();
    await dialog().waitFor();
    expect(await dialog().getAttribute("aria-modal")).toBe("true");
    expect(await dialog().boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 700 });
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      expect(await focused()).not.toMatch(/page|launcher/);
    }
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe("hidden");
    await page.getByRole("button", { name: "Close chat" }).last().tap();
    await dialog().waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe("");
  });

  it("is not modal on a large screen", async () => {
    await visit();
    await open();
    expect(await dialog().getAttribute("aria-modal")).toBeNull();
  });
});

describe("a conversation", () => {
  it("says that it is an AI and offers a person, always", async () => {
    await visit();
    await open();
    await seen("You are chatting with an AI assistant");
    await page.getByRole("button", { name: "Talk to a person" }).click();
    await seen("Our team will reply here.");
    await seen("Our team has been asked");
  });

  it("streams text below the log, and puts the whole message into the log once", async () => {
    await visit();
    await open();
    await say("Where is my order?");
    chat.emit({ type: "status", author: "system", text: "Looking up order #1001" });
    await seen("Looking up order #1001");
    chat.stream("m1", "It left **on Mon");
    chat.stream("m1", "day**");
    await seen("Monday");
    expect(await log().getByText("Monday").count()).toBe(0);
    chat.say("It left **on Monday** and arrives tomorrow.", { messageId: "m1", quickReplies: ["Thanks"] });
    await log().getByText("arrives tomorrow").waitFor();
    expect(await dialog().getByText("Monday").count()).toBe(1);
    await page.getByRole("button", { name: "Thanks" }).click();
    await expect.poll(() => messages().map(({ text }) => text)).toEqual(["Where is my order?", "Thanks"]);
  });

  it.each([
    ["refused", 500],
    ["cut off after it was taken in", "cut_after"],
  ] as const)("sends a message exactly once though the first try was %s", async (_how, fault) => {
    await visit();
    await open();
    chat.fail("messages", fault);
    await say("Where is order #1001?");
    // Taken in, it comes back by the stream and needs no second try.
    if (fault === 500) await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => chat.events().length).toBe(1);
    await page.getByRole("button", { name: "Try again" }).waitFor({ state: "detached" });
    expect(await log().getByText("Where is order #1001?").count()).toBe(1);
    expect(new Set(messages().map(({ clientMessageId }) => clientMessageId)).size).toBe(1);
  });

  it("goes on after the next page, with what was not yet sent", async () => {
    await visit();
    await open();
    await say("Where is my order?");
    chat.say("On its way.");
    await seen("On its way.");
    await input().fill("half a thought");
    await page.goto(`${chat.shopUrl}/other`);
    await seen("On its way.");
    expect(await log().getByText("Where is my order?").count()).toBe(1);
    expect(await input().inputValue()).toBe("half a thought");
    expect(await focused()).toBe("page");
    const [, second] = chat.posted.filter(({ path }) => path === "session");
    expect(second?.body.conversationToken).toMatch(/^token-/);
  });

  it("follows a reply that is due after the next page, and counts it on the launcher", async () => {
    await visit();
    await open();
    await say("Where is my order?");
    await expect.poll(() => chat.events().length).toBe(1);
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(Object.values(sessionStorage))))
      .toContain('follow\\":true');
    await launcher().click();
    await page.goto(`${chat.shopUrl}/other`);
    await expect.poll(chat.streams).toBeGreaterThan(0);
    chat.say("On its way.");
    await expect.poll(() => launcher().getAttribute("aria-label")).toBe("Open chat. Unread messages: 1");
    await page.goto(chat.shopUrl);
    expect(await launcher().getAttribute("aria-label")).toBe("Open chat. Unread messages: 1");
    await launcher().click();
    await seen("On its way.");
    expect(await page.locator(".badge").textContent()).toBe("");
  });

  it("resumes after a cut without losing or repeating anything", async () => {
    await visit();
    await open();
    await say("Hello");
    chat.stream("m1", "Hi th");
    await seen("Hi th");
    chat.cutStreams();
    chat.say("Hi there", { messageId: "m1" });
    await log().getByText("Hi there").waitFor();
    chat.say("Still here");
    await log().getByText("Still here").waitFor();
    expect(await log().getByText("Hi there").count()).toBe(1);
  });

  it.each(["none", "held"] as const)(
    "asks again and again where streams do not get through (%s)",
    async (streaming) => {
      chat.state.streaming = streaming;
      await visit();
      await launcher().click();
      await dialog().waitFor();
      chat.state.onMessage = () => void chat.say("Hi there");
      await say("Hello");
      await log().getByText("Hi there").waitFor({ timeout: 15_000 });
      expect(chat.reads.some(({ accept }) => accept === "application/json")).toBe(true);
    },
  );

  it("renews a session that ran out, keeping the conversation", async () => {
    await visit();
    await open();
    await say("Hello");
    await expect.poll(() => chat.events().length).toBe(1);
    chat.expireTokens();
    await say("Are you there?");
    await expect.poll(() => chat.events().length).toBe(2);
    expect(await log().getByText("Hello").count()).toBe(1);
    expect(await page.getByRole("button", { name: "Try again" }).count()).toBe(0);
  });

  it("says when it is offline, and sends what waited once it is back", async () => {
    await visit();
    await open();
    await page.context().setOffline(true);
    await seen(/You are offline/);
    await say("Hello");
    await seen("Not sent");
    await page.context().setOffline(false);
    await expect.poll(() => chat.events().length).toBe(1);
    await page.getByText("Not sent").waitFor({ state: "detached" });
  });

  it("says when the chat cannot be reached, with another way and a second try", async () => {
    chat.state.page = { settings: { contact: "/pages/contact" } };
    chat.fail("session", 503);
    await visit();
    await launcher().click();
    await seen("The chat cannot be reached right now.");
    expect(await page.getByRole("link", { name: "Contact us another way" }).getAttribute("href")).toBe(
      "/pages/contact",
    );
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("cannot be reached").waitFor({ state: "detached" });
    await say("Hello");
    await expect.poll(() => chat.events().length).toBe(1);
  });

  it("starts over with another conversation", async () => {
    await visit();
    await open();
    await say("My secret");
    await expect.poll(() => chat.events().length).toBe(1);
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByText("My secret").waitFor({ state: "detached" });
    await expect.poll(() => chat.events().length).toBe(0);
    expect(chat.posted.filter(({ path }) => path === "session").at(-1)?.body).not.toHaveProperty("conversationToken");
  });

  it("finds an order by its number and email, and asks for it", async () => {
    await visit();
    await open();
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("button", { name: "Find my order" }).click();
    await page.getByRole("textbox", { name: "Order number" }).fill("#1001");
    await page.getByRole("textbox", { name: "Email" }).fill("ana@example.com");
    await page.getByRole("button", { name: "Find my order" }).click();
    await seen("Order #1001 found");
    await expect.poll(() => messages().map(({ text }) => text)).toEqual(["Where is order #1001?"]);
  });

  it("takes a rating", async () => {
    await visit();
    await open();
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("button", { name: "Rate this chat" }).click();
    await page.getByRole("button", { name: "4 out of 5" }).click();
    await page.getByRole("textbox", { name: /Anything to add/ }).fill("Quick");
    await page.getByRole("button", { name: "Send", exact: true }).first().click();
    await seen("Thank you for your feedback");
    expect(chat.posted.at(-1)).toEqual({ path: "rating", body: { score: 4, comment: "Quick" } });
  });
});

describe("the shop's own look", () => {
  const colorOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, color } = getComputedStyle(element);
        return [backgroundColor, color];
      });

  it("rules the inside of the panel, and leaves the launcher to the theme", async () => {
    const colors = { accent: "#ffe14d", "on-accent": "#000", ink: "rgb(110 90 20)" };
    chat.state.settings = { tagline: "Wool since 1923", avatar: "M", personAtOnce: false, colors };
    chat.state.page = { settings: { accent: "#123456" } };
    await visit(STILL);
    await open();
    await seen("Wool since 1923");
    await seen("You are chatting with an AI assistant");
    expect(await page.locator(".face").innerText()).toBe("M");
    expect(await colorOf(".face")).toEqual(["rgb(255, 225, 77)", "rgb(0, 0, 0)"]);
    expect((await colorOf(".chips button"))[1]).toBe("rgb(110, 90, 20)");
    expect(await colorOf(".launcher")).toEqual(["rgb(18, 52, 86)", "rgb(255, 255, 255)"]);
    expect(await page.getByRole("button", { name: "Talk to a person" }).count()).toBe(0);
    await say("Hello");
    await page.getByRole("button", { name: "Talk to a person" }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it("may do without anything beside the name", async () => {
    chat.state.settings = { avatar: "" };
    await visit();
    await open();
    await seen("Mira");
    expect(await page.locator(".face").count()).toBe(0);
  });
});

describe("writing", () => {
  it("breaks lines with Shift and Enter, and leaves Enter to the input method while a word is composed", async () => {
    await visit();
    await open();
    await input().pressSequentially("one");
    await input().press("Shift+Enter");
    await input().pressSequentially("two");
    await input().dispatchEvent("keydown", { key: "Enter", isComposing: true });
    await input().dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
    expect(messages()).toEqual([]);
    await input().press("Enter");
    await expect.poll(() => messages().map(({ text }) => text)).toEqual(["one\ntwo"]);
  });

  it("tells how much is left near the limit, and does not send more", async () => {
    await visit();
    await open();
    await say(" ");
    await input().fill("😀".repeat(3_999));
    await seen("3999 of 4000 characters");
    await say("x".repeat(4_001));
    await seen("4001 of 4000 characters");
    expect(messages()).toEqual([]);
    expect(await input().inputValue()).toHaveLength(4_001);
  });

  it("leaves the reader alone who looks at what was said before", async () => {
    await visit();
    await open();
    for (let line = 0; line < 30; line += 1) chat.say(`Line ${line}`);
    await seen("Line 29");
    const scroller = page.locator(".scroll");
    const fromEnd = () => scroller.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    await expect.poll(fromEnd).toBeLessThan(5);
    await scroller.evaluate((box) => {
      const scrolled = new Promise((resolve) => box.addEventListener("scroll", resolve, { once: true }));
      box.scrollTo(0, 0);
      return scrolled.then(() => undefined);
    });
    chat.say("Newest");
    await page.getByRole("button", { name: "New messages" }).click();
    await expect.poll(fromEnd).toBeLessThan(5);
    await page.getByRole("button", { name: "New messages" }).waitFor({ state: "detached" });
  });
});

describe("text from elsewhere", () => {
  const HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "[click](JAVASCRIPT:alert(1)//)",
    "[shop](https://evil.example/)",
    "**<svg onload=alert(1)>**",
    '![x](x"onerror=alert(1))',
    "pay \u202eevil\u202c now",
  ];

  it("is shown as text, whole or streamed, and runs nothing", async () => {
    await visit();
    await open();
    await say(HOSTILE.join("\n"));
    chat.stream("m1", HOSTILE.join("\n\n"));
    await seen("<script>alert(1)</script>");
    chat.say(HOSTILE.join("\n\n"), { messageId: "m1", quickReplies: ["<img src=x onerror=alert(1)>"] });
    chat.emit({ type: "status", author: "system", text: "<img src=x onerror=alert(1)>" });
    chat.emit({ type: "escalation", author: "system", reason: "x", text: "<img src=x onerror=alert(1)>" });
    chat.emit({ type: "card", author: "system", card: structuredClone(CARD) as never });
    await seen("Mug <b>blue</b>");
    const panel = page.locator(".panel");
    expect(await panel.locator("img, script, iframe, object, [onerror], [onload]").count()).toBe(0);
    expect(await panel.textContent()).not.toContain("\u202e");
    const links = await panel.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links).toEqual(["https://track.example/1Z999"]);
  });

  it("becomes a link only to the shop, the app and vouched pages, without handing over the page", async () => {
    await visit();
    await open();
    chat.say(`See [returns](${chat.shopUrl}/pages/returns), ${chat.apiUrl}/help and https://elsewhere.example/.`);
    await seen("returns");
    const links = await page
      .locator(".panel a")
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute("href"), link.getAttribute("rel"), link.getAttribute("target")]),
      );
    const rel = "noopener noreferrer nofollow";
    expect(links).toEqual([
      [`${chat.shopUrl}/pages/returns`, rel, "_blank"],
      [`${chat.apiUrl}/help`, rel, "_blank"],
    ]);
  });
});

describe("for everyone", () => {
  it.each([
    ["a light accent", { settings: { accent: "#f5c542", label: "Help" } }, STILL],
    ["right to left", { locale: "ar" }, STILL],
    ["a phone in German", { locale: "de" }, PHONE],
    ["a dark page", { css: "body{background:#111;color:#eee;letter-spacing:4px}a{color:#8cf}" }, STILL],
  ])("has nothing that axe would object to: %s", async (_name, shown, device) => {
    chat.state.page = shown;
    await visit(device);
    await launcher().waitFor();
    expect(await barriers(page)).toEqual([]);
    await open();
    expect(await barriers(page)).toEqual([]);
    await page.locator("textarea").fill("Where is my order?");
    await page.locator("textarea").press("Enter");
    await expect.poll(() => chat.events().length).toBe(1);
    chat.say("On **its** way:\n\n- today", { quickReplies: ["Thanks"] });
    chat.emit({ type: "card", author: "system", card: structuredClone(CARD) as never });
    chat.emit({ type: "error", author: "system", code: "x", text: "Something went wrong." });
    await seen("Something went wrong.");
    chat.fail("messages", 500);
    await page.locator("textarea").fill("And now?");
    await page.locator("textarea").press("Enter");
    await page.getByRole("alert").waitFor();
    await page.locator(".top .icon").first().click();
    expect(await barriers(page)).toEqual([]);
    await page.locator(".top .icon").last().click();
    chat.say("Are you still there?");
    await expect.poll(() => page.locator(".badge").textContent()).toBe("1");
    expect(await barriers(page)).toEqual([]);
  });

  it("runs right to left with the locale", async () => {
    chat.state.page = { locale: "ar" };
    await visit();
    await open();
    await say("Hello");
    await seen("Hello");
    expect(await dialog().getAttribute("dir")).toBe("rtl");
    const own = await page.locator(".own .bubble").boundingBox();
    const panel = await dialog().boundingBox();
    expect((own?.x ?? 0) - (panel?.x ?? 0)).toBeLessThan(40);
  });

  it("is still for those who asked for less motion", async () => {
    await visit({ reducedMotion: "reduce" });
    await open();
    await say("Hello");
    await page.locator(".dots").waitFor();
    const moving = await page.evaluate(() => document.getAnimations().length);
    expect(moving).toBe(0);
  });

  it("gives every button 44 pixels to be hit", async () => {
    await visit(PHONE);
    await open();
    const small = await page.locator(".launcher, .panel button").evaluateAll((all) =>
      all
        .map((button) => ({ name: button.textContent || button.ariaLabel, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
  });

  it("speaks the page's language", async () => {
    chat.state.page = { locale: "ja" };
    await visit();
    await open();
    await seen("AIアシスタントが対応しています");
    expect(await dialog().getAttribute("lang")).toBe("ja");
  });

  it("sits where the merchant put it", async () => {
    chat.state.page = { settings: { position: "bottom_left", offset_x: 40, offset_y: 60, label: "Help" } };
    await visit();
    const box = await page.getByRole("button", { name: "Help" }).boundingBox();
    expect(box).toMatchObject({ x: 40, y: 800 - 60 - 56 });
  });
});
