import { dayWords } from "../shop-time.ts";
import type { ConversationEvent } from "../../conversations/events.ts";
import { formatMoney } from "../../orders/money.ts";
import { transcriptTexts as texts } from "./transcript.texts.ts";

type Evidence = NonNullable<Extract<ConversationEvent, { type: "message" }>["evidence"]>[number];

export type ShownEvidence = {
  /** What the figure is, by the field it was read in: "Delivered at". */
  label: string;
  value: string;
  /** An address that may be opened. */
  url: string | null;
  /** `get_order #1001 fulfillments[0].deliveredAt` */
  source: string;
};

/** A figure with where it was read, in words. */
export function shownEvidence({ kind, value, source }: Evidence): ShownEvidence {
  return { label: labelOf(kind, source), value: valueOf(kind, value), url: openable(kind, value), source };
}

/** Dates and amounts are named after their field, since an order has many; the rest say themselves what they are. */
function labelOf(kind: Evidence["kind"], source: string): string {
  const field = kind === "date" || kind === "amount" ? /\.?([a-z][A-Za-z]*)(?:\[\d+\])?$/.exec(source)?.[1] : undefined;
  if (field === undefined || !source.includes(" ")) return texts.evidence.kinds[kind];
  // Shopify's amounts come as sets of two currencies.
  const words = field.replace(/Set$/, "").replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueOf(kind: Evidence["kind"], value: string): string {
  if (kind === "date") return dayWords(value);
  const [, currency, minor] = (kind === "amount" && /^([A-Z]{3}) (-?\d+)$/.exec(value)) || [];
  return currency !== undefined ? formatMoney({ minor: Number(minor), currency }, "en-US") : value;
}

/** Carriers' addresses come from outside: only what a browser fetches is made a link. */
function openable(kind: Evidence["kind"], value: string): string | null {
  return kind === "link" && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}
