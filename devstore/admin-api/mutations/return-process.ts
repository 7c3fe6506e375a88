import { addFulfillmentOrder } from "../../store/add-line.ts";
import { gid } from "../../store/ids.ts";
import type { LineRecord, RefundRecord } from "../../store/records.ts";
import { processedUnits, sentUnits } from "../../store/returnable.ts";
import { commitRoutes, routeLines } from "../../store/stock.ts";
import type { CallContext } from "../context.ts";
import { bookedUnits, record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { returnView } from "../views/return.ts";
import { makeRefund } from "./refunds.ts";
import { type ReadProcess, readReturnProcess, type ReturnProcessInput } from "./return-process-input.ts";
import { findReturn } from "./returns.ts";

/**
 * What came back is taken off the order (and goes back on a shelf), what goes out instead is put on it, fees are charged,
 * and money goes back if the input says so. What the shopper then owes, or is owed, is the order's outstanding balance.
 */
export const returnProcessMutations: RootFields = {
  returnProcess: ({ input }: { input: ReturnProcessInput }, context) => {
    const read = readReturnProcess(input, findReturn(input.returnId, context), context);
    if (read.kind === "refused") return { return: null, userErrors: read.userErrors };
    const { item } = read;
    context.store.change(item.order, context.now, () => {
      apply(read, input.note ?? null, context);
    });
    record(
      context,
      "returnProcess",
      { order: item.order },
      {
        kind: "return_processed",
        return: gid("Return", item.id),
        name: item.name,
        units: read.lines.map(({ line, quantity }) => bookedUnits(line.line, quantity)),
        exchanges: read.exchanges.map(({ made }) => bookedUnits(made, made.quantity)),
      },
    );
    return { return: returnView(item, context), userErrors: [] };
  },
};

function apply(read: ReadProcess, note: string | null, context: CallContext): void {
  const { item, money, shipping } = read;
  send(read, context);
  if (read.lines.length > 0 || money.length > 0 || shipping > 0) takeBack(read, note, context);
  const done =
    item.lines.every((line) => processedUnits(line, context.now) >= line.quantity) &&
    item.exchangeLines.every((exchange) => sentUnits(exchange, context.now) >= exchange.quantity);
  if (done) item.closedAt = context.now;
}

/** Exchange items become lines of the order, with fulfillment orders where there is stock. */
function send({ item, exchanges }: ReadProcess, { store, now }: CallContext): void {
  const { order } = item;
  for (const { exchange, made } of exchanges) exchange.lines.push(made);
  const lines = exchanges.map(({ made }) => made);
  order.lineItems.push(...lines);
  const routes = routeLines(store, lines);
  for (const { location, shares } of routes) addFulfillmentOrder(order, shares, location, now);
  commitRoutes(routes);
}

function takeBack(
  { item, lines, money, credit, shipping }: ReadProcess,
  note: string | null,
  context: CallContext,
): void {
  const { now } = context;
  const firstTime = item.fees.length === 0 && lines.length > 0;
  const rows = lines.flatMap(({ line, quantity, dispositions }) => {
    const told = dispositions.reduce((sum, disposition) => sum + disposition.quantity, 0);
    const restocked = dispositions.filter((disposition) => disposition.type === "RESTOCKED");
    const back = restocked.reduce((sum, disposition) => sum + disposition.quantity, 0);
    line.processedQuantity = processedUnits(line, now) + quantity;
    for (const { type, quantity: units } of dispositions) line.dispositions.push({ at: now, quantity: units, type });
    if (told === 0 && back === 0) return [row(line.line, quantity, "NO_RESTOCK")];
    return [
      ...restocked.map((disposition) => row(line.line, disposition.quantity, "RETURN", disposition.location)),
      ...(quantity > back ? [row(line.line, quantity - back, "NO_RESTOCK")] : []),
    ];
  });
  const refund = makeRefund(
    context,
    "returnProcess",
    item.order,
    { note, lines: rows, shipping, duties: 0, money, return: item },
    credit,
    { kind: "return", return: gid("Return", item.id) },
  );
  // What is owed after a return is settled by what it put on the order and took off it, not written off.
  refund.adjustment = 0;
  if (money.length > 0) for (const { line, quantity } of lines) line.refundedQuantity += quantity;

  const restocking = lines.reduce((sum, { line, quantity }) => {
    const worth = refund.lines
      .filter((part) => part.line === line.line)
      .reduce((total, part) => ({ units: total.units + part.quantity, paid: total.paid + part.subtotal }), {
        units: 0,
        paid: 0,
      });
    return sum + Math.round(((worth.paid * quantity) / Math.max(1, worth.units)) * ((line.restockingFee ?? 0) / 100));
  }, 0);
  const fee = restocking + (firstTime ? (item.shippingFee ?? 0) : 0);
  if (lines.length > 0) item.fees.push({ at: now, amount: fee });
}

function row(
  line: LineRecord,
  quantity: number,
  restockType: "NO_RESTOCK" | "RETURN",
  location: RefundRecord["lines"][number]["location"] = null,
) {
  return { line, quantity, restockType, location };
}
