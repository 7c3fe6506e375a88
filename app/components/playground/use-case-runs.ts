import { useCallback, useEffect, useRef, useState } from "react";
import type { CaseRun } from "../../playground/run-case.server.ts";
import type { LastRun } from "../../playground/test-case.ts";
import type { Trouble } from "../../playground/frames.ts";
import { readLines } from "./read-lines.ts";

/** How far a run of several cases is. What went through before it failed or was cancelled is kept. */
export type CaseRuns = {
  state: "idle" | "running" | "done" | "cancelled" | Trouble["why"];
  /** How many of `of` cases are through. */
  done: number;
  of: number;
  /** The one that runs now. */
  current: string | null;
  runs: ReadonlyMap<string, LastRun>;
};

const IDLE: CaseRuns = { state: "idle", done: 0, of: 0, current: null, runs: new Map() };

/** Runs test cases one after the other from the page, until they are through, one cannot be run, or it is cancelled. */
export function useCaseRuns() {
  const [runs, setRuns] = useState<CaseRuns>(IDLE);
  const running = useRef<AbortController | null>(null);
  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  async function run(ids: readonly string[], policy: string): Promise<void> {
    stop();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    let now: CaseRuns = { ...IDLE, state: "running", of: ids.length, runs: runs.runs };
    for (const id of ids) {
      now = { ...now, current: id };
      setRuns(now);
      const ran = await runOne(id, policy, signal);
      if (signal.aborted) return;
      if (ran.kind === "trouble") {
        setRuns({ ...now, state: ran.why, current: null });
        return;
      }
      const known = ran.kind === "ran" ? new Map([...now.runs, [id, ran.run]]) : now.runs;
      now = { ...now, done: now.done + 1, runs: known };
    }
    setRuns({ ...now, state: "done", current: null });
  }

  return {
    runs,
    start: (ids: readonly string[], policy: string) => void run(ids, policy),
    cancel: () => {
      stop();
      setRuns((now) => ({ ...now, state: "cancelled", current: null }));
    },
  };
}

async function runOne(id: string, policy: string, signal: AbortSignal): Promise<CaseRun | { kind: "gone" }> {
  try {
    for await (const line of readLines<CaseRun | { kind: "gone" }>("/app/playground/run", { id, policy }, signal)) {
      return line;
    }
    return { kind: "trouble", why: "unavailable" };
  } catch {
    return { kind: "trouble", why: "unavailable" };
  }
}
