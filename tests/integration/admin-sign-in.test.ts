import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { accessTokens } from "#app/shopify/access-tokens.server.ts";
import { authenticateAdmin } from "#app/shopify/authenticate-admin.server.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

/** A Shopify whose tokens work as its real ones: the newest of a shop is the only one that is good. */
let exchanges = 0;
const shopify = createServer((request, response) => {
  request.resume().on("end", () => {
    exchanges += 1;
    response.writeHead(200, { "Content-Type": "application/json" });
    const grant = { access_token: `shpat_${exchanges}`, refresh_token: `shprt_${exchanges}`, scope: "read_orders" };
    response.end(JSON.stringify({ ...grant, expires_in: 3600, refresh_token_expires_in: 7_776_000 }));
  });
});
await new Promise<void>((resolve) => shopify.listen(0, "127.0.0.1", resolve));
const gateway = `http://127.0.0.1:${(shopify.address() as AddressInfo).port}`;
setTestEnvironment({ SHOPIFY_GATEWAY_URL: gateway });

const APP = "http://127.0.0.1:3000";
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
const HOST = Buffer.from("admin.shopify.com/store/fernwood").toString("base64url");
let shop = "";

function sessionToken(secret = process.env["SHOPIFY_API_SECRET"] ?? "", expires = "1m"): Promise<string> {
  return new SignJWT({ iss: `https://${shop}/admin`, dest: `https://${shop}`, sub: "1", jti: randomUUID(), sid: "1" })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience(process.env["SHOPIFY_API_KEY"] ?? "")
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));
}

const page = (token: string) =>
  new Request(`${APP}/app?embedded=1&shop=${shop}&host=${HOST}&id_token=${token}`, {
    headers: { "User-Agent": BROWSER },
  });
const data = (token: string, agent = BROWSER) =>
  new Request(`${APP}/app.data`, { headers: { "User-Agent": agent, Authorization: `Bearer ${token}` } });

async function refusal(request: Request): Promise<Response> {
  const outcome = await authenticateAdmin(request).catch((thrown: unknown) => thrown);
  if (outcome instanceof Response) return outcome;
  throw new Error("It was let in.");
}

let close: () => Promise<void>;
beforeAll(async () => void (close = await openTestDatabase("pglite")));
afterAll(async () => {
  shopify.close();
  shopify.closeAllConnections();
  await close();
});
beforeEach(() => {
  exchanges = 0;
  shop = `shop-${randomUUID().slice(0, 8)}.myshopify.com`;
});

test("a page's loaders, side by side on a shop's first visit, exchange one token between them", async () => {
  const token = await sessionToken();
  const admitted = await Promise.all([1, 2, 3].map(() => authenticateAdmin(page(token))));
  expect(exchanges).toBe(1);
  expect(new Set(admitted.map(({ session }) => session.accessToken))).toEqual(new Set(["shpat_1"]));
  expect(accessTokens.held(shop)).toBe("shpat_1");
  expect(await db().shop.count({ where: { shop, uninstalledAt: null } })).toBe(1);
});

test("two tabs on a first visit exchange one token between them", async () => {
  const tokens = await Promise.all([sessionToken(), sessionToken()]);
  await Promise.all(tokens.map((token) => authenticateAdmin(page(token))));
  expect(exchanges).toBe(1);
});

test("a shop that is known needs no exchange", async () => {
  await authenticateAdmin(page(await sessionToken()));
  await authenticateAdmin(data(await sessionToken()));
  expect(exchanges).toBe(1);
});

test("a page without a token is sent to fetch one, with App Bridge from where it is served", async () => {
  const bounce = await refusal(page(""));
  expect(bounce.status).toBe(302);
  const location = new URL(bounce.headers.get("location") ?? "", APP);
  expect(location.pathname).toBe("/auth/session-token");
  const html = await refusal(new Request(location, { headers: { "User-Agent": BROWSER } }));
  expect(await html.text()).toContain(`src="${gateway}/app-bridge.js"`);
  expect(html.headers.get("content-security-policy")).toBe(
    `frame-ancestors https://${shop} https://admin.shopify.com ${gateway};`,
  );
});

test("forged, foreign and expired tokens are refused, and App Bridge is asked for a new one", async () => {
  for (const token of [
    await sessionToken("another secret of the same length"),
    await sessionToken(undefined, "-1m"),
    "x.y.z",
  ]) {
    const response = await refusal(data(token));
    expect(response.status).toBe(401);
    expect(response.headers.get("x-shopify-retry-invalid-session-request")).toBe("1");
  }
  expect(exchanges).toBe(0);
});

test("robots are turned away before anything is asked of Shopify", async () => {
  expect((await refusal(data(await sessionToken(), "Googlebot/2.1"))).status).toBe(410);
  expect(exchanges).toBe(0);
});
