import type { PgBoss } from "pg-boss";
import { dropOldFailures } from "../channels/email/mail-failures.server.ts";
import { dropLeftPhotos } from "../conversations/photos/attachments.server.ts";
import { expireShop, shopsWithData } from "../conversations/retention/expire.server.ts";
import { dropOldCodes } from "../identity/codes.server.ts";
import { drawForReview } from "../inbox/quality/draw.server.ts";
import { refreshEstimates, shopsToRefresh } from "../orders/estimates/refresh.server.ts";
import { dropExpiredLimits } from "../platform/rate-limit.server.ts";
import { forgetOldDeliveries } from "../shopify/webhooks/receive-webhook.server.ts";
import { queue, work } from "./queue.server.ts";

/** Shopify repeats a delivery for two days at most, and may be a day late. */
const KEEP_DELIVERIES_MS = 7 * 24 * 60 * 60 * 1000;
/** Whoever has just installed the app need not wait for the night. */
const AFTER_INSTALL_SECONDS = 10;
/** Nobody waits for it. */
const IDLE = { everySeconds: 30 };

const TIDY = "tidy";
const ESTIMATES = "estimates.refresh";

/** What is done for each shop once a night, at a time by UTC: one shop at a time in each process. */
const NIGHTLY = [
  {
    name: "quality.draw",
    cron: "53 1 * * *",
    shops: shopsWithData,
    run: (shop: string) => drawForReview(shop, new Date()),
  },
  {
    name: "retention.expire",
    cron: "23 2 * * *",
    shops: shopsWithData,
    run: (shop: string) => expireShop(shop, new Date()),
  },
  { name: ESTIMATES, cron: "41 3 * * *", shops: shopsToRefresh, run: refreshEstimates },
] as const;

export async function workAtNight(boss: PgBoss): Promise<void> {
  await work(boss, queue({ name: TIDY, options: {}, ...IDLE, run: tidy }));
  await boss.schedule(TIDY, "17 * * * *");
  for (const { name, cron, shops, run } of NIGHTLY) {
    const options = { retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 };
    await work(
      boss,
      queue<{ shop: string }>({ name, policy: "short", options, ...IDLE, run: ({ shop }) => run(shop) }),
    );
    const all = `${name}-all`;
    await work(boss, queue({ name: all, options: {}, ...IDLE, run: async () => queueEach(boss, name, await shops()) }));
    await boss.schedule(all, cron);
  }
}

/** Learns from a shop's orders right after the sign-in that installs the app has ended. */
export async function learnFirst(boss: PgBoss, shop: string): Promise<void> {
  await boss.send(ESTIMATES, { shop }, { singletonKey: shop, startAfter: AFTER_INSTALL_SECONDS });
}

/** Queues each shop once, spread over an hour so that neither Shopify nor the database meets them all at once. */
async function queueEach(boss: PgBoss, name: string, shops: readonly string[]): Promise<void> {
  for (const [index, shop] of shops.entries()) {
    const startAfter = Math.floor((index / shops.length) * 3600);
    await boss.send(name, { shop }, { singletonKey: shop, startAfter });
  }
}

/** Drops what has served: counters whose window is over, deliveries that Shopify no longer repeats, photos never sent. */
async function tidy(): Promise<void> {
  await dropExpiredLimits();
  await dropOldCodes();
  await forgetOldDeliveries(new Date(Date.now() - KEEP_DELIVERIES_MS));
  await dropLeftPhotos();
  await dropOldFailures();
}
