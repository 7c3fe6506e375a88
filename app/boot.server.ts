import { figuresIn } from "./agent/grounding/figures.ts";
import { understand } from "./agent/models/embedded/understand.ts";
import { startJobs, stopJobs } from "./jobs/start.server.ts";
import { stopTurns } from "./agent/turns.server.ts";
import { stopExecutions } from "./conversations/resolutions.server.ts";
import { publicHolidays } from "./orders/holidays.server.ts";
import { closeDatabase, openDatabase } from "./platform/db.server.ts";
import { env } from "./platform/env.server.ts";
import { startLive, stopLive } from "./platform/live.server.ts";

/** How long running turns may take to finish when the process is asked to stop. */
const GRACE_MS = 10_000;

/** The rules of the world's holidays take a fifth of a second to load: after the start's own work, before they are needed. */
const HOLIDAYS_AFTER_MS = 5_000;

/** Brings the process up: database, live events, jobs. The server listens afterwards. */
export async function boot(): Promise<void> {
  const { DATABASE_URL, DATA_DIR, DATABASE_POOL } = env();
  const backend = await openDatabase({ url: DATABASE_URL, dataDir: DATA_DIR, poolSize: DATABASE_POOL });
  await startLive(backend);
  await startJobs(backend);
  setImmediate(warmUp);
  setTimeout(() => void publicHolidays(), HOLIDAYS_AFTER_MS).unref();
}

/** The phrase index and the grounding's patterns are made at their first use: better now than in a shopper's first turn. */
function warmUp(): void {
  understand("Where is my order #1001?");
  figuresIn("Order #1001 arrives on November 24.");
}

/** Takes it down without losing anything: turns finish or are handed over, then jobs, then the database. */
export async function shutdown(): Promise<void> {
  await Promise.all([stopTurns(GRACE_MS), stopExecutions(GRACE_MS)]);
  await stopJobs();
  await stopLive();
  await closeDatabase();
}
