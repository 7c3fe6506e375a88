import { type DraftOrderRecord, reservedUnits } from "./draft-order.ts";
import type { LocationRecord, VariantRecord } from "./records.ts";
import type { Store } from "./store.ts";

export type Wanted = { variant: VariantRecord | null; quantity: number };

/** Whether stock bounds what may be sold of it. */
export function isBounded(variant: VariantRecord): boolean {
  return variant.tracked && variant.inventoryPolicy === "DENY";
}

/** Units that may still be sold: what the locations have, less what open drafts reserve. May be below zero. */
export function sellableUnits(
  store: Store,
  variant: VariantRecord,
  now: string,
  except: DraftOrderRecord | null = null,
): number {
  const stocked = [...variant.inventory.values()].reduce((sum, units) => sum + units, 0);
  return stocked - reservedUnits(store.drafts, variant, now, except);
}

/** The first variant of which there is not enough for all the lines together, or null. */
export function shortOf(
  store: Store,
  lines: readonly Wanted[],
  now: string,
  except: DraftOrderRecord | null = null,
): VariantRecord | null {
  const wanted = new Map<VariantRecord, number>();
  for (const { variant, quantity } of lines) if (variant) wanted.set(variant, (wanted.get(variant) ?? 0) + quantity);
  for (const [variant, quantity] of wanted)
    if (isBounded(variant) && sellableUnits(store, variant, now, except) < quantity) return variant;
  return null;
}

/** Takes units from a location's stock, for an order that is to be sent from there. */
function commitStock(variant: VariantRecord, location: LocationRecord, quantity: number): void {
  if (variant.tracked) variant.inventory.set(location, (variant.inventory.get(location) ?? 0) - quantity);
}

/** Puts units back into a location's stock. */
export function restock(variant: VariantRecord, location: LocationRecord, quantity: number): void {
  commitStock(variant, location, -quantity);
}

export type Route<Line> = { location: LocationRecord; shares: { line: Line; quantity: number }[] };

/**
 * Where lines are sent from, as Shopify routes an order: from one location that has everything, the primary one before
 * others, else from as many as it takes. What no location has goes to the primary one. Takes nothing from the stock.
 */
export function routeLines<Line extends Wanted>(store: Store, lines: readonly Line[]): Route<Line>[] {
  if (lines.length === 0) return [];
  const primary = store.primaryLocation;
  const ranked = [primary, ...store.locations.filter((item) => item !== primary)].filter((item) => item.active);
  const left = new Map<LocationRecord, Map<VariantRecord, number>>();
  const stockAt = (location: LocationRecord, variant: VariantRecord | null) =>
    variant === null || !variant.tracked
      ? Number.POSITIVE_INFINITY
      : Math.max(0, left.get(location)?.get(variant) ?? variant.inventory.get(location) ?? 0);
  const take = (location: LocationRecord, variant: VariantRecord | null, quantity: number) => {
    if (variant === null) return;
    const taken = left.get(location) ?? new Map<VariantRecord, number>();
    taken.set(variant, stockAt(location, variant) - quantity);
    left.set(location, taken);
  };

  const hasAll = (location: LocationRecord) => {
    left.clear();
    return lines.every(({ variant, quantity }) => {
      const enough = stockAt(location, variant) >= quantity;
      take(location, variant, quantity);
      return enough;
    });
  };
  const whole = ranked.find(hasAll);
  if (whole) return [{ location: whole, shares: lines.map((line) => ({ line, quantity: line.quantity })) }];

  left.clear();
  const routes = new Map<LocationRecord, Route<Line>>();
  const send = (location: LocationRecord, line: Line, quantity: number) => {
    const route = routes.get(location) ?? { location, shares: [] };
    const share = route.shares.find((item) => item.line === line);
    if (share) share.quantity += quantity;
    else route.shares.push({ line, quantity });
    routes.set(location, route);
    take(location, line.variant, quantity);
  };
  for (const line of lines) {
    let missing = line.quantity;
    for (const location of ranked) {
      const quantity = Math.min(missing, stockAt(location, line.variant));
      if (quantity > 0) send(location, line, quantity);
      missing -= quantity;
    }
    if (missing > 0) send(primary, line, missing);
  }
  return [...routes.values()];
}

/** Takes every share of the routes from the stock of its location. */
export function commitRoutes(routes: readonly Route<Wanted>[]): void {
  for (const { location, shares } of routes)
    for (const { line, quantity } of shares) if (line.variant) commitStock(line.variant, location, quantity);
}
