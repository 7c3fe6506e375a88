import type { MoneyPair } from "../../policy/money-pair.ts";
import type { OrderForResolutionQuery } from "../../shopify/generated/admin.ts";
import { change, combine, readPair, zeroPair } from "./pairs.ts";

type OrderNode = NonNullable<OrderForResolutionQuery["order"]>;
type Currencies = { currency: string; presentment: string; taxesIncluded: boolean };

/** `tax`: of it, what came on top of the price. */
type UnitPaid = { paid: MoneyPair; tax: MoneyPair };

/**
 * What one unit of a line cost after every discount, with the tax wherever it came on top: rounded up, so that a policy never
 * counts a refund as less than Shopify makes of it. Null when an amount cannot be read.
 */
export function unitPaid(line: OrderNode["lineItems"]["nodes"][number], money: Currencies): UnitPaid | null {
  const original = readPair(line.originalTotalSet);
  const off = total(
    line.discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet),
    money,
  );
  const tax = money.taxesIncluded
    ? zeroPair(money.currency, money.presentment)
    : total(
        line.taxLines.map(({ priceSet }) => priceSet),
        money,
      );
  if (!original || !off || !tax || line.quantity <= 0) return null;
  const paid = combine(
    combine(original, off, (a, b) => a - b),
    tax,
    (a, b) => a + b,
  );
  const perUnit = (minor: number): number => Math.max(0, Math.ceil(minor / line.quantity));
  return { paid: change(paid, perUnit), tax: change(tax, perUnit) };
}

/** Shipping that was paid and not given back, with its tax where that came on top. Null when an amount cannot be read. */
export function shippingLeft(order: OrderNode, money: Currencies): MoneyPair | null {
  const paid = readPair(order.totalShippingPriceSet);
  const refunded = readPair(order.totalRefundedShippingSet);
  const lines = order.shippingLines.nodes.filter(({ isRemoved }) => !isRemoved);
  const tax = money.taxesIncluded
    ? zeroPair(money.currency, money.presentment)
    : total(
        lines.flatMap(({ taxLines }) => taxLines.map(({ priceSet }) => priceSet)),
        money,
      );
  if (!paid || !refunded || !tax) return null;
  const net = combine(paid, refunded, (a, b) => Math.max(0, a - b));
  const share = (left: number, whole: number, taxed: number): number =>
    whole > 0 ? left + Math.ceil((taxed * left) / whole) : 0;
  return {
    shop: { ...net.shop, minor: share(net.shop.minor, paid.shop.minor, tax.shop.minor) },
    presentment: {
      ...net.presentment,
      minor: share(net.presentment.minor, paid.presentment.minor, tax.presentment.minor),
    },
  };
}

function total(sets: Parameters<typeof readPair>[0][], money: Currencies): MoneyPair | null {
  return sets.reduce<MoneyPair | null>(
    (sum, set) => {
      const pair = readPair(set);
      return sum && pair ? combine(sum, pair, (a, b) => a + b) : null;
    },
    zeroPair(money.currency, money.presentment),
  );
}
