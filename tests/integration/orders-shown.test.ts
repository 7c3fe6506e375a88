import { beforeAll, describe, expect, test } from "vitest";
import { shopTime } from "#app/components/shop-time.ts";
import { explainOrder } from "#app/orders/explain-order.ts";
import { readOrderForStaff } from "#app/orders/read-order-for-staff.server.ts";
import { DEFAULT_RULES } from "#app/orders/rules.ts";
import { shownOrder } from "#app/routes/app.orders/shown-order.ts";
import type { ShownOrder } from "#app/routes/app.orders/shown-order.ts";
import { CASES } from "#devstore/shop/case-index.ts";
import { shopInProcess } from "#tests/support/shop-in-process.ts";
import type { ShopInProcess } from "#tests/support/shop-in-process.ts";

const timeZone = "Europe/Berlin";
let shop: ShopInProcess;

beforeAll(async () => {
  shop = await shopInProcess();
});

async function show(name: string): Promise<{ shown: ShownOrder; events: number }> {
  const read = await readOrderForStaff(shop.client, name, { readsAllOrders: true });
  if (read.kind !== "ok") throw new Error(`${name}: ${read.kind}`);
  const explained = explainOrder(read.snapshot, read.at, { timeZone, locale: "en" });
  const showing = { rules: DEFAULT_RULES, timeZone, when: shopTime(timeZone), adminUrl: "" };
  const events = read.snapshot.parcels.flatMap((parcel) => parcel.events).length;
  return { shown: shownOrder(explained, read.snapshot, read.cost, showing), events };
}

const fact = (shown: ShownOrder, term: string) => shown.facts.find((one) => one.term === term)?.values;

describe("An order shown to the support lead", () => {
  test.each(CASES.map(({ number, title }) => [`#${String(number)}`, title]))(
    "is whole and plain (%s: %s)",
    async (name) => {
      const { shown } = await show(name);
      expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
      expect(shown.name).toBe(name);
      expect(shown.headline.title).not.toBe("");
      expect(shown.headline.shopperText).not.toBe("");
      expect(JSON.stringify(shown)).not.toMatch(/undefined|NaN|Invalid Date|\[object/);
      for (const { title, turn, leadText, evidence } of shown.parts) {
        expect([title, turn, leadText]).not.toContain("");
        expect(evidence.length).toBeGreaterThan(0);
      }
    },
  );

  test("has every carrier event at its own parcel, newest first", async () => {
    const { shown, events } = await show("#1043");
    expect(shown.parts.map((part) => part.events.length)).toEqual([5, 4, 0]);
    expect(shown.parts.flatMap((part) => part.events)).toHaveLength(events);
    for (const part of shown.parts) {
      const moments = part.events.map(({ at }) => at);
      expect(moments).toEqual(moments.toSorted().toReversed());
    }
  });

  test("tells times by the shop's clock, and says where days are counted otherwise", async () => {
    const { shown } = await show("#1123");
    expect(shown.parts[0]?.since).toEqual({ at: "2026-11-16T13:24:00.000Z", words: "Nov 16, 2026, 2:24 PM" });
    expect(shown.orderTimeZone).toBe("Europe/London");
  });

  test("says what was refunded, held and returned, or that there was none", async () => {
    expect(fact((await show("#1018")).shown, "Refunds")).toEqual([
      expect.stringMatching(/^€197\.90, Nov 18, 2026, .+, paid out$/),
    ]);
    const held = (await show("#1034")).shown;
    expect(fact(held, "Holds")).toEqual(["Out of stock (Hamburg warehouse, DE)"]);
    expect(fact(held, "Returns")).toEqual(["None"]);
    expect(fact((await show("#1067")).shown, "Returns")).toEqual([expect.stringMatching(/^Requested, waiting/)]);
  });
});
