import { fulfillmentStatus, orderReturnStatus, visibleFulfillmentOrders } from "../../store/derive.ts";
import { orderUpdatedAt } from "../../store/moments.ts";
import { financialStatus } from "../../store/order-money.ts";
import type { OrderRecord } from "../../store/records.ts";
import { compareIds } from "../connection.ts";
import { equals, evaluate, unknownFields } from "./evaluate.ts";
import type { SearchNode, Term } from "./parse.ts";
import { hasWords } from "./words.ts";

/** Words come from outside, so a table must not answer to `constructor`. */
function own<Value>(table: Record<string, Value>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

type Test = (order: OrderRecord, term: Term, now: string) => boolean;

/** `a,b` means a or b. */
function oneOf(values: string[], term: Term): boolean {
  return term.value
    .toLowerCase()
    .split(",")
    .some((wanted) => values.includes(wanted.trim()));
}

function ordered(difference: number, comparator: Term["comparator"]): boolean {
  if (comparator === "<") return difference < 0;
  if (comparator === "<=") return difference <= 0;
  if (comparator === ">") return difference > 0;
  return comparator === ">=" ? difference >= 0 : difference === 0;
}

/** A day stands for all of it, in UTC; a time for its second. */
function compareTime(instant: string, term: Term): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(term.value);
  const time = Date.parse(term.value);
  if (Number.isNaN(time)) return false;
  const have = Date.parse(instant);
  if (day && (term.comparator === ":" || term.comparator === "<=" || term.comparator === ">")) {
    const end = time + 86_400_000;
    return term.comparator === ":" ? have >= time && have < end : term.comparator === ">" ? have >= end : have < end;
  }
  return ordered(Math.sign(have - Math.floor(time / 1000) * 1000), term.comparator);
}

const isCancelled = (order: OrderRecord, now: string) => order.cancel !== null && order.cancel.at <= now;
const isClosed = (order: OrderRecord, now: string) => order.closedAt !== null && order.closedAt <= now;

const statuses: Record<string, (order: OrderRecord, now: string) => boolean> = {
  any: () => true,
  open: (order, now) => !isClosed(order, now) && !isCancelled(order, now),
  closed: isClosed,
  cancelled: isCancelled,
  not_closed: (order, now) => !isClosed(order, now),
};

/** Which display statuses each word of `fulfillment_status:` stands for. */
const fulfillmentWords: Record<string, string[]> = {
  unshipped: ["UNFULFILLED", "OPEN", "SCHEDULED", "ON_HOLD", "IN_PROGRESS", "PENDING_FULFILLMENT", "REQUEST_DECLINED"],
  unfulfilled: [
    "UNFULFILLED",
    "OPEN",
    "SCHEDULED",
    "ON_HOLD",
    "IN_PROGRESS",
    "PENDING_FULFILLMENT",
    "REQUEST_DECLINED",
    "PARTIALLY_FULFILLED",
  ],
  shipped: ["FULFILLED"],
  fulfilled: ["FULFILLED"],
  partial: ["PARTIALLY_FULFILLED"],
  scheduled: ["SCHEDULED"],
  on_hold: ["ON_HOLD"],
  request_declined: ["REQUEST_DECLINED"],
};

const methodWords: Record<string, string> = { "pick-up": "PICK_UP", "pickup-point": "PICKUP_POINT" };

const byField: Record<string, Test> = {
  name: (order, term) => hasWords(order.name, term),
  confirmation_number: (order, term) => equals(order.confirmationNumber, term),
  email: (order, term) => equals(order.email, term),
  customer_id: (order, term) =>
    order.customer !== null && ordered(Math.sign(compareIds(order.customer.id, term.value)), term.comparator),
  id: (order, term) => ordered(Math.sign(compareIds(order.id, term.value)), term.comparator),
  status: (order, term, now) =>
    term.value
      .toLowerCase()
      .split(",")
      .some((word) => own(statuses, word.trim())?.(order, now) ?? false),
  financial_status: (order, term, now) => oneOf([financialStatus(order, now)?.toLowerCase() ?? "", "any"], term),
  fulfillment_status: (order, term, now) =>
    term.value
      .toLowerCase()
      .split(",")
      .some(
        (word) => own(fulfillmentWords, word.trim())?.includes(fulfillmentStatus(order, now)) ?? word.trim() === "any",
      ),
  return_status: (order, term, now) => oneOf([orderReturnStatus(order, now).toLowerCase()], term),
  delivery_method: (order, term, now) =>
    visibleFulfillmentOrders(order, now).some(
      (item) => item.deliveryMethod.type === (own(methodWords, term.value.toLowerCase()) ?? term.value.toUpperCase()),
    ),
  created_at: (order, term) => compareTime(order.createdAt, term),
  processed_at: (order, term) => compareTime(order.processedAt, term),
  updated_at: (order, term, now) => compareTime(orderUpdatedAt(order, now), term),
  tag: (order, term) => order.tags.some((tag) => equals(tag, term)),
  tag_not: (order, term) => !order.tags.some((tag) => equals(tag, term)),
  sku: (order, term) => order.lineItems.some((line) => equals(line.sku, term)),
  discount_code: (order, term) => order.discountCodes.some((code) => equals(code, term)),
  po_number: (order, term) => equals(order.poNumber, term),
  source_identifier: (order, term) => equals(order.sourceIdentifier, term),
  source_name: (order, term) => equals(order.sourceName, term),
  gateway: (order, term) => order.transactions.some((item) => equals(item.gateway, term)),
  test: (order, term) => term.value.toLowerCase() === String(order.test),
  location_id: (order, term, now) =>
    visibleFulfillmentOrders(order, now).some((item) => item.location.id === term.value),
  fulfillment_location_id: (order, term, now) =>
    visibleFulfillmentOrders(order, now).some((item) => item.location.id === term.value),
  risk_level: (order, term) => order.risk.assessments.some((item) => equals(item.level, term)),
};

function anywhere(order: OrderRecord, term: Term): boolean {
  return [
    order.name,
    order.email,
    order.confirmationNumber,
    order.poNumber,
    [order.customer?.firstName, order.customer?.lastName].join(" "),
    [order.shippingAddress?.firstName, order.shippingAddress?.lastName].join(" "),
    ...order.tags,
    ...order.lineItems.flatMap((line) => [line.title, line.sku]),
  ].some((text) => hasWords(text, term));
}

function metafieldTest(order: OrderRecord, term: Term): boolean {
  return order.metafields.some(
    (item) => `metafields.${item.namespace}.${item.key}`.toLowerCase() === term.field && equals(item.value, term),
  );
}

/** Fields of a search that orders do not have. */
export function unknownOrderFields(node: SearchNode | null): string[] {
  return unknownFields(node, (field) => Object.hasOwn(byField, field) || field.startsWith("metafields."));
}

function testTerm(order: OrderRecord, term: Term, now: string): boolean | null {
  if (term.field === null) return anywhere(order, term);
  if (term.field.startsWith("metafields.")) return metafieldTest(order, term);
  return own(byField, term.field)?.(order, term, now) ?? null;
}

export function matchesOrder(node: SearchNode | null, order: OrderRecord, now: string): boolean {
  return node === null || (evaluate(node, (term) => testTerm(order, term, now)) ?? true);
}

/** The customer that every match must belong to, when the search says so at its top: saves looking at all orders. */
export function requiredCustomer(node: SearchNode | null): string | null {
  if (node?.kind === "and") return node.nodes.map(requiredCustomer).find((id) => id !== null) ?? null;
  return node?.kind === "term" && node.field === "customer_id" && node.comparator === ":" ? node.value : null;
}
