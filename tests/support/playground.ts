import { randomUUID } from "node:crypto";
import type { PolicyOutcome } from "#app/components/policies/ask-policies.ts";
import type { ConversationEvent } from "#app/conversations/events.ts";
import type { Expectation } from "#app/playground/expectations.ts";
import type { Frame, Step } from "#app/playground/frames.ts";
import { NOTHING_HAPPENED, withFrame } from "#app/playground/happened.ts";
import type { Persona } from "#app/playground/persona.ts";
import type { CaseRun } from "#app/playground/run-case.server.ts";
import type { Said } from "#app/playground/said.ts";
import type { Policy } from "#app/policy/policy.ts";
import { type PresetId, presetPolicy } from "#app/policy/presets.ts";
import { BROWSER_USER_AGENT } from "./browser.ts";
import type { System } from "./system.ts";

/** Asks the app as its own pages do in the merchant's admin: with a session token. */
export async function askAdmin(system: System, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = {
    Authorization: `Bearer ${await system.devstore.sessionToken()}`,
    "User-Agent": BROWSER_USER_AGENT,
    "Content-Type": "application/json",
  };
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  return fetch(`${system.app.url}${path}`, { headers, ...init, ...(signal ? { signal } : {}) });
}

/** Makes a policy the shop's draft, whatever the draft was. */
export async function draftIs(system: System, policy: Policy): Promise<void> {
  const ask = async (replacing: number | null) => {
    const asked = { intent: "start", from: { kind: "written", policy }, replacing };
    return (await (await askAdmin(system, "/app/policies/changes", asked)).json()) as PolicyOutcome;
  };
  const first = await ask(null);
  const outcome = first.kind === "overtaken" ? await ask(first.theirs?.revision ?? null) : first;
  if (outcome.kind !== "saved") throw new Error(JSON.stringify(outcome));
}

/** A preset under which nothing is offered for what arrives damaged: a person has to see to it. */
export function withoutDamaged(preset: PresetId): Policy {
  const policy = presetPolicy(preset, "EUR");
  return { ...policy, reasons: { ...policy.reasons, damaged: { ...policy.reasons.damaged, offers: [] } } };
}

/** Lines of JSON, without the heartbeats. */
async function linesOf<Line>(response: Response): Promise<Line[]> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const text = await response.text();
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Line]));
}

/** A customer of the devstore's by email. */
export function customerOf(system: System, email: string): Persona {
  const found = system.devstore.store.customerByEmail(email);
  if (!found) throw new Error(`no customer ${email}`);
  return { kind: "customer", customerId: `gid://shopify/Customer/${found.id}`, label: `${found.firstName} (${email})` };
}

/** A conversation in the playground, held as its page holds it. */
export function playgroundTalk(system: System, persona: Persona, policy: string) {
  const history: ConversationEvent[] = [];
  let orderIds: string[] = [];
  let happened = NOTHING_HAPPENED;
  const steps: Step[] = [];
  const say = async (said: Said): Promise<Frame[]> => {
    const frames = await linesOf<Frame>(
      await askAdmin(system, "/app/playground/turn", { persona, policy, history, orderIds, said }),
    );
    for (const frame of frames) {
      happened = withFrame(happened, frame);
      if (frame.kind === "event") history.push(frame.event);
      if (frame.kind === "end") ({ orderIds } = frame);
      if (frame.kind === "step") steps.push(frame.step);
    }
    return frames;
  };
  return {
    history,
    steps,
    happened: () => happened,
    say: (text: string, photo = false) => say({ kind: "message", text, photo }),
    press: (decision: "confirm" | "decline") => say({ kind: "answer", decision }),
    answer: () => happened.said.at(-1) ?? "",
  };
}

/** Saves a new test case and gives its id. */
export async function savedCase(
  system: System,
  testCase: { name: string; persona: Persona; steps: Said[]; expectations: Expectation[] },
): Promise<string> {
  const id = randomUUID();
  const asked = { intent: "save", id, version: null, testCase };
  const response = await askAdmin(system, "/app/playground/changes", asked);
  if (!response.ok) throw new Error(await response.text());
  return id;
}

export async function runCaseOf(system: System, id: string, policy: string): Promise<CaseRun | { kind: "gone" }> {
  const [line] = await linesOf<CaseRun>(await askAdmin(system, "/app/playground/run", { id, policy }));
  if (!line) throw new Error("nothing was answered");
  return line;
}
