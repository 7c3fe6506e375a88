import { PgBoss } from "pg-boss";
import type { Backend } from "../platform/backend.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { connectQueue } from "../platform/queue.server.ts";
import { whenInstalled } from "../shopify/shops.server.ts";
import { startLooking } from "./looks.server.ts";
import { learnFirst, workAtNight } from "./nightly.server.ts";
import { work } from "./queue.server.ts";
import { QUEUES } from "./queues.server.ts";

let boss: PgBoss | undefined;
let stopLooking: (() => Promise<void>) | undefined;

/**
 * Starts the job queue on the app's own database. A turn needs no job while its process lives: the message that
 * waits for an answer is marked in its own statement. A look finds marks whose lease has run out and queues one
 * job for each, by conversation, so that several processes that look at once queue it once.
 */
export async function startJobs(backend: Backend): Promise<void> {
  const started = new PgBoss({ db: backend.bossExecutor, supervise: true, schedule: true });
  boss = started;
  started.on("error", (error) => log.error(errorFields(error), "the job queue failed"));
  await started.start();
  for (const queue of QUEUES) await work(started, queue);
  await workAtNight(started);
  whenInstalled((shop) => learnFirst(started, shop));
  connectQueue(async (queue, data) => started.send(queue, data));
  stopLooking = startLooking(started);
}

export async function stopJobs(): Promise<void> {
  whenInstalled(undefined);
  connectQueue(undefined);
  await stopLooking?.();
  await boss?.stop({ graceful: true, timeout: 5_000 });
  boss = undefined;
}
