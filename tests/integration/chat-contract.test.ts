import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { lookForm } from "../../app/routes/app.settings.widget/look-form.ts";
import { saveSettings } from "../support/admin-settings.ts";
import { type Chat, openSession, startChat } from "../support/chat.ts";
import { databaseKinds } from "../support/databases.ts";
import { startSystem, type System } from "../support/system.ts";

const EXAMPLE = "Where is my order 1001? My email is ana@example.com";

async function errorOf(response: Response): Promise<{ status: number; code: string }> {
  const body = (await response.json()) as { error: { code: string; message: string } };
  expect(body.error.message).not.toBe("");
  return { status: response.status, code: body.error.code };
}

describe.each(databaseKinds())("The chat API on %s", (database) => {
  let system: System;
  const chats: Chat[] = [];
  const newChat = async (...args: Parameters<typeof startChat> extends [string, ...infer Rest] ? Rest : never) => {
    const chat = await startChat(system.devstore.url, ...args);
    chats.push(chat);
    return chat;
  };

  beforeAll(async () => {
    system = await startSystem({ database });
  });
  afterAll(async () => {
    for (const chat of chats) chat.close();
    await system.close();
  });

  it("answers a guest who gives order number and email, with status, card, evidence and the whole text", async () => {
    const chat = await newChat();
    const answer = await chat.ask(EXAMPLE);
    expect(answer.text).toContain("#1001");
    expect(answer.evidence?.length).toBeGreaterThan(0);
    const types = chat.events.map((event) => event.type);
    expect(types).toContain("status");
    expect(types).toContain("delta");
    expect(types).toContain("verification");
    const card = await chat.waitFor("card", (event) => event.type === "card");
    expect(card).toMatchObject({ card: { kind: "order", orderName: "#1001" } });
    const streamed = chat.events
      .filter((event) => event.type === "delta" && event.messageId === answer.messageId)
      .map((event) => (event.type === "delta" ? event.text : ""))
      .join("");
    expect(streamed.trim()).toBe(answer.text.trim());
  });

  it("numbers stored events upward without repeating one, and never shows internal ones", async () => {
    const chat = await newChat();
    await chat.ask(EXAMPLE);
    const stored = chat.events.filter((event) => event.type !== "delta").map((event) => event.seq);
    expect(stored).toEqual([...new Set(stored)].sort((a, b) => a - b));
    const internal = chat.events.filter((event) => ["tool", "model", "brief", "rating"].includes(event.type));
    expect(internal).toEqual([]);
  });

  it("tells the same by JSON polling as by the stream, from any number on", async () => {
    const chat = await newChat();
    await chat.ask(EXAMPLE);
    const poll = async (after: number) =>
      (await (
        await chat.request(`/api/chat/events?after=${after}`, { headers: { Accept: "application/json" } })
      ).json()) as {
        events: PublicEvent[];
        last: number;
      };
    const all = await poll(0);
    const streamed = chat.events.filter((event) => event.type !== "delta" && event.seq <= all.last);
    expect(all.events.slice(0, streamed.length)).toEqual(streamed);
    const middle = all.events[1]?.seq ?? 0;
    expect((await poll(middle)).events).toEqual(all.events.filter((event) => event.seq > middle));
    expect(await poll(all.last)).toEqual({ events: [], last: all.last });
  });

  it("takes the same message once, however often and however fast it is posted", async () => {
    const chat = await newChat();
    const id = randomUUID();
    const responses = await Promise.all(Array.from({ length: 5 }, () => chat.post("Hello", id)));
    const bodies = await Promise.all(responses.map((response) => response.json()));
    expect(responses.map((response) => response.status)).toEqual([202, 202, 202, 202, 202]);
    for (const body of bodies) expect(body).toEqual(bodies[0]);
    await chat.waitFor("answer", (event) => event.type === "message" && event.author === "agent");
    expect(chat.events.filter((event) => event.type === "message" && event.author === "shopper")).toHaveLength(1);
    expect(chat.events.filter((event) => event.type === "message" && event.author === "agent")).toHaveLength(1);
  });

  it("answers every one of two messages sent at once, in one order for everybody", async () => {
    const chat = await newChat();
    await Promise.all([chat.post("Hello"), chat.post("Where is my order?")]);
    await chat.waitFor(
      "answer to both",
      (event) => event.type === "message" && event.author === "agent" && /email/i.test(event.text),
    );
    // "Hello" may still be answered on its own, after this was asked.
    await chat.post("1001, ana@example.com");
    await chat.waitFor("what #1001 is about", (event) => event.type === "message" && event.text.includes("#1001"));
  });

  it("resumes a conversation by its token, and begins a new one for a token that is not worth anything here", async () => {
    const chat = await newChat();
    await chat.ask("Hello");
    const again = await openSession(system.devstore.url, { conversationToken: chat.session.token });
    expect(((await again.json()) as { conversationId: string }).conversationId).toBe(chat.session.conversationId);
    const [head, body, signature] = chat.session.token.split(".") as [string, string, string];
    const tampered = `${head}.${Buffer.from(Buffer.from(body, "base64url").toString().replace("myshopify", "myshopifx")).toString("base64url")}.${signature}`;
    for (const token of [tampered, "nonsense", `${head}.${body}.`, ""]) {
      const other = (await (await openSession(system.devstore.url, { conversationToken: token })).json()) as {
        conversationId: string;
      };
      expect(other.conversationId).not.toBe(chat.session.conversationId);
    }
  });

  it("tells every new session how the merchant wants the chat to look, in the shopper's language", async () => {
    const settingsIn = async (locale: string) =>
      ((await (await openSession(system.devstore.url, { locale })).json()) as { settings: object }).settings;
    expect(await settingsIn("en")).toMatchObject({ tagline: null, avatar: null, quickReplies: [], colors: null });
    const form = lookForm({
      accent: "#FFE14D",
      tagline: " Wool\nsince 1923 ",
      avatar: "none",
      quickReplies: ["Track my parcel"],
      quickRepliesIn: { de: ["Wo ist mein Paket?"] },
      personAtOnce: false,
    });
    expect(await saveSettings(system, "widget", form)).toMatchObject({ saved: true });
    expect(await settingsIn("en")).toMatchObject({
      tagline: "Wool since 1923",
      avatar: "",
      quickReplies: ["Track my parcel"],
      colors: { accent: "#ffe14d", "on-accent": "#000" },
      personAtOnce: false,
    });
    expect(await settingsIn("de-AT")).toMatchObject({ quickReplies: ["Wo ist mein Paket?"] });
    const refused = await saveSettings(system, "widget", { ...form, accent: "red;} body { display: none" });
    expect(refused).toMatchObject({ saved: false });
    expect(refused.answer).toContain("Enter a color as six digits");
    expect(await settingsIn("en")).toMatchObject({ colors: { accent: "#ffe14d" } });
  });

  it("shows the preview of the chat in the admin of its shop alone, and lets it ask nobody for anything", async () => {
    const policyFor = async (shop: string) => {
      const response = await fetch(`${system.app.url}/widget-preview?shop=${shop}`);
      return (response.headers.get("Content-Security-Policy") ?? "").split("; ");
    };
    const rules = await policyFor("sunny-supply.myshopify.com");
    expect(rules).toContain("default-src 'none'");
    expect(rules).toContain("sandbox allow-scripts allow-forms");
    expect(rules.join()).toContain(
      "frame-ancestors 'self' https://sunny-supply.myshopify.com https://admin.shopify.com",
    );
    expect(rules.join()).not.toContain("connect-src");
    expect(await policyFor("evil.example")).toContain("frame-ancestors 'self'");
  });

  it("refuses what carries no token, a tampered one, or another kind of token", async () => {
    const chat = await newChat();
    const call = (authorization: string) =>
      fetch(`${chat.session.apiBase}/api/chat/events?after=0`, { headers: { Authorization: authorization } });
    expect(await errorOf(await call(""))).toEqual({ status: 401, code: "token_missing" });
    expect(await errorOf(await call("Basic abc"))).toEqual({ status: 401, code: "token_missing" });
    expect(await errorOf(await call(`Bearer ${chat.session.token}x`))).toEqual({ status: 401, code: "token_invalid" });
    const adminToken = await system.devstore.sessionToken();
    expect(await errorOf(await call(`Bearer ${adminToken}`))).toEqual({ status: 401, code: "token_invalid" });
  });

  it.each([
    ["an empty message", { clientMessageId: "12345678-a", text: "" }, 400, "invalid_request"],
    [
      "only blanks and control characters",
      { clientMessageId: "12345678-b", text: " \u0000\u0007\u202E \n" },
      400,
      "invalid_request",
    ],
    ["more than 4,000 characters", { clientMessageId: "12345678-c", text: "x".repeat(4_001) }, 400, "invalid_request"],
    ["no client message id", { text: "hi" }, 400, "invalid_request"],
    ["a client message id that is none", { clientMessageId: "a b", text: "hi" }, 400, "invalid_request"],
    ["text that is no text", { clientMessageId: "12345678-d", text: { $gt: "" } }, 400, "invalid_request"],
    ["more than 64 KB", { clientMessageId: "12345678-e", text: "x".repeat(70_000) }, 413, "too_large"],
  ])("refuses %s with a clear error and stores nothing", async (_what, body, status, code) => {
    const chat = await newChat();
    const response = await chat.request("/api/chat/messages", { method: "POST", body: JSON.stringify(body) });
    expect(await errorOf(response)).toEqual({ status, code });
    const { events } = (await (
      await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } })
    ).json()) as { events: unknown[] };
    expect(events).toEqual([]);
  });

  it("does not read a 20 MB message to its end", async () => {
    const chat = await newChat();
    const body = JSON.stringify({ clientMessageId: "12345678-f", text: "x".repeat(20 * 1024 * 1024) });
    const response = await chat.request("/api/chat/messages", { method: "POST", body }).catch(() => null);
    // The server may hang up while the client still sends; either way it has taken nothing.
    if (response) expect(await errorOf(response)).toEqual({ status: 413, code: "too_large" });
    const { last } = (await (
      await chat.request("/api/chat/events?after=0", { headers: { Accept: "application/json" } })
    ).json()) as { last: number };
    expect(last).toBe(0);
  });

  it("refuses malformed JSON, wrong methods and unknown paths in the same form", async () => {
    const chat = await newChat();
    expect(await errorOf(await chat.request("/api/chat/messages", { method: "POST", body: "{" }))).toEqual({
      status: 400,
      code: "invalid_json",
    });
    expect((await chat.request("/api/chat/messages")).status).toBe(405);
    expect(await errorOf(await chat.request("/api/chat/nothing-here"))).toEqual({ status: 404, code: "not_found" });
    expect(await errorOf(await chat.request("/api/chat/events?after=-1"))).toEqual({
      status: 400,
      code: "invalid_request",
    });
  });

  it.each(["messages", "events", "human", "verification", "rating"])(
    "lets a page of any origin call %s",
    async (path) => {
      const chat = await newChat();
      const response = await fetch(`${chat.session.apiBase}/api/chat/${path}`, {
        method: "OPTIONS",
        headers: {
          Origin: "https://shop.example",
          "Access-Control-Request-Method": "POST",
          "Access-Control-Request-Headers": "authorization,content-type",
        },
      });
      expect(response.status).toBe(204);
      expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(response.headers.get("Access-Control-Allow-Headers")).toMatch(/authorization.*content-type/i);
    },
  );

  it("keeps HTML as text and takes control characters and bidirectional overrides out", async () => {
    const chat = await newChat();
    const text = "<img src=x onerror=alert(1)> a\u0000b\u202Ec\r\nd";
    const { event } = (await (await chat.post(text)).json()) as { event: { text: string } };
    expect(event.text).toBe("<img src=x onerror=alert(1)> abc\nd");
  });

  it("answers 50 messages at once with acceptances or a clear wait, and never silence", async () => {
    const chat = await newChat();
    const responses = await Promise.all(Array.from({ length: 50 }, (_, i) => chat.post(`Hello ${i}`)));
    const accepted = responses.filter((response) => response.status === 202).length;
    for (const response of responses) {
      if (response.status === 202) continue;
      expect(response.status).toBe(429);
      expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
    }
    expect(accepted).toBeGreaterThan(0);
    const newest = Math.max(
      ...(await Promise.all(
        responses
          .filter((response) => response.status === 202)
          .map(async (response) => ((await response.json()) as { event: { seq: number } }).event.seq),
      )),
    );
    await chat.waitFor(
      "answer after the last message",
      (event) => event.type === "message" && event.author === "agent" && event.seq > newest,
    );
  });

  it("hands over to a person once, however often it is asked to", async () => {
    const chat = await newChat();
    const press = async () =>
      ((await (await chat.request("/api/chat/human", { method: "POST", body: "{}" })).json()) as { event: PublicEvent })
        .event;
    const first = await press();
    expect(first).toMatchObject({ type: "escalation", reason: "asked_for_person" });
    expect(await press()).toEqual(first);
  });

  it("takes a rating from one to five", async () => {
    const chat = await newChat();
    const rate = (body: unknown) => chat.request("/api/chat/rating", { method: "POST", body: JSON.stringify(body) });
    expect((await rate({ score: 5, comment: "Good" })).status).toBe(204);
    expect((await rate({ score: 6 })).status).toBe(400);
  });

  it("verifies by form with the same answer for an unknown order and for a wrong email", async () => {
    const chat = await newChat();
    const verify = async (body: unknown) => {
      const response = await chat.request("/api/chat/verification", { method: "POST", body: JSON.stringify(body) });
      const { event } = (await response.json()) as { event: Record<string, unknown> };
      return { status: response.status, type: event["type"], state: event["state"], orderName: event["orderName"] };
    };
    const unknown = await verify({ orderName: "#999999", email: "ana@example.com" });
    const wrong = await verify({ orderName: "#1001", email: "somebody@example.com" });
    expect(unknown).toEqual({ status: 200, type: "verification", state: "failed", orderName: null });
    expect(wrong).toEqual(unknown);
    expect(await verify({ orderName: "1001", email: " ANA@example.com " })).toMatchObject({
      state: "verified",
      orderName: "#1001",
    });
  });

  it("limits tries to identify, and says so without saying more", async () => {
    const chat = await newChat();
    const tries: number[] = [];
    for (let i = 0; i < 7; i++) {
      const body = JSON.stringify({ orderName: `#8${i}000`, email: "guess@example.com" });
      tries.push((await chat.request("/api/chat/verification", { method: "POST", body })).status);
    }
    expect(tries).toEqual([200, 200, 200, 200, 200, 200, 429]);
  });
});
