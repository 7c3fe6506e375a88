import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { presetPolicy } from "#app/policy/presets.ts";
import { forgetShop } from "#app/conversations/forget.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { policyFor, publishPolicy } from "#app/resolutions/policies.server.ts";
import {
  discardDraft,
  publishDraft,
  readDraft,
  rebaseDraft,
  type Saved,
  saveDraft,
  startDraft,
} from "#app/resolutions/policy-drafts.server.ts";
import { policyVersion, policyVersions } from "#app/resolutions/policy-versions.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

setTestEnvironment();

const cautious = presetPolicy("cautious", "EUR");
const balanced = presetPolicy("balanced", "EUR");
const generous = presetPolicy("generous", "EUR");

describe.each(databaseKinds())("Drafts of a policy, on %s", (kind) => {
  let close: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(() => void (shop = `store-${randomUUID()}.myshopify.com`));

  async function started(policy = balanced): Promise<number> {
    return revisionOf(await startDraft(shop, policy, "Ana"));
  }
  function revisionOf(saved: Saved): number {
    if (saved.kind !== "saved") throw new Error("It was not saved.");
    return saved.revision;
  }

  test("who saves what somebody else has changed is told who did, and nothing is overwritten", async () => {
    const read = await started();
    const revision = revisionOf(await saveDraft(shop, read, cautious, "Ana"));
    expect(await saveDraft(shop, read, generous, "Ben")).toMatchObject({
      kind: "overtaken",
      draft: { revision, updatedBy: "Ana", policy: cautious },
    });
    expect(await readDraft(shop)).toMatchObject({ revision, policy: cautious });
    expect((await readDraft(shop))?.updatedAt).toBeInstanceOf(Date);
  });

  test("a draft is not replaced unseen, and its revision never comes again", async () => {
    const first = await started();
    expect(await startDraft(shop, generous, "Ben")).toMatchObject({ kind: "overtaken", draft: { revision: first } });
    const second = revisionOf(await startDraft(shop, generous, "Ben", first));
    expect(await discardDraft(shop, first)).toBe(false);
    expect(await discardDraft(shop, second)).toBe(true);
    const third = await started();
    expect(new Set([first, second, third]).size).toBe(3);
    expect(await saveDraft(shop, first, generous, "Ben")).toMatchObject({ kind: "overtaken" });
  });

  test("a draft that this version of the app cannot read keeps nobody from beginning another", async () => {
    const revision = await started();
    await sql().query(`UPDATE policy_draft SET policy = '{}' WHERE shop = $1`, [shop]);
    expect(await readDraft(shop)).toBeNull();
    expect(await started()).toBeGreaterThan(revision);
  });

  test("a published draft is in force at once, under its publisher's name", async () => {
    expect((await policyFor(shop, "EUR")).version).toBe(0);
    expect(await publishDraft(shop, await started(generous), "Ana")).toEqual({ kind: "published", version: 1 });
    expect(await policyFor(shop, "EUR")).toEqual({ version: 1, policy: generous });
    expect(await policyVersions(shop, 5, null)).toMatchObject([{ version: 1, publishedBy: "Ana" }]);
    expect(await readDraft(shop)).toBeNull();
  });

  test("of several who publish the same draft at once, one does and the others are told", async () => {
    const revision = await started();
    const outcomes = await Promise.all(["Ana", "Ben", "Cem"].map((who) => publishDraft(shop, revision, who)));
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["overtaken", "overtaken", "published"]);
    expect(await policyVersions(shop, 5, null)).toHaveLength(1);
  });

  test("a draft is published as it was read, and not what somebody made of it since", async () => {
    const read = await started();
    await saveDraft(shop, read, generous, "Ben");
    expect(await publishDraft(shop, read, "Ana")).toMatchObject({ kind: "overtaken", draft: { updatedBy: "Ben" } });
    expect(await policyVersions(shop, 5, null)).toEqual([]);
  });

  test("a draft that was begun before another version came into force waits for its merchant to look", async () => {
    const revision = await started();
    await publishPolicy(shop, cautious, "import");
    expect(await publishDraft(shop, revision, "Ana")).toEqual({ kind: "newer_version", version: 1 });
    expect(await rebaseDraft(shop, revision)).toBe(true);
    expect(await publishDraft(shop, revision, "Ana")).toEqual({ kind: "published", version: 2 });
  });

  test("an old version comes back as a draft, and is the newest once it is published", async () => {
    await publishPolicy(shop, cautious, "Ana");
    await publishPolicy(shop, generous, "Ana");
    const old = await policyVersion(shop, 1);
    expect(await policyVersion(shop, 3)).toBeNull();
    await publishDraft(shop, await started(old?.policy), "Ben");
    const versions = await policyVersions(shop, 5, null);
    expect(versions.map(({ version, policy }) => [version, policy.name])).toEqual([
      [3, "Cautious"],
      [2, "Generous"],
      [1, "Cautious"],
    ]);
    expect((await policyVersions(shop, 5, 2)).map(({ version }) => version)).toEqual([1]);
  });

  test("a shop that is forgotten leaves no draft", async () => {
    await started();
    await forgetShop(shop);
    expect(await readDraft(shop)).toBeNull();
  });
});
