import type { OrderInput, StoreFileInput } from "../store/schema.ts";
import { addressInput, buildOrder } from "./orders/order.ts";
import { CASES } from "./case-index.ts";
import { catalog } from "./catalog/variants.ts";
import { history } from "./history/history.ts";
import { CUSTOMERS } from "./people/customers.ts";
import { LOCATIONS } from "./people/locations.ts";
import { createRandom } from "./random.ts";
import { PAGES } from "./texts/pages.ts";
import { POLICIES } from "./texts/policies.ts";
import { RETURN_REASONS } from "./texts/return-reasons.ts";
import { at, NOW, SHOP_TIME_ZONE } from "./time.ts";

export const DEFAULT_SEED = 1001;
/** The hand-written ones and eight weeks of ordinary ones. */
export const DEFAULT_ORDERS = CASES.length + 154;
/** Ordinary orders are numbered from here, hand-written ones from #1001. */
const FIRST_ORDINARY_NUMBER = 1201;

/** The whole example shop. `orders` counts the hand-written ones too, which are always all there. */
export function exampleShop({ seed = DEFAULT_SEED, orders = DEFAULT_ORDERS } = {}): StoreFileInput {
  const random = createRandom(seed);
  const written = CASES.map(({ number, order }): OrderInput =>
    buildOrder({ name: `#${number}`, ...order }, random.fork(`case ${number}`)),
  );
  const ordinary = history(Math.max(0, orders - written.length), FIRST_ORDINARY_NUMBER, random.fork("history"));
  return {
    $schema: "../store/store-file.schema.json",
    now: NOW,
    shop: {
      domain: "juniper-and-tide.myshopify.com",
      name: "Juniper & Tide",
      email: "hello@example.com",
      currencyCode: "EUR",
      presentmentCurrencies: ["GBP", "USD", "CHF", "CAD", "JPY"],
      ianaTimezone: SHOP_TIME_ZONE,
      countryCode: "DE",
      taxesIncluded: true,
      locales: ["en", "de", "fr", "es", "ja"],
    },
    locations: LOCATIONS,
    products: catalog(random.fork("stock")),
    customers: customers(random.fork("customers")),
    orders: [...written, ...ordinary],
    policies: POLICIES,
    pages: PAGES,
    returnReasons: RETURN_REASONS,
  };
}

function customers(random: ReturnType<typeof createRandom>): NonNullable<StoreFileInput["customers"]> {
  return CUSTOMERS.map((row) => ({
    id: row.key,
    firstName: row.firstName,
    lastName: row.lastName,
    email: row.email,
    ...(row.phone ? { phone: row.phone } : {}),
    locale: row.locale,
    addresses: [addressInput(row.address, row)],
    ...(row.tags ? { tags: row.tags } : {}),
    ...(row.note ? { note: row.note } : {}),
    createdAt: at(-random.int(110, 900), random.clock(8, 22)),
    ...(row.key === "noor" ? { storeCredit: [{ currencyCode: "EUR", balance: "30.00" }] } : {}),
  }));
}

/** One line for each order, product and customer, so that a change of one thing is a change of one line. */
export function toText(store: StoreFileInput): string {
  const parts = Object.entries(store).map(([key, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(key)}: [\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
