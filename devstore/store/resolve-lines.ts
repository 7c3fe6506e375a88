import { numericId } from "./ids.ts";
import { StoreFileError } from "./load.ts";
import { convert, toMinor } from "./money.ts";
import type { LineRecord, OrderRecord, ShippingLineRecord } from "./records.ts";
import type { Catalog } from "./resolve-catalog.ts";
import type { LineItem, ShippingLine } from "./schema.ts";

export function resolveLine(
  line: LineItem,
  index: number,
  order: OrderRecord,
  catalog: Catalog,
  place: string,
): LineRecord {
  const key = String(line.id ?? index + 1);
  const here = `${place}.lineItems[${index}]`;
  const variant = line.variant === null ? null : catalog.variant(line.variant, `${here}.variant`);
  const product = variant?.product ?? null;
  const title = line.title ?? product?.title;
  if (title === undefined) throw new StoreFileError(`${here}: a variant, or a title and a price, is needed`);
  const unitPrice =
    line.price !== undefined
      ? toMinor(line.price, order.currency)
      : variant
        ? inPresentment(variant.price, order)
        : undefined;
  if (unitPrice === undefined) throw new StoreFileError(`${here}: a price is needed, as there is no variant`);
  const giftCard = line.giftCard ?? product?.giftCard ?? false;
  const discounts = line.discounts.map((item) => ({ ...item, amount: toMinor(item.amount, order.currency) }));
  const paid = unitPrice * line.quantity - discounts.reduce((sum, item) => sum + item.amount, 0);
  return {
    id: numericId("LineItem", key, order.id),
    key,
    order,
    variant,
    quantity: line.quantity,
    title,
    variantTitle: line.variantTitle === undefined ? variantTitleOf(variant?.title) : line.variantTitle,
    sku: line.sku === undefined ? (variant?.sku ?? null) : line.sku,
    vendor: line.vendor === undefined ? (product?.vendor ?? null) : line.vendor,
    requiresShipping: line.requiresShipping ?? (giftCard ? false : (variant?.requiresShipping ?? true)),
    giftCard,
    taxable: line.taxable,
    unitPrice,
    discounts,
    taxLines: taxes(line.taxLines ?? (line.taxable && !giftCard ? order.taxes : []), paid, order),
    duties: line.duties.map((duty) => ({ ...duty, price: toMinor(duty.price, order.currency) })),
    properties: line.properties,
    addedAt: line.addedAt,
  };
}

function variantTitleOf(title: string | undefined): string | null {
  return title === undefined || title === "Default Title" ? null : title;
}

/** An amount in the shop's currency as the shopper paid it, in minor units. */
export function inPresentment(minor: number, order: OrderRecord): number {
  return order.currency === order.shopCurrency ? minor : convert(minor, order.shopCurrency, order.currency, order.rate);
}

export function resolveShippingLine(line: ShippingLine, index: number, order: OrderRecord): ShippingLineRecord {
  const price = toMinor(line.price, order.currency);
  const discounts = line.discounts.map((item) => ({ ...item, amount: toMinor(item.amount, order.currency) }));
  const paid = price - discounts.reduce((sum, item) => sum + item.amount, 0);
  return {
    ...line,
    id: numericId("ShippingLine", line.id ?? index + 1, order.id),
    code: line.code ?? line.title,
    price,
    discounts,
    taxLines: taxes(line.taxLines ?? order.taxes, paid, order),
  };
}

/** With prices that include tax, the tax is the part of the price; else it comes on top. */
export function taxes(
  lines: { title: string; rate: number; price?: string | undefined }[],
  base: number,
  order: OrderRecord,
) {
  const sum = lines.reduce((total, line) => total + line.rate, 0);
  return lines.map((line) => ({
    title: line.title,
    rate: line.rate,
    price:
      line.price !== undefined
        ? toMinor(line.price, order.currency)
        : Math.round(order.taxesIncluded ? (base * line.rate) / (1 + sum) : base * line.rate),
  }));
}
