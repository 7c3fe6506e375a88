import { BACKTEST_DAYS, MOST_REQUESTS } from "../../components/backtest-part.ts";
import type { BacktestPart } from "../../components/backtest-part.ts";
import { rulesOf } from "../../orders/shop-settings.ts";
import { shopDates } from "../../orders/shop-settings.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { backtest } from "../../policy/backtest.ts";
import type { BacktestRequest } from "../../policy/backtest.ts";
import { askedSince } from "../../resolutions/asked-lately.server.ts";
import { chosenPolicy } from "../../resolutions/policy-choice.server.ts";
import type { PolicyChoice } from "../../resolutions/policy-choice.ts";
import { adminClientFor } from "../../shopify/admin-client.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { partText } from "./part-cursor.ts";
import type { PartCursor } from "./part-cursor.ts";
import { possibleOfOrders } from "./possible-of-orders.server.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const PERIOD_MS = BACKTEST_DAYS * DAY_MS;
/** Shorter than what stands between a browser and a server usually waits. */
const DEADLINE_MS = 50_000;

export type PartAsk = {
  before: PolicyChoice;
  after: PolicyChoice;
  /** Null at the beginning. */
  cursor: PartCursor | null;
  /** Requests that earlier parts looked at. */
  had: number;
};

type Next = { requests: BacktestRequest[]; next: PartCursor | null; covered: number; orders: number; unread: number };

/**
 * The next part of a backtest: nothing of it is kept here, so that any process answers, and who stops asking has cancelled.
 * Never rejects.
 *
 * @param granted the scopes that the shop granted, with commas
 */
export async function loadPart(
  shop: string,
  { before, after, cursor, had }: PartAsk,
  granted: string | undefined,
  cancelled: AbortSignal,
): Promise<BacktestPart> {
  try {
    const profile = await shopProfile(shop);
    const [was, is] = await Promise.all([
      chosenPolicy(shop, profile.currency, before),
      chosenPolicy(shop, profile.currency, after),
    ]);
    if (was.kind !== "ok" || is.kind !== "ok") return { kind: "failed", why: "no_policy" };
    const now = new Date();
    const at = cursor ?? { since: new Date(now.getTime() - PERIOD_MS), stage: "asked", after: null };
    const found =
      at.stage === "asked"
        ? await askedPart(shop, at)
        : await ordersPart(shop, at, profile.timeZone, now, granted, cancelled);
    if (!("requests" in found)) return { kind: "failed", why: found.kind };
    const room = Math.max(0, MOST_REQUESTS - had);
    const full = found.requests.length > room || (found.requests.length === room && found.next !== null);
    return {
      kind: "part",
      report: backtest(was.policy, is.policy, found.requests.slice(0, room)),
      next: full || !found.next ? null : partText(found.next),
      covered: full || !found.next ? 1 : found.covered,
      orders: found.orders,
      unread: found.unread,
      full,
    };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "a part of a backtest failed");
    return { kind: "failed", why: "unavailable" };
  }
}

async function askedPart(shop: string, { since, after }: Extract<PartCursor, { stage: "asked" }>): Promise<Next> {
  const { asked, next } = await askedSince(shop, since, after);
  return {
    requests: asked.map((one) => ({ source: "asked", ...one })),
    next: next ? { since, stage: "asked", after: next } : { since, stage: "orders", after: null },
    covered: 0,
    orders: 0,
    unread: 0,
  };
}

async function ordersPart(
  shop: string,
  { since, after }: Extract<PartCursor, { stage: "orders" }>,
  timeZone: string,
  now: Date,
  granted: string | undefined,
  cancelled: AbortSignal,
): Promise<Next | { kind: "no_permission" | "unavailable" }> {
  const [client, dates] = await Promise.all([adminClientFor(shop), shopDates(shop, timeZone)]);
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(DEADLINE_MS)]);
  const readsAllOrders = (granted ?? "").split(",").includes("read_all_orders");
  // Scans from outside are not asked for: a backtest is no reason to spend a shop's quota with its tracking service.
  const options = { signal, readsAllOrders, rules: rulesOf(dates.settings), tracking: null };
  const page = await possibleOfOrders({ client, dates, options }, since, after);
  if (page.kind !== "ok") return page;
  const { requests, orders, unread, next, reached } = page;
  const looked = reached ? now.getTime() - reached.getTime() : 0;
  return {
    requests,
    next: next === null ? null : { since, stage: "orders", after: next },
    covered: Math.min(0.99, Math.max(0, looked / PERIOD_MS)),
    orders,
    unread,
  };
}
