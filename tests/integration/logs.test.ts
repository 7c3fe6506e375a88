import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession, startChat } from "../support/chat.ts";
import { databaseKinds } from "../support/databases.ts";
import { startScriptedOpenAi, type ScriptedOpenAi } from "../support/scripted-openai.ts";
import { wismo } from "../support/scripted-openai-wismo.ts";
import { startSystem, type System } from "../support/system.ts";

const ANA = "ana@example.com";
const KEY = "sk-a-key-nobody-may-read";
/** Words that occur nowhere but in what shoppers write here. */
const SECRET = "Zanzibarquartz";

describe.each(databaseKinds())("The log of a process on %s (P10)", (database) => {
  let system: System;
  let model: ScriptedOpenAi;
  let failing = false;
  const tokens: string[] = [];
  beforeAll(async () => {
    // A provider that quotes the conversation in its complaint, as some do.
    model = await startScriptedOpenAi((request) => {
      const said = JSON.stringify(request.body.messages);
      return failing
        ? { status: 400, body: { error: { message: `Cannot read ${said}`, code: "bad" } } }
        : wismo(request);
    });
    const env = { OPENAI_BASE_URL: model.baseURL, OPENAI_API_KEY: KEY, OPENAI_MODEL: "scripted", LOG_LEVEL: "trace" };
    system = await startSystem({ database, env });

    const guest = await startChat(system.devstore.url);
    await guest.ask(`Where is my order 1001? My email is ${ANA}, and I am ${SECRET}`);
    const customer = await startChat(system.devstore.url, { headers: { Cookie: system.devstore.login(ANA) } });
    await customer.ask(`All my orders, ${SECRET}`);
    tokens.push(guest.session.token, customer.session.token);
    const refuse = (token: string, body: unknown) =>
      fetch(`${guest.session.apiBase}/api/chat/messages`, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    await refuse(guest.session.token, { clientMessageId: SECRET, text: { [SECRET]: ANA } });
    await refuse(`${guest.session.token}x`, { text: SECRET });
    await guest.request("/api/chat/verification", {
      method: "POST",
      body: JSON.stringify({ orderName: "1001", email: `${SECRET}@example.com` }),
    });
    await guest.request("/api/chat/rating", { method: "POST", body: JSON.stringify({ score: 1, comment: SECRET }) });
    await guest.request("/api/chat/human", { method: "POST", body: "{}" });
    await fetch(`${system.app.url}/${SECRET}?email=${ANA}`);
    await fetch(system.devstore.proxyUrl(`/session?email=${ANA}`).replace(/signature=..../, "signature=0000"), {
      method: "POST",
    });
    await openSession(system.devstore.url, { conversationToken: guest.session.token, locale: SECRET });

    system.devstore.faults.set({ malformed: { next: 2 }, hideProtected: ["name", "email"] });
    failing = true;
    await guest.ask(`Where is my order 1002? My email is ${ANA}, ${SECRET}`);
    system.devstore.tokens.expireAll();
    system.devstore.faults.clear();
    await customer.ask(`And order #1003, ${SECRET}?`);
    guest.close();
    customer.close();
    await system.app.stop("SIGTERM");
  });
  afterAll(async () => {
    await system.close();
    await model.close();
  });

  it("has lines, all of them JSON", () => {
    expect(system.app.lines.length).toBeGreaterThan(10);
    for (const line of system.app.lines) expect(() => JSON.parse(line) as unknown, line).not.toThrow();
  });

  it("holds no word that a shopper wrote, no email and no name", () => {
    const customer = system.devstore.store.customerByEmail(ANA);
    const personal = [ANA, "@example.com", SECRET, "Where is my order", customer?.firstName, customer?.lastName];
    expect(customer?.lastName).toBeTruthy();
    for (const word of personal) if (word) expect(found(word), word).toEqual([]);
  });

  it("holds no token, no key and no secret", () => {
    const bodies = tokens.flatMap((token) => token.split(".").slice(1));
    for (const secret of [...bodies, system.apiSecret, KEY, "shpat_", "shprt_", "Bearer ey"]) {
      expect(found(secret), secret.slice(0, 6)).toEqual([]);
    }
  });

  function found(text: string): string[] {
    const sought = text.toLowerCase();
    return system.app.lines.filter((line) => line.toLowerCase().includes(sought));
  }
});
