import { record } from "./condense.ts";
import type { Dispatched } from "./dispatch.ts";
import type { Evidence } from "../orders/evidence.ts";
import type { TurnTexts } from "./texts.ts";

const MOST_PARTS = 4;
const MOST_ORDERS = 10;

/**
 * An answer made by code alone from what the tools of this turn said, for when no model has worded one that may be sent.
 * Null when there is nothing to say from.
 */
export function answerFromFacts(
  dispatched: readonly Dispatched[],
  texts: TurnTexts,
): { text: string; evidence: Evidence[] } | null {
  const parts = new Map<string, Evidence[]>();
  for (const { call, outcome } of dispatched) {
    if (outcome.kind === "ok") {
      const text = fromResult(outcome.result, texts);
      if (text) parts.set(text, outcome.evidence);
    } else if (outcome.kind !== "invalid" && call.name !== "escalate") {
      parts.set(failureText(outcome.kind, texts), []);
    }
  }
  // An order that was read is the answer; that it had to be looked for first is not.
  const told = [...parts].filter(([, evidence]) => evidence.length > 0);
  const chosen = (told.length > 0 ? told : [...parts]).slice(-MOST_PARTS);
  if (chosen.length === 0) return null;
  const text = chosen.map(([part]) => part).join("\n\n");
  return { text, evidence: chosen.flatMap(([part, evidence]) => evidence.filter((one) => isToldIn(part, one))) };
}

function fromResult(result: unknown, texts: TurnTexts): string | null {
  const { orderName, headline, orders, verified, verdict, sentence, summary } = record(result);
  if (typeof orderName === "string" && typeof headline === "string") return `**${orderName}**: ${headline}`;
  if (Array.isArray(orders)) {
    if (orders.length === 0) return texts.noOrders;
    const lines = orders.slice(0, MOST_ORDERS).map((order) => fromResult(order, texts));
    return lines.flatMap((line) => (line ? [`- ${line}`] : [])).join("\n");
  }
  // What is left to a person is no answer: calling one is.
  const offered = typeof sentence === "string" && verdict !== "escalate" ? sentence : summary;
  if (typeof orderName === "string" && typeof offered === "string") return `**${orderName}**: ${offered}`;
  return verified === true && typeof orderName === "string" ? texts.verified(orderName) : null;
}

function failureText(
  kind: "not_found" | "needs_identity" | "needs_code" | "needs_login" | "limited" | "denied" | "unavailable",
  texts: TurnTexts,
): string {
  switch (kind) {
    case "not_found":
      return texts.orderNotFound;
    case "needs_identity":
      return texts.needOrderAndEmail;
    case "needs_code":
      return texts.needCode;
    case "needs_login":
      return texts.needLogin;
    case "limited":
    case "denied":
      return texts.notReadable;
    case "unavailable":
      return texts.shopSilent;
  }
}

function isToldIn(text: string, { kind, value }: Evidence): boolean {
  return kind === "order" ? text.includes(value.replace(/^#/, "")) : kind !== "link" || text.includes(value);
}
