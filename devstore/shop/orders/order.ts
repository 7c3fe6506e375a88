import type { OrderInput } from "../../store/schema.ts";
import { requiresShipping, variant } from "../catalog/variants.ts";
import { type AddressRow, COUNTRIES, type CountryCode, CUSTOMERS, type CustomerRow } from "../people/customers.ts";
import { LOCATION_OF, type LocationId } from "../people/locations.ts";
import type { Random } from "../random.ts";
import { addWorkingDays, at, dayOf, plus } from "../time.ts";
import { type CurrencyCode, CURRENCIES, currencyOf, decimal, localPrice, TAXES } from "./money.ts";
import { fulfillment, type ParcelSpec } from "./parcel.ts";
import { METHODS, type MethodKey, rate } from "./shipping.ts";
import { orderTotal } from "./totals.ts";

type LineInput = OrderInput["lineItems"][number];
type FulfillmentOrderInput = NonNullable<OrderInput["fulfillmentOrders"]>[number];

/** A line of an order: so many of a SKU, with whatever else there is to say about it. */
export type LineSpec = readonly [sku: string, quantity: number, more?: Partial<LineInput>];

export type OrderSpec = {
  name: string;
  placed: string;
  /** A customer's key, or null for an order without a customer. */
  who: string | null;
  /** Where it goes, when not to the customer's own address (or when there is no customer). */
  to?: AddressRow & { firstName?: string; lastName?: string };
  lines: readonly LineSpec[];
  method?: MethodKey | null;
  currency?: CurrencyCode;
  discount?: { code: string; percent: number };
  /** Without one, checkout promised nothing. Default: as the shipping method says. */
  promise?: boolean;
  payment?: "paid" | "authorized" | "pending" | "none";
  gateway?: string;
  /** Changes to the fulfillment order at a location. */
  at?: Partial<Record<LocationId, Partial<FulfillmentOrderInput>>>;
  parcels?: readonly ParcelSpec[];
  /** Everything else, as the store file says it. */
  more?: Partial<OrderInput>;
};

const customers = new Map(CUSTOMERS.map((row) => [row.key, row]));

export function customer(key: string): CustomerRow {
  const found = customers.get(key);
  if (!found) throw new Error(`no such customer: ${key}`);
  return found;
}

export function addressInput(
  address: AddressRow,
  name: { firstName?: string | null; lastName?: string | null; phone?: string },
) {
  return {
    ...(name.firstName ? { firstName: name.firstName } : {}),
    ...(name.lastName ? { lastName: name.lastName } : {}),
    address1: address.address1,
    ...(address.address2 ? { address2: address.address2 } : {}),
    city: address.city,
    ...(address.province ? { provinceCode: address.province[0], province: address.province[1] } : {}),
    zip: address.zip,
    countryCode: address.country,
    ...(name.phone ? { phone: name.phone } : {}),
    timeZone: COUNTRIES[address.country].zone,
  };
}

/** The order as the store file holds it: prices in its currency, one fulfillment order per location, payments that cover the total. */
export function buildOrder(spec: OrderSpec, random: Random): OrderInput {
  const buyer = spec.who === null ? null : customer(spec.who);
  const destination = spec.to ?? buyer?.address;
  const country: CountryCode = destination?.country ?? "DE";
  const currency = spec.currency ?? currencyOf(country);
  const physical = spec.lines.some(([sku]) => requiresShipping(variant(sku).product));
  const method = spec.method === undefined ? (physical ? "standard" : null) : spec.method;
  const tax = TAXES[country];
  const lineItems = spec.lines.map((line) => lineInput(line, spec, currency));
  const shippingLine = method === null ? null : shippingLineInput(method, spec, country, currency);

  const order: OrderInput = {
    name: spec.name,
    createdAt: spec.placed,
    customer: spec.who,
    ...(spec.to ? { shippingAddress: addressInput(spec.to, { ...(buyer ?? {}), ...spec.to }) } : {}),
    lineItems,
    ...(shippingLine ? { shippingLines: [shippingLine] } : {}),
    ...(tax ? { taxes: [{ title: tax.title, rate: tax.rate }] } : {}),
    ...(tax && !tax.included ? { taxesIncluded: false } : {}),
    ...(spec.discount ? { discountCodes: [spec.discount.code] } : {}),
    ...(currency === "EUR" ? {} : { presentment: { currencyCode: currency, rate: CURRENCIES[currency].rate } }),
    ...(spec.gateway ? { gateway: spec.gateway } : {}),
    ...(method === null ? {} : { deliveryMethod: deliveryMethod(method, spec, country) }),
    fulfillmentOrders: fulfillmentOrders(spec, method),
    ...more(spec),
  };
  if (tax && !tax.included) addTaxOnTop(order, tax, currency);
  order.transactions ??= payments(order, spec, currency);
  if (spec.parcels) order.fulfillments = spec.parcels.map((parcel) => fulfillment(parcel, order, random));
  return order;
}

function more(spec: OrderSpec): Partial<OrderInput> {
  return spec.more ?? {};
}

function lineInput([sku, quantity, extra]: LineSpec, spec: OrderSpec, currency: CurrencyCode): LineInput {
  const found = variant(sku);
  const price = localPrice(found.cents, currency);
  const giftCard = found.product.kind === "gift_card";
  const off = spec.discount && !giftCard ? Math.round((price * quantity * spec.discount.percent) / 100) : 0;
  return {
    variant: sku,
    ...(quantity === 1 ? {} : { quantity }),
    price: decimal(price, currency),
    ...(giftCard ? { taxable: false } : {}),
    ...(off > 0 && spec.discount
      ? { discounts: [{ title: spec.discount.code, amount: decimal(off, currency), code: true }] }
      : {}),
    ...extra,
  };
}

function shippingLineInput(method: MethodKey, spec: OrderSpec, country: CountryCode, currency: CurrencyCode) {
  const { title, code, freeFrom } = METHODS[method];
  const subtotal = spec.lines.reduce((sum, [sku, quantity]) => sum + variant(sku).cents * quantity, 0);
  const free = country === "DE" && freeFrom !== undefined && subtotal >= freeFrom;
  return { title, code, price: decimal(free ? 0 : localPrice(rate(method, country).cents, currency), currency) };
}

function deliveryMethod(
  method: MethodKey,
  spec: OrderSpec,
  country: CountryCode,
): NonNullable<OrderInput["deliveryMethod"]> {
  const { title, code, type } = METHODS[method];
  const named = { type, presentedName: title, serviceCode: code };
  if (spec.promise === false || type === "PICK_UP") return named;
  const { earliest, latest } = rate(method, country);
  const day = dayOf(spec.placed);
  return {
    ...named,
    minDeliveryAt: at(addWorkingDays(day, earliest), "08:00"),
    maxDeliveryAt: at(addWorkingDays(day, latest), "20:00"),
  };
}

/** Lines that are handled together, and so become one fulfillment order. */
type LineGroup = {
  location: LocationId;
  shipped: boolean;
  /** When an order edit added them. */
  addedAt: string | null;
  lines: { line: number; quantity: number }[];
};

/** The lines of an order by who handles them and since when, in the order of their fulfillment orders. */
export function groupLines(lines: readonly LineSpec[], method: MethodKey | null): LineGroup[] {
  const groups = new Map<string, LineGroup>();
  lines.forEach(([sku, quantity, extra], index) => {
    const { product } = variant(sku);
    const shipped = requiresShipping(product);
    const location =
      shipped && (method === "pickup" || method === "courier") ? "kreuzberg" : LOCATION_OF[product.place];
    const addedAt = extra?.addedAt ?? null;
    const key = `${location}:${shipped}:${addedAt ?? ""}`;
    const group = groups.get(key) ?? { location, shipped, addedAt, lines: [] };
    group.lines.push({ line: index + 1, quantity });
    groups.set(key, group);
  });
  return [...groups.values()];
}

/** One for each location that ships something; what needs no shipping and what was added later have one of their own. */
function fulfillmentOrders(spec: OrderSpec, method: MethodKey | null): FulfillmentOrderInput[] {
  return groupLines(spec.lines, method).map(({ location, shipped, addedAt, lines }) => ({
    location,
    lines,
    ...(addedAt ? { createdAt: addedAt } : {}),
    ...(shipped
      ? { ...asked(location, addedAt ?? spec.placed), ...spec.at?.[location] }
      : { deliveryMethod: { type: "NONE" } }),
  }));
}

/** A 3PL or supplier is asked a few minutes after the order and usually accepts within the next working morning. */
function asked(location: LocationId, since: string): Partial<FulfillmentOrderInput> | null {
  if (location !== "venlo" && location !== "dabrowa") return null;
  const sentAt = plus(since, { minutes: 4 });
  const acceptedAt =
    location === "venlo" ? plus(sentAt, { minutes: 22 }) : at(addWorkingDays(dayOf(since), 1), "09:12");
  return { requests: [{ sentAt, response: { at: acceptedAt, accepted: true } }] };
}

function addTaxOnTop(order: OrderInput, tax: { title: string; rate: number }, currency: CurrencyCode): void {
  const { decimals } = CURRENCIES[currency];
  const line = (net: number) => [{ ...tax, price: decimal(Math.round(net * tax.rate * 10 ** decimals), currency) }];
  for (const item of order.lineItems) {
    if (item.taxable === false) continue;
    const off = (item.discounts ?? []).reduce((sum, discount) => sum + Number(discount.amount), 0);
    item.taxLines = line(Number(item.price) * (item.quantity ?? 1) - off).map(({ title, rate: taxRate, price }) => ({
      title,
      rate: taxRate,
      price,
    }));
  }
  for (const shipping of order.shippingLines ?? []) {
    shipping.taxLines = line(Number(shipping.price)).map(({ title, rate: taxRate, price }) => ({
      title,
      rate: taxRate,
      price,
    }));
  }
}

function payments(order: OrderInput, spec: OrderSpec, currency: CurrencyCode): NonNullable<OrderInput["transactions"]> {
  const amount = decimal(orderTotal(order).placed, currency);
  const gateway = spec.gateway ?? "shopify_payments";
  const time = plus(spec.placed, { seconds: 4 });
  if (spec.payment === "none" || Number(amount) === 0) return [];
  if (spec.payment === "pending") return [{ id: 1, kind: "SALE", status: "PENDING", gateway, amount, at: time }];
  if (spec.payment === "authorized") {
    return [
      { id: 1, kind: "AUTHORIZATION", gateway, amount, at: time, authorizationExpiresAt: plus(time, { days: 7 }) },
    ];
  }
  return [{ id: 1, kind: "SALE", gateway, amount, at: time }];
}
