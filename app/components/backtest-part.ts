import type { BacktestReport } from "../policy/backtest-report.ts";

/** One part of a backtest, as the page asks for it again and again. */
export type BacktestPart =
  | {
      kind: "part";
      report: BacktestReport;
      /** Where to go on; null at the end. */
      next: string | null;
      /** Share of the period that was looked at so far, 0 to 1. */
      covered: number;
      orders: number;
      /** Orders that could not be read and are left out. */
      unread: number;
      /** There would be more requests than are looked at. */
      full: boolean;
    }
  | { kind: "failed"; why: "no_policy" | "no_permission" | "unavailable" };

/** At most so many requests are made of a backtest. */
export const MOST_REQUESTS = 10_000;
export const BACKTEST_DAYS = 90;
