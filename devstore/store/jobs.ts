import { numericId } from "./ids.ts";

/** Real milliseconds after which a job is done though nobody asked. */
const jobMs = 50;

/**
 * Work that Shopify does after it answered. A job is done when it is asked for the second time, or a moment after it began, whichever is
 * sooner. What came of it is read from what it worked on: a job itself only says that it is over.
 */
export class Jobs {
  readonly #jobs = new Map<string, { work: (() => void) | null; asked: number }>();

  /** Takes work on, and gives the job's number. */
  add(work: () => void): string {
    const id = numericId("Job", this.#jobs.size + 1, "shop");
    this.#jobs.set(id, { work, asked: 0 });
    setTimeout(() => this.#finish(id), jobMs).unref();
    return id;
  }

  /** Whether the job is done, or null when there is none of this number. Asking counts. */
  ask(id: string): boolean | null {
    const job = this.#jobs.get(id);
    if (!job) return null;
    job.asked += 1;
    if (job.asked > 1) this.#finish(id);
    return job.work === null;
  }

  #finish(id: string): void {
    const job = this.#jobs.get(id);
    const work = job?.work;
    if (!job || !work) return;
    job.work = null;
    work();
  }
}
