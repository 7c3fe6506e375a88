import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ModelSettings } from "#app/agent/models/model-settings.ts";
import { openModelKey, readModelSettings, replaceModelSettings } from "#app/agent/models/model-settings.server.ts";
import { pickModels } from "#app/agent/models/pick.server.ts";
import type { ModelEvent } from "#app/agent/models/port.ts";
import { addSpending, monthsSpending } from "#app/agent/models/spending.server.ts";
import { forgetShop } from "#app/conversations/forget.server.ts";
import { db } from "#app/platform/db.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "#tests/support/scripted-openai.ts";
import { say } from "#tests/support/scripted-replies.ts";

setTestEnvironment({ MODEL_PRIVATE_HOSTS: "127.0.0.1", OPENAI_BASE_URL: "http://127.0.0.1:9/v1" });

const KEY = "sk-proj-0123456789abcdef-WXYZ";
const OPENAI = "https://api.openai.com";

describe.each(databaseKinds())("A shop's own model, on %s", (kind) => {
  let close: () => Promise<void>;
  let provider: ScriptedOpenAi;
  let shop: string;
  let own: ModelSettings;

  beforeAll(async () => {
    provider = await startScriptedOpenAi(() => say("Hello from your own model."));
    close = await openTestDatabase(kind);
  });
  afterAll(async () => {
    await close();
    await provider.close();
  });
  beforeEach(() => {
    shop = `${randomUUID()}.myshopify.com`;
    provider.requests.length = 0;
    const price = { input: 1, output: 10 };
    own = { provider: "compatible", baseUrl: provider.baseURL, model: "scripted", price, monthlyLimit: null };
  });

  async function save(settings: ModelSettings, key: string | null = ""): Promise<void> {
    const { version } = await readModelSettings(shop);
    expect(await replaceModelSettings(shop, settings, key, version)).toMatchObject({ kind: "saved" });
  }
  const openai = (): ModelSettings => ({ ...own, provider: "openai", model: "gpt-5-mini" });
  const ids = async () => (await pickModels(shop)).map(({ id }) => id);

  async function ask(): Promise<ModelEvent[]> {
    const events: ModelEvent[] = [];
    const [model] = await pickModels(shop);
    const request = { system: "", shopContext: "", messages: [{ role: "user" as const, text: "Hi" }], tools: [] };
    const limits = { maxOutputTokens: 50, stallMs: 5_000, deadlineMs: 10_000, signal: new AbortController().signal };
    for await (const event of model.stream({ ...request, ...limits })) events.push(event);
    return events;
  }

  test("wins over the operator's, and the operator's is back when it is given up", async () => {
    expect(await ids()).toEqual(["openai:gpt-5-mini", "embedded"]);
    await save(own);
    expect(await ids()).toEqual(["openai:scripted", "embedded"]);
    await save({ ...own, provider: "embedded" });
    expect(await ids()).toEqual(["embedded"]);
    await save({ ...own, provider: "app" });
    expect(await ids()).toEqual(["openai:gpt-5-mini", "embedded"]);
  });

  test("is asked with the shop's own key, and with a new one from the next turn on", async () => {
    await save(own, KEY);
    await ask();
    await save(own, "sk-another-key-of-theirs-ABCD");
    await ask();
    expect(provider.requests.map(({ key }) => key)).toEqual([KEY, "sk-another-key-of-theirs-ABCD"]);
  });

  test("has its key sealed for this shop and this address: read from the database, or moved, it opens nothing", async () => {
    await save(openai(), KEY);
    const row = await db().modelSettings.findUniqueOrThrow({ where: { shop } });
    expect(JSON.stringify(row)).not.toContain(KEY.slice(4, 12));
    expect((await readModelSettings(shop)).key).toMatchObject({ end: "WXYZ", origin: OPENAI });
    expect(await openModelKey(shop, OPENAI)).toBe(KEY);
    expect(await openModelKey(shop, "https://elsewhere.example.com")).toBeNull();
    const thief = `${randomUUID()}.myshopify.com`;
    await db().modelSettings.create({ data: { ...row, shop: thief, settings: openai() } });
    expect(await openModelKey(thief, OPENAI)).toBeNull();
    expect((await pickModels(thief)).map(({ id }) => id)).toEqual(["embedded"]);
  });

  test("keeps its key while its address stays, loses it with the address, and when it is removed", async () => {
    await save(openai(), KEY);
    await save({ ...openai(), model: "gpt-4.1" });
    expect(await openModelKey(shop, OPENAI)).toBe(KEY);
    await save({ ...own, provider: "embedded" });
    expect(await openModelKey(shop, OPENAI)).toBe(KEY);
    await save(own);
    expect((await readModelSettings(shop)).key).toBeNull();
    expect((await db().modelSettings.findUniqueOrThrow({ where: { shop } })).apiKey).toBeNull();
    await save(openai(), KEY);
    await save(openai(), null);
    expect((await readModelSettings(shop)).key).toBeNull();
    expect(await ids()).toEqual(["embedded"]);
  });

  test("shows nothing of a key too short to hide the rest", async () => {
    await save(own, "shortkey");
    expect((await readModelSettings(shop)).key?.end).toBe("");
  });

  test("is not overwritten by an editor who has not seen it", async () => {
    await save(own, KEY);
    const { version } = await readModelSettings(shop);
    const both = await Promise.all([
      replaceModelSettings(shop, { ...own, model: "one" }, "", version),
      replaceModelSettings(shop, { ...own, model: "two" }, "", version),
    ]);
    expect(both.map((outcome) => outcome.kind).sort()).toEqual(["conflict", "saved"]);
    expect(await replaceModelSettings(shop, own, "", null)).toEqual({ kind: "conflict" });
  });

  test("that cannot be read any more sends no word to anybody", async () => {
    await save(own);
    await db().modelSettings.update({ where: { shop }, data: { settings: { provider: "oracle" } } });
    expect(await ids()).toEqual(["embedded"]);
  });

  test("is counted call by call, and nothing is lost when many calls end at once", async () => {
    await save(own);
    expect((await ask()).at(-1)).toMatchObject({ type: "end" });
    const { usd, calls } = await monthsSpending(shop);
    expect([usd, calls]).toEqual([0.00097, 1]);
    await Promise.all(Array.from({ length: 40 }, () => addSpending(shop, 0.01)));
    expect(await monthsSpending(shop)).toMatchObject({ usd: 0.40097, calls: 41, unpricedCalls: 0 });
    await addSpending(shop, null);
    expect(await monthsSpending(shop)).toMatchObject({ usd: 0.40097, calls: 42, unpricedCalls: 1 });
  });

  test("is not asked once the month's limit is spent, and is again when the limit is raised", async () => {
    await save({ ...own, monthlyLimit: 0.5 });
    await addSpending(shop, 0.499);
    expect((await ask()).at(-1)).toMatchObject({ type: "end" });
    await addSpending(shop, 0.001);
    expect(await ask()).toMatchObject([{ type: "failure", failure: { kind: "spending_limit" } }]);
    expect(provider.requests).toHaveLength(1);
    await save({ ...own, monthlyLimit: 1 });
    expect((await ask()).at(-1)).toMatchObject({ type: "end" });
  });

  test("counts what last month cost to last month", async () => {
    await save({ ...own, monthlyLimit: 1 });
    await db().modelSpending.create({ data: { shop, month: "2025-01", microUsd: 5_000_000n } });
    expect((await monthsSpending(shop)).usd).toBe(0);
    expect((await ask()).at(-1)).toMatchObject({ type: "end" });
  });

  test("is forgotten with the shop", async () => {
    await save(own, KEY);
    await addSpending(shop, 1);
    await forgetShop(shop);
    expect(await readModelSettings(shop)).toMatchObject({ version: null, key: null });
    expect((await monthsSpending(shop)).usd).toBe(0);
  });
});
