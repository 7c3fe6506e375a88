import { useRevalidator } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useState } from "react";
import type { AskedOrder } from "../../inbox/bulk-order.server.ts";
import type { Done } from "../../inbox/bulk.server.ts";
import type { ShownRow } from "./load-inbox.server.ts";
import { texts } from "./texts.ts";

/** So few at once that one sees it go on. */
const PART = 10;
const UNDO_MS = 12_000;

type Ordered = Extract<AskedOrder, { kind: "assign" | "snooze" | "close" }>;
type Of = Pick<ShownRow, "id" | "activeAt" | "assignedTo" | "status">;

/** What takes each back. */
const UNDOES = { assign: "back", snooze: "wake", close: "reopen" } as const;

export type Progress = { done: number; of: number };

/** Does something to some conversations, tells how far it is, and lets it be taken back. */
export function useBulk() {
  const shopify = useAppBridge();
  const { revalidate } = useRevalidator();
  const [progress, setProgress] = useState<Progress | null>(null);

  const send = async (order: AskedOrder, rows: readonly Of[]): Promise<Done[] | null> => {
    const done: Done[] = [];
    try {
      for (let at = 0; at < rows.length; at += PART) {
        if (rows.length > PART) setProgress({ done: at, of: rows.length });
        done.push(...(await ask(order, rows.slice(at, at + PART))));
      }
      return done;
    } catch {
      shopify.toast.show(texts.bulk.failed, { isError: true });
      return null;
    } finally {
      setProgress(null);
      revalidate();
    }
  };

  const undo = async (order: Ordered, rows: readonly Of[]) => {
    const back = await send({ kind: UNDOES[order.kind] }, rows);
    if (back) shopify.toast.show(texts.bulk.undone(count(back, "done")));
  };

  const run = async (order: Ordered, rows: readonly Of[]) => {
    const done = await send(order, rows);
    if (!done) return;
    const words = texts.bulk.words[order.kind];
    const summary = texts.bulk.summary(words, count(done, "done"), count(done, "changed"), count(done, "gone"));
    const changed = rows.filter(({ id }) => done.some((one) => one.id === id && one.outcome === "done"));
    shopify.toast.show(summary, {
      duration: UNDO_MS,
      ...(changed.length > 0 ? { action: texts.bulk.undo, onAction: () => void undo(order, changed) } : {}),
    });
  };
  return { run, progress };
}

const count = (done: readonly Done[], outcome: Done["outcome"]) => done.filter((one) => one.outcome === outcome).length;

async function ask(order: AskedOrder, rows: readonly Of[]): Promise<Done[]> {
  const conversations = rows.map(({ status, ...row }) => ({
    id: row.id,
    activeAt: row.activeAt,
    assignedTo: row.assignedTo,
    withAgent: status === "open",
  }));
  const response = await fetch("/app/inbox/bulk", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ order, conversations }),
  });
  if (!response.ok) throw new Error(`The desk answered ${response.status}.`);
  return ((await response.json()) as { done: Done[] }).done;
}
