import { parseGid, gid, numericId } from "../store/ids.ts";
import { linePaid } from "../store/order-money.ts";
import { lineRefund } from "../store/refund-money.ts";
import { returnableUnits } from "../store/returnable.ts";
import { listConnection, type PageArgs } from "./connection.ts";
import { apiError, type CallContext } from "./context.ts";
import { type ReadReturn, readReturnInput, type ReturnInput } from "./mutations/return-input.ts";
import type { RootFields } from "./resolvers.ts";
import { fulfillmentLineItemView } from "./views/fulfillment-line.ts";
import { moneyBag } from "./views/money.ts";
import { variantView } from "./views/product.ts";
import { mayRead } from "./views/readable.ts";
import { reasonNumber, returnReasonView } from "./views/return.ts";

type ReasonArgs = PageArgs & { ids?: string[] | null; handles?: string[] | null };

/** What can be sent back and why, and what sending it back would come to. */
export const returnQueries: RootFields = {
  returnableFulfillments: (args: PageArgs & { orderId: string }, context) => {
    const order = context.store.order(args.orderId);
    const units = order && mayRead(order, context) ? returnableUnits(order, context.now) : new Map<never, number>();
    const parcels = (order?.fulfillments ?? []).filter((item) => item.lines.some((part) => (units.get(part) ?? 0) > 0));
    return listConnection(parcels, args, (parcel) => ({
      id: gid("ReturnableFulfillment", parcel.id),
      returnableFulfillmentLineItems: (lineArgs: PageArgs) =>
        listConnection(
          parcel.lines.filter((part) => (units.get(part) ?? 0) > 0),
          lineArgs,
          (part) => ({
            quantity: units.get(part) ?? 0,
            fulfillmentLineItem: () => fulfillmentLineItemView(part, context),
          }),
        ),
    }));
  },
  returnReasonDefinitions: (args: ReasonArgs, { store }) => {
    const numbers = args.ids?.map((id) => parseGid(id)?.number);
    const found = store.returnReasons.filter(
      (reason) =>
        (!numbers || numbers.includes(reasonNumber(reason))) && (!args.handles || args.handles.includes(reason.handle)),
    );
    return listConnection(
      found.map((reason) => ({ id: reasonNumber(reason), reason })),
      args,
      (item) => returnReasonView(item.reason),
    );
  },
  returnCalculate: ({ input }: { input: ReturnInput }, context) => {
    const read = readReturnInput(input, context);
    if (read.kind === "refused") throw apiError("BAD_REQUEST", read.userErrors.map((item) => item.message).join(" "));
    return calculatedReturnView(read, context);
  },
};

function calculatedReturnView({ order, lines, exchanges, shippingFee }: ReadReturn, context: CallContext) {
  const bag = (minor: number) => moneyBag(order, minor);
  const number = (part: string) => numericId("CalculatedReturn", part, order.id);
  const before = new Map<object, number>();
  return {
    id: gid("CalculatedReturn", number("return")),
    returnLineItems: lines.map(({ part, quantity, restockingFee }, index) => {
      const taken = before.get(part.line) ?? 0;
      before.set(part.line, taken + quantity);
      const worth = lineRefund(part.line, quantity, context.now, taken);
      return {
        id: gid("CalculatedReturnLineItem", number(`line-${index}`)),
        quantity,
        fulfillmentLineItem: () => fulfillmentLineItemView(part, context),
        restockingFee:
          restockingFee === null
            ? null
            : {
                id: gid("CalculatedRestockingFee", number(`fee-${index}`)),
                percentage: restockingFee,
                amountSet: bag(Math.round((worth.subtotal * restockingFee) / 100)),
              },
        subtotalSet: bag(worth.subtotal),
        totalTaxSet: bag(worth.tax),
      };
    }),
    exchangeLineItems: exchanges.map(({ variant, quantity, line }, index) => ({
      id: gid("CalculatedExchangeLineItem", number(`exchange-${index}`)),
      quantity,
      variant: () => variantView(variant, context),
      subtotalSet: bag(linePaid(line)),
      totalTaxSet: bag(line.taxLines.reduce((sum, tax) => sum + tax.price, 0)),
    })),
    returnShippingFee:
      shippingFee === null
        ? null
        : { id: gid("CalculatedReturnShippingFee", number("shipping")), amountSet: bag(shippingFee) },
  };
}
