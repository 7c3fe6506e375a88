import { address } from "../../store/fields.ts";
import { parseGid } from "../../store/ids.ts";
import { StoreFileError } from "../../store/load.ts";
import { toDecimal, toMinor } from "../../store/money.ts";
import type { Address, CustomerRecord, LineRecord, OrderRecord, VariantRecord } from "../../store/records.ts";
import type { OrderInput } from "../../store/schema.ts";
import type { Store } from "../../store/store.ts";
import type { CallContext } from "../context.ts";
import { type UserError, userError } from "../mutations.ts";

type Money = { amount: string; currencyCode: string };
type Discount = {
  title?: string | null;
  value: number;
  valueType: "FIXED_AMOUNT" | "PERCENTAGE";
  amountWithCurrency?: Money | null;
};
type AddressInput = { [Key in keyof Address]?: string | null };

/** The parts of Shopify's DraftOrderInput that the devstore understands. */
export type DraftOrderInput = {
  purchasingEntity?: { customerId?: string | null; purchasingCompany?: object | null } | null;
  email?: string | null;
  phone?: string | null;
  shippingAddress?: AddressInput | null;
  billingAddress?: AddressInput | null;
  useCustomerDefaultAddress?: boolean | null;
  lineItems?: { variantId?: string | null; quantity: number; appliedDiscount?: Discount | null }[] | null;
  appliedDiscount?: Discount | null;
  shippingLine?: { title?: string | null; priceWithCurrency?: Money | null } | null;
  taxExempt?: boolean | null;
  tags?: string[] | null;
  note?: string | null;
  customAttributes?: { key: string; value: string }[] | null;
  reserveInventoryUntil?: string | null;
  visibleToCustomer?: boolean | null;
  presentmentCurrencyCode?: string | null;
  sourceName?: string | null;
};

type DraftContents = Omit<OrderInput, "name" | "createdAt">;
export type ReadDraft =
  { kind: "read"; contents: DraftContents; preview: OrderRecord } | { kind: "refused"; userErrors: UserError[] };

const longestTag = 40;

/** What order the input describes, priced from the catalog, or everything that keeps it from being one. */
export function readDraftInput(input: DraftOrderInput, { store, now }: CallContext): ReadDraft {
  const errors: UserError[] = [];
  const lines = readLines(input, store, errors);
  const customer = readCustomer(input, store, errors);
  const currency = input.presentmentCurrencyCode ?? store.shop.currencyCode;
  const rate = rateOf(currency, store);
  if (rate === null) errors.push(userError(["presentmentCurrencyCode"], `${currency} is not enabled for this shop`));
  for (const tag of input.tags ?? [])
    if (tag.length > longestTag) errors.push(userError(["tags"], `Tags can't be longer than ${longestTag} characters`));
  if (typeof input.reserveInventoryUntil === "string" && Date.parse(input.reserveInventoryUntil) <= Date.parse(now))
    errors.push(userError(["reserveInventoryUntil"], "Reserve inventory until must be in the future"));
  checkDiscount(input.appliedDiscount, ["appliedDiscount"], errors);
  const shippingPrice = input.shippingLine?.priceWithCurrency;
  if (input.shippingLine && !input.shippingLine.title)
    errors.push(userError(["shippingLine", "title"], "can't be blank"));
  if (shippingPrice && Number(shippingPrice.amount) < 0)
    errors.push(userError(["shippingLine", "priceWithCurrency"], "must be greater than or equal to 0"));
  if (errors.length > 0) return { kind: "refused", userErrors: errors };

  const shipsTo = input.shippingAddress
    ? addressOf(input.shippingAddress)
    : input.useCustomerDefaultAddress
      ? (customer?.addresses[0] ?? null)
      : null;
  const contents: DraftContents = {
    customer: customer?.key ?? null,
    email: input.email ?? customer?.email ?? null,
    phone: input.phone ?? null,
    shippingAddress: shipsTo,
    billingAddress: input.billingAddress ? addressOf(input.billingAddress) : shipsTo,
    lineItems: lines.map(({ variant, quantity }) => ({ variant: variant.key, quantity })),
    shippingLines: input.shippingLine
      ? [{ title: input.shippingLine.title ?? "", price: shippingPrice?.amount ?? "0.00", custom: true }]
      : [],
    taxes: input.taxExempt ? [] : taxesFor(shipsTo, store),
    presentment: currency === store.shop.currencyCode ? null : { currencyCode: currency, rate: rate ?? 1 },
    payment: "paid",
    gateway: "manual",
    tags: [...new Set(input.tags ?? [])],
    note: input.note ?? null,
    customAttributes: input.customAttributes ?? [],
    sourceName: input.sourceName ?? "shopify_draft_order",
  };
  try {
    const plain = preview(store, contents, now);
    contents.lineItems = discountedLines(input, plain);
    return { kind: "read", contents, preview: preview(store, contents, now) };
  } catch (error) {
    if (error instanceof StoreFileError) return { kind: "refused", userErrors: [userError(null, error.message)] };
    throw error;
  }
}

/** The order it would be now. Its name keeps the ids of its parts apart from those of real orders. */
function preview(store: Store, contents: DraftContents, now: string): OrderRecord {
  return store.previewOrder({ ...contents, name: "draft", createdAt: now });
}

function readLines(
  input: DraftOrderInput,
  store: Store,
  errors: UserError[],
): { variant: VariantRecord; quantity: number }[] {
  if (!input.lineItems?.length) errors.push(userError(["lineItems"], "Add at least 1 product"));
  return (input.lineItems ?? []).flatMap(({ variantId, quantity, appliedDiscount }, index) => {
    const field = ["lineItems", String(index)];
    checkDiscount(appliedDiscount, [...field, "appliedDiscount"], errors);
    if (quantity < 1) errors.push(userError([...field, "quantity"], "Quantity must be greater than or equal to 1"));
    const variant = typeof variantId === "string" ? store.variant(variantId) : null;
    if (variant && variant.product.status !== "ARCHIVED") return [{ variant, quantity }];
    const number = parseGid(variantId ?? "")?.number ?? "";
    errors.push(userError([...field, "variantId"], `Product with ID ${number} is no longer available.`));
    return [];
  });
}

function readCustomer(input: DraftOrderInput, store: Store, errors: UserError[]): CustomerRecord | null {
  const { customerId, purchasingCompany } = input.purchasingEntity ?? {};
  if (purchasingCompany) errors.push(userError(["purchasingEntity", "purchasingCompany"], "Company not found"));
  if (typeof customerId !== "string") return null;
  const customer = store.customer(customerId);
  if (!customer) errors.push(userError(["purchasingEntity", "customerId"], "Customer not found"));
  return customer;
}

function checkDiscount(discount: Discount | null | undefined, field: string[], errors: UserError[]): void {
  if (!discount) return;
  const most = discount.valueType === "PERCENTAGE" ? 100 : Number.POSITIVE_INFINITY;
  if (discount.value < 0 || discount.value > most)
    errors.push(userError([...field, "value"], `must be between 0 and ${most === 100 ? "100" : "the price"}`));
}

/** What a discount takes off a price, in minor units: never more than all of it. */
function discountOf(discount: Discount, price: number, currency: string): number {
  if (discount.valueType === "PERCENTAGE") return Math.round((price * discount.value) / 100);
  const amount = discount.amountWithCurrency?.amount ?? String(discount.value);
  return Math.min(price, toMinor(amount, currency));
}

/** The lines with their own discount and their part of the whole order's; the last line takes what rounding leaves. */
function discountedLines(input: DraftOrderInput, plain: OrderRecord): DraftContents["lineItems"] {
  const { currency } = plain;
  const own = plain.lineItems.map((line, index) => {
    const discount = input.lineItems?.[index]?.appliedDiscount;
    return discount ? discountOf(discount, line.unitPrice * line.quantity, currency) : 0;
  });
  const rest = plain.lineItems.map((line, index) => line.unitPrice * line.quantity - (own[index] ?? 0));
  const subtotal = rest.reduce((sum, price) => sum + price, 0);
  const whole = input.appliedDiscount ? discountOf(input.appliedDiscount, subtotal, currency) : 0;
  let before = 0;
  let given = 0;
  return plain.lineItems.map((line: LineRecord, index) => {
    before += rest[index] ?? 0;
    const upTo = subtotal === 0 ? 0 : Math.round((whole * before) / subtotal);
    const parts = [
      { title: input.lineItems?.[index]?.appliedDiscount?.title, amount: own[index] ?? 0 },
      { title: input.appliedDiscount?.title, amount: upTo - given },
    ];
    given = upTo;
    return {
      variant: line.variant?.key ?? null,
      quantity: line.quantity,
      discounts: parts.flatMap(({ title, amount }) =>
        amount > 0 ? [{ title: title ?? "Custom discount", amount: toDecimal(amount, currency) }] : [],
      ),
    };
  });
}

function addressOf(input: AddressInput): Address {
  return address.parse(input);
}

/** The rate of the newest order paid in that currency: the devstore has no money market. Null for one the shop does not take. */
function rateOf(currency: string, store: Store): number | null {
  if (currency === store.shop.currencyCode) return 1;
  return newest(store, (order) => order.currency === currency)?.rate ?? null;
}

/** The taxes of the newest order sent to the same country: the devstore has no tax tables. */
function taxesFor(shipsTo: Address | null, store: Store): NonNullable<OrderInput["taxes"]> {
  if (shipsTo === null) return [];
  return newest(store, (order) => order.shippingAddress?.countryCode === shipsTo.countryCode)?.taxes ?? [];
}

function newest(store: Store, fits: (order: OrderRecord) => boolean): OrderRecord | null {
  let found: OrderRecord | null = null;
  for (const order of store.visibleOrders())
    if (fits(order) && (found === null || order.createdAt > found.createdAt)) found = order;
  return found;
}
