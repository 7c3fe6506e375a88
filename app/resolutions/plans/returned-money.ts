import type { Money } from "../../orders/money.ts";
import type { CalculateReturnInput, ReturnCalculateQuery } from "../../shopify/generated/admin.ts";
import { decimalString } from "../../orders/money.ts";
import { combine, readPair, zeroPair } from "../facts/pairs.ts";
import type { OrderMaterial } from "../facts/material.ts";
import type { MoneyPair } from "../../policy/money-pair.ts";
import type { ReturnPlan } from "../plan.ts";

/** Shopify's figures for a return: what the goods cost, what is kept back of it, and what exchange items cost. */
export type ReturnedMoney = { goods: MoneyPair; kept: MoneyPair; exchange: MoneyPair; exchangeBeforeTax: MoneyPair };

/** What `returnCalculate` is asked. It changes nothing. */
export function calculateInput(
  orderId: string,
  lines: ReturnPlan["lines"],
  costs: { restockingPercent: number; fee: Money | null },
  instead: { variantId: string; quantity: number } | null,
): CalculateReturnInput {
  const { restockingPercent, fee } = costs;
  return {
    orderId,
    returnLineItems: lines.map(({ fulfillmentLineItemId, quantity }) => ({
      fulfillmentLineItemId,
      quantity,
      ...(restockingPercent > 0 ? { restockingFee: { percentage: restockingPercent } } : {}),
    })),
    ...(fee
      ? { returnShippingFee: { amount: { amount: decimalString(fee), currencyCode: fee.currency as never } } }
      : {}),
    ...(instead ? { exchangeLineItems: [instead] } : {}),
  };
}

/** Null when Shopify calculated nothing or an amount cannot be read. Taxes are in the prices or come on top, as the order says. */
export function readReturned(answer: ReturnCalculateQuery, material: OrderMaterial): ReturnedMoney | null {
  const calculated = answer.returnCalculate;
  if (!calculated) return null;
  const nothing = zeroPair(material.currency, material.presentment);
  const add = (a: MoneyPair, b: MoneyPair): MoneyPair => combine(a, b, (x, y) => x + y);
  let goods = nothing;
  let kept = nothing;
  let exchange = nothing;
  let exchangeBeforeTax = nothing;
  for (const line of calculated.returnLineItems) {
    const subtotal = readPair(line.subtotalSet);
    const tax = readPair(line.totalTaxSet);
    const fee = line.restockingFee ? readPair(line.restockingFee.amountSet) : nothing;
    if (!subtotal || !tax || !fee) return null;
    goods = add(goods, material.taxesIncluded ? subtotal : add(subtotal, tax));
    kept = add(kept, fee);
  }
  for (const line of calculated.exchangeLineItems) {
    const subtotal = readPair(line.subtotalSet);
    const tax = readPair(line.totalTaxSet);
    if (!subtotal || !tax) return null;
    exchangeBeforeTax = add(exchangeBeforeTax, subtotal);
    exchange = add(exchange, material.taxesIncluded ? subtotal : add(subtotal, tax));
  }
  const shipping = calculated.returnShippingFee ? readPair(calculated.returnShippingFee.amountSet) : nothing;
  if (!shipping) return null;
  return { goods, kept: add(kept, shipping), exchange, exchangeBeforeTax };
}
