import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChatSession, chatOver, openSession, startChat } from "../support/chat.ts";
import { startSystem, type System } from "../support/system.ts";

/** What Shopify would sign: sorted parameters, joined without separators (app proxy documentation). */
function signed(path: string, parameters: Record<string, string>, secret: string): string {
  const message = Object.entries(parameters)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join("");
  const signature = createHmac("sha256", secret).update(message).digest("hex");
  return `${path}?${new URLSearchParams({ ...parameters, signature }).toString()}`;
}

describe("Who the shopper is (P1)", () => {
  let system: System;
  let customers: { ana: string; other: string };
  beforeAll(async () => {
    system = await startSystem();
    const { store } = system.devstore;
    const byEmail = (email: string) => store.customers().find((customer) => customer.email === email)?.id;
    const ana = byEmail("ana@example.com");
    const other = store.customers().find((customer) => customer.id !== ana && store.ordersOf(customer.id).length > 0)?.id;
    if (!ana || !other) throw new Error("The example shop lacks the customers this test needs.");
    customers = { ana: String(ana), other: String(other) };
  });
  afterAll(() => system.close());

  const proxyParameters = (over: Record<string, string> = {}) => ({
    shop: system.devstore.store.shop.domain,
    logged_in_customer_id: "",
    path_prefix: "/apps/wherewithal",
    timestamp: String(Math.floor(Date.now() / 1000)),
    n: Math.random().toString(36).slice(2),
    ...over,
  });
  const direct = (parameters: Record<string, string>, secret = system.apiSecret) =>
    fetch(system.app.url + signed("/proxy/session", parameters, secret), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: "{}",
    });
  const loggedIn = async (customerId: string, body: Record<string, unknown> = {}) => {
    const response = await direct(proxyParameters({ logged_in_customer_id: customerId, body: "x" }));
    expect(response.status).toBe(200);
    void body;
    return chatOver((await response.json()) as ChatSession);
  };

  it("refuses proxy requests that are forged, altered, unsigned or old", async () => {
    expect((await direct(proxyParameters(), "another secret")).status).toBe(401);
    const altered = signed("/proxy/session", proxyParameters(), system.apiSecret).replace("logged_in_customer_id=", `logged_in_customer_id=${customers.ana}`);
    expect((await fetch(system.app.url + altered, { method: "POST", body: "{}" })).status).toBe(401);
    expect((await fetch(`${system.app.url}/proxy/session`, { method: "POST", body: "{}" })).status).toBe(401);
    const old = String(Math.floor(Date.now() / 1000) - 600);
    expect((await direct(proxyParameters({ timestamp: old }))).status).toBe(401);
  });

  it("takes a signature once", async () => {
    const parameters = proxyParameters();
    expect((await direct(parameters)).status).toBe(200);
    const again = await direct(parameters);
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({ error: { code: "signature_used" } });
  });

  it("ignores a customer id that the page itself adds", async () => {
    const response = await openSession(`${system.devstore.url}`, {}, {});
    expect(response.status).toBe(200);
    const smuggled = await fetch(
      `${system.devstore.url}/apps/wherewithal/session?logged_in_customer_id=${customers.ana}&shop=other.myshopify.com`,
      { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" },
    );
    const chat = chatOver((await smuggled.json()) as ChatSession);
    const answer = await chat.ask("Where is order 1001?");
    expect(answer.text).not.toMatch(/deliver|transit|parcel/i);
    chat.close();
  });

  it("answers a logged-in customer about their own orders without asking who they are", async () => {
    const chat = await loggedIn(customers.ana);
    const answer = await chat.ask("Where is my order #1001?");
    expect(answer.text).toContain("#1001");
    chat.close();
  });

  it("tells a customer nothing of somebody else's order, in the words used for one that does not exist", async () => {
    const mine = await loggedIn(customers.other);
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
    const open = async (customerId: string, conversationToken: string) => {
      const parameters = proxyParameters({ logged_in_customer_id: customerId });
      const response = await fetch(system.app.url + signed("/proxy/session", parameters, system.apiSecret), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ conversationToken }),
      });
      return (await response.json()) as ChatSession;
    };
    const asAna = await open(customers.ana, guest.session.token);
    expect(asAna.conversationId).toBe(guest.session.conversationId);
    const asOther = await open(customers.other, asAna.token);
    expect(asOther.conversationId).not.toBe(guest.session.conversationId);
    const asNobody = await open("", asAna.token);
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
    const calls = system.devstore.calls.list();
    expect(calls.every((call) => call.shop === system.devstore.store.shop.domain)).toBe(true);
    chat.close();
  });
});
