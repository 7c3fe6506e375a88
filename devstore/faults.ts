import { z } from "zod";

const next = z.strictObject({ next: z.number().int().nonnegative() });

/** Bad luck to order, as `POST /_devstore/faults` takes it. What is left out is switched off. */
const faultSchema = z.strictObject({
  /** Only calls of this operation; default: every call. */
  operationName: z.string().min(1).optional(),
  /** Added to each answer's time. */
  latencyMs: z.number().nonnegative().max(120_000).default(0),
  /** Up to this much more, at random. */
  jitterMs: z.number().nonnegative().max(120_000).default(0),
  /** Answers 5xx before any work is done: the next n calls, or a share of all. */
  status5xx: z
    .strictObject({
      next: z.number().int().nonnegative().default(0),
      rate: z.number().min(0).max(1).default(0),
      status: z.number().int().min(500).max(599).default(503),
    })
    .optional(),
  /** Empties the bucket: THROTTLED, as HTTP 200. */
  throttle: next.optional(),
  /** Cuts the connection before any work is done. */
  networkCut: next.optional(),
  /** Does the work, then cuts the connection: the caller cannot know. */
  dropAnswer: next.optional(),
  /** Does the work, then answers with broken JSON. */
  malformed: next.optional(),
  /** Jobs that the call begins, such as a cancellation, come to nothing. */
  jobFails: next.optional(),
  /** Kinds of protected customer data that come back null with an error. */
  hideProtected: z.array(z.enum(["name", "address", "phone", "email"])).default([]),
  /** Scopes that act as if they were not granted. */
  denyScopes: z.array(z.string()).default([]),
  /** Starts the dice anew, so that a campaign can be repeated. */
  seed: z.number().int().optional(),
});

export type Fault = z.output<typeof faultSchema>;

/** What shall go wrong with one call. */
export type FaultPlan = {
  latencyMs: number;
  /** Instead of the work. */
  before: { kind: "none" } | { kind: "status"; status: number } | { kind: "cut" };
  /** After the work. */
  after: "none" | "cut" | "malformed";
  throttle: boolean;
  jobFails: boolean;
  hideProtected: Fault["hideProtected"];
  denyScopes: string[];
};

/** The devstore's switches for bad luck. Rules are kept by operation name; a later rule for the same name takes its place. */
export class Faults {
  readonly #rules = new Map<string, Fault>();
  #random = mulberry32(1);

  /** Sets the rule for an operation, or for all calls; `{}` clears every rule. Throws a RangeError that says what is no fault. */
  set(input: unknown): Fault[] {
    const result = faultSchema.safeParse(input);
    if (!result.success) throw new RangeError(z.prettifyError(result.error));
    if (JSON.stringify(input) === "{}") {
      this.clear();
      return [];
    }
    const fault = result.data;
    if (fault.seed !== undefined) this.#random = mulberry32(fault.seed);
    this.#rules.set(fault.operationName ?? "*", fault);
    return this.state();
  }

  clear(): void {
    this.#rules.clear();
    this.#random = mulberry32(1);
  }

  /** The rules with what is left of their counts. */
  state(): Fault[] {
    return [...this.#rules.values()];
  }

  /** Decides about one call, and counts it. The operation's own rule goes before the general one. */
  take(operationName: string | null): FaultPlan {
    const plan: FaultPlan = {
      latencyMs: 0,
      before: { kind: "none" },
      after: "none",
      throttle: false,
      jobFails: false,
      hideProtected: [],
      denyScopes: [],
    };
    const rules = [operationName === null ? undefined : this.#rules.get(operationName), this.#rules.get("*")];
    for (const fault of rules) {
      if (!fault) continue;
      plan.latencyMs += fault.latencyMs + (fault.jitterMs > 0 ? this.#random() * fault.jitterMs : 0);
      plan.hideProtected = [...plan.hideProtected, ...fault.hideProtected];
      plan.denyScopes = [...plan.denyScopes, ...fault.denyScopes];
      // One misfortune a call: the first that still has turns.
      if (plan.before.kind !== "none" || plan.after !== "none" || plan.throttle || plan.jobFails) continue;
      if (used(fault.networkCut)) plan.before = { kind: "cut" };
      else if (
        used(fault.status5xx) ||
        (fault.status5xx && fault.status5xx.rate > 0 && this.#random() < fault.status5xx.rate)
      ) {
        plan.before = { kind: "status", status: fault.status5xx?.status ?? 503 };
      } else if (used(fault.throttle)) plan.throttle = true;
      else if (used(fault.dropAnswer)) plan.after = "cut";
      else if (used(fault.malformed)) plan.after = "malformed";
      else if (used(fault.jobFails)) plan.jobFails = true;
    }
    return plan;
  }
}

function used(count: { next: number } | undefined): boolean {
  if (!count || count.next <= 0) return false;
  count.next -= 1;
  return true;
}

/** A small seeded generator of numbers in [0, 1): faults must be repeatable. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
