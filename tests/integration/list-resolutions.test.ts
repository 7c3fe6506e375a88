import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sql } from "#app/platform/db.server.ts";
import type { ListCursor, ListStep } from "#app/platform/list-cursor.ts";
import { listResolutions, PAGE_SIZE, resolutionCounts } from "#app/resolutions/list-resolutions.server.ts";
import { readResolution } from "#app/resolutions/read-resolution.server.ts";
import { RESOLUTION_VIEWS, type ResolutionView, STATES_IN_VIEW } from "#app/resolutions/resolution-list.ts";
import { RESOLUTION_STATES, type ResolutionState } from "#app/resolutions/states.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";

setTestEnvironment();

describe.each(databaseKinds())("The list of resolutions, on %s", (kind) => {
  let close: () => Promise<void>;
  let shop: string;
  beforeAll(async () => void (close = await openTestDatabase(kind)));
  afterAll(() => close());
  beforeEach(() => void (shop = `store-${randomUUID()}.myshopify.com`));

  async function ledgerHas(state: ResolutionState, at = "2026-11-20T12:00:00Z"): Promise<string> {
    const id = randomUUID();
    await sql().query(
      `INSERT INTO resolution (shop, id, conversation_id, order_id, order_name, reason, kind, state, digest, proposal,
         value_minor, currency, locale, created_at, expires_at)
       VALUES ($1, $2::uuid, $3::uuid, 'gid://shopify/Order/1', '#1001', 'damaged', 'refund', $4, '', '{}',
         4250, 'EUR', 'en', $5::timestamptz, $5::timestamptz)`,
      [shop, id, randomUUID(), state, at],
    );
    return id;
  }
  const ids = async (view: ResolutionView, step?: ListStep) => {
    const page = await listResolutions(shop, view, step);
    return { ...page, ids: page.resolutions.map(({ id }) => id) };
  };
  const step = (direction: ListStep["direction"], cursor: ListCursor | null): ListStep => ({
    direction,
    cursor: cursor!,
  });

  test("tells of each its order, kind, reason, worth in the shop's currency, state and time", async () => {
    const id = await ledgerHas("succeeded");
    expect((await listResolutions(shop, "all")).resolutions).toMatchObject([
      {
        id,
        orderName: "#1001",
        kind: "refund",
        reason: "damaged",
        value: { minor: 4250, currency: "EUR" },
        state: "succeeded",
        createdAt: "2026-11-20T12:00:00.000Z",
      },
    ]);
  });

  test("shows each state in one view besides all, and counts them so", async () => {
    for (const state of RESOLUTION_STATES) await ledgerHas(state);
    const counts = await resolutionCounts(shop);
    for (const view of RESOLUTION_VIEWS) {
      const { resolutions } = await listResolutions(shop, view);
      expect(resolutions.map(({ state }) => state).sort()).toEqual([...STATES_IN_VIEW[view]].sort());
      expect(counts[view]).toBe(resolutions.length);
    }
    const others = RESOLUTION_VIEWS.filter((view) => view !== "all");
    expect(others.reduce((sum, view) => sum + counts[view], 0)).toBe(counts.all);
  });

  test("is paged from the newest to its end and back, also where many are of one moment and of several states", async () => {
    const expected: string[] = [];
    const states = STATES_IN_VIEW.not_done;
    for (let i = 0; i < PAGE_SIZE * 2 + 3; i++) {
      const day = String(10 + Math.floor(i / 10)).padStart(2, "0");
      expected.push(await ledgerHas(states[i % states.length] ?? "failed", `2026-07-${day}T12:00:00.123Z`));
      await ledgerHas("succeeded", `2026-07-${day}T12:00:00.123Z`);
    }
    const first = await ids("not_done");
    expect(first.newer).toBeNull();
    const second = await ids("not_done", step("older", first.older));
    const third = await ids("not_done", step("older", second.older));
    expect(third.older).toBeNull();
    const pages = [first, second, third];
    expect(pages.flatMap((page) => page.ids).sort()).toEqual([...expected].sort());
    const times = pages.flatMap(({ resolutions }) => resolutions.map(({ createdAt }) => createdAt));
    expect(times).toEqual([...times].sort().reverse());
    const back = await ids("not_done", step("newer", third.newer));
    expect(back.ids).toEqual(second.ids);
    expect((await ids("not_done", step("newer", back.newer))).ids).toEqual(first.ids);
  });

  test("knows nothing of another shop's (P7)", async () => {
    const id = await ledgerHas("needs_attention");
    const theirs = shop;
    shop = `store-${randomUUID()}.myshopify.com`;
    expect((await ids("all")).ids).toEqual([]);
    expect(await resolutionCounts(shop)).toMatchObject({ all: 0, attention: 0 });
    expect(await readResolution(shop, id)).toBeNull();
    expect(await readResolution(theirs, id)).toMatchObject({ row: { id, state: "needs_attention" }, units: [] });
  });
});
