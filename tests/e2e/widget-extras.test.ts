/** Photos and proposals in the chat widget, in a real browser, against a chat server that does as it is told. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ProposalCard } from "#app/resolutions/proposal-card.ts";
import type { ResolutionState } from "#app/resolutions/states.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { startFakeChat } from "#tests/support/fake-chat-server.ts";
import type { FakeChat } from "#tests/support/fake-chat-server.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const STILL: BrowserContextOptions = { reducedMotion: "reduce" };
const PHONE: BrowserContextOptions = {
  ...STILL,
  viewport: { width: 360, height: 700 },
  hasTouch: true,
  isMobile: true,
};
const MINUTE = 60_000;

function refund(over: Partial<ProposalCard> = {}): ProposalCard {
  return {
    id: randomUUID(),
    digest: "a".repeat(64),
    kind: "refund",
    orderName: "#1001",
    title: "Refund of €42.50",
    lines: [{ title: "Stoneware mug <b>blue</b>", variant: "Large", quantity: 2, image: null }],
    sends: [],
    amounts: [
      { label: "2 × Stoneware mug", text: "€38.00", total: false },
      { label: "Shipping", text: "€4.50", total: false },
      { label: "Total", text: "€42.50", total: true },
    ],
    destination: "Back to the card you paid with",
    address: null,
    notes: ["You can keep the mugs."],
    confirm: "Confirm refund",
    decline: "No, thank you",
    approval: false,
    expiresAt: new Date(Date.now() + 30 * MINUTE).toISOString(),
    ...over,
  };
}

let chat: FakeChat;
let browser: Browser;
let page: Page;
let photo: Buffer;
const problems: string[] = [];
const requested: string[] = [];

beforeAll(async () => {
  [chat, browser] = await Promise.all([startFakeChat(), launchBrowser()]);
  photo = await sharp({ create: { width: 600, height: 800, channels: 3, background: "#b5651d" } })
    .jpeg()
    .toBuffer();
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
  page.on("request", (request) => requested.push(request.url()));
  await page.goto(chat.shopUrl);
  await page.locator(".launcher").click();
  await page.getByRole("dialog").waitFor();
  await expect.poll(chat.streams).toBeGreaterThan(0);
}

const input = () => page.getByRole("textbox", { name: "Write a message" });
const button = (name: string | RegExp) => page.getByRole("button", { name });
const seen = (text: string | RegExp) => page.getByRole("dialog").getByText(text).first().waitFor();
const card = () => page.getByRole("article", { name: "Refund of €42.50" });
const posts = (path: string) => chat.posted.filter((one) => one.path === path).map(({ body }) => body);
const focused = () =>
  page.evaluate(() => {
    const inner = document.querySelector("[data-wherewithal-chat]")?.shadowRoot?.activeElement;
    return inner ? `${inner.tagName} ${inner.getAttribute("aria-label") ?? inner.textContent}` : "page";
  });

function propose(over: Partial<ProposalCard> = {}): ProposalCard {
  const proposal = refund(over);
  chat.emit({ type: "proposal", author: "system", ...proposal });
  return proposal;
}

function tell(
  { id }: ProposalCard,
  state: ResolutionState,
  text = "",
  outcome: { amount: string | null; newOrderName: string | null; url: string | null } | null = null,
) {
  chat.emit({ type: "resolution", author: "system", id, kind: "refund", orderName: "#1001", state, text, outcome });
}

async function violations() {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: object[] }[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`);
  });
}

/** Chooses files as a picker would. */
const choose = (...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('.panel input[type="file"]').setInputFiles(files);
const jpeg = (name = "broken.jpg") => ({ name, mimeType: "image/jpeg", buffer: photo });

describe("a proposal", () => {
  it("costs a conversation without one nothing", async () => {
    await visit();
    chat.say("Hello");
    await seen("Hello");
    expect(requested.some((url) => url.includes("panel-extras"))).toBe(false);
  });

  it("shows what would be done in the server's words, as text and nothing else", async () => {
    await visit();
    const before = ["Ana Sample", "1 Old Street", "Leeds"];
    const address = { label: "New address", lines: ["Ana <i>Sample</i>", "2 New Street"], before };
    propose({
      address,
      approval: true,
      sends: [{ title: "Plate", variant: null, quantity: 1, image: "javascript:1" }],
    });
    await seen("Stoneware mug <b>blue</b>");
    for (const text of ["Large", "€38.00", "Back to the card you paid with", "You can keep the mugs.", "We send"]) {
      await card().getByText(text, { exact: true }).first().waitFor();
    }
    await card().getByText("Our team has to approve this after you confirm.").waitFor();
    expect(await card().locator("s").textContent()).toBe("Ana Sample, 1 Old Street, Leeds");
    expect(await card().locator("b b, i i, img").count()).toBe(0);
    expect(
      await card()
        .getByText(/This offer ends/)
        .count(),
    ).toBe(0);
  });

  it("is confirmed once however often it is pressed, and says how it goes on", async () => {
    await visit();
    const proposal = propose();
    await button("Confirm refund").dblclick();
    await card().getByText("Confirmed. Working on it").waitFor();
    expect(posts(`proposals/${proposal.id}`)).toEqual([{ digest: proposal.digest, decision: "confirm" }]);
    expect(await button("Confirm refund").count()).toBe(0);
    tell(proposal, "executing");
    tell(proposal, "succeeded", "Done: €42.50 is on its way back.", {
      amount: "€42.50 to your card",
      newOrderName: "#1042",
      url: "https://labels.example/1",
    });
    await card().getByText("Done", { exact: true }).waitFor();
    await card().getByText("€42.50 to your card").waitFor();
    await card().getByText("New order #1042").waitFor();
    expect(await card().getByRole("link").getAttribute("href")).toBe("https://labels.example/1");
    await seen("Done: €42.50 is on its way back.");
    await page.goto(`${chat.shopUrl}/other`);
    await card().getByText("New order #1042").waitFor();
    expect(await card().getByRole("button").count()).toBe(0);
  });

  it("is declined", async () => {
    await visit();
    const proposal = propose();
    await button("No, thank you").click();
    await card().getByText("Declined. Nothing was changed").waitFor();
    expect(posts(`proposals/${proposal.id}`)).toMatchObject([{ decision: "decline" }]);
    await seen("All right, nothing was changed.");
  });

  it("that is no longer what was shown says so and asks to ask again", async () => {
    await visit();
    const proposal = propose();
    chat.fail(`proposals/${proposal.id}`, 409);
    await button("Confirm refund").click();
    await card().getByText("No longer valid. Please ask again").waitFor();
    expect(await button("Confirm refund").count()).toBe(0);
  });

  it("is sent again when the line was cut, before the work or after it, and counts once", async () => {
    await visit();
    const proposal = propose();
    chat.fail(`proposals/${proposal.id}`, 503, 503);
    await button("Confirm refund").click();
    await card().getByText("Confirmed. Working on it").waitFor({ timeout: 10_000 });
    expect(posts(`proposals/${proposal.id}`)).toHaveLength(3);
    expect(chat.events().filter(({ type }) => type === "resolution")).toHaveLength(1);
  });

  it("can be answered again when nothing got through", async () => {
    await visit();
    const proposal = propose();
    chat.fail(`proposals/${proposal.id}`, 503, 503, 503);
    await button("Confirm refund").click();
    await card().getByRole("alert").waitFor({ timeout: 10_000 });
    await button("Confirm refund").click();
    await card().getByText("Confirmed. Working on it").waitFor();
  });

  it("tells that it will end when that is near, and is over then", async () => {
    await visit();
    propose({ expiresAt: new Date(Date.now() + 3 * MINUTE).toISOString() });
    await card().getByText("This offer ends in 3 minutes.").waitFor();
    await page.context().close();
    chat.reset();
    await visit();
    propose({ expiresAt: new Date(Date.now() - MINUTE).toISOString() });
    await card().getByText("This offer has expired").waitFor();
    expect(await button("Confirm refund").count()).toBe(0);
  });

  it.each([
    ["awaiting_approval", "Waiting for our team to approve"],
    ["failed", "Not done. Our team has been told"],
    ["needs_attention", "Our team is checking this"],
    ["superseded", "No longer valid"],
    ["expired", "This offer has expired"],
  ] as const)("that the ledger calls %s says so, even where the news came before the card", async (state, words) => {
    await visit();
    const proposal = refund();
    tell(proposal, state, "");
    chat.emit({ type: "proposal", author: "system", ...proposal });
    await card().getByText(words, { exact: true }).waitFor();
    expect(await button("Confirm refund").count()).toBe(0);
  });

  it("is answered by keyboard alone, which stays on the card", async () => {
    await visit();
    propose();
    await button("Confirm refund").waitFor();
    await page.getByRole("log").focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("BUTTON Confirm refund");
    await page.keyboard.press("Enter");
    await card().getByText("Confirmed. Working on it").waitFor();
    await expect.poll(focused).toBe("ARTICLE Refund of €42.50");
  });

  it("is drawn once its part of the panel gets through", async () => {
    chat.fail("panel-extras.js", 500);
    await visit();
    propose();
    chat.say("Shall I?");
    await seen("Shall I?");
    await button("Confirm refund").waitFor();
  });
});

describe("a photo", () => {
  it("is chosen, uploaded, shown and sent with words", async () => {
    await visit();
    await choose(jpeg());
    await page.getByRole("img", { name: "Photo 1" }).waitFor();
    await page.getByText("Ready to send").waitFor({ state: "attached" });
    await input().fill("It came like this");
    await input().press("Enter");
    await expect.poll(() => posts("messages").length).toBe(1);
    const [message] = posts("messages");
    expect(message).toMatchObject({ text: "It came like this", attachmentIds: [expect.any(String)] });
    await page.getByRole("log").getByRole("img", { name: "Photo 1" }).waitFor();
    expect(await page.locator(".tray").count()).toBe(0);
    await page.goto(`${chat.shopUrl}/other`);
    const picture = page.getByRole("log").locator("img");
    await picture.waitFor();
    expect(await picture.getAttribute("src")).toMatch(/^blob:/);
  });

  it("goes without words too, and several go together", async () => {
    await visit();
    await choose(jpeg("1.jpg"), jpeg("2.jpg"), jpeg("3.jpg"));
    await button("Remove photo 3").click();
    await page.getByText("Ready to send").waitFor({ state: "attached" });
    await button("Send").click();
    await expect.poll(() => posts("messages")).toMatchObject([{ text: "", attachmentIds: { length: 2 } }]);
    await expect.poll(() => page.getByRole("log").locator("img").count()).toBe(2);
  });

  it("of a phone's size is made smaller before it goes", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 8 } as const;
    const huge = await sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: "#fff", noise } })
      .jpeg({ quality: 90 })
      .toBuffer();
    await visit();
    const sent: number[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/attachments")) sent.push(Number(request.headers()["content-length"] ?? 0));
    });
    await choose({ name: "IMG.jpg", mimeType: "image/jpeg", buffer: huge });
    await page.getByText("Ready to send").waitFor({ state: "attached", timeout: 15_000 });
    await button("Send").click();
    const picture = page.getByRole("log").locator("img");
    await picture.waitFor();
    await page.goto(`${chat.shopUrl}/other`);
    await picture.waitFor();
    const size = await picture.evaluate((img: HTMLImageElement) =>
      img.decode().then(() => [img.naturalWidth, img.naturalHeight]),
    );
    expect(size).toEqual([2_000, 1_500]);
  });

  it.each([
    [413, "This photo is too large. The limit is 10 MB."],
    [415, "This file cannot be read as a photo. Try a JPEG or a screenshot."],
    [409, "No more photos fit into this chat."],
  ])("that is refused (%d) says why, and can be taken away", async (status, words) => {
    await visit();
    chat.fail("attachments", status);
    await choose(jpeg());
    await page.getByRole("alert").getByText(words).waitFor();
    await button("Remove photo 1").click();
    await page.locator(".tray").waitFor({ state: "detached" });
    await expect.poll(focused).toContain("TEXTAREA");
  });

  it("that did not get through is tried again", async () => {
    await visit();
    chat.fail("attachments", 503);
    await choose(jpeg());
    await page.getByRole("alert").getByText("The photo was not uploaded.").waitFor();
    await button("Try again").click();
    await page.getByText("Ready to send").waitFor({ state: "attached" });
  });

  it("beyond five is not taken, in words", async () => {
    await visit();
    await choose(...[1, 2, 3, 4, 5, 6].map((number) => jpeg(`${number}.jpg`)));
    await page.getByRole("alert").getByText("You can send 5 photos at once.").waitFor();
    expect(await page.locator(".tray li").count()).toBe(5);
  });

  it.each(["paste", "drop"] as const)("comes by %s as well", async (how) => {
    await visit();
    await page.locator(".panel").evaluate(
      (panel, { way, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], "a.jpg", { type: "image/jpeg" }));
        const target = panel.querySelector("textarea") ?? panel;
        const options = { bubbles: true, cancelable: true };
        if (way === "drop") {
          target.dispatchEvent(new DragEvent("dragover", { ...options, dataTransfer: transfer }));
          target.dispatchEvent(new DragEvent("drop", { ...options, dataTransfer: transfer }));
        } else target.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: transfer }));
      },
      { way: how, bytes: [...photo] },
    );
    await page.getByRole("img", { name: "Photo 1" }).waitFor();
    expect(await page.locator(".panel").getAttribute("data-drop")).toBeNull();
  });

  it("is attached by keyboard: the button opens the picker", async () => {
    await visit();
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("BUTTON Add photos");
    const opened = page.waitForEvent("filechooser");
    await page.evaluate(() => 0); // by now the browser knows that a picker is expected
    await page.keyboard.press("Enter");
    await (await opened).setFiles([jpeg()]);
    await button("Remove photo 1").waitFor();
  });
});

describe("for everyone", () => {
  it.each([
    ["a light accent", { settings: { accent: "#f5c542" } }, STILL],
    ["right to left", { locale: "ar" }, STILL],
    ["a phone in German", { locale: "de" }, PHONE],
  ])("has nothing that axe would object to, and fits: %s", async (_name, shown, device) => {
    chat.state.page = shown;
    await visit(device);
    propose({ approval: true, expiresAt: new Date(Date.now() + 2 * MINUTE).toISOString() });
    await page.locator(".confirm").waitFor();
    await choose(jpeg(), jpeg());
    await expect.poll(() => page.locator(".tray .busy").count()).toBe(0);
    expect(await violations()).toEqual([]);
    const small = await page.locator(".panel button").evaluateAll((all) =>
      all
        .map((one) => ({ name: one.textContent || one.ariaLabel, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    const wide = await page.locator(".scroll").evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(wide).toBe(0);
    for (const state of ["awaiting_approval", "failed", "declined"] as const) {
      const proposal = refund();
      chat.emit({ type: "proposal", author: "system", ...proposal });
      tell(proposal, state, "What became of it.");
    }
    await page.locator(".go").click();
    await expect.poll(() => page.getByRole("log").locator(".pictures img").count()).toBe(2);
    await expect.poll(() => page.locator(".deal").count()).toBe(4);
    expect(await violations()).toEqual([]);
  });
});
