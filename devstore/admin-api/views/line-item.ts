import { unfulfilledUnits } from "../../store/derive.ts";
import { gid } from "../../store/ids.ts";
import { share } from "../../store/money.ts";
import { lineDiscount, linePaid, lineQuantities } from "../../store/order-money.ts";
import type { LineRecord, TaxLineRecord } from "../../store/records.ts";
import type { CallContext } from "../context.ts";
import { moneyBag } from "./money.ts";
import { imageView, productView, variantView } from "./product.ts";

export function taxLineViews(lines: TaxLineRecord[], bag: (minor: number) => ReturnType<typeof moneyBag>) {
  return lines.map((line) => ({
    title: line.title,
    rate: line.rate,
    ratePercentage: line.rate * 100,
    source: "Shopify",
    channelLiable: false,
    priceSet: bag(line.price),
  }));
}

export function lineItemView(line: LineRecord, context: CallContext) {
  const { order } = line;
  const bag = (minor: number) => moneyBag(order, minor);
  const units = lineQuantities(line, context.now);
  const unfulfilled = () => unfulfilledUnits(line, context.now);
  return {
    id: gid("LineItem", line.id),
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: units.ordered,
    currentQuantity: units.current,
    unfulfilledQuantity: unfulfilled,
    nonFulfillableQuantity: () => units.ordered - units.removed - units.cancelled - unfulfilled(),
    refundableQuantity: units.current,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.giftCard,
    taxable: line.taxable,
    restockable: line.variant !== null,
    merchantEditable: () => unfulfilled() > 0,
    customAttributes: line.properties,
    variant: () => (line.variant ? variantView(line.variant, context) : null),
    product: () => (line.variant ? productView(line.variant.product, context) : null),
    image: () => imageView(line.variant),
    originalUnitPriceSet: () => bag(line.unitPrice),
    originalTotalSet: () => bag(line.unitPrice * line.quantity),
    discountedUnitPriceSet: () => bag(share(linePaid(line), 1, line.quantity)),
    discountedUnitPriceAfterAllDiscountsSet: () => bag(share(linePaid(line), 1, line.quantity)),
    discountedTotalSet: () => bag(linePaid(line)),
    totalDiscountSet: () => bag(lineDiscount(line)),
    unfulfilledOriginalTotalSet: () => bag(line.unitPrice * unfulfilled()),
    unfulfilledDiscountedTotalSet: () => bag(share(linePaid(line), unfulfilled(), line.quantity)),
    taxLines: () => taxLineViews(line.taxLines, bag),
    discountAllocations: () => line.discounts.map((discount) => ({ allocatedAmountSet: bag(discount.amount) })),
    duties: () =>
      line.duties.map((duty) => ({ harmonizedSystemCode: duty.harmonizedSystemCode, price: bag(duty.price) })),
  };
}
