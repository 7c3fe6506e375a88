import type { PgBoss, QueueOptions, WorkOptions } from "pg-boss";
import { keepingFailures, type MailKind } from "../channels/email/mail-failures.server.ts";

/** One queue of jobs, and what is done with each of them. */
export type Queue = {
  name: string;
  /** `short`: one job of a kind waits at a time. `exclusive`: one waits, runs or is to be tried again. */
  policy?: "short" | "exclusive";
  options: Omit<QueueOptions, "policy">;
  /** How often a process looks for jobs that nobody told it of. */
  everySeconds: number;
  /** Jobs that are taken, and done, at once. */
  atOnce: number;
  /** Set where a job is an email: that one was given up is kept for the merchant to see. */
  mail?: MailKind;
  run: (data: object) => Promise<unknown>;
};

/** Workers that hear how often a job was tried. */
type Told = WorkOptions & { includeMetadata: true };

type Given<Data> = Pick<Queue, "name" | "policy" | "options" | "everySeconds" | "mail"> & {
  atOnce?: number;
  run: (data: Data) => Promise<unknown>;
};

/** What is put into a queue is written by this app alone, so what comes out is trusted. */
export function queue<Data extends object>({ run, atOnce = 1, ...given }: Given<Data>): Queue {
  return { ...given, atOnce, run: (data) => run(data as Data) };
}

export async function work(boss: PgBoss, { name, policy, options, everySeconds, atOnce, mail, run }: Queue) {
  await boss.createQueue(name, { ...options, ...(policy ? { policy } : {}) });
  const how = { batchSize: atOnce, pollingIntervalSeconds: everySeconds, includeMetadata: true } as const;
  await boss.work<{ shop: string }, unknown, Told>(name, how, async (jobs) => {
    await Promise.all(jobs.map((job) => (mail ? keepingFailures(mail, job, run) : run(job.data))));
  });
}
