import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { decideAsStaff } from "#app/conversations/staff-decisions.server.ts";
import { readNewest } from "#app/conversations/log.server.ts";
import { sql } from "#app/platform/db.server.ts";
import type { LedgerRow } from "#app/resolutions/ledger-row.ts";
import { findResolution } from "#app/resolutions/ledger.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { attempt, claimsOf, confirmed, freshOrder, shop, signIn, startTeaShop } from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";
import { planFor } from "#tests/support/tea-plans.ts";
import { until } from "#tests/support/until.ts";

const devstore = await startTeaShop();
afterAll(() => devstore.close());
const anyone = (id: string, name: string): Staff => ({ id, name, role: "owner", limit: null });
const ROBIN = anyone("1", "Robin Marsh");
const SAM = anyone("2", "Sam Okafor");
const APPROVE = { kind: "approve", less: null } as const;

describe.each(databaseKinds())("What people decide about a resolution, on %s", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(database);
    await signIn(devstore);
  });
  afterAll(() => close());
  afterEach(() => devstore.faults.clear());

  const books = () => devstore.store.book.list().length;
  /** A cancellation that its shopper has confirmed and that waits for a person. */
  async function waiting(locale = "en"): Promise<LedgerRow> {
    const order = await freshOrder(devstore, "unsent");
    const [line] = order.lineItems.nodes;
    const units = [{ line: line?.id ?? "", quantity: 2, of: 2 }];
    const plan = planFor("cancel", order, devstore.store);
    return confirmed(order, plan, { reason: "cancel", units, locale, needsApproval: true });
  }
  async function stuck(locale = "en"): Promise<LedgerRow> {
    const order = await freshOrder(devstore, "sent");
    const row = await confirmed(order, planFor("refund", order, devstore.store), { locale });
    await sql().query("UPDATE resolution SET state = 'needs_attention' WHERE shop = $1 AND id = $2::uuid", [
      shop,
      row.id,
    ]);
    return row;
  }
  const stateOf = async (id: string) => (await findResolution(shop, id))?.state;
  const settled = (id: string) =>
    until(`resolution ${id} is settled`, async () => {
      const row = await findResolution(shop, id);
      return row && !["approved", "executing"].includes(row.state) ? row : null;
    });
  const news = async ({ conversationId }: LedgerRow) =>
    (await readNewest({ shop, conversationId }, 100)).flatMap((event) =>
      event.type === "resolution" ? [{ state: event.state, text: event.text }] : [],
    );

  test("what is approved is carried out once, by whom it was approved is kept, and the shopper is told", async () => {
    const row = await waiting();
    const before = books();
    expect(await decideAsStaff(shop, row.id, ROBIN, APPROVE)).toMatchObject({ kind: "ok" });
    expect(await settled(row.id)).toMatchObject({ state: "succeeded", approvedBy: "Robin Marsh" });
    const cancelled = devstore.store.book.list().slice(before);
    expect(cancelled.filter(({ kind }) => kind === "cancellation")).toHaveLength(1);
    await until("the shopper is told", async () => (await news(row)).some(({ state }) => state === "succeeded"));
    expect((await news(row)).map(({ state }) => state)).toEqual(["approved", "succeeded"]);
  });

  test("of two who approve at once one does, and it is carried out once", async () => {
    const row = await waiting();
    const before = books();
    const both = await Promise.all([ROBIN, SAM].map((by) => decideAsStaff(shop, row.id, by, APPROVE)));
    expect(both.map(({ kind }) => kind).sort()).toEqual(["ok", "too_late"]);
    const approvedBy = (await findResolution(shop, row.id))?.approvedBy;
    expect(both.find(({ kind }) => kind === "too_late")).toEqual({ kind: "too_late", by: approvedBy });
    expect((await settled(row.id)).state).toBe("succeeded");
    const done = devstore.store.book.list().slice(before);
    expect(done.filter(({ kind }) => kind === "cancellation")).toHaveLength(1);
  });

  test("what is not approved is not done: the shopper reads why, and its units are free", async () => {
    const row = await waiting();
    const before = books();
    const decision = { kind: "refuse", reason: "It was packed by hand for you." } as const;
    expect(await decideAsStaff(shop, row.id, ROBIN, decision)).toMatchObject({ kind: "ok" });
    expect(await news(row)).toEqual([{ state: "declined", text: "It was packed by hand for you." }]);
    expect(await claimsOf(row.id)).toBe(0);
    expect(await decideAsStaff(shop, row.id, SAM, APPROVE)).toEqual({ kind: "too_late", by: "Robin Marsh" });
    expect(await stateOf(row.id)).toBe("declined");
    expect(books()).toBe(before);
  });

  test("what waited too long can no longer be approved", async () => {
    const row = await waiting();
    await sql().query("UPDATE resolution SET expires_at = now() WHERE shop = $1 AND id = $2::uuid", [shop, row.id]);
    expect(await decideAsStaff(shop, row.id, ROBIN, APPROVE)).toEqual({ kind: "too_late", by: null });
  });

  test("what is tried again after a lost answer is found, and not done twice", async () => {
    const order = await freshOrder(devstore, "sent");
    const row = await confirmed(order, planFor("refund", order, devstore.store));
    const before = books();
    devstore.faults.set({ operationName: "RefundCreate", dropAnswer: { next: 1 } });
    await attempt(row.id);
    expect(books()).toBe(before + 1);
    await sql().query(
      `UPDATE resolution SET state = 'needs_attention', lease_owner = NULL, lease_until = NULL
       WHERE shop = $1 AND id = $2::uuid`,
      [shop, row.id],
    );
    expect(await decideAsStaff(shop, row.id, ROBIN, { kind: "retry" })).toMatchObject({ kind: "ok" });
    expect(await settled(row.id)).toMatchObject({ state: "succeeded" });
    expect(books()).toBe(before + 1);
    expect(await decideAsStaff(shop, row.id, ROBIN, { kind: "retry" })).toEqual({ kind: "too_late", by: null });
  });

  test.each([
    ["succeeded", 1, "Das Team hat es geprüft: Es ist erledigt."],
    ["failed", 0, expect.stringContaining("Es wurde nicht ausgeführt.") as string],
  ] as const)("what a person marks as %s keeps %i of its units, and calls nobody again", async (state, held, text) => {
    const row = await stuck("de");
    const outcome = await decideAsStaff(shop, row.id, ROBIN, { kind: "settle", state, note: "Looked in Shopify." });
    expect(outcome).toMatchObject({
      kind: "ok",
      row: { state, outcome: { staff: "Looked in Shopify.", settledBy: "Robin Marsh" } },
    });
    expect(await news(row)).toEqual([{ state, text }]);
    expect(await claimsOf(row.id)).toBe(held);
    const events = await readNewest({ shop, conversationId: row.conversationId }, 100);
    expect(events.map(({ type }) => type)).not.toContain("escalation");
    expect(await decideAsStaff(shop, row.id, SAM, { kind: "settle", state, note: "Me too." })).toEqual({
      kind: "too_late",
      by: null,
    });
  });

  test("what a person marks as failed keeps its units where a part of it is known to be done", async () => {
    const row = await stuck();
    await sql().query(
      "INSERT INTO resolution_step (shop, resolution_id, step, state) VALUES ($1, $2::uuid, 'refund', 'done')",
      [shop, row.id],
    );
    await decideAsStaff(shop, row.id, ROBIN, { kind: "settle", state: "failed", note: "Half of it." });
    expect(await stateOf(row.id)).toBe("failed");
    expect(await claimsOf(row.id)).toBe(1);
  });

  test("nobody decides about what is carried out, what is over, or what is another shop's (P7)", async () => {
    const row = await waiting();
    const retry = { kind: "retry" } as const;
    expect(await decideAsStaff(shop, row.id, ROBIN, retry)).toEqual({ kind: "too_late", by: null });
    expect(await decideAsStaff("other.myshopify.com", row.id, ROBIN, APPROVE)).toEqual({
      kind: "not_found",
    });
    expect(await decideAsStaff(shop, randomUUID(), ROBIN, APPROVE)).toEqual({ kind: "not_found" });
    expect(await stateOf(row.id)).toBe("awaiting_approval");
  });
});
