import { shorten } from "./clean-text.ts";
import type { Evidence } from "../orders/evidence.ts";
import { OUTCOME_CHARACTERS } from "./limits.ts";

/** An outcome's JSON for a model, always parseable: one that is too long is told as the beginning of its text. */
export function outcomeJson(outcome: unknown): string {
  const json = JSON.stringify(outcome ?? null);
  if (json.length <= OUTCOME_CHARACTERS) return json;
  return JSON.stringify({ kind: record(outcome)["kind"] ?? "ok", cut: shorten(json, OUTCOME_CHARACTERS / 2) });
}

/**
 * One line for an outcome that was told in full some time ago. Deterministic, so that a provider's cache of the
 * conversation's beginning keeps working.
 */
export function condenseOutcome(outcome: unknown, characters: number): { kind: string; summary: string } {
  const { kind, result, message } = record(outcome);
  const summary = typeof message === "string" ? message : resultLine(result);
  return { kind: typeof kind === "string" ? kind : "ok", summary: shorten(summary, characters) };
}

function resultLine(result: unknown): string {
  const { orderName, headline, orders, verified, shown, summary, sentence } = record(result);
  if (typeof headline === "string") return `${text(orderName)}: ${headline}`;
  if (Array.isArray(orders)) return orders.map((order) => resultLine(order)).join(" ");
  if (verified === true) return `${text(orderName)} verified`;
  if (typeof summary === "string") return `${text(orderName)}: card shown, not confirmed yet. ${summary}`;
  if (typeof sentence === "string") return `${text(orderName)}: ${sentence}`;
  if (typeof shown === "string") return `Handed to a person. ${shown}`;
  return "done";
}

export function ordersIn(evidence: readonly Evidence[]): string[] {
  return evidence.filter(({ kind }) => kind === "order").map(({ value }) => value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Stored outcomes are JSON of an older or newer version of the tools; nothing is taken for granted. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
