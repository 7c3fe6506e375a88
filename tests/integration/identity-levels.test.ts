import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IdentityRules, Level } from "../../app/identity/levels.ts";
import { saveSettings } from "../support/admin-settings.ts";
import { type Chat, startChat } from "../support/chat.ts";
import { startSystem, type System } from "../support/system.ts";
import { until } from "../support/until.ts";

const ANA = "ana@example.com";
const ASKS = "Where is my order 1001? My email is ana@example.com";

describe("What a shopper has to prove, by the shop's own rules", () => {
  let system: System;
  const chats: Chat[] = [];
  beforeAll(async () => {
    system = await startSystem({ mail: true });
  });
  afterAll(async () => {
    for (const chat of chats) chat.close();
    await system.close();
  });

  async function rules(status: Level, details: Level = status, changes: Level = details): Promise<void> {
    const form: IdentityRules = { status, details, changes };
    expect(await saveSettings(system, "identity", form)).toMatchObject({ saved: true });
  }
  async function guest(): Promise<Chat> {
    const chat = await startChat(system.devstore.url);
    chats.push(chat);
    return chat;
  }
  async function customer(email = ANA): Promise<Chat> {
    const chat = await startChat(system.devstore.url, { headers: { Cookie: system.devstore.login(email) } });
    chats.push(chat);
    return chat;
  }
  const mail = () => system.devstore.mail.messages;
  /** The code of the next email after `before`. */
  async function nextCode(before: number): Promise<string> {
    await until("an email with a code", () => mail().length > before);
    const code = /^(\d{6})$/m.exec(mail().at(-1)?.text ?? "")?.[1];
    if (code === undefined) throw new Error(`No code in: ${mail().at(-1)?.text ?? ""}`);
    return code;
  }
  const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  async function verify(chat: Chat, body: object) {
    const response = await chat.request("/api/chat/verification", { method: "POST", body: JSON.stringify(body) });
    const { event } = (await response.json()) as { event?: { state: string; orderName: string | null } };
    return { status: response.status, state: event?.state, orderName: event?.orderName };
  }
  const cards = (chat: Chat) => chat.events.filter(({ type }) => type === "card" || type === "proposal");

  it("is order number and email at first, as ever, and no email is sent for it", async () => {
    const chat = await guest();
    expect((await chat.ask(ASKS)).text).toContain("#1001");
    expect(cards(chat)).toHaveLength(1);
    expect(mail()).toHaveLength(0);
  });

  it("may be a code: a guest gets it at the order's own email and sees the order", async () => {
    await rules("email_code");
    const before = mail().length;
    const chat = await guest();
    const asked = await chat.ask(ASKS);
    expect(asked.text).toContain("code");
    expect(cards(chat)).toHaveLength(0);
    const code = await nextCode(before);
    expect(mail().at(-1)).toMatchObject({ to: [ANA] });
    expect(mail().at(-1)?.html).toContain(code);
    const wrong = await chat.ask(otherThan(code));
    expect(wrong.text).toMatch(/isn't right/);
    expect(cards(chat)).toHaveLength(0);
    const answer = await chat.ask(`it is ${code.slice(0, 3)} ${code.slice(3)}`);
    expect(answer.text).toContain("#1001");
    expect(cards(chat)).toHaveLength(1);
    const again = await chat.ask("when will it arrive?");
    expect(again.text).not.toContain("code");
  });

  it("sends nothing to whoever does not own the order, and answers them in the same words", async () => {
    await rules("email_code");
    const before = mail().length;
    const [wrong, unknown, right] = [await guest(), await guest(), await guest()];
    const texts = [
      (await wrong.ask("Where is my order 1001? My email is mallory@example.com")).text,
      (await unknown.ask("Where is my order 987654? My email is ana@example.com")).text,
      (await right.ask(ASKS)).text,
    ];
    expect(new Set(texts).size).toBe(1);
    await nextCode(before);
    expect(mail()).toHaveLength(before + 1);
    expect(mail().at(-1)?.to).toEqual([ANA]);
  });

  it("takes a code once, in the conversation it was asked for in, and not after five tries", async () => {
    await rules("email_code");
    let before = mail().length;
    const [mine, other] = [await guest(), await guest()];
    expect(await verify(mine, { orderName: "#1002", email: ANA })).toEqual({
      status: 200,
      state: "code_sent",
      orderName: null,
    });
    const code = await nextCode(before);
    expect(await verify(other, { code })).toEqual({ status: 200, state: "failed", orderName: null });
    expect(await verify(mine, { code })).toEqual({ status: 200, state: "verified", orderName: "#1002" });
    expect(await verify(mine, { code })).toEqual({ status: 200, state: "failed", orderName: null });

    before = mail().length;
    await verify(other, { orderName: "1001", email: ANA });
    const second = await nextCode(before);
    for (let tries = 0; tries < 5; tries++) {
      expect(await verify(other, { code: otherThan(second) })).toMatchObject({ state: "failed" });
    }
    expect(await verify(other, { code: second })).toMatchObject({ state: "failed" });
  });

  it("limits how often codes are asked for, whoever's they are", async () => {
    await rules("email_code");
    const chat = await guest();
    const states: number[] = [];
    for (let i = 0; i < 6; i++) {
      states.push((await verify(chat, { orderName: `#70${i}0`, email: `guess${i}@example.com` })).status);
    }
    expect(states).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it("may be a code for a refund alone: the card comes once the code is right", async () => {
    await rules("order_and_email", "order_and_email", "email_code");
    const chat = await guest();
    const offer = await chat.ask("Please cancel my order 1004, tobias.krueger@example.org");
    expect(offer.text).toContain("or as store credit?");
    const before = mail().length;
    expect((await chat.ask("to my card")).text).toContain("code");
    const code = await nextCode(before);
    expect((await chat.ask(otherThan(code))).text).toContain("isn't right");
    expect(chat.events.some(({ type }) => type === "proposal")).toBe(false);
    await chat.ask(code);
    expect(chat.events.some(({ type }) => type === "proposal")).toBe(true);
  });

  it("sends another code on request, after which the one before is worth nothing", async () => {
    await rules("email_code");
    let before = mail().length;
    const chat = await guest();
    await chat.ask("Where is my order 1014? hugo.marchand@example.com");
    const first = await nextCode(before);
    before = mail().length;
    expect((await chat.ask("I never got the email, can you send it again?")).text).toContain("code");
    const second = await nextCode(before);
    if (first !== second) expect(await verify(chat, { code: first })).toMatchObject({ state: "failed" });
    expect((await chat.ask(second)).text).toContain("#1014");
  });

  it("may be a login for a card alone: a guest sees the order, and is asked to log in for the rest", async () => {
    await rules("order_and_email", "order_and_email", "login");
    const chat = await guest();
    await chat.ask("Please cancel my order 1004, tobias.krueger@example.org");
    expect((await chat.ask("to my card")).text).toContain("log in");
    expect(chat.events.some(({ type }) => type === "proposal")).toBe(false);
    const tobias = await customer("tobias.krueger@example.org");
    await tobias.ask("Please cancel my order 1004");
    await tobias.ask("to my card");
    expect(tobias.events.some(({ type }) => type === "proposal")).toBe(true);
  });

  it("may be a login: a guest is asked to log in, and a customer sees their own orders", async () => {
    await rules("login");
    const chat = await guest();
    expect((await chat.ask(ASKS)).text).toContain("log in");
    expect(await verify(chat, { orderName: "#1001", email: ANA })).toMatchObject({ state: "login_needed" });
    expect(cards(chat)).toHaveLength(0);
    const ana = await customer();
    expect((await ana.ask("Where is my order #1001?")).text).toContain("#1001");
  });

  it("holds for what was proven in a lesser way before the rule was made stricter", async () => {
    await rules("order_and_email");
    const chat = await guest();
    await chat.ask(ASKS);
    await rules("email_code");
    const before = mail().length;
    const asked = await chat.ask("Where is order 1001 now?");
    expect(asked.text).toContain("code");
    expect(cards(chat)).toHaveLength(1);
    await chat.ask(await nextCode(before));
    expect(cards(chat)).toHaveLength(2);
  });

  it("never takes less for what shows more", async () => {
    const form: IdentityRules = { status: "email_code", details: "order_and_email", changes: "login" };
    const { saved, answer } = await saveSettings(system, "identity", form);
    expect(saved).toBe(false);
    expect(answer).toContain("less proof");
  });

  it("keeps addresses and codes out of the log", () => {
    const log = system.app.lines.join("\n");
    expect(log).not.toContain(ANA);
    for (const { text } of mail()) expect(log).not.toContain(/^(\d{6})$/m.exec(text)?.[1] ?? "no code");
  });
});
