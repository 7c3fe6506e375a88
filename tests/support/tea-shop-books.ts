import { expect } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import type { OrderNode } from "#app/resolutions/executors/read-order.ts";
import type { LedgerRow } from "#app/resolutions/ledger-row.ts";
import type { Plan } from "#app/resolutions/plan.ts";
import { confirmed, freshOrder, type Standing } from "./executions.ts";
import { planFor } from "./tea-plans.ts";

/** How an order stands for which each kind is meant. */
export const STANDING: Record<Plan["kind"], Standing> = {
  refund: "sent",
  store_credit: "sent",
  replacement: "sent",
  return: "sent",
  exchange: "sent",
  cancel: "unsent",
  change_address: "unsent",
  change_items: "unsent",
};

/** What a shop's books say, and proposals to be carried out in it. */
export function teaShopBooks(devstore: Devstore) {
  const pages = (): number => devstore.store.book.list().length;
  return {
    pages,
    /** What happened in the shop since `from`, in the order it did. */
    deeds: (from: number): string[] =>
      devstore.store.book
        .list()
        .slice(from)
        .map((entry) => ("amount" in entry ? `${entry.kind} ${entry.amount}` : entry.kind)),
    /** A proposal of a kind that its shopper has said yes to; `from`: where the books stand. */
    asked: async (kind: Plan["kind"]): Promise<{ order: OrderNode; row: LedgerRow; from: number }> => {
      const order = await freshOrder(devstore, STANDING[kind]);
      const row = await confirmed(order, planFor(kind, order, devstore.store));
      return { order, row, from: pages() };
    },
    matching: (pattern: RegExp): string => expect.stringMatching(pattern) as string,
  };
}
