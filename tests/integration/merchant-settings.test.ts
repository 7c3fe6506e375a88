import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAgentSettings, replaceAgentSettings } from "#app/agent/agent-settings.server.ts";
import type { AgentSettings } from "#app/agent/agent-settings.ts";
import { forgetShop } from "#app/conversations/forget.server.ts";
import { DEFAULT_LOOK } from "#app/conversations/widget-look.ts";
import { widgetSettings } from "#app/conversations/widget-settings.ts";
import { noticeSchema, type Notice } from "#app/orders/notices.ts";
import { findNotice, listNotices, replaceNotice, withdrawNotice } from "#app/orders/notices-to-edit.server.ts";
import { replaceShopSettings, settingsToEdit, shopDates, shopToday } from "#app/orders/shop-settings.server.ts";
import { DEFAULT_SETTINGS, shopSettingsSchema } from "#app/orders/shop-settings.ts";
import { db } from "#app/platform/db.server.ts";
import { shopProfile } from "#app/shopify/shop-profile.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

setTestEnvironment();

const AGENT: AgentSettings = {
  agentName: "Lina",
  tonePreset: "warm",
  tone: "Never use exclamation marks.",
  instructions: "We weave in Leeds.",
  greeting: "Hello!",
  greetings: { de: "Moin!" },
  languages: ["de", "en"],
};
const NOTICE: Notice = noticeSchema.parse({
  id: "0b6f1a34-6a51-4f6e-9c8f-2f1f4d3c2b1a",
  title: "Snow",
  delays: "handling",
  extraWorkingDays: 3,
  from: "2026-11-16",
  until: "2026-11-20",
});

describe.each(databaseKinds())("What a merchant says in the settings, on %s", (kind) => {
  let close: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(async () => {
    shop = `store-${randomUUID()}.myshopify.com`;
    await db().shop.create({ data: { shop, name: "Linen & Co", profileReadAt: new Date() } });
  });

  /** The version of what was saved; fails when it was not. */
  async function saved(replacing: Promise<{ kind: "saved"; version: string } | { kind: "conflict" }>): Promise<string> {
    const outcome = await replacing;
    if (outcome.kind !== "saved") throw new Error("Somebody else was faster.");
    return outcome.version;
  }

  test("about the agent is nothing at first, and reaches the turn and the widget at once", async () => {
    expect(await shopProfile(shop)).toMatchObject({ agentName: "", greetings: {}, languages: [] });
    expect((await readAgentSettings(shop)).version).toBeNull();
    const version = await saved(replaceAgentSettings(shop, AGENT, null));
    expect(await readAgentSettings(shop)).toEqual({ value: AGENT, version });
    const profile = await shopProfile(shop);
    expect(profile).toMatchObject({ ...AGENT, name: "Linen & Co" });
    expect(widgetSettings(profile, DEFAULT_LOOK, "de-AT")).toMatchObject({ agentName: "Lina", greeting: "Moin!" });
    expect(widgetSettings(profile, DEFAULT_LOOK, "fr")).toMatchObject({ greeting: "Hello!" });
  });

  test("about the agent can be edited although a part of what is stored cannot be read", async () => {
    await saved(replaceAgentSettings(shop, AGENT, null));
    await db().shop.update({ where: { shop }, data: { tonePreset: "gruff", greetings: ["Hi"] } });
    expect((await readAgentSettings(shop)).value).toEqual({ ...AGENT, tonePreset: "", greetings: {} });
    expect((await shopProfile(shop)).name).toBe("Linen & Co");
  });

  test("is never overwritten by an editor who has not seen it", async () => {
    const agent = await saved(replaceAgentSettings(shop, AGENT, null));
    const other = { ...AGENT, agentName: "Max" };
    expect(await replaceAgentSettings(shop, other, null)).toEqual({ kind: "conflict" });
    const [one, two] = await Promise.all([
      replaceAgentSettings(shop, other, agent),
      replaceAgentSettings(shop, { ...AGENT, agentName: "Eva" }, agent),
    ]);
    expect([one.kind, two.kind].sort()).toEqual(["conflict", "saved"]);
    expect((await readAgentSettings(shop)).value.agentName).toBe(one.kind === "saved" ? "Max" : "Eva");

    const settings = shopSettingsSchema.parse({ cutOff: "11:00" });
    const both = await Promise.all([
      replaceShopSettings(shop, settings, null),
      replaceShopSettings(shop, DEFAULT_SETTINGS, null),
    ]);
    expect(both.map((outcome) => outcome.kind).sort()).toEqual(["conflict", "saved"]);
    const { version } = await settingsToEdit(shop);
    const next = await saved(replaceShopSettings(shop, settings, version));
    expect(await replaceShopSettings(shop, DEFAULT_SETTINGS, version)).toEqual({ kind: "conflict" });
    expect(await settingsToEdit(shop)).toEqual({ value: settings, version: next });
  });

  test("about shipping counts at once, also for the day that it is", async () => {
    const { version } = await settingsToEdit(shop);
    expect(version).toBeNull();
    expect(await shopToday(shop, "UTC", new Date("2026-11-22T20:00:00Z"))).toBe("2026-11-22");
    const settings = shopSettingsSchema.parse({
      timeZone: "Asia/Tokyo",
      holidays: { names: { "2026-12-31": "Stock" } },
    });
    await saved(replaceShopSettings(shop, settings, version));
    expect((await shopDates(shop, "UTC")).settings).toEqual(settings);
    expect(await shopToday(shop, "UTC", new Date("2026-11-22T20:00:00Z"))).toBe("2026-11-23");
  });

  test("as a notice is listed also when it is over, and changed or withdrawn only by who has seen it", async () => {
    const first = await saved(replaceNotice(shop, NOTICE, null));
    expect(await replaceNotice(shop, NOTICE, null)).toEqual({ kind: "conflict" });
    const later = { ...NOTICE, until: "2099-01-01" };
    const second = await saved(replaceNotice(shop, later, first));
    expect(await replaceNotice(shop, NOTICE, first)).toEqual({ kind: "conflict" });
    expect(await withdrawNotice(shop, NOTICE.id, first)).toBe(false);
    expect(await listNotices(shop)).toEqual([{ value: later, version: second }]);
    expect((await shopDates(shop, "UTC")).notices).toEqual([later]);
    expect(await findNotice("other.myshopify.com", NOTICE.id)).toBeNull();
    expect(await withdrawNotice(shop, NOTICE.id, second)).toBe(true);
    expect(await replaceNotice(shop, NOTICE, second)).toEqual({ kind: "conflict" });
    expect(await listNotices(shop)).toEqual([]);
    await saved(replaceNotice(shop, NOTICE, null));
    expect(await findNotice(shop, NOTICE.id)).toMatchObject({ value: NOTICE });
  });

  test("is gone with the shop's redaction", async () => {
    await saved(replaceAgentSettings(shop, AGENT, null));
    await saved(replaceShopSettings(shop, DEFAULT_SETTINGS, null));
    await saved(replaceNotice(shop, NOTICE, null));
    await forgetShop(shop);
    expect((await readAgentSettings(shop)).value.instructions).toBe("");
    expect((await settingsToEdit(shop)).version).toBeNull();
    expect(await listNotices(shop)).toEqual([]);
  });
});
