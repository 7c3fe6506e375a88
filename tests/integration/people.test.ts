import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetShop } from "#app/conversations/forget.server.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { admitStaff } from "#app/staff/admit-staff.server.ts";
import { listAudit } from "#app/staff/list-audit.server.ts";
import { defaultRules, type TeamRules } from "#app/staff/limits.ts";
import { calledBy } from "#app/staff/staff.ts";
import { type MemberChange, readTeam, replaceTeam, whoMayApprove } from "#app/staff/team.server.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { shop, startTeaShop } from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const ROBIN = 548380009;
const SAM = 548380010;
const KIM = 548380011;
/** Somebody of whom Shopify says nothing. */
const NOBODY = 4711;
const EVERYTHING = { staffId: null, action: null };

const devstore = await startTeaShop();
afterAll(() => devstore.close());

describe.each(databaseKinds())("People of a shop, on %s", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => void (close = await openTestDatabase(database)));
  afterAll(() => close());
  beforeEach(async () => {
    await forgetShop(shop);
    await db().shop.create({ data: { shop, currency: "EUR" } });
  });

  const opens = async (userId: number) => admitStaff(shop, String(userId), await devstore.sessionToken({ userId }));
  const by = { id: String(ROBIN), name: "Robin Marsh" };
  const rules: TeamRules = defaultRules("EUR");
  const change = (id: number, role: MemberChange["role"], limit: number | null = null) => ({
    id: String(id),
    role,
    limit,
  });
  const version = async () => (await readTeam(shop, "EUR")).version;
  const save = async (changes: MemberChange[], over: Partial<TeamRules> = {}) =>
    replaceTeam(shop, by, { ...rules, ...over }, changes, await version());
  const audit = async () => (await listAudit(shop, EVERYTHING)).entries;

  test("the account's owner is an owner, and whoever comes later is an agent who may approve nothing", async () => {
    expect(await opens(ROBIN)).toEqual({ id: String(ROBIN), name: "Robin Marsh", role: "owner", limit: null });
    expect(await opens(SAM)).toMatchObject({ name: "Sam Okafor", role: "agent", limit: { minor: 0, currency: "EUR" } });
  });

  test("the first to open the app is an owner, and the account's owner becomes one beside them", async () => {
    expect(await opens(SAM)).toMatchObject({ role: "owner" });
    expect(await opens(KIM)).toMatchObject({ role: "agent" });
    expect(await opens(ROBIN)).toMatchObject({ role: "owner" });
  });

  test("of two who are the first at once one becomes an owner", async () => {
    const both = await Promise.all([opens(SAM), opens(KIM)]);
    expect(both.map(({ role }) => role).toSorted()).toEqual(["agent", "owner"]);
  });

  test("somebody whom Shopify does not name is known by their id", async () => {
    const staff = await opens(NOBODY);
    expect(calledBy(staff)).toBe("Staff member 4711");
    expect((await readTeam(shop, "EUR")).value.members).toMatchObject([{ name: null, email: null }]);
  });

  test("a page's loaders ask Shopify once who somebody is, and no online token is kept", async () => {
    const token = await devstore.sessionToken({ userId: SAM });
    await Promise.all([1, 2, 3].map(() => admitStaff(shop, String(SAM), token)));
    expect(await db().staffMember.count({ where: { shop } })).toBe(1);
    expect(await db().shopifySession.count({ where: { shop, isOnline: true } })).toBe(0);
  });

  test("a name is asked for again after a day, and a role that was given stays", async () => {
    await opens(ROBIN);
    await opens(SAM);
    await save([change(ROBIN, "owner"), change(SAM, "lead", 500)]);
    await sql().query(
      "UPDATE staff_member SET name = 'Samuel', asked_at = now() - interval '2 days' WHERE shop = $1 AND staff_id = $2",
      [shop, String(SAM)],
    );
    expect(await opens(SAM)).toMatchObject({ name: "Sam Okafor", role: "lead", limit: { minor: 500 } });
  });

  test("newcomers begin as what an owner chose for them", async () => {
    await opens(ROBIN);
    await save([], { newcomers: "viewer" });
    expect(await opens(SAM)).toMatchObject({ role: "viewer" });
  });

  test("a changed role and limit count at once, and are written down", async () => {
    await opens(ROBIN);
    await opens(SAM);
    expect(await save([change(SAM, "lead")])).toMatchObject({ kind: "saved" });
    expect(await opens(SAM)).toMatchObject({ role: "lead", limit: { minor: 20_000, currency: "EUR" } });
    await save([change(SAM, "lead", 5_000)], { limits: { owner: null, lead: 30_000, agent: 0 } });
    expect(await opens(SAM)).toMatchObject({ limit: { minor: 5_000 } });
    const entries = (await audit()).map(({ action, subject, staffName, details }) => ({
      action,
      subject,
      staffName,
      details,
    }));
    expect(entries).toHaveLength(4);
    expect(entries).toContainEqual({
      action: "role_changed",
      subject: String(SAM),
      staffName: "Robin Marsh",
      details: { from: "agent", to: "lead" },
    });
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "limit_changed", details: { from: null, to: 5_000, currency: "EUR" } }),
    );
  });

  test("nobody can make the last owner something else, nor the account's owner", async () => {
    await opens(SAM);
    expect(await save([change(SAM, "lead")])).toEqual({ kind: "no_owner" });
    await opens(ROBIN);
    expect(await save([change(ROBIN, "viewer")])).toEqual({ kind: "account_owner" });
    expect(await save([change(SAM, "lead")])).toMatchObject({ kind: "saved" });
    expect((await opens(ROBIN)).role).toBe("owner");
  });

  test("of two owners who demote each other at once one is told that the other was faster", async () => {
    await opens(SAM);
    await opens(KIM);
    await save([change(KIM, "owner")]);
    const seen = await version();
    const outcomes = await Promise.all(
      [change(SAM, "viewer"), change(KIM, "viewer")].map((one) => replaceTeam(shop, by, rules, [one], seen)),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["conflict", "saved"]);
    expect((await readTeam(shop, "EUR")).value.members.filter(({ role }) => role === "owner")).toHaveLength(1);
  });

  test("an amount goes to those who may approve it, from owners on", async () => {
    await Promise.all([opens(ROBIN)]);
    await opens(SAM);
    await opens(KIM);
    await save([change(SAM, "lead"), change(KIM, "agent", 1_000)]);
    const who = (minor: number) => whoMayApprove(shop, { minor, currency: "EUR" });
    expect(await who(1_000)).toEqual(["Robin Marsh", "Sam Okafor", "Kim Lindqvist"]);
    expect(await who(1_001)).toEqual(["Robin Marsh", "Sam Okafor"]);
    expect(await who(20_001)).toEqual(["Robin Marsh"]);
  });

  test("what people did is paged, and found by person and by action", async () => {
    await opens(ROBIN);
    await db().auditEntry.createMany({
      data: Array.from({ length: 60 }, (_, index) => ({
        shop,
        id: randomUUID(),
        at: new Date(Date.UTC(2026, 0, 1) + index),
        staffId: index % 2 === 0 ? "1" : "2",
        staffName: "Somebody",
        action: index === 7 ? "policy_published" : "agent_settings_saved",
        subject: String(index),
      })),
    });
    const first = await listAudit(shop, EVERYTHING);
    const second = await listAudit(shop, EVERYTHING, first.older && { direction: "older", cursor: first.older });
    const third = await listAudit(shop, EVERYTHING, second.older && { direction: "older", cursor: second.older });
    const subjects = [first, second, third].flatMap(({ entries }) => entries.map(({ subject }) => Number(subject)));
    expect(subjects).toEqual(Array.from({ length: 60 }, (_, index) => 59 - index));
    const back = await listAudit(shop, EVERYTHING, second.newer && { direction: "newer", cursor: second.newer });
    expect(back.entries.map(({ id }) => id)).toEqual(first.entries.map(({ id }) => id));
    expect((await listAudit(shop, { staffId: "2", action: "policy_published" })).entries).toHaveLength(1);
    expect((await listAudit(shop, { staffId: "1", action: "policy_published" })).entries).toEqual([]);
    expect((await listAudit("other.myshopify.com", EVERYTHING)).entries).toEqual([]);
  });

  test("a shop that is forgotten leaves nobody's name and nothing of what they did (P10)", async () => {
    await opens(ROBIN);
    await opens(SAM);
    await save([change(SAM, "lead")]);
    await forgetShop(shop);
    const counts = await Promise.all([
      db().staffMember.count({ where: { shop } }),
      db().auditEntry.count({ where: { shop } }),
      db().team.count({ where: { shop } }),
    ]);
    expect(counts).toEqual([0, 0, 0]);
  });
});
