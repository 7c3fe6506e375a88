import type { AdminClient } from "../shopify/admin-client.ts";
import type { FrozenProposal, Plan } from "./plan.ts";

/** What a step may use. `reference` is stamped on whatever can carry it, so that it is found again: `wherewithal-` and the ledger id. */
export type StepContext<P extends Plan = Plan> = {
  client: AdminClient;
  resolutionId: string;
  reference: string;
  proposal: FrozenProposal;
  plan: P;
  locale: string;
  signal: AbortSignal;
  /** What earlier steps of this resolution found out, by the names of the steps. */
  results: Readonly<Record<string, StepResult>>;
  /** What `before` noted right before this step was first called; null when it notes nothing. */
  noted: StepResult | null;
  /**
   * Whether nothing else was done about the same items until now. For the call that moves something after others have
   * prepared it: people at the shop may have been at work in between.
   */
  stillFree: () => Promise<Recheck>;
};

/** Plain JSON. */
export type StepResult = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type StepOutcome =
  | { kind: "done"; result: StepResult }
  /** Shopify said no and did nothing; it will say so again. `message` is for people in the admin. */
  | { kind: "refused"; message: string }
  /** Nobody knows whether it was done: the answer was lost. `find` tells, now or later. */
  | { kind: "unknown"; why: string }
  /** Certainly not done, for a passing reason (throttled, no connection before it was sent). */
  | { kind: "again"; why: string }
  /** It cannot be told whether it was done, and never will be: people have to look. */
  | { kind: "people"; why: string }
  /** Not done, because facts moved since the first step was begun; what was prepared is taken back. */
  | Extract<Recheck, { kind: "changed" }>
  /** Under way at Shopify or with a partner; look again after so many milliseconds. */
  | { kind: "waiting"; why: string; lookAgainMs: number };

/**
 * One call that changes something at Shopify, made so that it happens once: before the call a row says that it will be made;
 * after a crash or a lost answer `find` looks for its traces before anything is called again.
 */
export type Step<P extends Plan = Plan> = {
  name: string;
  /** Whether this resolution needs the step at all. */
  needed(context: StepContext<P>): boolean;
  /** Reads what `find` has to compare with, where a trace cannot carry the reference. Kept with the step's row. */
  before?(
    context: StepContext<P>,
  ): Promise<{ kind: "noted"; noted: StepResult } | Extract<StepOutcome, { kind: "again" | "refused" }>>;
  run(context: StepContext<P>): Promise<StepOutcome>;
  /** Whether it was done after all. `not_done` is only said when that is certain. */
  find(context: StepContext<P>): Promise<StepOutcome | { kind: "not_done" }>;
};

/** What really happened, read again from Shopify after the last step: the shopper is told this and nothing else. */
export type Happened =
  | {
      kind: "succeeded";
      /** For the shopper, in their language's stead in English; every figure comes from what Shopify holds now. */
      text: string;
      amount: string | null;
      newOrderName: string | null;
      url: string | null;
    }
  /** The steps were done, and yet the order does not show it. */
  | { kind: "not_as_planned"; message: string }
  | { kind: "unavailable"; why: string };

export type Executor<P extends Plan = Plan> = {
  kind: P["kind"];
  steps: readonly Step<P>[];
  confirmDone(context: StepContext<P>): Promise<Happened>;
};

/** All that the policy decided on, or only whether the items are still free. */
export type RecheckedFacts = "everything" | "units";

/** Whether what was frozen still holds: checked right before the first step (P2). */
export type Recheck =
  | { kind: "holds" }
  /** Facts have moved: nothing is done. `shopper` and `staff` say in a sentence what. */
  | { kind: "changed"; shopper: string; staff: string }
  | { kind: "unavailable"; why: string };
