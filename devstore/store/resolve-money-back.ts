import { numericId } from "./ids.ts";
import { StoreFileError } from "./load.ts";
import { share, toMinor } from "./money.ts";
import { linePaid } from "./order-money.ts";
import type { LineRecord, OrderRecord, RefundRecord, ReturnRecord } from "./records.ts";
import { type Catalog, known } from "./resolve-catalog.ts";
import { transaction } from "./resolve-transactions.ts";
import type { Order } from "./schema.ts";

export function resolveRefund(
  refund: Order["refunds"][number],
  index: number,
  order: OrderRecord,
  lines: Map<string, LineRecord>,
  catalog: Catalog,
  place: string,
): RefundRecord {
  const here = `${place}.refunds[${index}]`;
  const ref = refund.id ?? index + 1;
  const id = numericId("Refund", ref, order.id);
  const refundLines = refund.lines.map((item, position) => {
    const line = known(lines, item.line, `${here}.lines[${position}]`, "line item");
    if (item.quantity > line.quantity)
      throw new StoreFileError(`${here}.lines[${position}]: more than the ${line.quantity} ordered`);
    const paid = linePaid(line);
    const tax = line.taxLines.reduce((sum, taxLine) => sum + taxLine.price, 0);
    return {
      id: numericId("RefundLineItem", position + 1, `${order.id}/${ref}`),
      line,
      quantity: item.quantity,
      restockType: item.restockType,
      location: item.location === undefined ? null : catalog.location(item.location, here),
      subtotal:
        item.subtotal === undefined
          ? share(paid, item.quantity, line.quantity)
          : toMinor(item.subtotal, order.currency),
      tax: share(tax, item.quantity, line.quantity),
    };
  });
  const shipping = refund.shipping === null ? 0 : toMinor(refund.shipping, order.currency);
  const owed = refundLines.reduce((sum, line) => sum + line.subtotal + (order.taxesIncluded ? 0 : line.tax), shipping);
  const parent =
    order.transactions.find((item) => (item.kind === "SALE" || item.kind === "CAPTURE") && item.status === "SUCCESS") ??
    null;
  const transactions =
    refund.transactions === undefined
      ? owed === 0
        ? []
        : [
            transaction(
              order,
              `refund-${ref}`,
              { kind: "REFUND", gateway: parent?.gateway ?? order.gateway },
              owed,
              refund.at,
              parent,
            ),
          ]
      : refund.transactions.map((item, position) =>
          transaction(
            order,
            item.id ?? `refund-${ref}-${position + 1}`,
            { ...item, kind: item.kind ?? "REFUND" },
            toMinor(item.amount, order.currency),
            item.at ?? refund.at,
            parent,
          ),
        );
  const owner = refund.return === undefined ? null : order.returns.find((item) => item.key === String(refund.return));
  if (owner === undefined) throw new StoreFileError(`${here}.return: there is no return "${refund.return}"`);
  return {
    id,
    order,
    at: refund.at,
    note: refund.note,
    lines: refundLines,
    shipping,
    duties: 0,
    adjustment: 0,
    transactions,
    return: owner,
  };
}

export function resolveReturn(
  item: Order["returns"][number],
  index: number,
  order: OrderRecord,
  lines: Map<string, LineRecord>,
  catalog: Catalog,
  place: string,
): ReturnRecord {
  const ref = item.id ?? index + 1;
  const here = `${place}.returns[${index}]`;
  const scope = `${order.id}/${ref}`;
  const shipped = order.fulfillments.flatMap((fulfillment) =>
    fulfillment.cancelledAt === null ? fulfillment.lines : [],
  );
  return {
    ...item,
    id: numericId("Return", ref, order.id),
    key: String(ref),
    name: item.name ?? `${order.name}-R${index + 1}`,
    createdAt: item.requestedAt ?? item.approvedAt ?? order.createdAt,
    order,
    lines: item.lines.map((returned, position) => {
      const line = known(lines, returned.line, `${here}.lines[${position}]`, "line item");
      return {
        ...returned,
        id: numericId("ReturnLineItem", returned.id ?? position + 1, scope),
        line,
        fulfillmentLine: shipped.find((candidate) => candidate.line === line) ?? null,
      };
    }),
    exchangeLines: item.exchangeLines.map((exchange, position) => ({
      id: numericId("ExchangeLineItem", exchange.id ?? position + 1, scope),
      variant: catalog.variant(exchange.variant, `${here}.exchangeLines[${position}]`),
      quantity: exchange.quantity,
      discounts: [],
      lines: exchange.line === undefined ? [] : [known(lines, exchange.line, here, "line item")],
    })),
    shippingFee: null,
    fees: [],
    reverseDeliveries: item.reverseDeliveries.map((delivery, position) => ({
      ...delivery,
      id: numericId("ReverseDelivery", delivery.id ?? position + 1, scope),
    })),
  };
}
