import { randomUUID } from "node:crypto";
import type { ConversationKey } from "../identity/scope.ts";
import { errorFields, log } from "../platform/log.server.ts";
import { execute } from "../resolutions/execute.server.ts";
import {
  dueResolutions,
  EXECUTION_LEASE_SECONDS,
  nextInLine,
  renewExecution,
  takeExecution,
} from "../resolutions/executions.server.ts";
import { executorFor } from "../resolutions/executors/index.ts";
import type { LedgerRow } from "../resolutions/ledger-row.ts";
import { confirm, decline, expireProposals } from "../resolutions/ledger.server.ts";
import { recheck } from "../resolutions/recheck.server.ts";
import type { ConversationEvent } from "./events.ts";
import { tellResolution } from "./tell-resolution.server.ts";

export type ProposalAnswer =
  | { kind: "ok"; event: ConversationEvent }
  /** It is no longer what was shown, or never was. */
  | { kind: "conflict" }
  | { kind: "not_found" };

const running = new Map<string, { controller: AbortController; done: Promise<void> }>();
let stopping = false;

/** The shopper pressed a button on a proposal's card. This event, and never a model, carries it out. */
export async function answerProposal(
  key: ConversationKey,
  id: string,
  answer: { digest: string; decision: "confirm" | "decline" },
): Promise<ProposalAnswer> {
  const decided = await (answer.decision === "confirm" ? confirm : decline)(key, id, answer.digest);
  if (decided.kind === "not_what_was_shown") return { kind: decided.row ? "conflict" : "not_found" };
  const { row } = decided;
  // Told first and executed then, so that the log has them in the order they happened.
  const event = await tellResolution(row);
  if (row.state === "confirmed") startExecution(row);
  return event ? { kind: "ok", event } : { kind: "not_found" };
}

/** Begins to carry out what is confirmed or approved; it goes on whether or not anybody waits for it. */
export function startExecution(row: Pick<LedgerRow, "shop" | "id">): void {
  if (stopping || running.has(row.id)) return;
  const controller = new AbortController();
  const done = run(row.shop, row.id, controller)
    .catch((error: unknown) =>
      // Its row still says that it is to be done: the reconciler goes on once the lease has run out.
      log.error({ shop: row.shop, resolution: row.id, ...errorFields(error) }, "a resolution was not carried out"),
    )
    .finally(() => running.delete(row.id));
  running.set(row.id, { controller, done });
}

async function run(shop: string, id: string, controller: AbortController): Promise<void> {
  const owner = randomUUID();
  const row = await takeExecution(shop, id, owner);
  if (!row) return;
  const renewal = setInterval(
    () => {
      renewExecution(shop, id, owner).then(
        (held) => {
          if (!held) controller.abort(new Error("lease lost"));
        },
        (error: unknown) => log.warn(errorFields(error), "the lease of a resolution was not renewed"),
      );
    },
    (EXECUTION_LEASE_SECONDS * 1000) / 3,
  );
  try {
    const { plan } = row.proposal;
    const executed = await execute({
      row,
      owner,
      executor: executorFor(plan.kind),
      recheck,
      signal: controller.signal,
    });
    if (executed.kind !== "settled") return;
    const next = await nextInLine(executed.row);
    if (next) startExecution(next);
    await tellResolution(executed.row);
  } finally {
    clearInterval(renewal);
  }
}

/** Most rows taken up in one look. */
const MOST = 25;

/**
 * The reconciler: goes on with what a dead process left, with what is due again, and tells what was not told; ends what
 * nobody answered. Every process does so now and then; leases and names of events keep them out of each other's way.
 */
export async function reconcile(): Promise<void> {
  await expireProposals(MOST);
  for (const row of await dueResolutions(MOST)) {
    if (["confirmed", "approved", "executing"].includes(row.state)) startExecution(row);
    else await tellResolution(row);
  }
}

/** Waits for what is being carried out as long as it may; the rest goes on elsewhere. */
export async function stopExecutions(graceMs: number): Promise<void> {
  stopping = true;
  const all = Promise.allSettled([...running.values()].map(({ done }) => done));
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    all,
    new Promise((resolve) => {
      timer = setTimeout(resolve, graceMs);
    }),
  ]);
  clearTimeout(timer);
  for (const { controller } of running.values()) controller.abort(new Error("shutting down"));
}
