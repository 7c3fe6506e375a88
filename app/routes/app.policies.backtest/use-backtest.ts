import { useCallback, useEffect, useRef, useState } from "react";
import type { BacktestPart } from "../../components/backtest-part.ts";
import { addReports, emptyReport } from "../../policy/backtest-report.ts";
import type { BacktestReport } from "../../policy/backtest-report.ts";

type Failure = Extract<BacktestPart, { kind: "failed" }>["why"];

/** How far a backtest is. `failed` and `cancelled` keep what was found until then. */
export type Backtest = {
  state: "idle" | "running" | "done" | "cancelled" | Failure;
  before: string;
  after: string;
  report: BacktestReport;
  /** Where it goes on; null at the beginning. */
  cursor: string | null;
  covered: number;
  orders: number;
  unread: number;
  full: boolean;
};

function fresh(before: string, after: string): Backtest {
  return {
    ...{ state: "idle", before, after, report: emptyReport(), cursor: null },
    ...{ covered: 0, orders: 0, unread: 0, full: false },
  };
}

/** Runs a backtest from the page: part after part, until it is through, fails, or is cancelled. */
export function useBacktest() {
  const [backtest, setBacktest] = useState<Backtest>(() => fresh("", ""));
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  async function run(from: Backtest): Promise<void> {
    stop();
    const controller = new AbortController();
    running.current = controller;
    let now: Backtest = { ...from, state: "running" };
    setBacktest(now);
    while (now.state === "running") {
      const part = await askForPart(now, controller.signal);
      if (controller.signal.aborted) return;
      now = part.kind === "failed" ? { ...now, state: part.why } : withPart(now, part);
      setBacktest(now);
    }
  }

  return {
    backtest,
    start: (before: string, after: string) => void run(fresh(before, after)),
    goOn: () => void run(backtest),
    cancel: () => {
      stop();
      setBacktest((now) => ({ ...now, state: "cancelled" }));
    },
  };
}

function withPart(now: Backtest, part: Extract<BacktestPart, { kind: "part" }>): Backtest {
  return {
    ...now,
    state: part.next === null ? "done" : "running",
    report: addReports(now.report, part.report),
    cursor: part.next,
    covered: Math.max(now.covered, part.covered),
    orders: now.orders + part.orders,
    unread: now.unread + part.unread,
    full: part.full,
  };
}

async function askForPart({ before, after, cursor, report }: Backtest, signal: AbortSignal): Promise<BacktestPart> {
  const had = report.requests.asked + report.requests.possible;
  const search = new URLSearchParams({ before, after, had: String(had) });
  if (cursor !== null) search.set("cursor", cursor);
  try {
    const response = await fetch(`/app/policies/backtest/part?${search.toString()}`, { signal });
    if (!response.ok) return { kind: "failed", why: "unavailable" };
    return (await response.json()) as BacktestPart;
  } catch {
    return { kind: "failed", why: "unavailable" };
  }
}
