import type { Address as AddressInFile } from "./fields.ts";
import type {
  Customer,
  DeliveryMethod,
  Fulfillment,
  FulfillmentEvent,
  FulfillmentOrder,
  LineItem,
  Location,
  Order,
  Product,
  Refund,
  Return,
  ShippingLine,
  Transaction,
  Variant,
} from "./schema.ts";
import type { CreditTransaction } from "./store-credit.ts";

/**
 * What the store holds: the file's things with every default worked out and every reference followed.
 * `id` is the number in the GID. Money is in minor units; an order's in its presentment currency.
 * Everything is here, the future too: `derive.ts` says what is visible at a time.
 */
export type Address = AddressInFile;

export type LocationRecord = Omit<Location, "id"> & { id: string; key: string };

export type ProductRecord = Omit<Product, "id" | "variants" | "handle"> & {
  id: string;
  key: string;
  handle: string;
  variants: VariantRecord[];
};

export type VariantRecord = Omit<Variant, "id" | "price" | "requiresShipping" | "inventory"> & {
  id: string;
  key: string;
  product: ProductRecord;
  title: string;
  position: number;
  /** In the shop's currency. */
  price: number;
  requiresShipping: boolean;
  inventory: Map<LocationRecord, number>;
};

export type CustomerRecord = Omit<Customer, "id"> & {
  id: string;
  key: string;
  /** Oldest first. */
  creditTransactions: CreditTransaction[];
};

export type TaxLineRecord = { title: string; rate: number; price: number };
type DiscountRecord = { title: string; amount: number; code: boolean };

export type LineRecord = Omit<
  LineItem,
  | "id"
  | "variant"
  | "price"
  | "discounts"
  | "taxLines"
  | "duties"
  | "title"
  | "variantTitle"
  | "sku"
  | "vendor"
  | "requiresShipping"
  | "giftCard"
> & {
  id: string;
  key: string;
  order: OrderRecord;
  variant: VariantRecord | null;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  vendor: string | null;
  requiresShipping: boolean;
  giftCard: boolean;
  unitPrice: number;
  discounts: DiscountRecord[];
  taxLines: TaxLineRecord[];
  duties: { harmonizedSystemCode: string | null; price: number }[];
};

export type ShippingLineRecord = Omit<ShippingLine, "id" | "price" | "discounts" | "taxLines"> & {
  id: string;
  price: number;
  discounts: DiscountRecord[];
  taxLines: TaxLineRecord[];
};

export type HoldRecord = FulfillmentOrder["holds"][number] & { gidNumber: string; from: string };
type RequestRecord = FulfillmentOrder["requests"][number] & { gidNumber: string };

export type FulfillmentOrderLineRecord = {
  id: string;
  line: LineRecord;
  quantity: number;
  fulfillmentOrder: FulfillmentOrderRecord;
};

export type FulfillmentOrderRecord = Omit<
  FulfillmentOrder,
  "id" | "location" | "lines" | "createdAt" | "deliveryMethod" | "holds" | "requests"
> & {
  id: string;
  key: string;
  order: OrderRecord;
  location: LocationRecord;
  createdAt: string;
  deliveryMethod: DeliveryMethod & { gidNumber: string; presentedName: string | null };
  holds: HoldRecord[];
  requests: RequestRecord[];
  lines: FulfillmentOrderLineRecord[];
};

export type EventRecord = Omit<FulfillmentEvent, "id" | "recordedAt"> & { id: string; recordedAt: string };

export type FulfillmentLineRecord = {
  id: string;
  line: LineRecord;
  quantity: number;
  from: FulfillmentOrderLineRecord;
};

export type FulfillmentRecord = Omit<Fulfillment, "id" | "tracking" | "events" | "lines" | "fulfillmentOrder"> & {
  id: string;
  key: string;
  name: string;
  order: OrderRecord;
  tracking: { company: string | null; number: string | null; url: string | null }[];
  events: EventRecord[];
  lines: FulfillmentLineRecord[];
};

export type TransactionRecord = Omit<Transaction, "id" | "amount" | "at" | "parent"> & {
  id: string;
  key: string;
  amount: number;
  at: string;
  parent: TransactionRecord | null;
};

export type RefundRecord = Omit<Refund, "id" | "lines" | "shipping" | "transactions" | "return"> & {
  id: string;
  order: OrderRecord;
  lines: {
    id: string;
    line: LineRecord;
    quantity: number;
    restockType: Refund["lines"][number]["restockType"];
    location: LocationRecord | null;
    subtotal: number;
    tax: number;
  }[];
  shipping: number;
  duties: number;
  /** What moved beyond the worth of lines, shipping and duties, or (negative) short of it; nobody owes it. */
  adjustment: number;
  transactions: TransactionRecord[];
  return: ReturnRecord | null;
};

export type ReturnLineRecord = Omit<Return["lines"][number], "id" | "line"> & {
  id: string;
  line: LineRecord;
  fulfillmentLine: FulfillmentLineRecord | null;
};

export type ExchangeLineRecord = {
  id: string;
  variant: VariantRecord;
  quantity: number;
  /** What comes off the whole line, in presentment minor units. */
  discounts: { title: string; amount: number }[];
  /** The order's lines that it became as it was processed. */
  lines: LineRecord[];
};

export type ReturnRecord = Omit<Return, "id" | "name" | "lines" | "exchangeLines" | "reverseDeliveries"> & {
  id: string;
  key: string;
  name: string;
  createdAt: string;
  order: OrderRecord;
  lines: ReturnLineRecord[];
  exchangeLines: ExchangeLineRecord[];
  /** What the customer pays for sending it back, in presentment minor units. */
  shippingFee: number | null;
  /** Fees that became part of what the order costs when items were processed. */
  fees: { at: string; amount: number }[];
  reverseDeliveries: (Omit<Return["reverseDeliveries"][number], "id"> & { id: string })[];
};

export type OrderRecord = Omit<
  Order,
  | "id"
  | "customer"
  | "email"
  | "phone"
  | "customerLocale"
  | "shippingAddress"
  | "billingAddress"
  | "lineItems"
  | "shippingLines"
  | "processedAt"
  | "taxesIncluded"
  | "tip"
  | "transactions"
  | "refunds"
  | "returns"
  | "fulfillmentOrders"
  | "fulfillments"
  | "edits"
  | "confirmationNumber"
> & {
  id: string;
  number: number;
  confirmationNumber: string | null;
  customer: CustomerRecord | null;
  email: string | null;
  phone: string | null;
  customerLocale: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  processedAt: string;
  taxesIncluded: boolean;
  /** The presentment currency and how many units of it one unit of the shop's currency is. */
  currency: string;
  shopCurrency: string;
  rate: number;
  tip: number;
  lineItems: LineRecord[];
  shippingLines: ShippingLineRecord[];
  transactions: TransactionRecord[];
  refunds: RefundRecord[];
  returns: ReturnRecord[];
  fulfillmentOrders: FulfillmentOrderRecord[];
  fulfillments: FulfillmentRecord[];
  edits: { at: string; staffNote: string | null; removed: { line: LineRecord; quantity: number }[] }[];
};
