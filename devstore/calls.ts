/** One Admin API call, as `GET /_devstore/calls` shows it. */
export type Call = {
  seq: number;
  /** The shop's time. */
  at: string;
  operation: string | null;
  variables: unknown;
  /** HTTP status, or null when the connection was cut. */
  status: number | null;
  cost: { requested: number; actual: number | null } | null;
  /** The first error's code, such as THROTTLED or ACCESS_DENIED. */
  error: string | null;
  ms: number;
};

const kept = 2_000;

/** The newest Admin API calls, oldest first. */
export class CallLog {
  #calls: Call[] = [];
  #last = 0;

  add(call: Omit<Call, "seq">): Call {
    this.#last += 1;
    const entry = { seq: this.#last, ...call };
    this.#calls.push(entry);
    if (this.#calls.length > kept * 1.5) this.#calls = this.#calls.slice(-kept);
    return entry;
  }

  /** Calls after a sequence number, at most `limit`, the newest if there are more. */
  list({ after = 0, limit = kept }: { after?: number; limit?: number } = {}): Call[] {
    return this.#calls.filter((call) => call.seq > after).slice(-limit);
  }

  /** Sequence number of the newest call, 0 if there was none. */
  get last(): number {
    return this.#last;
  }

  clear(): void {
    this.#calls = [];
  }
}
