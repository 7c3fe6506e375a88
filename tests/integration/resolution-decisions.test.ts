import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { reconcile } from "#app/conversations/resolutions.server.ts";
import { decideAsStaff } from "#app/conversations/staff-decisions.server.ts";
import { readNewest } from "#app/conversations/log.server.ts";
import { sql } from "#app/platform/db.server.ts";
import type { LedgerRow } from "#app/resolutions/ledger-row.ts";
import { approve, findResolution } from "#app/resolutions/ledger.server.ts";
import { listAudit } from "#app/staff/list-audit.server.ts";
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

  /** A refund of €9.50, or the same as store credit with what the preset policy adds, that waits for a person. */
  async function money(kind: "refund" | "store_credit", locale = "en"): Promise<LedgerRow> {
    const order = await freshOrder(devstore, "sent");
    const plan = planFor(kind, order, devstore.store);
    const plain = plan.kind === "store_credit" ? { ...plan, bonus: { minor: 48, currency: "EUR" } } : plan;
    return confirmed(order, plain, { reason: "damaged", locale, needsApproval: true });
  }
  const less = (minor: number, reason = "The lid is fine.") =>
    ({ kind: "approve", less: { amount: { minor, currency: "EUR" }, reason } }) as const;
  const deeds = async (id: string) =>
    (await listAudit(shop, { staffId: null, action: null })).entries.flatMap(
      ({ subject, action, staffName, details }) => (subject === id ? [{ action, staffName, details }] : []),
    );

  test("above somebody's limit nothing is approved, and within it a smaller amount is", async () => {
    const row = await money("refund");
    const kim: Staff = { id: "3", name: "Kim", role: "agent", limit: { minor: 500, currency: "EUR" } };
    const above = { kind: "above_limit", limit: { minor: 500, currency: "EUR" } };
    expect(await decideAsStaff(shop, row.id, kim, APPROVE)).toEqual(above);
    expect(await decideAsStaff(shop, row.id, kim, less(501))).toEqual(above);
    expect(await decideAsStaff(shop, row.id, { ...kim, role: "viewer" }, less(1))).toMatchObject({
      kind: "not_allowed",
    });
    expect(await stateOf(row.id)).toBe("awaiting_approval");
    expect(await deeds(row.id)).toEqual([]);
    expect(await decideAsStaff(shop, row.id, kim, less(500))).toMatchObject({ kind: "ok" });
    expect((await settled(row.id)).state).toBe("succeeded");
  });

  test("a smaller amount goes the way that was confirmed, once, and the shopper is told how much and why", async () => {
    const row = await money("refund");
    const before = books();
    expect(await decideAsStaff(shop, row.id, ROBIN, less(400))).toMatchObject({ kind: "ok" });
    const done = await settled(row.id);
    expect(done).toMatchObject({ state: "succeeded", digest: row.digest, confirmed: row.proposal });
    expect(done.proposal.value.shop).toEqual({ minor: 400, currency: "EUR" });
    expect(devstore.store.book.list().slice(before)).toMatchObject([{ kind: "refund", amount: "4.0" }]);
    expect(await claimsOf(row.id)).toBe(1);
    await until("the shopper is told", async () => (await news(row)).some(({ state }) => state === "succeeded"));
    const [approved, succeeded] = await news(row);
    expect(approved?.text).toBe("The team has approved €4.00 of the €9.50 you confirmed. The lid is fine.");
    expect(succeeded?.text).toContain("€4.00");
    expect(await deeds(row.id)).toEqual([
      { action: "resolution_approved_less", staffName: "Robin Marsh", details: { kind: "refund", worth: "€4.00" } },
    ]);
  });

  test("less store credit takes from what was promised on top first", async () => {
    const row = await money("store_credit");
    const before = books();
    expect(await decideAsStaff(shop, row.id, ROBIN, less(970))).toMatchObject({ kind: "ok" });
    expect((await settled(row.id)).state).toBe("succeeded");
    expect(devstore.store.book.list().slice(before)).toMatchObject([
      { kind: "refund", amount: "9.5", money: [{ to: "store_credit" }] },
      { kind: "store_credit", amount: "0.2" },
    ]);
  });

  test.each([0, -1, 950, 951, 1.5])("%d of 950 is not less", async (minor) => {
    const row = await money("refund");
    expect(await decideAsStaff(shop, row.id, ROBIN, less(minor))).toEqual({ kind: "not_less" });
    expect(await stateOf(row.id)).toBe("awaiting_approval");
  });

  test("there is no less of a cancellation, and none in another currency", async () => {
    expect(await decideAsStaff(shop, (await waiting()).id, ROBIN, less(100))).toEqual({ kind: "not_less" });
    const yen = { kind: "approve", less: { amount: { minor: 100, currency: "JPY" }, reason: "x" } } as const;
    expect(await decideAsStaff(shop, (await money("refund")).id, ROBIN, yen)).toEqual({ kind: "not_less" });
  });

  test("a stored amount that is not less of what was confirmed is never carried out (P2)", async () => {
    const row = await money("refund");
    await approve(shop, row.id, "Robin Marsh");
    const forged = { ...row.proposal, plan: { ...row.proposal.plan, amount: { minor: 9_500, currency: "EUR" } } };
    await sql().query("UPDATE resolution SET granted = $3::jsonb WHERE shop = $1 AND id = $2::uuid", [
      shop,
      row.id,
      JSON.stringify(forged),
    ]);
    const before = books();
    expect(await attempt(row.id)).toMatchObject({ state: "needs_attention" });
    expect(books()).toBe(before);
  });

  test("what has changed since it was confirmed is not approved: its person hears why, and the shopper that it is off", async () => {
    const row = await money("refund");
    const [unit] = row.proposal.units;
    const elsewhere = { orderId: row.orderId, refundLineItems: [{ lineItemId: unit?.line, quantity: 2 }] };
    const input = { ...elsewhere, note: "By hand", transactions: [] };
    const answer = await fetch(`${devstore.url}/_devstore/staff`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ operation: "RefundCreate", variables: { key: randomUUID(), input } }),
    });
    expect(answer.status).toBe(200);
    const before = books();
    expect(await decideAsStaff(shop, row.id, ROBIN, APPROVE)).toMatchObject({ kind: "changed" });
    expect(await stateOf(row.id)).toBe("superseded");
    expect((await news(row)).map(({ state }) => state)).toEqual(["superseded"]);
    expect(await claimsOf(row.id)).toBe(0);
    expect(books()).toBe(before);
    expect(await deeds(row.id)).toMatchObject([{ action: "resolution_overtaken" }]);
  });

  test("what nobody of the team decided in a week is off, and the shopper is told that it was the team", async () => {
    const row = await waiting("de");
    await sql().query("UPDATE resolution SET expires_at = now() WHERE shop = $1 AND id = $2::uuid", [shop, row.id]);
    await reconcile();
    await until("the shopper is told", async () => (await news(row)).length > 0);
    expect(await news(row)).toEqual([
      {
        state: "expired",
        text: expect.stringContaining("Das Team hat darüber nicht rechtzeitig entschieden") as string,
      },
    ]);
  });

  test("every decision is written down with who took it", async () => {
    const row = await waiting();
    await decideAsStaff(shop, row.id, SAM, { kind: "refuse", reason: "Packed already." });
    expect(await deeds(row.id)).toEqual([
      {
        action: "resolution_refused",
        staffName: "Sam Okafor",
        details: { kind: "cancel", worth: "€9.50" },
      },
    ]);
    const other = await stuck();
    await decideAsStaff(shop, other.id, SAM, { kind: "settle", state: "failed", note: "Looked." });
    expect(await deeds(other.id)).toMatchObject([{ action: "resolution_marked_not_done", staffName: "Sam Okafor" }]);
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
