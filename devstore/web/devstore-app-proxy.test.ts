import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Devstore, startDevstore } from "#devstore/start.ts";
import { type Recorded, startRecordingApp } from "./testing/recording-app.ts";
import { SMALL_SHOP } from "./testing/small-shop.ts";

const apiKey = "0123456789abcdef0123456789abcdef";
const apiSecret = "shpss_secret";
const api = shopifyApi({
  apiKey,
  apiSecretKey: apiSecret,
  apiVersion: ApiVersion.July26,
  hostName: "app.example.com",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error, log: () => undefined },
});

const isSigned = (url: URL) => api.utils.validateHmac(url.searchParams, { signator: "appProxy" });

let app: Awaited<ReturnType<typeof startRecordingApp>>;
let devstore: Devstore;

beforeAll(async () => {
  app = await startRecordingApp(({ url }, res) => {
    if (url.pathname === "/proxy/slow") return;
    if (url.pathname === "/proxy/liquid") {
      return void res
        .setHeader("Content-Type", "application/liquid")
        .end("<p>{{ shop.name }}, {{ customer.first_name }}</p>");
    }
    res.setHeader("Set-Cookie", "a=b").setHeader("Content-Type", "application/json").writeHead(201).end('{"ok":true}');
  });
  devstore = await startDevstore({
    store: SMALL_SHOP,
    port: 0,
    appUrl: app.url,
    apiKey,
    apiSecret,
    proxyTimeoutMs: 300,
  });
  await devstore.install();
});

beforeEach(() => {
  app.requests.length = 0;
});

afterAll(async () => {
  await devstore.close();
  app.close();
});

async function throughProxy(path: string, init?: RequestInit): Promise<{ response: Response; seen: Recorded }> {
  const response = await fetch(devstore.url + path, init);
  const seen = app.requests[0];
  if (!seen) throw new Error("nothing reached the app");
  return { response, seen };
}

describe("the app proxy", () => {
  it("hands a request on with a signature that Shopify's library accepts, and the answer back without cookies", async () => {
    const { response, seen } = await throughProxy("/apps/wherewithal/session?n=1", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: '{"conversationToken":"x"}',
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(seen.method).toBe("POST");
    expect(seen.url.pathname).toBe("/proxy/session");
    expect(seen.body).toBe('{"conversationToken":"x"}');
    expect(await isSigned(seen.url)).toBe(true);
    expect(Object.fromEntries(seen.url.searchParams)).toMatchObject({
      n: "1",
      shop: "small-shop.myshopify.com",
      path_prefix: "/apps/wherewithal",
      logged_in_customer_id: "",
    });
  });

  it("names the customer who is logged in to the storefront, and forwards no cookie", async () => {
    const { seen } = await throughProxy("/apps/wherewithal/session", {
      headers: { Cookie: devstore.login("ana@example.com") },
    });
    expect(seen.url.searchParams.get("logged_in_customer_id")).toBe("7001");
    expect(seen.headers.cookie).toBeUndefined();
  });

  it("takes nobody's word for who they are", async () => {
    const forged = "logged_in_customer_id=7002&shop=other.myshopify.com&signature=00&timestamp=1&path_prefix=/x&hmac=1";
    const { seen } = await throughProxy(`/apps/wherewithal/session?${forged}`, {
      headers: { Cookie: "devstore_customer=7002.00000000000000000000000000000000", "X-Forwarded-For": "203.0.113.9" },
    });
    const query = seen.url.searchParams;
    expect(query.getAll("logged_in_customer_id")).toEqual([""]);
    expect(query.getAll("shop")).toEqual(["small-shop.myshopify.com"]);
    expect(query.getAll("signature")).toHaveLength(1);
    expect(query.has("hmac")).toBe(false);
    expect(seen.headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(await isSigned(seen.url)).toBe(true);
  });

  it("signs the caller's own parameters too, repeated ones and odd characters included", async () => {
    const { seen } = await throughProxy("/apps/wherewithal/x?ids=1&ids=2&q=caf%C3%A9+%26+m%C3%BCsli%3D");
    expect(await isSigned(seen.url)).toBe(true);
    seen.url.searchParams.set("q", "tea");
    expect(await isSigned(seen.url)).toBe(false);
  });

  it("does not lead out of the proxy's own path", async () => {
    const { status } = await fetch(`${devstore.url}/apps/wherewithal/%2e%2e/%2e%2e/webhooks`);
    expect(status).toBe(404);
    expect(app.requests).toHaveLength(0);
  });

  it("renders Liquid from the app inside the theme", async () => {
    const { response } = await throughProxy("/apps/wherewithal/liquid", {
      headers: { Cookie: devstore.login("ana@example.com") },
    });
    const page = await response.text();
    expect(page).toContain("<p>Small & Shop, Ana</p>");
    expect(page).toContain("<!doctype html>");
  });

  it("shows Shopify's error page when the app is slow", async () => {
    const { response } = await throughProxy("/apps/wherewithal/slow");
    expect(response.status).toBe(504);
    expect(await response.text()).toContain("error in the third-party application");
  });

  it("makes the same signed address for asking the app directly", async () => {
    const url = new URL(devstore.proxyUrl("/session?n=2", { customerId: "gid://shopify/Customer/7001" }));
    expect(url.origin).toBe(app.url);
    expect(url.pathname).toBe("/proxy/session");
    expect(url.searchParams.get("logged_in_customer_id")).toBe("7001");
    expect(await isSigned(url)).toBe(true);
    await expect(isSigned(new URL(devstore.proxyUrl("/session", { timestamp: 1 })))).rejects.toThrow(/tolerance/);
  });
});
