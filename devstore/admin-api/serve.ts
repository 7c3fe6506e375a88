import { setTimeout as wait } from "node:timers/promises";
import type { CallLog } from "../calls.ts";
import type { Faults } from "../faults.ts";
import type { Holds } from "../holds.ts";
import type { Store } from "../store/store.ts";
import type { AdminApi, AdminAuth } from "./admin-api.ts";

export type HttpCall = {
  auth: AdminAuth | null;
  /** The request's JSON, whatever it is. */
  body: unknown;
  debugCost?: boolean;
};

/** What to do on the wire: answer, or hang up without a word. */
export type WireAnswer =
  { kind: "answer"; status: number; headers: Record<string, string>; body: string } | { kind: "hangUp" };

/** One Admin API call with its bad luck and its entry in the call log; all that is left is writing to the socket. */
export async function serveAdminCall(
  devstore: { api: AdminApi; faults: Faults; calls: CallLog; store: Store; holds?: Holds },
  call: HttpCall,
): Promise<WireAnswer> {
  const started = performance.now();
  const { query, variables, operationName } = fieldsOf(call.body);
  const name = typeof operationName === "string" ? operationName : operationIn(query);
  const plan = devstore.faults.take(name);
  if (plan.latencyMs > 0) await wait(plan.latencyMs);
  const log = (
    status: number | null,
    operation: string | null,
    cost: { requested: number; actual: number | null } | null,
    error: string | null,
  ) =>
    devstore.calls.add({
      at: devstore.store.nowInstant(),
      operation,
      variables: variables ?? null,
      status,
      cost,
      error,
      ms: Math.round((performance.now() - started) * 100) / 100,
    });

  const isHeldToTheEnd = async (when: "before" | "after") =>
    (await devstore.holds?.pass(when, name, variables)) === "hang_up";
  if (plan.before.kind === "cut" || (await isHeldToTheEnd("before"))) {
    log(null, name, null, "CONNECTION_CUT");
    return { kind: "hangUp" };
  }
  const date = { date: devstore.store.now().toUTCString() };
  if (plan.before.kind === "status") {
    log(plan.before.status, name, null, `HTTP_${plan.before.status}`);
    return {
      kind: "answer",
      status: plan.before.status,
      headers: { "content-type": "text/html", ...date },
      body: "<html><body>Service Unavailable</body></html>",
    };
  }
  const response = devstore.api.handle({
    auth: call.auth,
    query,
    variables,
    operationName,
    debugCost: call.debugCost ?? false,
    throttle: plan.throttle,
    hideProtected: plan.hideProtected,
    denyScopes: plan.denyScopes,
    jobFails: plan.jobFails,
  });
  if (plan.after === "cut" || (await isHeldToTheEnd("after"))) {
    log(null, response.operation, response.cost, "ANSWER_DROPPED");
    return { kind: "hangUp" };
  }
  log(response.status, response.operation, response.cost, firstCode(response.body["errors"]));
  const text = JSON.stringify(response.body);
  const body = plan.after === "malformed" ? text.slice(0, Math.floor(text.length / 2)) : text;
  return { kind: "answer", status: response.status, headers: response.headers, body };
}

function fieldsOf(body: unknown): { query: unknown; variables: unknown; operationName: unknown } {
  if (typeof body !== "object" || body === null)
    return { query: undefined, variables: undefined, operationName: undefined };
  const read = (name: string): unknown => Reflect.get(body, name) ?? undefined;
  return { query: read("query"), variables: read("variables"), operationName: read("operationName") };
}

function operationIn(query: unknown): string | null {
  return typeof query === "string" ? (/\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? null) : null;
}

function firstCode(errors: unknown): string | null {
  if (errors === undefined) return null;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  if (typeof first !== "object" || first === null) return "ERROR";
  const extensions: unknown = Reflect.get(first, "extensions");
  const code: unknown = typeof extensions === "object" && extensions !== null ? Reflect.get(extensions, "code") : null;
  return typeof code === "string" ? code : "ERROR";
}
