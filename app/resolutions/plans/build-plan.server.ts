import type { AdminCallOptions, AdminClient, AdminOutcome } from "../../shopify/admin-client.ts";
import {
  ReplacementCalculateDocument,
  ReturnableLinesDocument,
  ReturnCalculateDocument,
  SuggestedRefundDocument,
} from "../../shopify/generated/admin.ts";
import type { SuggestedRefundQueryVariables } from "../../shopify/generated/admin.ts";
import type { MaterialVariant } from "../facts/material.ts";
import type { Address } from "../plan.ts";
import { planCancel, planChangeAddress, planChangeItems } from "./plan-changes.ts";
import { planExchange } from "./plan-exchange.ts";
import { planRefund } from "./plan-refund.ts";
import { draftReplacement, planReplacement, replacementDraft } from "./plan-replacement.ts";
import { planReturn } from "./plan-return.ts";
import { planStoreCredit } from "./plan-store-credit.ts";
import { refundedLines } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";
import { returnLines } from "./return-lines.ts";
import { calculateInput, readReturned } from "./returned-money.ts";
import { readSuggestion } from "./suggestion.ts";
import type { Suggestion } from "./suggestion.ts";

/** What the shopper wants besides the option: the variant instead, the new address. */
export type Wanted = { instead: MaterialVariant | null; address: Address | null };
export type Built = Planned | { kind: "unavailable"; why: string };
type Asking = { client: AdminClient; signal: AbortSignal };

/** Makes the plan for an option that a policy allows, with every amount by Shopify's own calculation. Changes nothing. */
export async function buildPlan(asking: Asking, input: PlanInput, wanted: Wanted): Promise<Built> {
  const { kind, goods } = input.option;
  switch (kind) {
    case "refund":
    case "store_credit": {
      // What has to come back first is a return; its money follows the goods.
      if (goods.comeBack) return buildReturn(asking, input, null);
      const suggestion = await suggestedRefund(asking, input);
      if (suggestion.kind !== "ok") return suggestion;
      return input.destination === "store_credit" || kind === "store_credit"
        ? planStoreCredit(input, suggestion.suggestion)
        : planRefund(input, suggestion.suggestion);
    }
    case "replacement": {
      if (goods.comeBack) return buildReturn(asking, input, sameAgain(input));
      return buildReplacement(asking, input);
    }
    case "return":
      return buildReturn(asking, input, null);
    case "exchange":
      return wanted.instead ? buildReturn(asking, input, wanted.instead) : differs("Nothing was chosen instead.");
    case "cancel": {
      const suggestion = await suggest(asking, { orderId: input.material.orderId, full: true });
      return suggestion.kind === "ok" ? planCancel(input, suggestion.suggestion) : suggestion;
    }
    case "change_address":
      return wanted.address ? planChangeAddress(input, wanted.address) : differs("No new address was given.");
    case "change_items": {
      const lines = input.chosen.map(({ line, quantity }) => ({
        lineItemId: line.lineId,
        quantity,
        restockType: "CANCEL" as const,
      }));
      const suggestion = await suggest(asking, { orderId: input.material.orderId, lines });
      return suggestion.kind === "ok" ? planChangeItems(input, wanted.instead, suggestion.suggestion) : suggestion;
    }
  }
}

/** The item that has to come back is sent again: that is one item, or Shopify would not know which comes for which. */
function sameAgain({ chosen }: PlanInput): MaterialVariant | "several" {
  const [first, ...rest] = chosen;
  const variant = first?.line.variants.find(({ id }) => id === first.line.variantId);
  return variant && rest.length === 0 ? variant : "several";
}

async function buildReplacement({ client, signal }: Asking, input: PlanInput): Promise<Built> {
  const draft = draftReplacement(input);
  if (!draft) return differs("There is no address to send it to, or it is no longer sold.");
  const answer = await client.run(ReplacementCalculateDocument, { input: replacementDraft(draft) }, { signal });
  return answer.kind === "ok" ? planReplacement(input, draft, answer.data) : unavailable(answer);
}

async function buildReturn(
  { client, signal }: Asking,
  input: PlanInput,
  instead: MaterialVariant | "several" | null,
): Promise<Built> {
  if (instead === "several") return differs("Several items have to come back and be replaced.");
  if (instead && input.chosen.length > 1) return differs("Several items are exchanged at once.");
  const { orderId } = input.material;
  const options: AdminCallOptions = { signal };
  const returnable = await client.run(ReturnableLinesDocument, { orderId }, options);
  if (returnable.kind !== "ok") return unavailable(returnable);
  const lines = returnLines(input.chosen, input.reason, returnable.data);
  if (!lines) return differs("Shopify does not let these items be returned.");
  const costs = { restockingPercent: input.option.restockingPercent, fee: input.option.returnFee?.presentment ?? null };
  const quantity = input.chosen.reduce((sum, item) => sum + item.quantity, 0);
  const exchanged = instead ? { variantId: instead.id, quantity } : null;
  const calculation = await client.run(
    ReturnCalculateDocument,
    { input: calculateInput(orderId, lines, costs, exchanged) },
    options,
  );
  if (calculation.kind !== "ok") return unavailable(calculation);
  const money = readReturned(calculation.data, input.material);
  if (!money) return differs("Shopify cannot calculate the return.");
  return instead ? planExchange(input, lines, instead, money) : planReturn(input, lines, money);
}

function suggestedRefund(asking: Asking, input: PlanInput): ReturnType<typeof suggest> {
  const { orderId } = input.material;
  const { of } = input.option.portion;
  if (of === "shipping") return suggest(asking, { orderId, refundShipping: true });
  // For a share Shopify only says what the payments allow.
  if (of === "share") return suggest(asking, { orderId, full: true });
  const lines = refundedLines(input.chosen).map(({ lineId, quantity, restock }) => ({
    lineItemId: lineId,
    quantity,
    restockType: restock,
  }));
  return suggest(asking, { orderId, lines });
}

async function suggest(
  { client, signal }: Asking,
  variables: SuggestedRefundQueryVariables,
): Promise<
  { kind: "ok"; suggestion: Suggestion } | { kind: "unavailable"; why: string } | { kind: "differs"; why: string }
> {
  const answer = await client.run(SuggestedRefundDocument, variables, { signal });
  if (answer.kind !== "ok") return unavailable(answer);
  const suggestion = readSuggestion(answer.data);
  return suggestion ? { kind: "ok", suggestion } : differs("Shopify suggests no refund.");
}

function differs(why: string): { kind: "differs"; why: string } {
  return { kind: "differs", why };
}

function unavailable(outcome: Exclude<AdminOutcome<unknown>, { kind: "ok" }>): { kind: "unavailable"; why: string } {
  return { kind: "unavailable", why: outcome.kind === "unavailable" ? outcome.why : outcome.kind };
}
