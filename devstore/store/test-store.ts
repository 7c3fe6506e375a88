import type { OrderInput, StoreFileInput } from "./schema.ts";
import { Store, type StoreOptions } from "./store.ts";

export const testShop = "example.myshopify.com";
export const testNow = "2026-11-20T09:00:00Z";

/** A small shop for tests: two products, two customers, a warehouse and a 3PL, and the orders given; its clock stands still. */
export function testStore(
  orders: OrderInput[],
  more: Partial<StoreFileInput> = {},
  options: StoreOptions = { time: "frozen" },
): Store {
  return Store.load(
    {
      now: testNow,
      shop: { domain: testShop, name: "Example", email: "hello@example.com", currencyCode: "EUR", countryCode: "DE" },
      locations: [
        { id: "main", name: "Leipzig", address: { city: "Leipzig", countryCode: "DE" } },
        { id: "3pl", name: "Shipfast", kind: "third_party" },
      ],
      products: [
        {
          id: "tea",
          title: "Green tea",
          price: "9.50",
          options: ["Size"],
          variants: [
            { sku: "TEA-S", options: ["S"] },
            { sku: "TEA-L", options: ["L"], price: "15.00" },
          ],
        },
        { id: "card", title: "Gift card", price: "25.00", giftCard: true },
      ],
      customers: [
        {
          id: "ana",
          firstName: "Ana",
          lastName: "Ruiz",
          email: "ana@example.com",
          addresses: [{ address1: "Am Ring 1", city: "Bonn", zip: "53111", countryCode: "DE" }],
        },
        { id: "bo", firstName: "Bo", lastName: "Lind", email: "bo@example.com" },
      ],
      orders,
      ...more,
    },
    options,
  );
}

/** One pot of tea for Ana, placed two days ago. */
export function teaOrder(more: Partial<OrderInput> = {}): OrderInput {
  return {
    name: "#1001",
    customer: "ana",
    createdAt: "2026-11-18T09:00:00Z",
    lineItems: [{ variant: "TEA-S", quantity: 2 }],
    ...more,
  };
}
