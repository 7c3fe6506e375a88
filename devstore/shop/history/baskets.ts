import type { LineSpec } from "../orders/order.ts";
import { type CatalogVariant, VARIANTS } from "../catalog/variants.ts";
import type { Random } from "../random.ts";

const ALL = [...VARIANTS.values()].filter(({ product, soldOut }) => !soldOut && product.status !== "ARCHIVED");
const EVERYDAY = ALL.filter(({ product }) => product.kind === undefined && product.place !== "supplier");
const BESTSELLERS = EVERYDAY.filter(({ product }) => product.tags.includes("bestseller"));
const FURNITURE = ALL.filter(({ product }) => product.place === "supplier");
const DIGITAL = ALL.filter(({ product }) => product.place === "none");

export type Basket = { lines: LineSpec[]; kind: "everyday" | "furniture" | "digital" };

/** What somebody buys: mostly one to three things of the house, now and then furniture or something to download. */
export function basket(random: Random, furnitureAllowed: boolean): Basket {
  const kind = random.weighted([
    [90, "everyday"],
    [furnitureAllowed ? 5 : 0, "furniture"],
    [5, "digital"],
  ] as const);
  if (kind !== "everyday") return { kind, lines: [[random.pick(kind === "furniture" ? FURNITURE : DIGITAL).sku, 1]] };
  const chosen = new Map<string, CatalogVariant>();
  const count = random.weighted([
    [48, 1],
    [32, 2],
    [14, 3],
    [6, 4],
  ] as const);
  while (chosen.size < count) {
    const one = random.pick(random.chance(0.45) ? BESTSELLERS : EVERYDAY);
    chosen.set(one.sku, one);
  }
  const lines = [...chosen.values()].map((one): LineSpec => [one.sku, quantity(one, random)]);
  if (random.chance(0.03)) lines.push([random.pick(DIGITAL).sku, 1]);
  return { kind, lines };
}

function quantity({ cents }: CatalogVariant, random: Random): number {
  if (cents > 6000) return 1;
  return random.weighted([
    [70, 1],
    [20, 2],
    [7, 4],
    [3, 6],
  ] as const);
}
