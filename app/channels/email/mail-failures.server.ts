import { randomUUID } from "node:crypto";
import { sql } from "../../platform/db.server.ts";
import { MailError, type MailFailure } from "./send-mail.server.ts";

export type MailKind = "notification" | "code" | "transcript" | "answer";
/** A job as its queue tells of it. */
type Tried = { retryCount: number; retryLimit: number; data: { shop: string } };

/** Days that a failure is shown and kept. */
const DAYS = 14;

/**
 * Does a job that sends email, and writes down when it is given up, for the merchant to see.
 * @throws what `work` throws
 */
export async function keepingFailures<Job extends Tried>(
  kind: MailKind,
  job: Job,
  work: (data: Job["data"]) => Promise<unknown>,
): Promise<void> {
  try {
    await work(job.data);
  } catch (error) {
    if (job.retryCount >= job.retryLimit) await keepFailure(job.data.shop, kind, error);
    throw error;
  }
}

async function keepFailure(shop: string, kind: MailKind, error: unknown): Promise<void> {
  const failure: MailFailure = error instanceof MailError ? error.failure : "unreachable";
  await sql().query("INSERT INTO mail_failure (shop, id, kind, failure) VALUES ($1, $2::uuid, $3, $4)", [
    shop,
    randomUUID(),
    kind,
    failure,
  ]);
}

/** `last`: why the newest of them was not sent. */
export type MailFailures = { count: number; since: Date; last: string };

const LATELY = `
  SELECT count(*)::int AS count, min(at) AS since, (array_agg(failure ORDER BY at DESC))[1] AS last
  FROM mail_failure WHERE shop = $1 AND at > now() - interval '${DAYS} days'`;

/** Email of the last two weeks that was given up; null where all of it was taken. */
export async function mailFailures(shop: string): Promise<MailFailures | null> {
  const [row] = await sql().query<MailFailures>(LATELY, [shop]);
  return row && row.count > 0 ? row : null;
}

export async function dropOldFailures(): Promise<void> {
  await sql().script(`DELETE FROM mail_failure WHERE at < now() - interval '${DAYS} days'`);
}
