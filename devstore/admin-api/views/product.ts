import { gid, numericId } from "../../store/ids.ts";
import { toMoneyText } from "../../store/money.ts";
import type { ProductRecord, VariantRecord } from "../../store/records.ts";
import { isBounded, sellableUnits } from "../../store/stock.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { metafieldFields } from "./metafields.ts";

function stockOf(variant: VariantRecord): number {
  return [...variant.inventory.values()].reduce((sum, units) => sum + units, 0);
}

export function productView(product: ProductRecord, context: CallContext) {
  const stock = () => product.variants.reduce((sum, variant) => sum + stockOf(variant), 0);
  return {
    __typename: "Product",
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
    collections: (args: PageArgs) =>
      listConnection(
        product.collections.map((ref) => ({ id: numericId("Collection", ref), ref })),
        args,
        (collection) => collectionView(collection.ref),
      ),
    variants: (args: PageArgs) => listConnection(product.variants, args, (variant) => variantView(variant, context)),
    ...metafieldFields(product.metafields, `Product/${product.id}`),
  };
}

/** Called as the shop's file refers to it. */
export function collectionView(ref: string | number) {
  return { __typename: "Collection", id: gid("Collection", numericId("Collection", ref)), title: String(ref) };
}

export function variantView(variant: VariantRecord, context: CallContext) {
  const currency = context.store.shop.currencyCode;
  const sellable = () => sellableUnits(context.store, variant, context.now);
  return {
    __typename: "ProductVariant",
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
    sellableOnlineQuantity: () => Math.max(0, sellable()),
    availableForSale: () => !isBounded(variant) || sellable() > 0,
    selectedOptions: variant.options.map((value, index) => ({
      name: variant.product.options[index] ?? "Title",
      value,
    })),
    product: () => productView(variant.product, context),
  };
}

/** The variant's picture, or its product's: an address as it is, drawn ones as a `data:` address. */
export function imageView(variant: VariantRecord | null) {
  const source = variant?.image ?? variant?.product.image ?? null;
  if (variant === null || source === null) return null;
  const url = source.startsWith("<svg") ? `data:image/svg+xml,${encodeURIComponent(source)}` : source;
  return URL.canParse(url) ? { id: gid("ProductImage", variant.id), url } : null;
}
