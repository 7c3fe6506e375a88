import { describe, expect, test } from "vitest";
import type { SituationCase } from "#tests/cases/situations/case.ts";
import { ORDER_CASES } from "#tests/cases/situations/orders.ts";
import { PARCELS_ARRIVED } from "#tests/cases/situations/parcels-arrived.ts";
import { PARCELS_ARRIVING } from "#tests/cases/situations/parcels-arriving.ts";
import { PARCELS_UNDER_WAY } from "#tests/cases/situations/parcels-under-way.ts";
import { WAITING_CASES } from "#tests/cases/situations/waiting.ts";
import { explainOrder } from "./explain-order.ts";
import { at } from "./order-snapshots.fixture.ts";
import { GROUP_SITUATIONS, ORDER_SITUATIONS } from "./situation-ids.ts";

const profile = { timeZone: "Europe/Berlin", locale: "en" };
/** Known of an order in a list alone, which has no returns and refunds of its own. */
const ONLY_IN_LISTS = ["return_in_progress"];

const TABLES: readonly [string, readonly SituationCase[]][] = [
  ["an order that waits", WAITING_CASES],
  ["a parcel", [...PARCELS_UNDER_WAY, ...PARCELS_ARRIVING, ...PARCELS_ARRIVED]],
  ["an order as a whole", ORDER_CASES],
];

describe.each(TABLES)("%s", (_, cases) => {
  test.each(cases)("%s", (_name, given, now, situation, worry, turn, reasons) => {
    const { headline } = explainOrder(given, at(now), profile);
    const found = [headline.situation, headline.worry, headline.turn, headline.reasons.toSorted().join(" ")];
    expect(found).toEqual([situation, worry, turn, reasons.split(" ").toSorted().join(" ")]);
    expect(headline.leadText).toMatch(/^\S.*\.$/s);
    expect(headline.shopperText).toMatch(/^\S.*\.$/s);
  });

  test("is named once in its table", () => {
    const names = cases.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

test("every situation has a case", () => {
  const all = TABLES.flatMap(([, cases]) => cases);
  const seen = new Set(
    all.flatMap(([, given, now]) => {
      const { headline, groups } = explainOrder(given, at(now), profile);
      return [headline.situation, ...groups.map((group) => group.situation)];
    }),
  );
  const missing = Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS }).filter(
    (id) => !seen.has(id as keyof typeof GROUP_SITUATIONS) && !ONLY_IN_LISTS.includes(id),
  );
  expect(missing).toEqual([]);
});
