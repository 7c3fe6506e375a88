import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChatSession, chatOver, startChat } from "../support/chat.ts";
import { startSystem, type System } from "../support/system.ts";

const ANA = "ana@example.com";

describe("Who the shopper is (P1)", () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(() => system.close());

  /** A page of the proxy, never twice the same, as the widget asks for it. */
  const page = () => `/session?n=${crypto.randomUUID()}`;
  const send = (url: string, body: Record<string, unknown> = {}) =>
    fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const sessionFor = async (customerId: string | null, body: Record<string, unknown> = {}) => {
    const response = await send(system.devstore.proxyUrl(page(), { customerId }), body);
    expect(response.status).toBe(200);
    return (await response.json()) as ChatSession;
  };
  const customerId = (email: string) => {
    const customer = system.devstore.store.customerByEmail(email);
    if (!customer) throw new Error(`The example shop lacks ${email}.`);
    return customer.id;
  };
  const somebodyElse = () => {
    const other = system.devstore.store.customers.find(
      (customer) =>
        customer.email !== null && customer.email !== ANA && system.devstore.store.ordersOf(customer).length > 0,
    );
    if (!other) throw new Error("The example shop lacks another customer with orders.");
    return other.id;
  };

  it("refuses proxy requests that are forged, altered, unsigned or old", async () => {
    const url = system.devstore.proxyUrl(page(), { customerId: null });
    const forged = url.replace(/signature=[0-9a-f]{8}/, "signature=00000000");
    const altered = url.replace(
      "logged_in_customer_id=",
      `logged_in_customer_id=${customerId(ANA).split("/").at(-1) ?? ""}`,
    );
    const old = system.devstore.proxyUrl(page(), { timestamp: Math.floor(Date.now() / 1000) - 600 });
    for (const refused of [forged, altered, old, `${system.app.url}/proxy/session`]) {
      const response = await send(refused);
      expect(response.status, refused).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: "signature_invalid" } });
    }
  });

  it("takes a signature once", async () => {
    const url = system.devstore.proxyUrl(page());
    expect((await send(url)).status).toBe(200);
    const again = await send(url);
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({ error: { code: "signature_used" } });
  });

  it("ignores a customer id that the page itself adds", async () => {
    const ana = customerId(ANA).split("/").at(-1) ?? "";
    const smuggled = await send(
      `${system.devstore.url}/apps/wherewithal/session?logged_in_customer_id=${ana}&shop=other.myshopify.com`,
    );
    expect(smuggled.status).toBe(200);
    const chat = chatOver((await smuggled.json()) as ChatSession);
    const answer = await chat.ask("Where is order 1001?");
    expect(answer.text).not.toMatch(/deliver|transit|parcel/i);
    chat.close();
  });

  it("answers a logged-in customer about their own orders without asking who they are", async () => {
    const chat = await startChat(system.devstore.url, { headers: { Cookie: system.devstore.login(ANA) } });
    const answer = await chat.ask("Where is my order #1001?");
    expect(answer.text).toContain("#1001");
    chat.close();
  });

  it("tells a customer nothing of somebody else's order, in the words used for one that does not exist", async () => {
    const mine = chatOver(await sessionFor(somebodyElse()));
    const foreign = await mine.ask("Where is order #1001?");
    const missing = await mine.ask("Where is order #987654?");
    expect(foreign.text.replaceAll("1001", "N")).toBe(missing.text.replaceAll("987654", "N"));
    expect(mine.events.some((event) => event.type === "card")).toBe(false);
    mine.close();
  });

  it("gives a guest with a wrong email the same words as one with an unknown order", async () => {
    const first = await startChat(system.devstore.url);
    const second = await startChat(system.devstore.url);
    const wrong = await first.ask("Where is my order 1001? My email is nobody@example.com");
    const unknown = await second.ask("Where is my order 987654? My email is nobody@example.com");
    expect(wrong.text.replaceAll("1001", "N")).toBe(unknown.text.replaceAll("987654", "N"));
    first.close();
    second.close();
  });

  it("keeps one conversation's events from the token of another", async () => {
    const one = await startChat(system.devstore.url);
    await one.ask("Where is my order 1001? ana@example.com");
    const two = await startChat(system.devstore.url);
    const response = await two.request(`/api/chat/events?after=0&conversationId=${one.session.conversationId}`, {
      headers: { Accept: "application/json" },
    });
    expect(await response.json()).toEqual({ events: [], last: 0 });
    one.close();
    two.close();
  });

  it("lets a guest who logs in go on, and nobody else take the conversation over", async () => {
    const guest = await startChat(system.devstore.url);
    await guest.ask("Hello");
    const asAna = await sessionFor(customerId(ANA), { conversationToken: guest.session.token });
    expect(asAna.conversationId).toBe(guest.session.conversationId);
    const asOther = await sessionFor(somebodyElse(), { conversationToken: asAna.token });
    expect(asOther.conversationId).not.toBe(guest.session.conversationId);
    const asNobody = await sessionFor(null, { conversationToken: asAna.token });
    expect(asNobody.conversationId).not.toBe(guest.session.conversationId);
    guest.close();
  });

  it("lets the browser's Origin decide nothing", async () => {
    const chat = await startChat(system.devstore.url);
    const response = await chat.request("/api/chat/events?after=0", {
      headers: { Accept: "application/json", Origin: "https://evil.example" },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Access-Control-Allow-Credentials")).toBeNull();
    chat.close();
  });
});
