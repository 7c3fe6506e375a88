import { performance } from "node:perf_hooks";
import type { ConversationEvent } from "../conversations/events.ts";
import { choiceText, type PolicyChoice } from "../resolutions/policy-choice.ts";
import { customerToBe } from "./customers.server.ts";
import { dryTurn } from "./dry-run.server.ts";
import { judge } from "./expectations.ts";
import type { Frame, Trouble } from "./frames.ts";
import { NOTHING_HAPPENED, withFrame } from "./happened.ts";
import type { TriedPolicy } from "./tried-policy.server.ts";
import { mayRun } from "./limits.server.ts";
import type { LastRun, StoredCase } from "./test-case.ts";
import { noteRun } from "./test-cases.server.ts";

export type CaseRun = { kind: "ran"; run: LastRun } | { kind: "cancelled" } | Trouble;

/**
 * Has a case's conversation with the agent, judges it and keeps how it went. Cancelled, it keeps nothing. What cannot be
 * said of the case itself (limits, lost infrastructure) is trouble, and keeps nothing either.
 */
export async function runCase(
  shop: string,
  testCase: StoredCase,
  choice: PolicyChoice,
  policy: TriedPolicy,
  signal: AbortSignal,
): Promise<CaseRun> {
  const startedAt = performance.now();
  const { persona, steps, expectations, id, version } = testCase;
  const finish = async (outcome: LastRun["outcome"], results: LastRun["results"]): Promise<CaseRun> => {
    const milliseconds = Math.round(performance.now() - startedAt);
    const at = new Date().toISOString();
    const run = { at, policy: choiceText(choice), revision: policy.revision, outcome, results, milliseconds };
    await noteRun(shop, id, version, run);
    return { kind: "ran", run };
  };
  if (persona.kind === "gone") return finish("customer_gone", []);
  if (persona.kind === "customer" && (await customerToBe(shop, persona.customerId, signal)) === "gone") {
    return finish("customer_gone", []);
  }
  let happened = NOTHING_HAPPENED;
  let orderIds: string[] = [];
  const history: ConversationEvent[] = [];
  const hear = (frame: Frame) => {
    happened = withFrame(happened, frame);
    if (frame.kind === "event") history.push(frame.event);
  };
  for (const said of steps) {
    if (!(await mayRun(shop))) return { kind: "trouble", why: "limited" };
    const end = await dryTurn({ shop, persona, policy, history: [...history], orderIds, said }, hear, signal);
    if (signal.aborted) return { kind: "cancelled" };
    // A card to be answered that was never shown: what was expected of it fails by itself.
    if (end.kind === "trouble") break;
    ({ orderIds } = end);
  }
  const results = judge(expectations, happened);
  return finish(results.every(({ held }) => held) ? "passed" : "failed", results);
}
