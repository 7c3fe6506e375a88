import type { StoreFileInput } from "#devstore/store/schema.ts";

/** A shop with one of everything the faces show, for their tests. */
export const SMALL_SHOP: StoreFileInput = {
  now: "2026-07-20T10:00:00Z",
  shop: {
    domain: "small-shop.myshopify.com",
    name: "Small & Shop",
    email: "hello@example.com",
    currencyCode: "EUR",
    locales: ["en", "de"],
    theme: { chatBlock: { accent: "#0a7d5a" } },
  },
  products: [
    {
      id: "mug",
      title: "Harbor Mug",
      description: "Stoneware, 320 ml.",
      options: ["Color"],
      price: "18.00",
      variants: [
        { sku: "MUG-SAND", options: ["Sand"], inventory: { main: 3 } },
        { sku: "MUG-FOG", options: ["Fog"], price: "21.00", inventory: { main: 0 } },
      ],
    },
  ],
  customers: [
    { id: 7001, firstName: "Ana", lastName: "Silva", email: "ana@example.com" },
    { id: 7002, firstName: "Ben", lastName: "Okoro", email: "ben@example.com" },
  ],
  orders: [
    {
      name: "#1001",
      createdAt: "2026-07-14T09:00:00Z",
      customer: 7001,
      lineItems: [{ variant: "MUG-SAND", quantity: 2 }],
      fulfillments: [
        {
          at: "2026-07-16T12:00:00Z",
          tracking: { company: "DHL", number: "00340434161094042557", url: "https://www.dhl.de/track" },
          events: [
            { status: "IN_TRANSIT", at: "2026-07-17T08:00:00Z" },
            { status: "DELIVERED", at: "2026-07-21T11:00:00Z" },
          ],
        },
      ],
    },
  ],
  pages: [{ handle: "about", title: "About us", body: "<p>We make <em>mugs</em>.</p>" }],
  policies: [{ type: "SHIPPING_POLICY", body: "Two days." }],
};
