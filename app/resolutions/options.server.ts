import { inScope } from "../orders/read-orders.server.ts";
import type { Scope } from "../identity/scope.ts";
import { decide } from "../policy/decide.ts";
import type { RequestReason } from "../policy/kinds.ts";
import type { ResolutionCaller } from "./caller.ts";
import { readFacts } from "./facts/read-facts.server.ts";
import { policyFor } from "./policies.server.ts";
import { understand } from "./request-for.ts";
import { tellTrial } from "./tell-trial.ts";
import { tellChoice, tellVerdict } from "./told.ts";
import type { OptionsOutcome } from "./tool-answers.ts";

export type OptionsAsk = {
  orderName: string | null;
  reason: RequestReason;
  items: readonly { number: number; quantity: number }[];
  /** Orders whose address may be told as well; not given, those of the scope. */
  addressesIn?: Scope;
};

/** What the shop's policy offers for a reason and items of one order of the scope. Chooses and changes nothing. */
export async function optionsFor(
  caller: ResolutionCaller,
  ask: OptionsAsk,
  signal: AbortSignal,
): Promise<OptionsOutcome> {
  const { client, locale, timeZone, photos, currency, trial } = caller;
  const [read, inForce] = await Promise.all([
    readFacts(caller, ask.orderName, signal),
    trial ? trial.policy : policyFor(client.shop, currency),
  ]);
  if (read.kind !== "ok") return read;
  const telling = { read, reader: "resolution_options", locale, timeZone } as const;
  const open = { kind: null, destination: null, variant: null, newQuantity: null, description: null };
  const understood = understand(
    { ...open, reason: ask.reason, items: [...ask.items] },
    read.facts,
    read.material,
    photos,
  );
  if (understood.kind === "invalid") return understood;
  if (understood.kind === "choose") return { kind: "ok", ...tellChoice(telling, ask.reason) };
  if (trial) tellTrial(trial, inForce, understood.request, read);
  const verdict = decide(inForce.policy, understood.request, read.facts, read.at);
  const { told, evidence, ruled } = tellVerdict(telling, ask.reason, understood.chosen, verdict);
  const { id, customerId } = read.snapshot;
  const mayTellAddress = inScope(
    { id, customer: customerId === null ? null : { id: customerId } },
    ask.addressesIn ?? caller.scope,
  );
  return { kind: "ok", told: mayTellAddress ? told : { ...told, address: null }, evidence, ruled };
}
