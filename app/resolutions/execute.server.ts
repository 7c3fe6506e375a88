import { env } from "../platform/env.server.ts";
import { adminClientFor } from "../shopify/admin-client.server.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import { digestOf } from "./digest.ts";
import { beginExecution, putOff, settle, waitInLine } from "./executions.server.ts";
import type {
  Executor,
  Happened,
  Recheck,
  RecheckedFacts,
  Step,
  StepContext,
  StepOutcome,
  StepResult,
} from "./executor.ts";
import { type LedgerRow, outcomeOf } from "./ledger-row.ts";
import { isLesserOf } from "./lesser.ts";
import { beginStep, finishStep, readSteps, type StepRow } from "./steps.server.ts";

/** Attempts that came to nothing before people are asked to look. */
const MOST_ATTEMPTS = 20;
const BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 60_000;
/** How long a partner or a job of Shopify's may take before people are asked to look. */
const LONGEST_WAIT_MS = 3 * 24 * 60 * 60 * 1000;

export type Execution = {
  row: LedgerRow;
  /** Who holds the row's lease. */
  owner: string;
  executor: Executor;
  recheck: (row: LedgerRow, client: AdminClient, signal: AbortSignal, what: RecheckedFacts) => Promise<Recheck>;
  /** Aborted when the lease was lost or the process ends: nothing may be called any more. */
  signal: AbortSignal;
};

/** What became of one attempt. `settled` has the row as it stands; `later` is looked at again; `lost` is somebody else's. */
export type Executed = { kind: "settled"; row: LedgerRow } | { kind: "later" } | { kind: "lost" };

type Ending =
  | { kind: "failed" | "attention" | "changed"; text: string; staff: string; freeUnits: boolean }
  | { kind: "later"; why: string; milliseconds: number; counts: boolean }
  /** Another resolution of the order is under way. */
  | { kind: "in_line" }
  | { kind: "happened"; happened: Happened };

/**
 * Carries out a confirmed resolution, or goes on where a process died. Everything it needs to be allowed is checked again
 * (P2); every step is written down before and after Shopify is called (P3); what the shopper will be told is read from Shopify
 * after the last step (P4).
 */
export async function execute(execution: Execution): Promise<Executed> {
  const { row, owner } = execution;
  const ending = await carryOut(execution);
  if (execution.signal.aborted) return { kind: "lost" };
  if (ending.kind === "later") {
    if (!ending.counts || row.attempts < MOST_ATTEMPTS) {
      await putOff(row.shop, row.id, owner, ending.milliseconds, ending.counts);
      return { kind: "later" };
    }
    const staff = `After ${row.attempts} attempts it is still not known whether it was done: ${ending.why}.`;
    return ended(await settle(row, owner, "needs_attention", outcomeOf("", staff), false));
  }
  if (ending.kind === "in_line") {
    await waitInLine(row.shop, row.id, owner);
    return { kind: "later" };
  }
  if (ending.kind === "happened") return ended(await settleHappened(row, owner, ending.happened));
  const state = { failed: "failed", attention: "needs_attention", changed: "superseded" } as const;
  const { text, staff, freeUnits } = ending;
  return ended(await settle(row, owner, state[ending.kind], outcomeOf(text, staff), freeUnits));
}

async function carryOut(execution: Execution): Promise<Ending> {
  const { row, owner, executor, signal } = execution;
  const steps = await readSteps(row.shop, row.id);
  const client = await adminClientFor(row.shop);
  // Before the facts are looked at: nothing else is done about the order between that look and the first step.
  const begun = signal.aborted ? "lost" : await beginExecution(row.shop, row.id, owner);
  if (begun === "lost") return lost();
  if (begun === "another_first") return { kind: "in_line" };
  if (steps.length === 0) {
    const refusal = await mayBegin(execution, client);
    if (refusal) return refusal;
  }
  const results: Record<string, StepResult> = {};
  const context = (noted: StepResult | null): StepContext => ({
    client,
    resolutionId: row.id,
    reference: `wherewithal-${row.id}`,
    proposal: row.proposal,
    plan: row.proposal.plan,
    locale: row.locale,
    signal,
    results,
    noted,
    stillFree: () => execution.recheck(row, client, signal, "units"),
  });
  for (const step of executor.steps) {
    const known = steps.find((one) => one.step === step.name) ?? null;
    if (!known && !step.needed(context(null))) continue;
    const looked = await look(step, known, context, execution);
    if (looked.kind === "call" && looked.again && Object.keys(results).length === 0) {
      const refusal = await mayCallAgain(execution, client);
      if (refusal) return refusal;
    }
    const outcome = looked.kind === "call" ? await call(step, looked.noted, context, execution) : looked;
    if (outcome.kind === "done") {
      results[step.name] = outcome.result;
      continue;
    }
    return stepEnding(outcome, row, Object.keys(results).length > 0);
  }
  return { kind: "happened", happened: await executor.confirmDone(context(null)) };
}

/** Confirmation, approval, digest and fresh facts: without any of them nothing is begun. */
async function mayBegin({ row, recheck, signal }: Execution, client: AdminClient): Promise<Ending | null> {
  if (row.confirmedAt === null) throw new Error(`resolution ${row.id} was never confirmed`);
  if (row.proposal.needsApproval && row.approvedBy === null) throw new Error(`resolution ${row.id} was never approved`);
  const { confirmed, proposal } = row;
  const isLess = confirmed !== null && isLesserOf(confirmed, proposal);
  if (digestOf(row.shop, row.id, confirmed ?? proposal) !== row.digest || (confirmed !== null && !isLess)) {
    const staff = "The stored proposal is not the one that was confirmed, nor less of it. Nothing was done.";
    return { kind: "attention", text: "", staff, freeUnits: false };
  }
  const checked = await recheck(row, client, signal, "everything");
  if (checked.kind === "holds") return null;
  if (checked.kind === "changed")
    return { kind: "changed", text: checked.shopper, staff: checked.staff, freeUnits: true };
  return { kind: "later", why: checked.why, milliseconds: backoff(row), counts: true };
}

/**
 * The first call came to nothing, and time has passed: the facts have to hold still. Where they do not, people look, because
 * what has changed may be that very call.
 */
async function mayCallAgain(execution: Execution, client: AdminClient): Promise<Ending | null> {
  const refusal = await mayBegin(execution, client);
  if (refusal?.kind !== "changed") return refusal;
  return {
    kind: "attention",
    text: "",
    staff: `It was called once and not done; since then: ${refusal.staff}`,
    freeUnits: false,
  };
}

/** What is known of a step: how it ended, or that Shopify is to be called, for the first time or again. */
async function look(
  step: Step,
  known: StepRow | null,
  context: (noted: StepResult | null) => StepContext,
  { row }: Execution,
): Promise<StepOutcome | { kind: "call"; noted: StepResult | null; again: boolean }> {
  if (known?.state === "done") return { kind: "done", result: known.result ?? {} };
  if (known?.state === "refused") return { kind: "refused", message: String(known.result?.["message"] ?? "") };
  if (!known) {
    if (!step.before) return { kind: "call", noted: null, again: false };
    const before = await step.before(context(null));
    return before.kind === "noted" ? { kind: "call", noted: before.noted, again: false } : before;
  }
  // Somebody was about to call Shopify, or did: first look for traces.
  const found = await step.find(context(known.before));
  if (found.kind === "done") {
    await finishStep(row.shop, row.id, step.name, "done", found.result);
    return found;
  }
  if (found.kind !== "not_done") return found;
  const rest = env().RESOLUTION_QUIET_MS - known.age;
  if (rest > 0) return { kind: "waiting", why: "an earlier call may still be at work", lookAgainMs: rest };
  return { kind: "call", noted: known.before, again: true };
}

async function call(
  step: Step,
  noted: StepResult | null,
  context: (noted: StepResult | null) => StepContext,
  { row, owner, signal }: Execution,
): Promise<StepOutcome> {
  if (signal.aborted || !(await beginStep(row.shop, row.id, owner, step.name, noted))) {
    return { kind: "again", why: "the lease was lost" };
  }
  const outcome = await step.run(context(noted));
  if (outcome.kind === "done") await finishStep(row.shop, row.id, step.name, "done", outcome.result);
  if (outcome.kind === "refused")
    await finishStep(row.shop, row.id, step.name, "refused", { message: outcome.message });
  return outcome;
}

function stepEnding(outcome: Exclude<StepOutcome, { kind: "done" }>, row: LedgerRow, something: boolean): Ending {
  switch (outcome.kind) {
    case "refused":
      return something
        ? {
            kind: "attention",
            text: "",
            staff: `Part of it was done; then Shopify refused: ${outcome.message}`,
            freeUnits: false,
          }
        : { kind: "failed", text: "", staff: `Shopify refused: ${outcome.message}`, freeUnits: true };
    case "people":
      return {
        kind: "attention",
        text: "",
        staff: `The app does not go on by itself: ${outcome.why}`,
        freeUnits: false,
      };
    case "changed":
      return { kind: "changed", text: outcome.shopper, staff: outcome.staff, freeUnits: true };
    case "waiting":
      return waitedTooLong(row)
        ? { kind: "attention", text: "", staff: `It has been waiting too long: ${outcome.why}`, freeUnits: false }
        : { kind: "later", why: outcome.why, milliseconds: outcome.lookAgainMs, counts: false };
    case "again":
    case "unknown":
      return { kind: "later", why: outcome.why, milliseconds: backoff(row), counts: true };
  }
}

function waitedTooLong({ confirmedAt, approvedAt }: LedgerRow): boolean {
  const since = approvedAt ?? confirmedAt;
  return since !== null && Date.now() - since.getTime() > LONGEST_WAIT_MS;
}

async function settleHappened(row: LedgerRow, owner: string, happened: Happened): Promise<LedgerRow | null> {
  switch (happened.kind) {
    case "succeeded": {
      const { text, amount, newOrderName, url } = happened;
      return settle(
        row,
        owner,
        "succeeded",
        { ...outcomeOf(text, "Done, and read back from Shopify."), amount, newOrderName, url },
        false,
      );
    }
    case "not_as_planned":
      return settle(row, owner, "needs_attention", outcomeOf("", happened.message), false);
    case "unavailable":
      if (row.attempts >= MOST_ATTEMPTS) {
        const staff = `All steps were done, but the order could not be read afterwards: ${happened.why}`;
        return settle(row, owner, "needs_attention", outcomeOf("", staff), false);
      }
      await putOff(row.shop, row.id, owner, backoff(row), true);
      return null;
  }
}

function ended(row: LedgerRow | null): Executed {
  return row ? { kind: "settled", row } : { kind: "later" };
}

function lost(): Ending {
  return { kind: "later", why: "the lease was lost", milliseconds: 0, counts: false };
}

function backoff({ attempts }: LedgerRow): number {
  return Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** Math.max(0, attempts - 1));
}
