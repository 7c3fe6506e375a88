import type { Ref } from "./fields.ts";
import { deliveryMethodSchema, fulfillmentOrderSchema } from "./fulfillment-schema.ts";
import { numericId } from "./ids.ts";
import { StoreFileError } from "./load.ts";
import type {
  EventRecord,
  FulfillmentLineRecord,
  FulfillmentOrderLineRecord,
  FulfillmentOrderRecord,
  FulfillmentRecord,
  LineRecord,
  OrderRecord,
} from "./records.ts";
import { type Catalog, known } from "./resolve-catalog.ts";
import type { Fulfillment, FulfillmentEvent, FulfillmentOrder, Order } from "./schema.ts";

/** Gives an order its fulfillment orders and fulfillments; what the file leaves out goes as Shopify would route it. */
export function resolveFulfillment(
  order: OrderRecord,
  givenOrders: Order["fulfillmentOrders"],
  givenFulfillments: Order["fulfillments"],
  catalog: Catalog,
  place: string,
): void {
  const lines = new Map(order.lineItems.map((line) => [line.key, line]));
  const unrouted = new Map(order.lineItems.map((line) => [line, line.quantity]));
  for (const [index, given] of (givenOrders ?? []).entries()) {
    const here = `${place}.fulfillmentOrders[${index}]`;
    const shares = given.lines?.map((item) => {
      const line = known(lines, item.line, `${here}.lines`, "line item");
      return { line, quantity: item.quantity ?? unrouted.get(line) ?? 0 };
    });
    addFulfillmentOrder(order, given, shares, unrouted, catalog, here);
  }
  for (const group of leftovers(unrouted)) {
    const type = group.ships ? order.deliveryMethod?.type : "NONE";
    const given = fulfillmentOrderSchema.parse({
      id: `default-${order.fulfillmentOrders.length + 1}`,
      ...(type === "NONE" ? { deliveryMethod: { type, presentedName: null } } : {}),
      ...(group.addedAt === null ? {} : { createdAt: group.addedAt }),
    });
    const made = addFulfillmentOrder(order, given, group.lines, unrouted, catalog, place);
    if (!group.ships && order.payment === "paid" && order.cancel === null) deliverDigital(made);
  }
  for (const [index, given] of givenFulfillments.entries()) {
    addFulfillment(order, given, index, lines, `${place}.fulfillments[${index}]`);
  }
}

type Share = { line: LineRecord; quantity: number };

/** Line items that no fulfillment order names: together if shipped together, apart if digital or added by a later edit. */
function leftovers(unrouted: Map<LineRecord, number>): { ships: boolean; addedAt: string | null; lines: Share[] }[] {
  const groups = new Map<string, { ships: boolean; addedAt: string | null; lines: Share[] }>();
  for (const [line, quantity] of unrouted) {
    if (quantity === 0) continue;
    const key = `${line.requiresShipping}/${line.addedAt ?? ""}`;
    const group = groups.get(key) ?? { ships: line.requiresShipping, addedAt: line.addedAt, lines: [] };
    group.lines.push({ line, quantity });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function addFulfillmentOrder(
  order: OrderRecord,
  given: FulfillmentOrder,
  shares: Share[] | undefined,
  unrouted: Map<LineRecord, number>,
  catalog: Catalog,
  place: string,
): FulfillmentOrderRecord {
  const ref = given.id ?? order.fulfillmentOrders.length + 1;
  const scope = `${order.id}/${ref}`;
  const createdAt = given.createdAt ?? order.createdAt;
  const method = given.deliveryMethod ?? order.deliveryMethod ?? deliveryMethodSchema.parse({});
  const record: FulfillmentOrderRecord = {
    ...given,
    id: numericId("FulfillmentOrder", ref, order.id),
    key: String(ref),
    order,
    location:
      given.location === undefined ? catalog.primaryLocation : catalog.location(given.location, `${place}.location`),
    createdAt,
    deliveryMethod: {
      ...method,
      gidNumber: numericId("DeliveryMethod", ref, order.id),
      presentedName:
        method.presentedName === undefined ? (order.shippingLines[0]?.title ?? null) : method.presentedName,
    },
    holds: given.holds.map((hold, index) => ({
      ...hold,
      from: hold.from ?? createdAt,
      gidNumber: numericId("FulfillmentHold", hold.id ?? index + 1, scope),
    })),
    requests: given.requests.map((request, index) => ({
      ...request,
      gidNumber: numericId("FulfillmentOrderMerchantRequest", index + 1, scope),
    })),
    lines: [],
  };
  const taken = shares ?? [...unrouted].flatMap(([line, quantity]) => (quantity > 0 ? [{ line, quantity }] : []));
  if (taken.length === 0) throw new StoreFileError(`${place}: no line items are left for it`);
  for (const { line, quantity } of taken) {
    const left = unrouted.get(line) ?? 0;
    // A fulfillment order closed by a move names items that the one which replaced it names again.
    if (record.movedAt === null && record.cancelledAt === null) {
      if (quantity > left)
        throw new StoreFileError(`${place}: ${quantity} of line item "${line.key}" is more than the ${left} left`);
      unrouted.set(line, left - quantity);
    }
    if (quantity > 0) {
      record.lines.push({
        id: numericId("FulfillmentOrderLineItem", line.key, scope),
        line,
        quantity,
        fulfillmentOrder: record,
      });
    }
  }
  order.fulfillmentOrders.push(record);
  return record;
}

/** Digital goods and gift cards are fulfilled as soon as they are paid. */
function deliverDigital(from: FulfillmentOrderRecord): void {
  const order = from.order;
  const key = `digital-${from.key}`;
  order.fulfillments.push(
    newFulfillment(
      order,
      key,
      from.createdAt,
      from.lines.map((line) => ({ from: line, quantity: line.quantity })),
      {
        displayStatus: "FULFILLED",
      },
    ),
  );
}

function newFulfillment(
  order: OrderRecord,
  ref: Ref,
  at: string,
  parts: { from: FulfillmentOrderLineRecord; quantity: number }[],
  given: Partial<Fulfillment>,
): FulfillmentRecord {
  const { tracking, events } = given;
  const record: FulfillmentRecord = {
    at,
    estimatedDeliveryAt: null,
    cancelledAt: null,
    labelVoidedAt: null,
    pickedUpAt: null,
    attributes: [],
    ...given,
    id: numericId("Fulfillment", ref, order.id),
    key: String(ref),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    order,
    tracking: Array.isArray(tracking) ? tracking : tracking ? [tracking] : [],
    events: [],
    lines: [],
  };
  record.lines = parts.map(({ from, quantity }, index): FulfillmentLineRecord => ({
    id: numericId("FulfillmentLineItem", index + 1, `${order.id}/${ref}`),
    line: from.line,
    quantity,
    from,
  }));
  for (const event of events ?? []) record.events.push(newEvent(record, event));
  return record;
}

export function newEvent(fulfillment: FulfillmentRecord, event: FulfillmentEvent): EventRecord {
  const ref = event.id ?? fulfillment.events.length + 1;
  return {
    ...event,
    recordedAt: event.recordedAt ?? (event.at < fulfillment.at ? fulfillment.at : event.at),
    id: numericId("FulfillmentEvent", ref, `${fulfillment.order.id}/${fulfillment.key}`),
  };
}

function addFulfillment(
  order: OrderRecord,
  given: Fulfillment,
  index: number,
  lines: Map<string, LineRecord>,
  place: string,
): void {
  const candidates = order.fulfillmentOrders.filter((item) =>
    given.fulfillmentOrder === undefined
      ? item.cancelledAt === null && item.movedAt === null
      : item.key === String(given.fulfillmentOrder),
  );
  if (candidates.length === 0)
    throw new StoreFileError(`${place}.fulfillmentOrder: there is no fulfillment order "${given.fulfillmentOrder}"`);
  const parts: { from: FulfillmentOrderLineRecord; quantity: number }[] = [];
  if (given.lines === undefined) {
    const source = candidates.find((item) => item.lines.some((line) => unshipped(line) > 0));
    for (const line of source?.lines ?? []) {
      const quantity = unshipped(line);
      if (quantity > 0) parts.push({ from: line, quantity });
    }
  } else {
    for (const item of given.lines) {
      const line = known(lines, item.line, `${place}.lines`, "line item");
      let wanted = item.quantity ?? Number.POSITIVE_INFINITY;
      for (const source of candidates
        .flatMap((candidate) => candidate.lines)
        .filter((candidate) => candidate.line === line)) {
        const quantity = Math.min(wanted, unshipped(source));
        if (quantity <= 0) continue;
        parts.push({ from: source, quantity });
        wanted -= quantity;
      }
      if (wanted > 0 && Number.isFinite(wanted)) {
        throw new StoreFileError(`${place}.lines: ${wanted} of line item "${line.key}" more than is left to fulfill`);
      }
    }
  }
  if (parts.length === 0) throw new StoreFileError(`${place}: nothing is left to fulfill`);
  order.fulfillments.push(newFulfillment(order, given.id ?? index + 1, given.at, parts, given));
}

/** Units of a fulfillment order's line that no fulfillment has taken, at any time; cancelled ones give theirs back. */
function unshipped(from: FulfillmentOrderLineRecord): number {
  let left = from.quantity;
  for (const fulfillment of from.fulfillmentOrder.order.fulfillments) {
    if (fulfillment.cancelledAt !== null || fulfillment.status === "CANCELLED" || fulfillment.status === "FAILURE")
      continue;
    for (const line of fulfillment.lines) if (line.from === from) left -= line.quantity;
  }
  return left;
}
