import { cursorText, readCursor } from "../../platform/list-cursor.ts";
import type { ListCursor } from "../../platform/list-cursor.ts";

/** Where a backtest is: first what was asked, then the orders of the period. `since`: the first moment of the period. */
export type PartCursor = { since: Date } & (
  { stage: "asked"; after: ListCursor | null } | { stage: "orders"; after: string | null }
);

/** As it stands in an address. */
export function partText({ since, stage, after }: PartCursor): string {
  const place = after === null ? "" : typeof after === "string" ? after : cursorText(after);
  return `${since.getTime()}~${stage}~${place}`;
}

/** @returns null for whatever is no cursor */
export function readPart(text: string | null): PartCursor | null {
  const [, time, stage, place] = /^(\d{1,15})~(asked|orders)~(.{0,500})$/.exec(text ?? "") ?? [];
  if (time === undefined || place === undefined) return null;
  const since = new Date(Number(time));
  if (stage === "asked") return { since, stage, after: readCursor(place) };
  return { since, stage: "orders", after: place === "" ? null : place };
}
