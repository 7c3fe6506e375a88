import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import type { NewEvent } from "#app/conversations/events.ts";
import { append } from "#app/conversations/log.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { macroValues } from "#app/inbox/macros/macro-values.server.ts";
import { countMacroUse, deleteMacro, findMacro, listMacros, saveMacro } from "#app/inbox/macros/macros.server.ts";
import { offeredMacros } from "#app/inbox/macros/offered-macros.server.ts";
import { db } from "#app/platform/db.server.ts";
import { deed } from "#app/staff/audit.ts";
import { personOf, type Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const SAM: Staff = { id: "102", name: "Sam Okafor", role: "lead", limit: null };
const saved = (id: string) => deed(personOf(SAM), "macro_saved", id);

const card = (orderName: string, parcels: (string | null)[]): NewEvent => ({
  type: "card",
  author: "agent",
  card: {
    kind: "order",
    orderName,
    placedOn: "16 November",
    headline: `${orderName} is on its way.`,
    tone: "neutral",
    total: "€84.00",
    groups: parcels.map((number) => ({
      label: "Parcel",
      status: "On its way",
      tone: "neutral",
      items: [],
      steps: [],
      expected: number === null ? null : `Tuesday, for ${number}`,
      tracking: number === null ? [] : [{ company: "DHL", number, url: null }],
    })),
  },
});

describe.each(databaseKinds())("Macros, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let key: ConversationKey;
  beforeAll(async () => void (closeDatabase = await openTestDatabase(kind)));
  afterAll(() => closeDatabase());
  beforeEach(async () => {
    const shop = `store-${randomUUID()}.myshopify.com`;
    await db().shop.create({ data: { shop, name: "Tea & Lamps", profileReadAt: new Date() } });
    key = await createConversation({ shop, customerId: null, locale: "de" });
  });

  const make = async (part: Partial<Parameters<typeof saveMacro>[1]> = {}, version: string | null = null) => {
    const macro = { id: randomUUID(), name: "Hello", body: "Hi", shortcut: null, locale: null, ...part };
    return { macro, outcome: await saveMacro(key.shop, macro, version, saved(macro.id)) };
  };
  const values = async () => (await macroValues(key, SAM))?.values;

  test("have in their blanks what this conversation was told, of the order spoken of last", async () => {
    await append(key, [card("#1001", ["A1"]), card("#1002", ["B1"])]);
    expect(await values()).toEqual({
      "staff.name": "Sam Okafor",
      "staff.first_name": "Sam",
      "shop.name": "Tea & Lamps",
      "order.name": "#1002",
      "order.situation": "#1002 is on its way.",
      "order.placed_on": "16 November",
      "order.total": "€84.00",
      "order.expected": "Tuesday, for B1",
      "tracking.number": "B1",
      "tracking.carrier": "DHL",
    });
  });

  test("leave a gap where two parcels have two answers, and where nothing was told", async () => {
    await append(key, [card("#1001", ["A1", "A2"])]);
    const known = await values();
    expect(known).toMatchObject({ "tracking.carrier": "DHL", "order.name": "#1001" });
    expect(known).not.toHaveProperty("tracking.number");
    expect(known).not.toHaveProperty("order.expected");
    expect(known).not.toHaveProperty("shopper.name");
  });

  test("do not tell of one order what was told of another", async () => {
    const verified = { type: "verification", author: "system", state: "verified", orderName: "#2000" } as const;
    await append(key, [card("#1001", ["A1"]), verified]);
    const known = await values();
    expect(known).toMatchObject({ "order.name": "#2000" });
    expect(known).not.toHaveProperty("order.situation");
    expect(known).not.toHaveProperty("tracking.number");
  });

  test("are offered in the conversation's language before others, the most used first", async () => {
    const english = await make({ name: "English", locale: "en" });
    await make({ name: "German", locale: "de", body: "Hallo {{shopper.first_name}}" });
    const used = await make({ name: "Any" });
    await countMacroUse(key.shop, used.macro.id);
    await countMacroUse(key.shop, english.macro.id);
    const offered = await offeredMacros(key, SAM);
    expect(offered?.map(({ name }) => name)).toEqual(["Any", "German", "English"]);
    expect(offered?.[1]).toMatchObject({ text: "Hallo [shopper’s first name]", missing: ["shopper’s first name"] });
    expect(await offeredMacros({ ...key, shop: "other.myshopify.com" }, SAM)).toBeNull();
  });

  test("are saved once, by whoever saw the newest, and one has a shortcut", async () => {
    const { macro, outcome } = await make({ shortcut: "hi" });
    const version = outcome.kind === "saved" ? outcome.version : "";
    expect((await make({ ...macro, name: "Twice" })).outcome).toEqual({ kind: "conflict" });
    expect((await make({ shortcut: "hi" })).outcome).toEqual({ kind: "shortcut_taken" });
    const both = await Promise.all([make({ ...macro, name: "A" }, version), make({ ...macro, name: "B" }, version)]);
    expect(both.map(({ outcome: { kind: one } }) => one).toSorted()).toEqual(["conflict", "saved"]);
    const takers = await Promise.all([make({ shortcut: "new" }), make({ shortcut: "new" })]);
    expect(takers.filter(({ outcome: { kind: one } }) => one === "saved")).toHaveLength(1);
    expect(await db().auditEntry.count({ where: { shop: key.shop, action: "macro_saved" } })).toBe(3);
  });

  test("are deleted only as they were seen, and nobody else's shop has them", async () => {
    const { macro, outcome } = await make();
    const version = outcome.kind === "saved" ? outcome.version : "";
    expect(await deleteMacro("other.myshopify.com", macro.id, version, saved(macro.id))).toBe(false);
    expect(await findMacro("other.myshopify.com", macro.id)).toBeNull();
    expect(await deleteMacro(key.shop, macro.id, new Date(0).toISOString(), saved(macro.id))).toBe(false);
    expect(await deleteMacro(key.shop, macro.id, version, saved(macro.id))).toBe(true);
    expect(await listMacros(key.shop)).toEqual([]);
  });
});
