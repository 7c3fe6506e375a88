import { PgBoss } from "pg-boss";
import { takeOver } from "./agent/turns.server.ts";
import { sendCode } from "./channels/email/send-code.server.ts";
import { reconcile } from "./conversations/resolutions.server.ts";
import { abandonedTurns } from "./conversations/lease.server.ts";
import { dropLeftPhotos } from "./conversations/photos/attachments.server.ts";
import { expireShop, shopsWithData } from "./conversations/retention/expire.server.ts";
import { refreshEstimates, shopsToRefresh } from "./orders/estimates/refresh.server.ts";
import { CODES_QUEUE, type CodeJob } from "./identity/code-requests.server.ts";
import { dropOldCodes } from "./identity/codes.server.ts";
import type { ConversationKey } from "./identity/scope.ts";
import type { Backend } from "./platform/backend.ts";
import { errorFields, log } from "./platform/log.server.ts";
import { connectQueue } from "./platform/queue.server.ts";
import { dropExpiredLimits } from "./platform/rate-limit.server.ts";
import { whenInstalled } from "./shopify/shops.server.ts";
import { forgetOldDeliveries } from "./shopify/webhooks/receive-webhook.server.ts";

const TURN = "turn.take-over";
const TIDY = "tidy";
const ESTIMATES = "estimates.refresh";
const ESTIMATES_OF_ALL = "estimates.refresh-all";
const RETENTION = "retention.expire";
const RETENTION_OF_ALL = "retention.expire-all";

/** How often a process looks for shoppers who wait while nobody answers. */
const LOOK_MS = 3_000;
/** Shopify repeats a delivery for two days at most, and may be a day late. */
const KEEP_DELIVERIES_MS = 7 * 24 * 60 * 60 * 1000;
const AFTER_INSTALL_SECONDS = 10;
/** Most turns taken over in one look. */
const MOST_TURNS = 50;

let boss: PgBoss | undefined;
let looking: NodeJS.Timeout | undefined;

/**
 * Starts the job queue on the app's own database. A turn needs no job while its process lives: the message that
 * waits for an answer is marked in its own statement. The look finds marks whose lease has run out and queues one
 * job for each, by conversation, so that several processes that look at once queue it once.
 */
export async function startJobs(backend: Backend): Promise<void> {
  boss = new PgBoss({ db: backend.bossExecutor, supervise: true, schedule: true });
  boss.on("error", (error) => log.error(errorFields(error), "the job queue failed"));
  await boss.start();
  await boss.createQueue(TURN, { policy: "short", retryLimit: 5, retryDelay: 2, retryBackoff: true });
  await boss.createQueue(TIDY);
  // A code that could not be sent within its ten minutes is of no use any more.
  await boss.createQueue(CODES_QUEUE, { retryLimit: 6, retryDelay: 2, retryBackoff: true, expireInSeconds: 60 });
  await boss.work<CodeJob>(CODES_QUEUE, { batchSize: 5, pollingIntervalSeconds: 1 }, async (jobs) => {
    await Promise.all(jobs.map(({ data }) => sendCode(data)));
  });
  await boss.work<ConversationKey>(TURN, { batchSize: 10, pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await takeOver(job.data);
  });
  await boss.work(TIDY, tidy);
  await boss.schedule(TIDY, "17 * * * *");
  await boss.createQueue(ESTIMATES, { policy: "short", retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 });
  await boss.createQueue(ESTIMATES_OF_ALL);
  // One shop at a time in each process: nobody waits for it.
  await boss.work<{ shop: string }>(ESTIMATES, { pollingIntervalSeconds: 30 }, async (jobs) => {
    for (const { data } of jobs) await refreshEstimates(data.shop);
  });
  await boss.work(ESTIMATES_OF_ALL, { pollingIntervalSeconds: 30 }, async () =>
    queueEach(ESTIMATES, await shopsToRefresh()),
  );
  await boss.schedule(ESTIMATES_OF_ALL, "41 3 * * *");
  await boss.createQueue(RETENTION, { policy: "short", retryLimit: 2, retryDelay: 600, expireInSeconds: 3600 });
  await boss.createQueue(RETENTION_OF_ALL);
  await boss.work<{ shop: string }>(RETENTION, { pollingIntervalSeconds: 30 }, async (jobs) => {
    for (const { data } of jobs) await expireShop(data.shop, new Date());
  });
  await boss.work(RETENTION_OF_ALL, { pollingIntervalSeconds: 30 }, async () =>
    queueEach(RETENTION, await shopsWithData()),
  );
  await boss.schedule(RETENTION_OF_ALL, "23 2 * * *");
  whenInstalled(learnFirst);
  connectQueue(async (queue, data) => boss?.send(queue, data));
  looking = setInterval(() => void look(), LOOK_MS);
  looking.unref();
  await look();
}

export async function stopJobs(): Promise<void> {
  clearInterval(looking);
  whenInstalled(undefined);
  connectQueue(undefined);
  await boss?.stop({ graceful: true, timeout: 5_000 });
  boss = undefined;
}

/** Drops what has served: counters whose window is over, deliveries that Shopify no longer repeats, photos never sent. */
async function tidy(): Promise<void> {
  await dropExpiredLimits();
  await dropOldCodes();
  await forgetOldDeliveries(new Date(Date.now() - KEEP_DELIVERIES_MS));
  await dropLeftPhotos();
}

/** Whoever has just installed the app need not wait for the night. The sign-in that tells of it ends before. */
async function learnFirst(shop: string): Promise<void> {
  await boss?.send(ESTIMATES, { shop }, { singletonKey: shop, startAfter: AFTER_INSTALL_SECONDS });
}

/** Queues each shop once, spread over an hour so that neither Shopify nor the database meets them all at once. */
async function queueEach(queue: string, shops: readonly string[]): Promise<void> {
  for (const [index, shop] of shops.entries()) {
    const startAfter = Math.floor((index / shops.length) * 3600);
    await boss?.send(queue, { shop }, { singletonKey: shop, startAfter });
  }
}

async function look(): Promise<void> {
  try {
    for (const key of await abandonedTurns(MOST_TURNS)) {
      await boss?.send(TURN, key, { singletonKey: `${key.shop}/${key.conversationId}` });
    }
  } catch (error) {
    log.warn(errorFields(error), "could not look for waiting shoppers");
  }
  try {
    await reconcile();
  } catch (error) {
    log.warn(errorFields(error), "could not look for resolutions that are due");
  }
}
