import type { DraftOrderInput, ReplacementCalculateMutation } from "../../shopify/generated/admin.ts";
import { decimalString } from "../../orders/money.ts";
import { readPair } from "../facts/pairs.ts";
import type { Address, ReplacementPlan } from "../plan.ts";
import { claimedUnits } from "./planned.ts";
import type { Planned, PlanInput } from "./planned.ts";

/** The plan before Shopify calculated it; null when there is nowhere to send it, or nothing that is sold anymore. */
export function draftReplacement({ material, chosen }: PlanInput): ReplacementPlan | null {
  const { address, customerId, email, presentment } = material;
  if (!address) return null;
  const lines = chosen.flatMap(({ line, quantity }) =>
    line.variantId === null ? [] : [{ variantId: line.variantId, quantity, title: titleOf(line) }],
  );
  if (lines.length !== chosen.length || lines.length === 0) return null;
  return { kind: "replacement", lines, customerId, email, address, currency: presentment };
}

/**
 * The draft order that sends it at no cost: at catalog prices with a discount of 100 %, so that its value stays visible, and
 * free shipping. An executor adds its reference.
 */
export function replacementDraft(plan: ReplacementPlan): DraftOrderInput {
  return {
    ...(plan.customerId === null ? {} : { purchasingEntity: { customerId: plan.customerId } }),
    ...(plan.email === null ? {} : { email: plan.email }),
    shippingAddress: addressInput(plan.address),
    taxExempt: true,
    acceptAutomaticDiscounts: false,
    presentmentCurrencyCode: plan.currency as DraftOrderInput["presentmentCurrencyCode"],
    lineItems: plan.lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    appliedDiscount: { title: "Replacement", value: 100, valueType: "PERCENTAGE" },
    shippingLine: {
      title: "Replacement",
      priceWithCurrency: {
        amount: decimalString({ minor: 0, currency: plan.currency }),
        currencyCode: plan.currency as never,
      },
    },
  };
}

export function addressInput(address: Address): NonNullable<DraftOrderInput["shippingAddress"]> {
  const { countryCode, ...rest } = address;
  return { ...rest, countryCode: countryCode as never };
}

/** It must cost the shopper nothing, by Shopify's own calculation. */
export function planReplacement(
  input: PlanInput,
  plan: ReplacementPlan,
  answer: ReplacementCalculateMutation,
): Planned<ReplacementPlan> {
  const calculated = answer.draftOrderCalculate;
  const total = calculated?.calculatedDraftOrder ? readPair(calculated.calculatedDraftOrder.totalPriceSet) : null;
  if (!total || (calculated?.userErrors.length ?? 0) > 0) {
    return { kind: "differs", why: "Shopify cannot calculate the replacement." };
  }
  if (total.presentment.minor !== 0 || total.shop.minor !== 0) {
    return { kind: "differs", why: "Shopify would charge something for the replacement." };
  }
  return { kind: "ok", plan, units: claimedUnits(input), value: input.option.value };
}

export function titleOf({ title, variant }: { title: string; variant: string | null }): string {
  return variant === null ? title : `${title} (${variant})`;
}
