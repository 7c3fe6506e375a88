import { newLine } from "../../store/add-line.ts";
import { storeCreditGateway } from "../../store/add-refund.ts";
import { returnState } from "../../store/derive.ts";
import { gid, parseGid } from "../../store/ids.ts";
import { toMinor } from "../../store/money.ts";
import type {
  ExchangeLineRecord,
  LineRecord,
  LocationRecord,
  OrderRecord,
  ReturnLineRecord,
  ReturnRecord,
  TransactionRecord,
} from "../../store/records.ts";
import { refundableOf, refundablePayments, shippingLeft } from "../../store/refund-money.ts";
import { processedUnits, sentUnits } from "../../store/returnable.ts";
import { shortOf } from "../../store/stock.ts";
import type { CallContext } from "../context.ts";
import { type UserError, userError } from "../mutations.ts";
import { type MethodInput, readStoreCredit } from "./refund-input.ts";

type Money = { amount: string; currencyCode: string };
type DispositionType = "MISSING" | "NOT_RESTOCKED" | "PROCESSING_REQUIRED" | "RESTOCKED";

/** The parts of Shopify's ReturnProcessInput that the devstore understands. */
export type ReturnProcessInput = {
  returnId: string;
  returnLineItems?:
    | {
        id: string;
        quantity: number;
        dispositions?:
          | {
              reverseFulfillmentOrderLineItemId: string;
              quantity: number;
              dispositionType: DispositionType;
              locationId?: string | null;
            }[]
          | null;
      }[]
    | null;
  exchangeLineItems?: { id: string; quantity: number }[] | null;
  financialTransfer?: {
    issueRefund?: {
      orderTransactions: { parentId: string; transactionAmount: Money }[];
      refundMethods?: MethodInput[] | null;
      allowOverRefunding?: boolean | null;
    };
  } | null;
  refundShipping?: { fullRefund?: boolean | null; shippingRefundAmount?: Money | null } | null;
  refundDuties?: object[] | null;
  tipLineId?: string | null;
  note?: string | null;
};

type Disposition = { type: DispositionType; quantity: number; location: LocationRecord | null };
export type ReadProcess = {
  kind: "read";
  item: ReturnRecord;
  lines: { line: ReturnLineRecord; quantity: number; dispositions: Disposition[] }[];
  /** `made` is what the order gets. */
  exchanges: { exchange: ExchangeLineRecord; made: LineRecord }[];
  /** Minor units in the order's presentment currency. */
  money: { gateway: string; parent: TransactionRecord | null; amount: number }[];
  /** What of the money goes to the customer's store credit. */
  credit: ReturnType<typeof readStoreCredit>;
  shipping: number;
};

type Refuse = (field: string[], message: string, code: string) => void;

/** What is to be processed of a return, or everything that forbids it. */
export function readReturnProcess(
  input: ReturnProcessInput,
  item: ReturnRecord | null,
  context: CallContext,
): ReadProcess | { kind: "refused"; userErrors: UserError[] } {
  const errors: UserError[] = [];
  const refuse: Refuse = (field, message, code) => void errors.push(userError(["input", ...field], message, code));
  const refused = () => ({ kind: "refused" as const, userErrors: errors });
  if (!item) {
    refuse(["returnId"], "Return does not exist.", "NOT_FOUND");
    return refused();
  }
  if (returnState(item, context.now) !== "OPEN") {
    refuse(["returnId"], "Return is not open.", "INVALID_STATE");
    return refused();
  }
  if (input.refundDuties?.length) refuse(["refundDuties"], "Duties are refunded by refundCreate.", "INVALID");
  if (typeof input.tipLineId === "string") refuse(["tipLineId"], "Tips are refunded by refundCreate.", "INVALID");
  const lines = readLines(input, item, context, refuse);
  const exchanges = readExchanges(input, item, context, refuse);
  const money: ReadProcess["money"] = readMoney(input, item.order, context.now, refuse);
  const credit = readCredit(input, item.order, context, errors);
  if (credit) money.push({ gateway: storeCreditGateway, parent: null, amount: credit.amount });
  const shipping = readShipping(input, item.order, context.now, refuse);
  if (lines.length + exchanges.length + money.length === 0 && errors.length === 0)
    refuse(["returnId"], "There is nothing to process.", "BLANK");
  return errors.length > 0 ? refused() : { kind: "read", item, lines, exchanges, money, credit, shipping };
}

function checkUnits(quantity: number, left: number, field: string[], refuse: Refuse): void {
  if (quantity < 1) refuse([...field, "quantity"], "must be greater than 0", "GREATER_THAN");
  else if (quantity > left) refuse([...field, "quantity"], `must be at most ${left}`, "LESS_THAN_OR_EQUAL_TO");
}

function readLines(input: ReturnProcessInput, item: ReturnRecord, { store, now }: CallContext, refuse: Refuse) {
  const seen = new Set<ReturnLineRecord>();
  return (input.returnLineItems ?? []).flatMap(({ id, quantity, dispositions }, index) => {
    const field = ["returnLineItems", String(index)];
    const line = item.lines.find((candidate) => gid("ReturnLineItem", candidate.id) === id);
    if (!line || seen.has(line)) {
      refuse([...field, "id"], "Return line item does not exist, or stands here twice.", "NOT_FOUND");
      return [];
    }
    seen.add(line);
    checkUnits(quantity, line.quantity - processedUnits(line, now), field, refuse);
    const read = (dispositions ?? []).map((given): Disposition => {
      if (given.reverseFulfillmentOrderLineItemId !== gid("ReverseFulfillmentOrderLineItem", line.id))
        refuse([...field, "dispositions"], "Reverse fulfillment order line item is not of this item.", "NOT_FOUND");
      const location = given.locationId ? store.location(given.locationId) : null;
      if (given.locationId && !location) refuse([...field, "dispositions"], "Location does not exist.", "NOT_FOUND");
      if (given.dispositionType === "RESTOCKED" && !given.locationId)
        refuse([...field, "dispositions"], "A location is needed to restock.", "BLANK");
      if (given.quantity < 1) refuse([...field, "dispositions"], "quantity must be greater than 0", "GREATER_THAN");
      return { type: given.dispositionType, quantity: given.quantity, location };
    });
    if (read.reduce((sum, disposition) => sum + disposition.quantity, 0) > quantity)
      refuse([...field, "dispositions"], "More units than are processed.", "INVALID");
    return [{ line, quantity, dispositions: read }];
  });
}

function readExchanges(input: ReturnProcessInput, item: ReturnRecord, { store, now }: CallContext, refuse: Refuse) {
  const read = (input.exchangeLineItems ?? []).flatMap(({ id, quantity }, index) => {
    const field = ["exchangeLineItems", String(index)];
    const exchange = item.exchangeLines.find((candidate) => gid("ExchangeLineItem", candidate.id) === id);
    if (!exchange) {
      refuse([...field, "id"], "Exchange line item does not exist.", "NOT_FOUND");
      return [];
    }
    const sent = sentUnits(exchange, now);
    checkUnits(quantity, exchange.quantity - sent, field, refuse);
    if (quantity < 1 || quantity > exchange.quantity - sent) return [];
    if (exchange.variant.product.status === "ARCHIVED")
      refuse([...field, "id"], "Variant is no longer sold.", "INVALID");
    // The last units take what rounding left, so that the discount is neither more nor less than was said.
    const discounts = exchange.discounts.map(({ title, amount }) => {
      const upTo = (units: number) => Math.round((amount * units) / exchange.quantity);
      return { title, amount: upTo(sent + quantity) - upTo(sent) };
    });
    const key = `exchange-${exchange.id}-${exchange.lines.length + 1}`;
    return [{ exchange, made: newLine(item.order, { variant: exchange.variant, quantity, discounts }, key, now) }];
  });
  const short = shortOf(
    store,
    read.map(({ made }) => made),
    now,
  );
  if (short)
    refuse(["exchangeLineItems"], `${short.product.title} does not have enough inventory available.`, "INVALID");
  return read;
}

function readMoney(input: ReturnProcessInput, order: OrderRecord, now: string, refuse: Refuse) {
  const issue = input.financialTransfer?.issueRefund;
  const byParent = new Map<TransactionRecord, number>();
  return (issue?.orderTransactions ?? []).flatMap(({ parentId, transactionAmount: money }, index) => {
    const field = ["financialTransfer", "issueRefund", "orderTransactions", String(index)];
    const parent = refundablePayments(order, now).find((payment) => payment.id === parseGid(parentId)?.number);
    if (!parent) {
      refuse([...field, "parentId"], "Transaction does not exist or cannot be refunded.", "NOT_FOUND");
      return [];
    }
    const amount = toMinor(money.amount, order.currency);
    if (money.currencyCode !== order.currency)
      refuse([...field, "transactionAmount"], `must be in ${order.currency}`, "INVALID");
    if (amount <= 0) refuse([...field, "transactionAmount"], "must be greater than 0", "GREATER_THAN");
    byParent.set(parent, (byParent.get(parent) ?? 0) + amount);
    if (!issue?.allowOverRefunding && (byParent.get(parent) ?? 0) > refundableOf(parent, order, now))
      refuse([...field, "transactionAmount"], "is more than can be refunded", "TOO_BIG");
    return [{ gateway: parent.gateway, parent, amount }];
  });
}

function readCredit(input: ReturnProcessInput, order: OrderRecord, context: CallContext, errors: UserError[]) {
  const found: UserError[] = [];
  const credit = readStoreCredit(input.financialTransfer?.issueRefund?.refundMethods ?? [], order, context, found);
  const place = ["input", "financialTransfer", "issueRefund"];
  for (const error of found) errors.push({ ...error, field: [...place, ...(error.field ?? [])], code: "INVALID" });
  return credit;
}

function readShipping(input: ReturnProcessInput, order: OrderRecord, now: string, refuse: Refuse): number {
  const { fullRefund, shippingRefundAmount } = input.refundShipping ?? {};
  const left = shippingLeft(order, now);
  if (fullRefund) return left;
  const amount = shippingRefundAmount ? toMinor(shippingRefundAmount.amount, order.currency) : 0;
  if (amount < 0 || amount > left) refuse(["refundShipping"], "is more than the shipping that is left", "INVALID");
  return amount;
}
