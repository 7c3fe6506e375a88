import { gid } from "../../store/ids.ts";
import { toMoneyText } from "../../store/money.ts";
import type { ProductRecord, VariantRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { metafieldFields } from "./metafields.ts";

function stockOf(variant: VariantRecord): number {
  return [...variant.inventory.values()].reduce((sum, units) => sum + units, 0);
}

export function productView(product: ProductRecord, context: CallContext) {
  const stock = () => product.variants.reduce((sum, variant) => sum + stockOf(variant), 0);
  return {
    id: gid("Product", product.id),
    legacyResourceId: product.id,
    title: product.title,
    handle: product.handle,
    description: product.description,
    descriptionHtml: product.description,
    vendor: product.vendor,
    productType: product.productType,
    tags: product.tags,
    status: product.status,
    isGiftCard: product.giftCard,
    totalInventory: stock,
    tracksInventory: product.variants.some((variant) => variant.tracked),
    hasOutOfStockVariants: () => product.variants.some((variant) => variant.tracked && stockOf(variant) <= 0),
    onlineStoreUrl:
      product.status === "ACTIVE"
        ? `https://${context.store.shop.primaryDomain ?? context.store.shop.domain}/products/${product.handle}`
        : null,
    createdAt: product.createdAt ?? context.now,
    options: product.options.map((name, index) => ({
      name,
      position: index + 1,
      values: [...new Set(product.variants.flatMap((variant) => variant.options[index] ?? []))],
    })),
    variants: (args: PageArgs) => listConnection(product.variants, args, (variant) => variantView(variant, context)),
    ...metafieldFields(product.metafields, `Product/${product.id}`),
  };
}

export function variantView(variant: VariantRecord, context: CallContext) {
  const currency = context.store.shop.currencyCode;
  const available = () => !variant.tracked || variant.inventoryPolicy === "CONTINUE" || stockOf(variant) > 0;
  return {
    id: gid("ProductVariant", variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${variant.product.title} - ${variant.title}`,
    sku: variant.sku,
    barcode: variant.barcode,
    position: variant.position,
    price: toMoneyText(variant.price, currency),
    compareAtPrice: variant.compareAtPrice,
    taxable: variant.taxable,
    inventoryPolicy: variant.inventoryPolicy,
    inventoryQuantity: () => stockOf(variant),
    sellableOnlineQuantity: () => Math.max(0, stockOf(variant)),
    availableForSale: available,
    selectedOptions: variant.options.map((value, index) => ({
      name: variant.product.options[index] ?? "Title",
      value,
    })),
    product: () => productView(variant.product, context),
  };
}
