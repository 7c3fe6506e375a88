import { setTimeout as pause } from "node:timers/promises";
import { readOrderForStaff } from "../../orders/read-order-for-staff.server.ts";
import type { StaffReadOptions } from "../../orders/read-order-for-staff.server.ts";
import type { ShopDates } from "../../orders/estimates/estimate.ts";
import type { BacktestRequest } from "../../policy/backtest.ts";
import { possibleRequests } from "../../policy/possible-requests.ts";
import { factsOf } from "../../resolutions/facts/read-facts.server.ts";
import type { AdminClient, AdminCost } from "../../shopify/admin-client.ts";
import { readingOnly } from "../../shopify/reading-only.ts";
import { OrderNamesDocument } from "../../shopify/generated/admin.ts";

type Reading = { client: AdminClient; dates: ShopDates; options: StaffReadOptions & { signal: AbortSignal } };

export type OrdersPage =
  | {
      kind: "ok";
      requests: BacktestRequest[];
      orders: number;
      unread: number;
      next: string | null;
      /** When the last of them was placed; null where there are none. */
      reached: Date | null;
    }
  | { kind: "no_permission" | "unavailable" };

const AT_ONCE = 2;

/** Calls wait for their turn where a chat's would give up: nobody is waiting for a word. */
const CALL_MS = 40_000;

/** So many points of the shop's budget are left to shoppers who chat meanwhile; half of what the smallest plan has. */
const LEFT_TO_SHOPPERS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** What could be asked about the next few orders of a period, newest first, as each stands now. Changes nothing. */
export async function possibleOfOrders(reading: Reading, since: Date, after: string | null): Promise<OrdersPage> {
  const client = patient(readingOnly(reading.client));
  const { signal } = reading.options;
  const query = `processed_at:>='${since.toISOString()}'`;
  const listed = await client.run(OrderNamesDocument, { query, after }, { signal });
  if (listed.kind !== "ok") return { kind: listed.kind === "denied" ? "no_permission" : "unavailable" };
  await pauseFor(listed.cost, signal);
  const { nodes, pageInfo } = listed.data.orders;
  const read: (BacktestRequest[] | null)[] = [];
  for (let begin = 0; begin < nodes.length; begin += AT_ONCE) {
    const some = nodes.slice(begin, begin + AT_ONCE);
    read.push(...(await Promise.all(some.map(({ name }) => possibleOfOrder({ ...reading, client }, name)))));
  }
  const unread = read.filter((requests) => requests === null).length;
  if (nodes.length > 0 && unread === nodes.length) return { kind: "unavailable" };
  const last = nodes.at(-1);
  return {
    kind: "ok",
    requests: read.flatMap((requests) => requests ?? []),
    orders: nodes.length - unread,
    unread,
    next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
    reached: last ? new Date(last.processedAt) : null,
  };
}

function patient(client: AdminClient): AdminClient {
  return {
    shop: client.shop,
    run: (document, variables, options) => client.run(document, variables, { ...options, deadlineMs: CALL_MS }),
  };
}

async function pauseFor(cost: AdminCost | null, signal: AbortSignal): Promise<void> {
  if (!cost || cost.available >= LEFT_TO_SHOPPERS) return;
  const ms = ((LEFT_TO_SHOPPERS - cost.available) / Math.max(1, cost.restoreRate)) * 1_000;
  await pause(Math.min(ms, LONGEST_PAUSE_MS), undefined, { signal });
}

/** Null where the order cannot be read now. */
async function possibleOfOrder({ client, dates, options }: Reading, name: string): Promise<BacktestRequest[] | null> {
  const found = await readOrderForStaff(client, name, options);
  if (found.kind !== "ok") return null;
  const read = await factsOf({ client, dates }, found.snapshot, options.signal);
  if (read.kind !== "ok") return null;
  const { facts, at } = read;
  return possibleRequests(facts).map((request) => ({ source: "possible", request, facts, at }));
}
