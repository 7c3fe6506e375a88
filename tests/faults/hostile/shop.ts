import { type Policy, policySchema } from "../../../app/policy/policy.ts";
import { presetPolicy } from "../../../app/policy/presets.ts";
import type { Random } from "../../../devstore/shop/random.ts";
import type { OrderInput, StoreFileInput } from "../../../devstore/store/schema.ts";
import type { Store } from "../../../devstore/store/store.ts";
import { testShop, testStore } from "../../../devstore/store/test-store.ts";

/** How an order stands: it decides what may be done about it. */
const STANDINGS = ["delivered", "delivered_long_ago", "unsent", "stalled", "late", "kept", "excluded"] as const;
export type Standing = (typeof STANDINGS)[number];

const ADDRESS = { address1: "Am Ring 1", city: "Bonn", zip: "53111", countryCode: "DE" };
const parcel = (sentAt: string, events: readonly [status: "IN_TRANSIT" | "DELIVERED", at: string][]) => ({
  at: sentAt,
  tracking: { company: "DHL", number: "00340434161094042557" },
  events: events.map(([status, at]) => ({ status, at })),
});

type Stands = Partial<OrderInput> & Pick<OrderInput, "createdAt">;

const DELIVERED: Stands = {
  createdAt: "2026-11-12T09:00:00Z",
  fulfillments: [
    parcel("2026-11-13T12:00:00Z", [
      ["IN_TRANSIT", "2026-11-14T08:00:00Z"],
      ["DELIVERED", "2026-11-16T12:00:00Z"],
    ]),
  ],
};

/** The shop's clock begins on 20 November 2026. */
const STANDS: Record<Standing, Stands> = {
  delivered: DELIVERED,
  delivered_long_ago: {
    createdAt: "2026-10-01T09:00:00Z",
    fulfillments: [
      parcel("2026-10-02T12:00:00Z", [
        ["IN_TRANSIT", "2026-10-03T08:00:00Z"],
        ["DELIVERED", "2026-10-05T12:00:00Z"],
      ]),
    ],
  },
  unsent: { createdAt: "2026-11-19T15:00:00Z" },
  stalled: {
    createdAt: "2026-10-30T09:00:00Z",
    fulfillments: [parcel("2026-11-02T12:00:00Z", [["IN_TRANSIT", "2026-11-03T08:00:00Z"]])],
  },
  // On its way still, and promised for six working days ago.
  late: {
    createdAt: "2026-11-05T09:00:00Z",
    fulfillmentOrders: [
      { deliveryMethod: { minDeliveryAt: "2026-11-11T08:00:00Z", maxDeliveryAt: "2026-11-12T18:00:00Z" } },
    ],
    fulfillments: [parcel("2026-11-09T12:00:00Z", [["IN_TRANSIT", "2026-11-19T08:00:00Z"]])],
  },
  // As any other that was delivered: that it is a person's is all that stands against it.
  kept: DELIVERED,
  excluded: DELIVERED,
};

const GOODS: StoreFileInput["products"] = [
  {
    id: "tea",
    title: "Green tea",
    price: "9.50",
    options: ["Size"],
    variants: [
      { sku: "TEA-S", options: ["S"], inventory: { main: 900_000 } },
      { sku: "TEA-L", options: ["L"], price: "15.00", inventory: { main: 900_000 } },
    ],
  },
  {
    id: "cup",
    title: "Stoneware cup",
    price: "24.00",
    options: ["Colour"],
    variants: [
      { sku: "CUP-B", options: ["Blue"], inventory: { main: 900_000 } },
      { sku: "CUP-G", options: ["Green"], inventory: { main: 900_000 } },
    ],
  },
  {
    id: "pot",
    title: "Iron pot",
    price: "89.00",
    options: ["Colour"],
    variants: [{ sku: "POT", options: ["Black"], inventory: { main: 900_000 } }],
  },
  {
    id: "bowl",
    title: "Bowl by hand",
    price: "30.00",
    tags: ["one-of-a-kind"],
    options: ["Colour"],
    variants: [{ sku: "BOWL", options: ["White"], inventory: { main: 900_000 } }],
  },
  { id: "card", title: "Gift card", price: "25.00", giftCard: true },
];

/** An order that the policy keeps from the agent. */
const KEPT_FROM_AGENT = "no-agent";
const EXCLUDED_TAG = "one-of-a-kind";
const EXCLUDED_COUNTRY = "CH";

export type Person = { key: string; email: string; orders: readonly string[] };

/**
 * A shop of so many customers with an order of each standing. The same dice make the same shop. `plain`: nothing
 * about any order is out of the ordinary.
 */
export function hostileShop(count: number, random: Random, { plain = false } = {}): { store: Store; people: Person[] } {
  const people = Array.from({ length: count }, (_, index) => ({
    key: `person-${index}`,
    email: `person${index}@example.com`,
    orders: STANDINGS.map((_standing, place) => `#${10_000 + index * STANDINGS.length + place}`),
  }));
  const orders = people.flatMap(({ key, orders: names }) =>
    names.map((name, place): OrderInput => {
      const standing = STANDINGS[place] ?? "delivered";
      const abroad = standing === "excluded" && random.chance(0.5);
      return {
        name,
        customer: key,
        lineItems: [
          ...(standing === "excluded" && !abroad ? [{ variant: "BOWL", quantity: 2 }] : []),
          { variant: "TEA-S", quantity: random.int(2, 4) },
          ...(random.chance(0.8) ? [{ variant: "CUP-B", quantity: random.int(1, 2) }] : []),
          ...(random.chance(0.4) ? [{ variant: "POT", quantity: 1 }] : []),
        ],
        shippingLines: [{ title: "Standard", price: "4.90" }],
        ...(!plain && random.chance(0.15) ? { presentment: { currencyCode: "USD", rate: 1.1 } } : {}),
        ...(standing === "kept" || (!plain && random.chance(0.04)) ? { tags: [KEPT_FROM_AGENT] } : {}),
        ...(abroad
          ? { shippingAddress: { address1: "Seestrasse 1", city: "Thun", countryCode: EXCLUDED_COUNTRY } }
          : {}),
        ...STANDS[standing],
      };
    }),
  );
  const customers = people.map(({ key, email }, index) => ({
    id: key,
    firstName: "Ana",
    lastName: `Nummer ${index}`,
    email,
    addresses: [ADDRESS],
  }));
  const shop = {
    domain: testShop,
    name: "Example",
    email: "hello@example.com",
    currencyCode: "EUR",
    countryCode: "DE",
    presentmentCurrencies: ["USD"],
    // Shopify's patience is tested elsewhere.
    plan: "enterprise" as const,
  };
  return { store: testStore(orders, { shop, products: GOODS, customers }, { time: "store" }), people };
}

export function standingOf(name: string): Standing {
  return STANDINGS[(Number(name.slice(1)) - 10_000) % STANDINGS.length] ?? "delivered";
}

/**
 * Generous in what it offers, so that much is asked for with a chance, and strict in how much of it goes without people.
 * @param autoUpTo in cents
 */
export function hostilePolicy(autoUpTo = 4_000): Policy {
  const base = presetPolicy("generous", "EUR");
  const reasons = Object.fromEntries(
    Object.entries(base.reasons).map(([reason, terms]) => [
      reason,
      {
        ...terms,
        photo: "never",
        autoUpTo,
        approvalUpTo: Math.max(15_000, autoUpTo),
        goodsBackAbove: 7_000,
        windowDays: 30,
      },
    ]),
  );
  return policySchema.parse({
    ...base,
    reasons: {
      ...reasons,
      lost: { ...reasons["lost"], windowDays: 120 },
      // Switched off: people do that.
      defective: { ...reasons["defective"], enabled: false },
    },
    returns: { ...base.returns, labelUrl: "https://example.com/label.pdf" },
    customerLimit: { days: 90, count: null, amount: null },
    exclusions: { ...base.exclusions, productTags: [EXCLUDED_TAG], countries: [EXCLUDED_COUNTRY] },
    neverAutomate: { ...base.neverAutomate, orderTags: [KEPT_FROM_AGENT] },
  });
}
