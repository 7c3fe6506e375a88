import { parseMoney } from "../../orders/money.ts";
import type { VariantsForResolutionQuery } from "../../shopify/generated/admin.ts";
import type { MaterialVariant } from "./material.ts";

type Found = Extract<VariantsForResolutionQuery["nodes"][number], { id: string }>;
export type VariantNode = Found;

export function variantNodes(answer: VariantsForResolutionQuery): Map<string, VariantNode> {
  const found = answer.nodes.filter((node): node is Found => node !== null && "id" in node);
  return new Map(found.map((node) => [node.id, node]));
}

type Stocked = Pick<VariantNode, "availableForSale" | "sellableOnlineQuantity" | "inventoryPolicy">;

/**
 * Units that can be sent at once. Shopify tells no shop that does not track a variant apart in these fields, but what is for
 * sale with nothing in stock and may not be oversold is not tracked: null. What may be oversold and is used up comes later: 0.
 */
export function stockOf(variant: Stocked, product: { status: string }): number | null {
  if (product.status !== "ACTIVE" && product.status !== "UNLISTED") return 0;
  if (!variant.availableForSale) return 0;
  if (variant.sellableOnlineQuantity > 0) return variant.sellableOnlineQuantity;
  return variant.inventoryPolicy === "CONTINUE" ? 0 : null;
}

/** @param currency the shop's: catalog prices are in it */
export function variantsOf(node: VariantNode, currency: string): MaterialVariant[] {
  return node.product.variants.nodes.map((variant) => ({
    id: variant.id,
    title: variant.title,
    options: variant.selectedOptions.map(({ value }) => value),
    price: parseMoney(variant.price, currency)?.minor ?? null,
    inStock: stockOf(variant, node.product),
  }));
}
