/**
 * How long the truth about an order takes: an order of 20 lines in 5 parcels with ten events each, judged with working
 * days, holidays, notices and estimates.
 */
import { publicHolidays } from "#app/orders/holidays.server.ts";
import { at, events, fulfillmentOrder, line, order, parcel } from "#app/orders/order-snapshots.fixture.ts";
import { DEFAULT_SETTINGS } from "#app/orders/shop-settings.ts";
import { situations } from "#app/orders/situations.ts";
import type { Notice } from "#app/orders/notices.ts";
import type { Figure } from "./figures.ts";

const RUNS = 7;
const CALLS = 2_000;

const lines = Array.from({ length: 20 }, (_, index) => `L${String(index)}`);
const story = Array.from({ length: 10 }, (_, hour) => `11-18 ${String(hour + 10)}:00 IN_TRANSIT`);
const big = order({
  lines: lines.map((id) => line({ id, title: `Item ${id}`, unfulfilledQuantity: 0 })),
  fulfillmentOrders: [
    fulfillmentOrder({
      status: "CLOSED",
      lines: lines.map((lineId) => ({ lineId, total: 2, remaining: 0 })),
    }),
  ],
  parcels: Array.from({ length: 5 }, (_, index) =>
    parcel({
      index,
      displayStatus: "IN_TRANSIT",
      lines: lines.slice(index * 4, index * 4 + 4).map((lineId) => ({ lineId, quantity: 2 })),
      events: events(...story),
    }),
  ),
});
const notice: Notice = {
  id: "7f0a3c1e-58a4-4b6f-9d38-0f3d1c2b4a59",
  title: "Snow",
  delays: "transit",
  extraWorkingDays: 2,
  from: "2026-11-15",
  until: "2026-12-01",
  scope: { locations: [], countries: ["DE"], carriers: [], methods: [] },
};
const settings = {
  settings: DEFAULT_SETTINGS,
  learnt: [],
  holidays: await publicHolidays(),
  timeZone: "Europe/Berlin",
};
const now = at("11-20 10:00");

/** The figure of one call, from several runs. */
export function situationsFigure(): Figure[] {
  const runs = Array.from({ length: RUNS }, () => {
    const begin = performance.now();
    for (let call = 0; call < CALLS; call++) situations(big, settings, [notice], now);
    return (performance.now() - begin) / CALLS;
  });
  return [{ scenario: "situations()", figure: "20 lines, 5 parcels, 50 events", unit: "ms", runs, goal: "≤ 0.2" }];
}
