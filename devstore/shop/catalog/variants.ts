import type { StoreFileInput } from "../../store/schema.ts";
import type { Random } from "../random.ts";
import { at } from "../time.ts";
import { PRODUCTS, type ProductRow } from "./products.ts";

type ProductInput = NonNullable<StoreFileInput["products"]>[number];

export type CatalogVariant = {
  sku: string;
  product: ProductRow;
  title: string;
  options: string[];
  cents: number;
  soldOut: boolean;
};

/** Every variant of the catalog by its SKU, such as `JT-FSHSW-M-NAVY`. */
export const VARIANTS: ReadonlyMap<string, CatalogVariant> = new Map(
  PRODUCTS.flatMap(variantsOf).map((variant) => [variant.sku, variant]),
);

export function variant(sku: string): CatalogVariant {
  const found = VARIANTS.get(sku);
  if (!found) throw new Error(`no such SKU: ${sku}`);
  return found;
}

export function requiresShipping(product: ProductRow): boolean {
  return product.place !== "none";
}

function variantsOf(product: ProductRow): CatalogVariant[] {
  const combinations = Object.values(product.options).reduce<string[][]>(
    (soFar, values) => soFar.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
  return combinations.map((options) => {
    const title = options.join(" / ");
    const cents = typeof product.price === "number" ? product.price : product.price[options[0] ?? ""];
    if (cents === undefined) throw new Error(`${product.handle} has no price for ${title}`);
    const sku = [product.skuPrefix, ...options.map(skuPart)].join("-");
    return { sku, product, title, options, cents, soldOut: product.soldOut?.includes(title) ?? false };
  });
}

/** "36–38" → `36-38`, "Oat bouclé" → `OAT-BOUCLE`, "€25" → `25`. */
function skuPart(option: string): string {
  return option
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** The products of the store file, with believable stock on the shelves that carry them. */
export function catalog(random: Random): ProductInput[] {
  return PRODUCTS.map((product, index) => ({
    id: product.handle,
    title: product.title,
    handle: product.handle,
    description: `<p>${product.description}</p>`,
    vendor: product.vendor,
    productType: product.type,
    tags: product.tags,
    ...(product.status ? { status: product.status } : {}),
    options: Object.keys(product.options),
    ...(requiresShipping(product) ? {} : { requiresShipping: false }),
    ...(product.kind === "gift_card" ? { giftCard: true } : {}),
    image: productImage(product),
    createdAt: at(-420 + index * 9, "09:00"),
    variants: variantsOf(product).map((one) => ({
      sku: one.sku,
      ...(one.options.length > 0 ? { options: one.options } : {}),
      price: euros(one.cents),
      ...(product.compareAt ? { compareAtPrice: euros(product.compareAt) } : {}),
      weightGrams: product.grams,
      ...(product.kind === "gift_card" ? { taxable: false } : {}),
      ...stock(product, one, random),
    })),
  }));
}

function stock(product: ProductRow, one: CatalogVariant, random: Random) {
  if (product.place === "none" || product.kind === "made_to_order") return { tracked: false };
  if (product.kind === "pre_order") return { inventoryPolicy: "CONTINUE" as const, inventory: { hamburg: 0 } };
  const count = (low: number, high: number): number => (one.soldOut ? 0 : random.int(low, high));
  if (product.place === "supplier") return { inventory: { dabrowa: count(2, 9) } };
  if (product.place === "venlo") return { inventory: { venlo: count(14, 140), kreuzberg: count(0, 6) } };
  return { inventory: { hamburg: count(12, 120), kreuzberg: count(0, 8) } };
}

function euros(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** A drawn stand-in for a photo: the product's initials on a color of its kind. */
function productImage(product: ProductRow): string {
  const color = IMAGE_COLORS[product.type] ?? "#c9c4b8";
  const initials = product.title
    .split(/[\s-]+/)
    .filter((word) => /^[A-Z]/.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><rect width="240" height="240" fill="${color}"/><text x="120" y="142" font-family="Georgia,serif" font-size="72" text-anchor="middle" fill="#2f3b3a">${initials}</text></svg>`;
}

const IMAGE_COLORS: Record<string, string> = {
  Blankets: "#b9c1a6",
  Kitchen: "#d8cbb5",
  Candles: "#e3d3c1",
  Outdoor: "#a9bcb4",
  Apparel: "#9fb0c0",
  Bags: "#bfae93",
  Bedding: "#dfe2e0",
  Gifts: "#c9a59a",
  Furniture: "#c2a883",
  Digital: "#c6c9dd",
  "Gift Cards": "#e0c98f",
};
