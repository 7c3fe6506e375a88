/**
 * Backtest of delivery dates: `npm run evals -- dates`.
 *
 * Every parcel of the example shop that arrived is estimated twice, when it was ordered and when it was sent; against it
 * stands the naive baseline, the last day that checkout promised. A lane has some twenty parcels there, so that its share
 * may be luck: the same is done for shops of the same kind with other dice, and pooled.
 */
import { readHistory, shopOfChance } from "#tests/support/delivered-history.ts";
import { backtest } from "./backtest.ts";
import type { Try } from "./backtest.ts";

const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);
/** As many as the example shop has, so that as much can be learnt. */
const ORDERS = 160;
/** Pooled lanes with fewer say nothing. */
const FEWEST_POOLED = 40;

type Line = {
  lane: string;
  parcels: number;
  /** Share of parcels, in percent, that came by the last day of the window, and what it may be but for luck. */
  byItsEnd: number;
  between: [low: number, high: number];
  /** Share that came inside the window. */
  inside: number;
  /** Median absolute error of the likeliest day, and mean length of the window, in days. */
  error: number;
  days: number;
  /** The baseline: median absolute error of the last promised day, and share of parcels that came by it. */
  promise: number | null;
  promiseKept: number | null;
};

export type DatesReport = { name: "dates"; whenOrdered: Line[]; whenSent: Line[]; pooled: Line[] };

export async function run(): Promise<DatesReport> {
  const history = await readHistory();
  const whenOrdered = lines(await backtest(history, "ordered"));
  const whenSent = lines(await backtest(history, "sent"));
  const others: Try[] = [];
  for (const seed of SEEDS) others.push(...(await backtest(await readHistory(shopOfChance(seed, ORDERS)), "ordered")));
  const pooled = lines(others).filter(({ parcels }) => parcels >= FEWEST_POOLED);
  print("Estimated when ordered (target: 90 % by the window's end)", whenOrdered);
  print("Estimated when sent", whenSent);
  print(
    `Estimated when ordered, ${SEEDS.length} other shops of ordinary orders together (seeds 1–${SEEDS.length})`,
    pooled,
  );
  return { name: "dates", whenOrdered, whenSent, pooled };
}

function lines(tries: readonly Try[]): Line[] {
  const lanes = Map.groupBy(tries, ({ lane }) => lane);
  return [
    line("all", tries),
    ...[...lanes].map(([lane, of]) => line(lane, of)).toSorted((a, b) => b.parcels - a.parcels),
  ];
}

function line(lane: string, tries: readonly Try[]): Line {
  const promised = tries.flatMap(({ promise }) => (promise === null ? [] : [promise]));
  const onTime = tries.filter(({ late }) => !late);
  return {
    lane,
    parcels: tries.length,
    byItsEnd: percent(onTime.length / tries.length),
    between: likely(onTime.length, tries.length),
    inside: percent(onTime.filter(({ early }) => !early).length / tries.length),
    error: median(tries.map(({ error }) => error)) ?? 0,
    days: Math.round((tries.reduce((sum, { days }) => sum + days, 0) / tries.length) * 10) / 10,
    promise: median(promised.map(Math.abs)),
    promiseKept: promised.length === 0 ? null : percent(promised.filter((days) => days >= 0).length / promised.length),
  };
}

/** In which range the true share lies, 19 times of 20 (Wilson's interval). */
function likely(hits: number, of: number): [number, number] {
  const z = 1.96;
  const share = hits / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / scale;
  return [percent(middle - half), percent(middle + half)];
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function print(title: string, table: readonly Line[]): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      table.map((one) => [
        one.lane,
        {
          parcels: one.parcels,
          "by the window's end %": one.byItsEnd,
          "but for luck": one.between.map(Math.round).join("–"),
          "in the window %": one.inside,
          "median error (days)": one.error,
          "mean window (days)": one.days,
          "promise's error": one.promise ?? "–",
          "promise kept %": one.promiseKept ?? "–",
        },
      ]),
    ),
  );
}
