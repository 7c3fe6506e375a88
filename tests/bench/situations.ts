/**
 * How long the truth about an order takes: `node tests/bench/situations.ts`. An order of 20 lines in 5 parcels with ten
 * events each, judged with working days, holidays, notices and estimates; the aim is 0.2 ms.
 */
import { publicHolidays } from "#app/orders/holidays.server.ts";
import { at, events, fulfillmentOrder, line, order, parcel } from "#app/orders/order-snapshots.fixture.ts";
import { DEFAULT_SETTINGS } from "#app/orders/shop-settings.ts";
import { situations } from "#app/orders/situations.ts";
import type { Notice } from "#app/orders/notices.ts";

const LIMIT_MS = 0.2;
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

const perCall = Array.from({ length: RUNS }, () => {
  const begin = performance.now();
  for (let call = 0; call < CALLS; call++) situations(big, settings, [notice], now);
  return (performance.now() - begin) / CALLS;
}).toSorted((a, b) => a - b);
const [least = 0] = perCall;
const median = perCall[Math.floor(RUNS / 2)] ?? 0;
const most = perCall.at(-1) ?? 0;
const { order: headline, groups } = situations(big, settings, [notice], now);
console.log(
  `situations() of 20 lines in ${String(groups.length)} parcels (${headline.id}): median ${median.toFixed(3)} ms, ` +
    `${least.toFixed(3)} to ${most.toFixed(3)} ms; limit ${String(LIMIT_MS)} ms`,
);
if (median > LIMIT_MS) process.exitCode = 1;
