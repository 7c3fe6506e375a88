import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devstore, startDevstore } from "#devstore/start.ts";
import { startRecordingApp } from "./testing/recording-app.ts";
import { SMALL_SHOP } from "./testing/small-shop.ts";

let app: Awaited<ReturnType<typeof startRecordingApp>>;
let devstore: Devstore;

beforeAll(async () => {
  app = await startRecordingApp();
  devstore = await startDevstore({
    store: SMALL_SHOP,
    port: 0,
    appUrl: app.url,
    apiKey: "key",
    apiSecret: "secret",
    clock: "frozen",
  });
});

afterAll(async () => {
  await devstore.close();
  app.close();
});

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${devstore.url}/_devstore/${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : (JSON.parse(text) as Record<string, unknown>),
  };
}

describe("the controls", () => {
  it("say what the shop is and what time it is there", async () => {
    const { body } = await control("GET", "state");
    expect(body).toMatchObject({
      now: "2026-07-20T10:00:00.000Z",
      clockTicks: false,
      shop: { domain: "small-shop.myshopify.com" },
      counts: { products: 1, customers: 2, orders: 1 },
      addresses: { devstore: devstore.url, app: app.url },
    });
  });

  it("move the clock by a time or to a time", async () => {
    expect((await control("POST", "clock", { advance: "1d12h" })).body).toEqual({ now: "2026-07-21T22:00:00.000Z" });
    expect((await control("POST", "clock", { at: "2026-07-20T12:00:00+02:00" })).body).toEqual({
      now: "2026-07-20T10:00:00.000Z",
    });
  });

  it.each([
    ["clock", { advance: "soon" }],
    ["clock", { at: "tomorrow" }],
    ["clock", { forward: "2d" }],
    ["clock", "{"],
    ["faults", { latency: 5 }],
    ["faults", { webhooks: { duplicate: 2 } }],
    ["login", {}],
    ["orders/1001/events", { status: "TELEPORTED" }],
    ["webhooks/send", { topic: "Orders" }],
  ])("refuse what they do not understand: %s %j", async (path, body) => {
    const { status, body: answer } = await control("POST", path, body);
    expect([400, 422]).toContain(status);
    expect(answer).toMatchObject({
      error: { code: expect.any(String) as unknown, message: expect.any(String) as unknown },
    });
  });

  it("log a shopper in by GID, number or email, and out again", async () => {
    for (const customerId of ["gid://shopify/Customer/7002", 7002, "ben@example.com"]) {
      const { body, headers } = await control("POST", "login", { customerId });
      expect(body?.["customer"]).toMatchObject({ name: "Ben Okoro" });
      expect(headers.get("set-cookie")).toContain("devstore_customer=7002.");
    }
    expect((await control("POST", "login", { customerId: null })).headers.get("set-cookie")).toContain("Max-Age=0");
    expect((await control("POST", "login", { customerId: "nobody@example.com" })).status).toBe(404);
  });

  it("add a carrier's scan to a parcel", async () => {
    const event = { status: "OUT_FOR_DELIVERY", message: "On the van" };
    expect((await control("POST", "orders/1001/events", event)).body).toEqual({ fulfillment: "#1001-F1", events: 3 });
    expect((await control("POST", "orders/9999/events", event)).status).toBe(404);
  });

  it("set and end faults of the Admin API and of webhooks, each without touching the other", async () => {
    await control("POST", "faults", { webhooks: { delayMs: 5 } });
    const { body } = await control("POST", "faults", { latencyMs: 7 });
    expect(body).toMatchObject({ adminApi: [{ latencyMs: 7 }], webhooks: { delayMs: 5 } });
    expect((await control("POST", "faults", {})).body).toMatchObject({ adminApi: [], webhooks: { delayMs: 0 } });
  });

  it("list the Admin API calls with their cost, act out faults, and forget on request", async () => {
    await devstore.sessionToken();
    const token = devstore.tokens.grantOffline({ expiring: true }).access.value;
    const ask = () =>
      fetch(`${devstore.url}/admin/api/2026-07/graphql.json`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": token },
        body: JSON.stringify({ query: "query ShopName { shop { name } }" }),
      });
    const answer = await ask();
    expect(await answer.json()).toMatchObject({ data: { shop: { name: "Small & Shop" } } });
    expect(answer.headers.get("date")).toBe("Mon, 20 Jul 2026 10:00:00 GMT");
    await control("POST", "faults", { dropAnswer: { next: 1 } });
    await expect(ask()).rejects.toThrow();
    await control("POST", "faults", { status5xx: { next: 1 } });
    expect((await ask()).status).toBe(503);
    const { body } = await control("GET", "calls");
    expect(body?.["calls"]).toMatchObject([
      { operation: "ShopName", status: 200, cost: { requested: 1 } },
      { operation: "ShopName", status: null, error: "ANSWER_DROPPED" },
      { operation: "ShopName", status: 503 },
    ]);
    expect((await control("DELETE", "calls")).status).toBe(204);
    expect((await control("GET", "calls")).body).toEqual({ calls: [] });
  });

  it("know no others", async () => {
    expect((await control("POST", "nonsense", {})).body).toMatchObject({ error: { code: "unknown_control" } });
  });
});

describe("the mailbox", () => {
  it("keeps what comes over SMTP, decoded, and shows it", async () => {
    const lines = [
      "EHLO app",
      "AUTH PLAIN AHVzZXIAcGFzcw==",
      "MAIL FROM:<support@example.com>",
      "RCPT TO:<ana@example.com>",
      "DATA",
      "From: Small Shop <support@example.com>",
      "To: ana@example.com",
      "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=",
      'Content-Type: multipart/alternative; boundary="b1"',
      "",
      "--b1",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Dein Paket ist =C3=BCbermorgen da, =",
      "Ana.",
      "..dots",
      "--b1",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from("<p>übermorgen</p>").toString("base64"),
      "--b1--",
      ".",
      "QUIT",
      "",
    ];
    const { hostname, port } = new URL(devstore.smtpUrl);
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(lines.join("\r\n")));
      socket
        .on("error", reject)
        .on("close", () => resolve())
        .resume();
    });
    const { body } = await control("GET", "mail");
    expect(body?.["messages"]).toMatchObject([
      {
        from: "Small Shop <support@example.com>",
        to: ["ana@example.com"],
        subject: "Grüße",
        text: "Dein Paket ist übermorgen da, Ana.\r\n.dots",
        html: "<p>übermorgen</p>",
      },
    ]);
    expect(await (await fetch(`${devstore.url}/mail`)).text()).toContain("Grüße");
  });

  it("takes mail over HTTP too, and forgets on request", async () => {
    expect((await control("POST", "mail", { from: "a@example.com", to: "b@example.com", subject: "Hi" })).status).toBe(
      201,
    );
    expect((await control("DELETE", "mail")).status).toBe(204);
    expect(devstore.mail.messages).toEqual([]);
  });
});
