import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startJobs, stopJobs } from "#app/jobs/start.server.ts";
import { closeDatabase, db, openDatabase } from "#app/platform/db.server.ts";
import { accessTokens } from "#app/shopify/access-tokens.server.ts";
import { authenticateAdmin } from "#app/shopify/authenticate-admin.server.ts";
import { rememberInstall, rememberUninstall, whenInstalled } from "#app/shopify/shops.server.ts";
import { databaseKinds, makeDatabase } from "#tests/support/databases.ts";
import { setTestEnvironment } from "#tests/support/open-database.ts";

/** A Shopify that gives a token to whoever asks. */
const shopify = createServer((request, response) => {
  request.resume().on("end", () => {
    const grant = { access_token: `shpat_${randomUUID()}`, refresh_token: `shprt_${randomUUID()}` };
    const validity = { expires_in: 3600, refresh_token_expires_in: 7_776_000 };
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ ...grant, ...validity, scope: "read_orders" }));
  });
});
await new Promise<void>((resolve) => shopify.listen(0, "127.0.0.1", resolve));
setTestEnvironment({ SHOPIFY_GATEWAY_URL: `http://127.0.0.1:${(shopify.address() as AddressInfo).port}` });
afterAll(() => {
  shopify.close();
  shopify.closeAllConnections();
});

async function signIn(shop: string): Promise<void> {
  const key = process.env["SHOPIFY_API_KEY"] ?? "";
  const claims = { iss: `https://${shop}/admin`, dest: `https://${shop}`, sub: "1", jti: randomUUID(), sid: "1" };
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: "HS256" })
    .setAudience(key)
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("1m")
    .sign(new TextEncoder().encode(process.env["SHOPIFY_API_SECRET"] ?? ""));
  const host = Buffer.from(`admin.shopify.com/store/${shop.replace(".myshopify.com", "")}`).toString("base64url");
  const headers = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36" };
  await authenticateAdmin(
    new Request(`http://127.0.0.1:3000/app?embedded=1&shop=${shop}&host=${host}&id_token=${token}`, { headers }),
  );
}

async function queued(shop: string): Promise<number> {
  const [row] = await db().$queryRaw<{ jobs: number }[]>`
    SELECT count(*)::int AS jobs FROM pgboss.job WHERE name = 'estimates.refresh' AND data->>'shop' = ${shop}`;
  return row?.jobs ?? 0;
}

/** As if the job had been done meanwhile. */
async function done(shop: string): Promise<void> {
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'estimates.refresh' AND data->>'shop' = ${shop}`;
}

describe.each(databaseKinds())("how long a shop's orders take, on %s, is learnt", (kind) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = await makeDatabase(kind);
    const { env } = database;
    await startJobs(await openDatabase({ url: env["DATABASE_URL"], dataDir: env["DATA_DIR"] ?? "", poolSize: 4 }));
    close = async () => {
      await stopJobs();
      await closeDatabase();
      await database.drop();
    };
  });
  afterAll(() => close());

  test("once it has installed the app, and not at each sign-in", async () => {
    const shop = "new-here.myshopify.com";
    await signIn(shop);
    expect(await queued(shop)).toBe(1);
    await done(shop);
    await db().shopifySession.deleteMany({ where: { shop } });
    accessTokens.forget(shop);
    await signIn(shop);
    expect(await queued(shop)).toBe(0);
  });

  test("once more when it comes back", async () => {
    const shop = "back-again.myshopify.com";
    await signIn(shop);
    await done(shop);
    await rememberUninstall(shop, new Date());
    await signIn(shop);
    expect(await queued(shop)).toBe(1);
  });

  test("once, however many sign-ins install it", async () => {
    const shop = "twice.myshopify.com";
    await Promise.all([rememberInstall(shop), rememberInstall(shop), rememberInstall(shop)]);
    expect(await queued(shop)).toBe(1);
  });

  test("at night when it could not be queued: that fails no sign-in", async () => {
    const shop = "unlucky.myshopify.com";
    whenInstalled(() => Promise.reject(new Error("no queue")));
    await signIn(shop);
    expect(await db().shop.count({ where: { shop, uninstalledAt: null } })).toBe(1);
  });
});
