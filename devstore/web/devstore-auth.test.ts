import "@shopify/shopify-api/adapters/node";
import { ApiVersion, LogSeverity, RequestedTokenType, shopifyApi } from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Devstore, startDevstore } from "#devstore/start.ts";
import { startRecordingApp } from "./testing/recording-app.ts";
import { SMALL_SHOP } from "./testing/small-shop.ts";

const SHOP = "small-shop.myshopify.com";
const apiKey = "0123456789abcdef0123456789abcdef";
const apiSecret = "shpss_secret";

/** Shopify's own library, exactly as the app uses it. */
const api = shopifyApi({
  apiKey,
  apiSecretKey: apiSecret,
  apiVersion: ApiVersion.July26,
  hostName: "app.example.com",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error, log: () => undefined },
});

let app: Awaited<ReturnType<typeof startRecordingApp>>;
let devstore: Devstore;

beforeAll(async () => {
  app = await startRecordingApp();
  devstore = await startDevstore({ store: SMALL_SHOP, port: 0, appUrl: app.url, apiKey, apiSecret, clock: "frozen" });
  setAbstractFetchFunc((input, init) =>
    fetch((input as string).replace(`https://${SHOP}`, devstore.url), {
      ...init,
      headers: { ...(init?.headers as Record<string, string> | undefined), "X-Forwarded-Host": SHOP },
    }),
  );
});

afterAll(async () => {
  await devstore.close();
  app.close();
});

const exchange = (sessionToken: string, requestedTokenType = RequestedTokenType.OfflineAccessToken) =>
  api.auth.tokenExchange({ shop: SHOP, sessionToken, requestedTokenType, expiring: true });

const askAdminApi = (token: string) =>
  fetch(`${devstore.url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": token },
    body: JSON.stringify({ query: "{ shop { name } }" }),
  });

describe("token exchange, by Shopify's own library", () => {
  it("gives an expiring offline session with a refresh token and the app's scopes", async () => {
    const { session } = await exchange(await devstore.sessionToken());
    expect(session).toMatchObject({ id: `offline_${SHOP}`, isOnline: false });
    expect(session.accessToken).toMatch(/^shpat_[0-9a-f]{32}$/);
    expect(session.refreshToken).toMatch(/^shprt_/);
    expect(session.scope?.split(",")).toContain("write_orders");
    const hours = ((session.expires?.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeCloseTo(1, 1);
  });

  it("gives an online session that names its user when that is asked for", async () => {
    const { session } = await exchange(await devstore.sessionToken(), RequestedTokenType.OnlineAccessToken);
    expect(session.isOnline).toBe(true);
    expect(session.onlineAccessInfo?.associated_user.email).toBe("robin@example.com");
  });

  it("renews an offline session with its refresh token", async () => {
    const { session } = await exchange(await devstore.sessionToken());
    devstore.tokens.expireAll();
    expect((await askAdminApi(session.accessToken ?? "")).status).toBe(401);
    const renewed = await api.auth.refreshToken({ shop: SHOP, refreshToken: session.refreshToken ?? "" });
    expect((await askAdminApi(renewed.session.accessToken ?? "")).status).not.toBe(401);
  });

  it.each([
    ["expired", () => devstore.sessionToken({ lifetimeSeconds: -60 })],
    ["for another app", () => devstore.sessionToken({ audience: "another-app" })],
    ["for another shop", () => devstore.sessionToken({ shop: "another-shop.myshopify.com" })],
    ["garbage", () => Promise.resolve("not.a.token")],
  ])("refuses a session token that is %s", async (_, makeToken) => {
    const response = await fetch(`${devstore.url}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        client_id: apiKey,
        client_secret: apiSecret,
        subject_token: await makeToken(),
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        requested_token_type: RequestedTokenType.OfflineAccessToken,
        expiring: "1",
      }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: "invalid_subject_token" });
  });

  it("refuses a caller that does not know the app's secret", async () => {
    const response = await fetch(`${devstore.url}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ grant_type: "refresh_token", client_id: apiKey, client_secret: "x", refresh_token: "y" }),
    });
    expect(await response.json()).toMatchObject({ error: "invalid_client" });
  });
});

describe("session tokens", () => {
  it("are for this app and this shop, and last a minute", async () => {
    const payload = await api.session.decodeSessionToken(await devstore.sessionToken());
    expect(payload).toMatchObject({ aud: apiKey, dest: `https://${SHOP}`, iss: `https://${SHOP}/admin` });
    expect(payload.exp - payload.iat).toBe(60);
  });
});

describe("the Admin API's door", () => {
  it("answers a token it does not know with 401, as Shopify words it, and tells the shop's time", async () => {
    const response = await askAdminApi("shpat_00000000000000000000000000000000");
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      errors: expect.stringContaining("Invalid API key or access token") as unknown,
    });
    expect(new Date(response.headers.get("date") ?? "").toISOString()).toBe("2026-07-20T10:00:00.000Z");
  });

  it("no longer takes offline tokens that never expire", async () => {
    await devstore.sessionToken();
    const { access } = devstore.tokens.grantOffline({ expiring: false });
    expect((await askAdminApi(access.value)).status).toBe(403);
  });
});

describe("the address at which the admin opens the app", () => {
  it("carries an hmac, a shop and a host that Shopify's library accepts", async () => {
    const url = new URL(await devstore.embeddedUrl("/app/orders?tab=late"));
    expect(await api.utils.validateHmac(Object.fromEntries(url.searchParams))).toBe(true);
    expect(api.utils.sanitizeShop(url.searchParams.get("shop") ?? "")).toBe(SHOP);
    expect(api.utils.sanitizeHost(url.searchParams.get("host") ?? "")).not.toBeNull();
    expect(url.searchParams.get("embedded")).toBe("1");
    expect(url.pathname + (url.searchParams.get("tab") ?? "")).toBe("/app/orderslate");
  });
});

describe("uninstalling", () => {
  it("ends every token, tells the app, and closes the proxy until the app is opened again", async () => {
    const { session } = await exchange(await devstore.sessionToken());
    await fetch(`${devstore.url}/_devstore/uninstall`, { method: "POST" });
    expect((await askAdminApi(session.accessToken ?? "")).status).toBe(401);
    await devstore.webhooks.settled();
    expect(app.requests.at(-1)?.headers["x-shopify-topic"]).toBe("app/uninstalled");
    expect((await fetch(`${devstore.url}/apps/wherewithal/session`)).status).toBe(404);
    await devstore.install();
    expect((await fetch(`${devstore.url}/apps/wherewithal/session`)).status).toBe(200);
  });
});
