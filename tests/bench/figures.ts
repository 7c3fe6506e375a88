import { readFileSync } from "node:fs";
import { printTable } from "../support/print-table.ts";

/** Sorted samples and what is quoted of them. */
export type Summary = { n: number; min: number; p50: number; p95: number; max: number };

export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { n: sorted.length, min: at(0), p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? Number.NaN };
}

export function median(samples: readonly number[]): number {
  return summarize(samples).p50;
}

/** Ticks per second of the kernel's process times; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** CPU seconds (user and system) that a process has used, from Linux's /proc. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Resident memory of a process in MB. */
export function residentMb(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? Number.NaN) / 1024;
}

/** A figure with its goal: runs are repeated, the median is quoted with the range. */
export type Figure = { scenario: string; figure: string; unit: string; runs: number[]; goal?: string; note?: string };

export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map(({ scenario, figure, unit, runs, goal, note }) => {
    const { min, p50, max } = summarize(runs);
    const range = runs.length > 1 ? `${round(min)}–${round(max)}` : "";
    return { scenario, figure, median: `${round(p50)} ${unit}`, range, goal: goal ?? "", note: note ?? "" };
  });
  printTable(["scenario", "figure", "median", "range", "goal", "note"], rows);
}

function round(value: number): string {
  if (Number.isNaN(value)) return "?";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
