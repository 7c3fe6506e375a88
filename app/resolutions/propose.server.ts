import { randomUUID } from "node:crypto";
import { dayIn } from "../orders/calendar.ts";
import { zoneOf } from "../orders/judging.ts";
import { log } from "../platform/log.server.ts";
import type { PricedOption } from "../policy/verdict.ts";
import type { ResolutionCaller } from "./caller.ts";
import { gistOf, proposalCard, sumOf } from "./card.ts";
import { drawProposal } from "./draw-proposal.server.ts";
import { readFacts } from "./facts/read-facts.server.ts";
import { storeProposal } from "./ledger.server.ts";
import type { FrozenProposal } from "./plan.ts";
import { policyFor } from "./policies.server.ts";
import type { ProposalCard } from "./proposal-card.ts";
import { tellTrial } from "./tell-trial.ts";
import { tellChoice, tellDone, tellPerson, tellVerdict, tellerFor } from "./told.ts";
import type { Told } from "./told.ts";
import type { ProposalAsk, ProposeOutcome } from "./tool-answers.ts";

export type Proposed = { outcome: ProposeOutcome; card: ProposalCard | null };

/**
 * Freezes one resolution: facts read now, the policy's verdict on them, amounts by Shopify's calculation, every argument in
 * a ledger row, and a card that shows exactly that. Of what a model says only the choice counts: order, reason, items,
 * kind, destination, variant, address; each is looked up and checked. Nothing is done by it.
 */
export async function propose(caller: ResolutionCaller, ask: ProposalAsk, signal: AbortSignal): Promise<Proposed> {
  const { client, locale, timeZone, photos, confirmWith, trial } = caller;
  const [read, inForce] = await Promise.all([
    readFacts(caller, ask.orderName, signal),
    trial ? trial.policy : policyFor(client.shop, caller.currency),
  ]);
  if (read.kind !== "ok") return without(read);
  const telling = { read, reader: "propose_resolution", locale, timeZone, wanted: ask.kind } as const;
  const { material } = read;
  const drawn = await drawProposal({ client, signal, photos }, read, inForce, ask);
  if (trial && "request" in drawn) tellTrial(trial, inForce, drawn.request, read);
  switch (drawn.kind) {
    case "invalid":
    case "unavailable":
      return without(drawn);
    case "destination":
      return without({
        kind: "invalid",
        message: "Ask the shopper where the money shall go: original_payment or store_credit.",
      });
    case "choose":
      return verdictTold(tellChoice(telling, ask.reason));
    case "verdict":
      return verdictTold(tellVerdict(telling, ask.reason, drawn.chosen, drawn.verdict));
    case "person":
      if (drawn.why !== null) {
        log.warn({ shop: client.shop, order: material.orderId, kind: ask.kind, why: drawn.why }, "not proposed");
      }
      return verdictTold(tellPerson(telling, ask.reason, drawn.chosen));
    case "done":
      return verdictTold(tellDone(telling, ask.reason));
    case "drawn": {
      const { proposal, option, request } = drawn;
      const asked = { request, facts: read.facts, at: read.at };
      const id = randomUUID();
      const { digest, expiresAt } = trial
        ? trial.keep(id, proposal, asked)
        : await storeProposal(caller.key, id, proposal, locale, asked);
      const { returnShipping } = option.goods;
      const card = proposalCard({ id, digest, expiresAt, proposal, material, locale, returnShipping });
      return { outcome: tellProposal({ ...telling, confirmWith }, proposal, expiresAt, returnShipping), card };
    }
  }
}

function tellProposal(
  telling: Parameters<typeof tellerFor>[0] & Pick<ResolutionCaller, "confirmWith">,
  proposal: FrozenProposal,
  expiresAt: Date,
  returnShipping: PricedOption["goods"]["returnShipping"],
): Extract<ProposeOutcome, { kind: "ok" }> {
  const { read } = telling;
  const teller = tellerFor(telling);
  const sum = sumOf(proposal.plan);
  if (sum) teller.money(sum, "proposal");
  for (const money of amountsIn(proposal)) teller.money(money, "proposal");
  const timeZone = zoneOf(read.snapshot, telling.timeZone);
  teller.quoted("date", dayIn(expiresAt, timeZone), "proposal");
  // In English, as all that models read; the card itself is in the shopper's language.
  const english = proposalCard({
    id: "",
    digest: "",
    expiresAt,
    proposal,
    material: read.material,
    locale: telling.locale.toLowerCase().startsWith("en") ? telling.locale : "en",
    returnShipping,
  });
  const destination = english.destination === null ? "" : `. ${english.destination}`;
  const notes = english.notes.length === 0 ? "" : `. ${english.notes.join(" ")}`;
  return {
    kind: "ok",
    told: {
      proposed: true,
      orderName: proposal.orderName,
      resolution: proposal.kind,
      summary: `${gistOf(english)}${destination}${notes}`,
      approval: proposal.needsApproval,
      confirmWith: telling.confirmWith,
      confirmBy: new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(expiresAt),
    },
    evidence: teller.evidence(),
  };
}

function amountsIn({ plan }: FrozenProposal) {
  if (plan.kind === "refund" || plan.kind === "change_items") return plan.transactions.map(({ amount }) => amount);
  if (plan.kind === "return") return plan.shippingFee ? [plan.shippingFee] : [];
  return [];
}

function verdictTold(told: Told): Proposed {
  return without({ kind: "verdict", ...told });
}

function without(outcome: ProposeOutcome): Proposed {
  return { outcome, card: null };
}
