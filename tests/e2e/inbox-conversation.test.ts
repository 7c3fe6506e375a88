import { randomUUID } from "node:crypto";
import type { FrameLocator, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BROWSER_USER_AGENT, complaints, startTestBrowser, type TestBrowser } from "#tests/support/browser.ts";
import { type Chat, startChat } from "#tests/support/chat.ts";
import { onlyEntry, visitShop } from "#tests/support/storefront.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const ROBIN = 548380009;
const SAM = 548380010;

type Desk = { page: Page; app: FrameLocator };

describe("A conversation that people work on", () => {
  let system: System;
  let shop: TestBrowser;
  let robin: TestBrowser;
  let sam: TestBrowser;

  beforeAll(async () => {
    [system, shop, robin, sam] = await Promise.all([
      startSystem(),
      startTestBrowser(),
      startTestBrowser(),
      startTestBrowser(),
    ]);
    // Somebody is on the team once they have opened the app.
    await openApp(robin, ROBIN, "");
    await openApp(sam, SAM, "");
    const members = [
      { id: String(ROBIN), role: "owner", limit: "" },
      { id: String(SAM), role: "lead", limit: "" },
    ];
    const limits = { owner: "", lead: "500", agent: "0" };
    const saved = await fetch(`${system.app.url}/app/settings/team`, {
      method: "POST",
      headers: await staffHeaders(),
      body: JSON.stringify({ form: { newcomers: "agent", limits, members }, version: null }),
    });
    expect(saved.status).toBe(200);
  });
  afterAll(async () => {
    for (const browser of [shop, robin, sam]) await browser.close();
    await system.close();
  });
  afterEach(async () => {
    for (const browser of [shop, robin, sam]) expect(await browser.leave()).toEqual([]);
  });

  const staffHeaders = async (userId = ROBIN) => ({
    Authorization: `Bearer ${await system.devstore.sessionToken({ userId })}`,
    "Content-Type": "application/json",
    "User-Agent": BROWSER_USER_AGENT,
  });
  async function openApp(browser: TestBrowser, staffId: number, path: string): Promise<Desk> {
    const page = await browser.open(`${system.devstore.url}/admin/apps/wherewithal/app${path}`, {
      prepare: (_, context) =>
        context.addCookies([{ name: "devstore_staff", value: String(staffId), url: system.devstore.url }]),
    });
    const app = page.frameLocator("iframe");
    await app.locator("h1").first().waitFor();
    return { page, app };
  }
  /** Opens the conversation's page, and waits until it is used. */
  async function openDesk(browser: TestBrowser, staffId: number, id: string): Promise<Desk> {
    const desk = await openApp(browser, staffId, `/conversations/${id}`);
    await followed(desk);
    return desk;
  }
  const followed = ({ app }: Desk) => app.locator("[data-connection=live]").waitFor();
  const field = ({ app }: Desk) => app.getByRole("textbox", { name: "Reply to the shopper" });
  async function answer(desk: Desk, text: string): Promise<void> {
    await field(desk).fill(text);
    await field(desk).press("Control+Enter");
  }
  const says = ({ app }: Desk, text: string | RegExp) =>
    app.getByRole("region", { name: "Transcript" }).getByText(text);

  /** Somebody who asks for a person in the chat's own interface. */
  async function escalated(text = "My parcel is gone"): Promise<Chat> {
    const chat = await startChat(system.devstore.url);
    await chat.opened;
    await chat.ask(text);
    await chat.request("/api/chat/human", { method: "POST", body: "{}" });
    return chat;
  }

  test("is taken over live: the shopper and the lead read each other as they write", async () => {
    const shopper = await visitShop(system, shop);
    const asked = conversationOf(shopper.page);
    await shopper.say("Where is my parcel?");
    const lead = await openDesk(robin, ROBIN, await asked);
    await lead.app.getByRole("button", { name: "Take over", exact: true }).click();
    await lead.app.getByText("You are writing with the shopper. The agent is silent.").waitFor();

    const there: number[] = [];
    const back: number[] = [];
    for (let turn = 1; turn <= 5; turn++) {
      const question = `Are you there? ${turn}`;
      there.push(await measured(() => shopper.say(question), says(lead, question)));
      const told = `Yes, I am. ${turn}`;
      await field(lead).fill(told);
      back.push(await measured(() => field(lead).press("Control+Enter"), shopper.log.getByText(told)));
    }
    process.stdout.write(`shopper to lead: ${there.join(", ")} ms; lead to shopper: ${back.join(", ")} ms\n`);
    await lead.app.getByRole("button", { name: "Hand back to the agent" }).click();
    await lead.app.getByText("The agent answers this conversation.").waitFor();
    await shopper.say("Where is my order 1001? My email is ana@example.com");
    await shopper.reads(/#1001/);
    await lead.app
      .getByRole("button", { name: /facts? behind this answer$/ })
      .last()
      .waitFor();
  });

  test("is owed an answer by the agent when it is handed back with a question", async () => {
    const chat = await escalated();
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    await lead.app.getByRole("button", { name: "Take over", exact: true }).click();
    await lead.app.getByText("You are writing with the shopper.", { exact: false }).waitFor();
    const from = chat.events.length;
    await chat.post("Where is my order 1001? My email is ana@example.com");
    await says(lead, "Where is my order 1001?").waitFor();
    await lead.app.getByRole("button", { name: "Hand back to the agent" }).click();
    await chat.waitFor("answer of the agent's", (event) => event.type === "message" && event.author === "agent", from);
    chat.close();
  });

  test("shows who else looks at it, and who writes, before two answer", async () => {
    const chat = await escalated();
    const { conversationId } = chat.session;
    const first = await openDesk(robin, ROBIN, conversationId);
    const second = await openDesk(sam, SAM, conversationId);
    await first.app.getByText("Sam Okafor is looking at this, too").waitFor();
    await second.app.getByText("Robin Marsh is looking at this, too").waitFor();
    await field(second).pressSequentially("I can");
    await first.app.getByText("Sam Okafor is writing a reply").waitFor();
    await chat.waitFor("typing", (event) => event.type === "typing" && event.on && event.name === "Sam Okafor");
    await sam.leave();
    await first.app.getByText("Sam Okafor is", { exact: false }).waitFor({ state: "detached" });
    chat.close();
  });

  test("belongs to one of two who take it at once; the other keeps what they typed, and can take it on purpose", async () => {
    const chat = await escalated();
    const { conversationId } = chat.session;
    const desks = await Promise.all([openDesk(robin, ROBIN, conversationId), openDesk(sam, SAM, conversationId)]);
    await Promise.all(desks.map((desk, index) => answer(desk, `Hello from desk ${index}`)));
    await chat.waitFor("answer of the staff's", (event) => event.type === "message" && event.author === "staff");
    const losers = await Promise.all(
      desks.map(async (desk) => {
        const mine = desk.app.getByText("You are writing with the shopper. The agent is silent.");
        const taken = desk.app.getByRole("button", { name: /^Take over from/ }).last();
        await mine.or(taken).first().waitFor();
        return (await mine.count()) === 0;
      }),
    );
    expect(losers.filter(Boolean)).toHaveLength(1);
    const index = losers.indexOf(true);
    const loser = desks[index] as Desk;
    expect(await field(loser).inputValue()).toBe(`Hello from desk ${index}`);
    await loser.page.reload();
    await followed(loser);
    expect(await field(loser).inputValue()).toBe(`Hello from desk ${index}`);
    await loser.app
      .getByRole("button", { name: /^Take over from/ })
      .last()
      .click();
    await loser.app.getByText("You are writing with the shopper.", { exact: false }).waitFor();
    await field(loser).press("Control+Enter");
    await chat.waitFor(
      "second answer",
      (event) => event.type === "message" && event.text === `Hello from desk ${index}`,
    );
    expect(chat.events.filter((event) => event.type === "message" && event.author === "staff")).toHaveLength(2);
    chat.close();
  });

  test("is worked with the keyboard: note, assignment, snooze, close, and what the shopper writes opens it again", async () => {
    const chat = await escalated();
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    const { page, app } = lead;
    await app.getByRole("region", { name: "Transcript" }).focus();
    await page.keyboard.press("n");
    const note = app.getByRole("textbox", { name: "Note for your team" });
    await expectFocus(note);
    await page.keyboard.type("Ask @Sam Okafor about the carrier");
    await page.keyboard.press("Control+Enter");
    await says(lead, "Internal note by Robin Marsh").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    await app.getByText("Assigned to you.").waitFor();
    await page.keyboard.press("?");
    await app.getByRole("dialog").getByText("Assign to me").waitFor();
    await page.keyboard.press("Escape");
    await app.getByRole("dialog").waitFor({ state: "detached" });
    await app.getByRole("button", { name: "Snooze" }).click();
    await app.getByRole("button", { name: "Until tomorrow, 9:00", exact: true }).click();
    await app.getByText(/^Snoozed until .* 9:00 AM\.$/).waitFor();
    await app.getByRole("region", { name: "Transcript" }).focus();
    await page.keyboard.press("e");
    await app.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();
    await app.getByText("Closed: Solved.").waitFor();
    await chat.post("It is still missing");
    await says(lead, "It is still missing").waitFor();
    await says(lead, "The shopper wrote again: opened again").waitFor();
    await app.getByText("Assigned to you.").waitFor();
    await app.getByRole("region", { name: "Transcript" }).focus();
    await page.keyboard.press("r");
    await expectFocus(field(lead));
    expect(JSON.stringify(chat.events)).not.toContain("carrier");
    chat.close();
  });

  test("is not closed over words that nobody has read", async () => {
    const chat = await escalated();
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    // What is new cannot get here: the page is told nothing from now on.
    await lead.page.route("**/stream?**", (route) => route.abort());
    await lead.page.reload();
    await field(lead).waitFor();
    await chat.post("Wait, one more thing");
    await lead.app.getByRole("button", { name: "Close", exact: true }).click();
    await lead.app.getByRole("dialog").getByRole("button", { name: "Close", exact: true }).last().click();
    await lead.app.getByText("The shopper has written in the meantime.", { exact: false }).waitFor();
    chat.close();
  });

  test("says that the connection is lost, and catches up when it is back", async () => {
    const chat = await escalated();
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    await lead.page.context().setOffline(true);
    await lead.app.getByText("The connection is lost.", { exact: false }).waitFor();
    await field(lead).fill("Typed in a tunnel");
    await field(lead).press("Control+Enter");
    await lead.app.getByText("The server could not be reached.", { exact: false }).waitFor();
    for (const text of ["First of three", "Second of three", "Third of three"]) await chat.post(text);
    await lead.page.context().setOffline(false);
    await says(lead, "Third of three").waitFor();
    expect(await says(lead, /of three$/).count()).toBe(3);
    await lead.app.getByText("The connection is lost.", { exact: false }).waitFor({ state: "detached" });
    await field(lead).press("Control+Enter");
    await chat.waitFor("what was typed", (event) => event.type === "message" && event.text === "Typed in a tunnel");
    chat.close();
    // The admin's own scripts do not catch that there is no network.
    expect(new Set(await robin.leave())).toEqual(new Set(["Failed to fetch"]));
  });

  test("carries emoji, right-to-left words and ten thousand characters unchanged, and no more", async () => {
    const chat = await escalated("مرحبا، أين طردي؟ 👩🏽‍🚀");
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    await says(lead, "مرحبا، أين طردي؟ 👩🏽‍🚀").waitFor();
    for (const text of ["שלום 👋🏾, החבילה בדרך", `${"לורם ".repeat(1_999)}סוף!!`]) {
      await answer(lead, text);
      await chat.waitFor("the words", (event) => event.type === "message" && event.text === text);
      await field(lead).and(lead.app.locator(":not([disabled])")).waitFor();
    }
    await field(lead).fill("x".repeat(10_001));
    await lead.app.getByText("10,001 of 10,000 characters", { exact: false }).waitFor();
    expect(await lead.app.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
    await field(lead).fill("");
    expect(await complaints(lead.page, system.app.url)).toEqual([]);
    chat.close();
  });

  test("sends a photo of the staff's, which the shopper's token opens once it was sent", async () => {
    const chat = await escalated("What does the right plug look like?");
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    await lead.app
      .locator('input[type="file"]')
      .setInputFiles({ name: "plug.png", mimeType: "image/png", buffer: await photo() });
    await lead.app.getByAltText("Photo 1, not sent yet").waitFor();
    await answer(lead, "Like this one");
    const sent = await chat.waitFor("photo", (event) => event.type === "message" && event.text === "Like this one");
    const [attached] = sent.type === "message" ? (sent.attachments ?? []) : [];
    expect((await chat.request(`/api/chat/attachments/${attached?.id}`)).headers.get("Content-Type")).toBe(
      "image/jpeg",
    );
    await lead.app.getByRole("img", { name: "Photo from your team" }).waitFor();
    chat.close();
  });

  test("shows the shopper the photo that somebody sends, in the chat", async () => {
    const shopper = await visitShop(system, shop);
    const asked = conversationOf(shopper.page);
    await shopper.say("What does the right plug look like?");
    const lead = await openDesk(robin, ROBIN, await asked);
    await lead.app
      .locator('input[type="file"]')
      .setInputFiles({ name: "plug.png", mimeType: "image/png", buffer: await photo() });
    await lead.app.getByAltText("Photo 1, not sent yet").waitFor();
    await field(lead).press("Control+Enter");
    await shopper.log.getByRole("img").waitFor();
  });

  test("has what waits for approval beside it: of two leads who approve at once one does, and it is refunded once", async () => {
    const shopper = await visitShop(system, shop, { customer: "noah.feldman@example.com" });
    const asked = conversationOf(shopper.page);
    await shopper.say("my parcel is lost, order 1099, I want a refund to my card");
    const card = shopper.card("Refund of $206.00");
    await shopper.press(card, "Confirm refund");
    await card.getByText("Waiting for our team to approve").waitFor();
    const id = await asked;
    const desks = await Promise.all([openDesk(robin, ROBIN, id), openDesk(sam, SAM, id)]);
    const [byKeys, byMouse] = desks;
    for (const { app } of desks) {
      await app.getByText("What your policy said").waitFor();
      await app.getByRole("heading", { name: "Brief", exact: true }).waitFor();
    }
    expect(await complaints(byKeys.page, system.app.url)).toEqual([]);
    const yes = ({ app }: Desk) => app.getByRole("dialog").getByRole("button", { name: "Approve", exact: true });
    await byKeys.app.getByRole("region", { name: "Transcript" }).focus();
    await byKeys.page.keyboard.press("s");
    await expectFocus(yes(byKeys));
    await byMouse.app.getByRole("button", { name: "Approve…" }).click();
    await Promise.all([byKeys.page.keyboard.press("Enter"), yes(byMouse).click()]);
    await card.getByText("Done", { exact: true }).waitFor();
    for (const { app } of desks) {
      await app.getByRole("complementary").getByText("Done", { exact: true }).waitFor();
      await app.getByRole("dialog").waitFor({ state: "detached" });
    }
    const late = await Promise.all(desks.map(({ app }) => app.getByText(/^It had been decided before, by /).count()));
    expect(late.toSorted()).toEqual([0, 1]);
    expect(onlyEntry(system, "#1099", "refund")).toMatchObject({ amount: "206.0", by: "app" });
  });

  test("refuses a reply with a blank that a macro left, and says which; filled in, it goes", async () => {
    const chat = await escalated();
    const lead = await openDesk(robin, ROBIN, chat.session.conversationId);
    const { app, page } = lead;
    const body = "About {{order.name}}: we are looking.";
    const macro = { id: randomUUID(), name: "Parcel", shortcut: "parcel", body, locale: "" };
    const saved = await fetch(`${system.app.url}/app/settings/macros/new`, {
      method: "POST",
      headers: await staffHeaders(),
      body: JSON.stringify({ form: macro, version: null }),
    });
    expect(saved.status).toBe(200);
    await app.getByRole("button", { name: "Macros" }).click();
    await app.getByRole("combobox", { name: "Find a macro" }).fill("parcel");
    await app.getByRole("option", { name: /^Parcel/ }).waitFor();
    await page.keyboard.press("Enter");
    await expectFocus(field(lead));
    expect(await field(lead).inputValue()).toBe("About [order number]: we are looking.");
    await page.keyboard.press("Control+Enter");
    await app.getByText("Fill in before you send it: [order number].", { exact: false }).waitFor();
    // What is typed takes the blank's place.
    const chosen = (it: HTMLTextAreaElement) => it.value.slice(it.selectionStart, it.selectionEnd);
    await expect.poll(() => field(lead).evaluate(chosen)).toBe("[order number]");
    await page.keyboard.type("#1001");
    await page.keyboard.press("Control+Enter");
    await chat.waitFor("reply", (event) => event.type === "message" && event.text === "About #1001: we are looking.");
    expect(JSON.stringify(chat.events)).not.toContain("[order number]");
    chat.close();
  });

  test("is noted for a colleague, who is found by name, and has read it once they open it", async () => {
    const chat = await escalated();
    const { conversationId } = chat.session;
    const lead = await openDesk(robin, ROBIN, conversationId);
    await lead.app.getByRole("region", { name: "Transcript" }).focus();
    await lead.page.keyboard.press("n");
    await lead.page.keyboard.type("Please ask the carrier @sam");
    await lead.app.getByRole("option", { name: "Sam Okafor" }).waitFor();
    await lead.page.keyboard.press("Enter");
    await lead.app.getByText("Mentions Sam Okafor.", { exact: false }).waitFor();
    const unread = async (): Promise<number> => {
      const headers = await staffHeaders(SAM);
      const heard = await fetch(`${system.app.url}/app/inbox/mentions`, { headers });
      return ((await heard.json()) as { unread: number }).unread;
    };
    const before = await unread();
    await lead.page.keyboard.press("Control+Enter");
    await says(lead, "Please ask the carrier @Sam Okafor").waitFor();
    expect(await unread()).toBe(before + 1);
    const inbox = await openApp(sam, SAM, "/conversations");
    await inbox.app.getByText("Please ask the carrier @Sam Okafor", { exact: false }).waitFor();
    await inbox.app.getByRole("link", { name: /^\d+ notes? for you$/ }).click();
    await says(inbox, "Please ask the carrier @Sam Okafor").waitFor();
    await until("it is read", async () => (await unread()) === before);
    chat.close();
  });

  test("is worked through a view with the keyboard: opened to reply, closed, and on to the next", async () => {
    const chats = [await escalated("One parcel is gone"), await escalated("Another parcel is gone")];
    const ids = chats.map(({ session }) => session.conversationId);
    const opened = await openApp(robin, ROBIN, `/conversations/${ids[0]}?view=team&queue=team&do=reply`);
    await expectFocus(field(opened));
    const { app, page } = opened;
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await expectFocus(app.getByRole("combobox", { name: "How it ended" }));
    await page.keyboard.press("Enter");
    await app.getByText("Closed: Solved.").waitFor();
    await expectFocus(app.getByRole("button", { name: "Next in Waiting for us" }));
    await page.keyboard.press("j");
    await app.getByText("Closed: Solved.").waitFor({ state: "detached" });
    expect(page.url()).not.toContain(ids[0]);
    for (const chat of chats) chat.close();
  });

  test("goes on while somebody takes it over: a card that the shopper confirms in that moment is carried out once", async () => {
    const shopper = await visitShop(system, shop);
    const asked = conversationOf(shopper.page);
    await shopper.say("My parcel is lost, order 1098, paul.wegner@example.com. A refund to my card please");
    const card = shopper.card(/^Refund of/);
    await card.getByRole("button", { name: "Confirm refund" }).waitFor();
    const lead = await openDesk(robin, ROBIN, await asked);
    await Promise.all([
      lead.app.getByRole("button", { name: "Take over", exact: true }).click(),
      shopper.press(card, "Confirm refund"),
    ]);
    await card.getByText("Done", { exact: true }).waitFor();
    await lead.app.getByText("You are writing with the shopper.", { exact: false }).waitFor();
    await lead.app.getByRole("complementary").getByText("Done", { exact: true }).waitFor();
    expect(onlyEntry(system, "#1098", "refund")).toMatchObject({ by: "app" });
  });

  /** Which conversation a widget's next message is in, by the token it is sent with. */
  async function conversationOf(page: Page): Promise<string> {
    const sent = await page.waitForRequest((request) => request.url().endsWith("/api/chat/messages"));
    const [, claims = ""] = (sent.headers()["authorization"] ?? "").split(".");
    return (JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string }).sub;
  }
});

const photo = () =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: "#3a7" } })
    .png()
    .toBuffer();

const expectFocus = (locator: Locator) =>
  until("the field has the focus", () => locator.evaluate((element) => element === document.activeElement));

async function measured(act: () => Promise<void>, seen: Locator): Promise<number> {
  const from = performance.now();
  await act();
  await seen.waitFor();
  return Math.round(performance.now() - from);
}
