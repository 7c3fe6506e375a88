import { Session } from "@shopify/shopify-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "#app/platform/db.server.ts";
import { sessionStorage } from "#app/shopify/session-storage.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

setTestEnvironment();
let count = 0;

function offline(accessToken: string, expires: Date, shop = `store-${(count += 1)}.myshopify.com`): Session {
  return new Session({
    id: `offline_${shop}`,
    shop,
    state: "",
    isOnline: false,
    scope: "read_orders",
    accessToken,
    expires,
    refreshToken: `refresh-of-${accessToken}`,
    refreshTokenExpires: new Date("2026-10-01T00:00:00Z"),
  });
}

const NOON = new Date("2026-07-01T12:00:00Z");
const ONE = new Date("2026-07-01T13:00:00Z");

describe.each(databaseKinds())("Shopify's sessions, on %s", (kind) => {
  let close: () => Promise<void>;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());

  test("come back as they were stored", async () => {
    const session = offline("shpat_secret", NOON);
    await sessionStorage.storeSession(session);
    expect((await sessionStorage.loadSession(session.id))?.toObject()).toEqual(session.toObject());
    expect(await sessionStorage.findSessionsByShop(session.shop)).toHaveLength(1);
  });

  test("hold no readable token", async () => {
    const session = offline("shpat_secret", NOON);
    await sessionStorage.storeSession(session);
    const row = await db().shopifySession.findUniqueOrThrow({ where: { id: session.id } });
    expect(JSON.stringify(row)).not.toContain("shpat_secret");
    expect(JSON.stringify(row)).not.toContain("refresh-of");
  });

  test("sealed with another key count as none", async () => {
    const session = offline("shpat_secret", NOON);
    await sessionStorage.storeSession(session);
    await db().shopifySession.update({ where: { id: session.id }, data: { accessToken: "v1.b3RoZXI" } });
    expect(await sessionStorage.loadSession(session.id)).toBeUndefined();
    expect(await sessionStorage.findSessionsByShop(session.shop)).toEqual([]);
  });

  test("of two tokens fetched at the same time keep the one that lives longer, in whichever order they are stored", async () => {
    const late = offline("late", ONE);
    await sessionStorage.storeSession(late);
    await sessionStorage.storeSession(offline("early", NOON, late.shop));
    expect((await sessionStorage.loadSession(late.id))?.accessToken).toBe("late");
    await sessionStorage.storeSession(offline("later", new Date(ONE.getTime() + 1), late.shop));
    expect((await sessionStorage.loadSession(late.id))?.accessToken).toBe("later");
  });

  test("are gone when deleted", async () => {
    const [one, two] = [offline("one", NOON), offline("two", NOON)];
    await sessionStorage.storeSession(one);
    await sessionStorage.storeSession(two);
    await sessionStorage.deleteSession(one.id);
    await sessionStorage.deleteSessions([two.id]);
    expect(await sessionStorage.loadSession(one.id)).toBeUndefined();
    expect(await sessionStorage.loadSession(two.id)).toBeUndefined();
  });
});
