import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BROWSER_USER_AGENT } from "#tests/support/browser.ts";
import { type Chat, startChat } from "#tests/support/chat.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const ROBIN = 548380009;
const SAM = 548380010;

type Frame = { kind: string } & Record<string, unknown>;

describe("What the page of a conversation asks the server for", () => {
  let system: System;
  let chat: Chat;
  beforeAll(async () => {
    system = await startSystem();
    // Somebody is on the team once they have opened the app.
    for (const userId of [ROBIN, SAM]) await ask(userId, "/app");
  });
  afterAll(() => system.close());
  beforeEach(async () => {
    chat = await startChat(system.devstore.url);
    await chat.opened;
    await chat.request("/api/chat/human", { method: "POST", body: "{}" });
    return () => chat.close();
  });

  async function ask(userId: number, path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${system.app.url}${path}`, {
      ...init,
      headers: {
        Authorization: `Bearer ${await system.devstore.sessionToken({ userId })}`,
        "User-Agent": BROWSER_USER_AGENT,
        ...(typeof init.body === "string" ? { "Content-Type": "application/json" } : {}),
      },
    });
  }
  const path = (what: string, id = chat.session.conversationId) => `/app/conversations/${id}/${what}`;
  async function deed(userId: number, body: object, id?: string): Promise<unknown> {
    const response = await ask(userId, path("do", id), { method: "POST", body: JSON.stringify(body) });
    return response.ok ? response.json() : response.status;
  }
  const reply = (text: string, more: object = {}) => ({ deed: "reply", clientMessageId: randomUUID(), text, ...more });
  const upload = async (bytes: Uint8Array) => {
    const body = new FormData();
    body.append("photo", new Blob([new Uint8Array(bytes)]));
    return ask(ROBIN, path("photos"), { method: "POST", body });
  };

  /** Follows the conversation as a page does, until it is closed. */
  async function follow(userId: number, after = 0) {
    const leaving = new AbortController();
    const query = new URLSearchParams({ tab: randomUUID(), after: String(after) });
    const response = await ask(userId, path(`stream?${String(query)}`), { signal: leaving.signal });
    const frames: Frame[] = [];
    const reading = (async () => {
      let text = "";
      for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
        text += chunk;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const line = text
            .slice(0, end)
            .split("\n")
            .find((one) => one.startsWith("data: "));
          text = text.slice(end + 2);
          if (line) frames.push(JSON.parse(line.slice(6)) as Frame);
        }
      }
    })().catch(() => undefined);
    const sees = (what: string, fits: (frame: Frame) => boolean) => until(what, () => frames.findLast(fits));
    const close = async () => {
      leaving.abort();
      await reading;
    };
    return { frames, sees, close, tab: query.get("tab") ?? "" };
  }

  test("a reply takes it over; a colleague is refused with who has it, and can take it on purpose", async () => {
    expect(await deed(ROBIN, reply("Hello"))).toMatchObject({ kind: "ok" });
    expect(await deed(SAM, reply("Me, too"))).toEqual({
      kind: "taken",
      by: { id: String(ROBIN), name: "Robin Marsh" },
    });
    expect(await deed(SAM, { deed: "take" })).toMatchObject({ kind: "taken" });
    expect(await deed(SAM, { deed: "hand_back" })).toMatchObject({ kind: "taken" });
    expect(await deed(SAM, { deed: "take", from: String(ROBIN) })).toMatchObject({ kind: "ok" });
    expect(await deed(SAM, { deed: "take" })).toMatchObject({ kind: "ok" });
    expect(await deed(SAM, reply("Now me"))).toMatchObject({ kind: "ok" });
    expect(chat.events.some((event) => event.type === "takeover" && event.name === "Sam Okafor")).toBe(true);
  });

  test("what was assigned meanwhile is told with to whom, and nobody gets it who may not answer", async () => {
    const assign = (to: string, seen: string | null) => ({ deed: "assign", to, seen });
    expect(await deed(ROBIN, assign(String(SAM), null))).toMatchObject({ kind: "ok" });
    expect(await deed(ROBIN, assign(String(ROBIN), null))).toEqual({
      kind: "assigned",
      to: { id: String(SAM), name: "Sam Okafor" },
    });
    expect(await deed(ROBIN, assign(String(SAM), null))).toMatchObject({ kind: "ok" });
    expect(await deed(ROBIN, assign("404", String(SAM)))).toEqual({ kind: "no_member" });
    expect(await deed(ROBIN, { deed: "assign", to: null, seen: String(SAM) })).toMatchObject({ kind: "ok" });
  });

  test("what was closed meanwhile is told with by whom, and has to be opened again to write", async () => {
    expect(await deed(ROBIN, { deed: "close", outcome: "solved" })).toMatchObject({ kind: "ok" });
    for (const one of [
      reply("Hello"),
      { deed: "take" },
      { deed: "hand_back" },
      { deed: "snooze", until: "tomorrow" },
    ]) {
      expect(await deed(SAM, one)).toEqual({ kind: "closed", by: "Robin Marsh" });
    }
    expect(await deed(SAM, { deed: "reopen" })).toMatchObject({ kind: "ok" });
    expect(await deed(SAM, { deed: "reopen" })).toEqual({ kind: "unchanged" });
    expect(await deed(SAM, reply("Hello"))).toMatchObject({ kind: "ok" });
  });

  test("nothing is closed or put away over words that were not on the screen", async () => {
    await chat.post("One more thing");
    expect(await deed(ROBIN, { deed: "close", outcome: "solved", seen: 1 })).toEqual({ kind: "shopper_wrote" });
    expect(await deed(ROBIN, { deed: "snooze", until: "later_today", seen: 1 })).toEqual({ kind: "shopper_wrote" });
    expect(await deed(ROBIN, { deed: "snooze", until: { day: "2020-01-01", time: "09:00" } })).toEqual({
      kind: "past",
    });
    expect(await deed(ROBIN, { deed: "snooze", until: "next_monday", seen: 9_999 })).toMatchObject({ kind: "ok" });
    expect(await deed(ROBIN, { deed: "wake" })).toMatchObject({ kind: "ok" });
    expect(await deed(ROBIN, { deed: "wake" })).toEqual({ kind: "unchanged" });
  });

  test("handed back with a question, the agent answers it", async () => {
    await deed(ROBIN, { deed: "take" });
    const from = chat.events.length;
    await chat.post("Where is my order 1001? My email is ana@example.com");
    expect(await deed(ROBIN, { deed: "hand_back" })).toMatchObject({ kind: "ok" });
    await chat.waitFor("answer", (event) => event.type === "message" && event.author === "agent", from);
    expect(await deed(ROBIN, { deed: "hand_back" })).toEqual({ kind: "with_agent" });
  });

  test("what is no deed, too long, or of no conversation is refused", async () => {
    expect(await deed(ROBIN, reply("x".repeat(10_001)))).toBe(400);
    expect(await deed(ROBIN, reply(" \u202e "))).toBe(400);
    expect(await deed(ROBIN, { deed: "explode" })).toBe(400);
    expect(await deed(ROBIN, reply("👩🏽‍🚀".repeat(2_000)))).toMatchObject({ kind: "ok" });
    expect(await deed(ROBIN, reply("Hello"), randomUUID())).toEqual({ kind: "gone" });
    expect((await ask(ROBIN, path(`stream?tab=${randomUUID()}&after=0`, randomUUID()))).status).toBe(404);
    expect((await ask(ROBIN, path("stream?after=0"))).status).toBe(400);
  });

  test("a photo of the staff's is the shopper's to see once it was sent, and bears out nothing", async () => {
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#3a7" } })
      .jpeg()
      .toBuffer();
    const { photo } = (await (await upload(bytes)).json()) as { photo: { id: string } };
    const seen = () => chat.request(`/api/chat/attachments/${photo.id}`);
    expect((await seen()).status).toBe(404);
    const asShopper = { clientMessageId: randomUUID(), text: "Mine", attachmentIds: [photo.id] };
    const stolen = await chat.request("/api/chat/messages", { method: "POST", body: JSON.stringify(asShopper) });
    expect(stolen.status).toBe(422);
    expect(await deed(ROBIN, reply("", { photoIds: [photo.id] }))).toMatchObject({ kind: "ok" });
    expect((await seen()).headers.get("Content-Type")).toBe("image/jpeg");
    expect(await deed(ROBIN, reply("Again", { photoIds: [photo.id] }))).toEqual({ kind: "unknown_photo" });
    expect(await (await upload(Buffer.from("<svg/>"))).json()).toEqual({ kind: "not_an_image" });
  });

  test("the page hears of all that is stored, of the shopper's typing and of where it stands, from where it was", async () => {
    const page = await follow(ROBIN);
    await page.sees("where it stands", (frame) => frame.kind === "desk");
    await deed(SAM, { deed: "note", noteId: randomUUID(), text: "For us alone" });
    await page.sees("the note", (frame) => JSON.stringify(frame).includes("For us alone"));
    await deed(SAM, reply("For the shopper"));
    await page.sees("who has it", (frame) => JSON.stringify(frame).includes('"takenBy":{"id":"548380010"'));
    expect(JSON.stringify(chat.events)).not.toContain("For us alone");
    const pieces = page.frames.filter(({ kind }) => kind === "piece" || kind === "passed");
    await page.close();
    const later = await follow(ROBIN, pieces.length);
    await chat.post("And now?");
    await later.sees("what came since", (frame) => JSON.stringify(frame).includes("And now?"));
    expect(JSON.stringify(later.frames)).not.toContain("For the shopper");
    await later.close();
  });

  test("colleagues hear who comes, who types and who goes, and the shopper hears of a reply's typing alone", async () => {
    const robin = await follow(ROBIN);
    const sam = await follow(SAM);
    const doing = (what: string) => (frame: Frame) =>
      frame.kind === "present" && JSON.stringify(frame).includes(`"Sam Okafor"},"doing":"${what}"`);
    await robin.sees("Sam", doing("looking"));
    await sam.sees("Robin", (frame) => frame.kind === "present" && JSON.stringify(frame).includes("Robin Marsh"));
    await deed(SAM, { deed: "typing", tab: sam.tab, where: "note", on: true });
    await robin.sees("Sam's note", doing("noting"));
    expect(chat.events.some(({ type }) => type === "typing")).toBe(false);
    await deed(SAM, { deed: "typing", tab: sam.tab, where: "reply", on: true });
    await robin.sees("Sam's reply", doing("writing"));
    await chat.waitFor("typing", (event) => event.type === "typing" && event.on);
    await sam.close();
    await robin.sees("nobody", (frame) => frame.kind === "present" && (frame["present"] as unknown[]).length === 0);
    await robin.close();
  });
});
