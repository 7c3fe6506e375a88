import { describe, expect, test } from "vitest";
import { withOrder } from "./app-operations.ts";
import { part } from "./testing.ts";

type Shop = ReturnType<typeof withOrder>;
const update = (shop: Shop, input: object) =>
  shop.run("OrderAddressUpdate", { input: { id: shop.id, ...input } }, "orderUpdate");
const address = { firstName: "Ana", address1: "Neuer Weg 2", city: "Köln", zip: "50667", countryCode: "DE" };

describe("An order's address", () => {
  test("is overwritten whole, and the order's time moves", () => {
    const shop = withOrder();
    shop.store.advance("1h");
    expect(part(update(shop, { shippingAddress: address }), "userErrors")).toEqual([]);
    expect(shop.read("shippingAddress")).toMatchObject({ address1: "Neuer Weg 2", zip: "50667", lastName: null });
    expect(shop.read("updatedAt")).toBe("2026-11-20T10:00:00Z");
    expect(shop.books()).toMatchObject([
      { kind: "address", before: ["Am Ring 1", "53111 Bonn", "DE"], after: ["Ana", "Neuer Weg 2", "50667 Köln", "DE"] },
    ]);
  });

  test("changes even when the order has shipped: Shopify does not guard it", () => {
    const shop = withOrder({ fulfillments: [{ at: "2026-11-19T08:00:00Z" }] });
    expect(part(update(shop, { shippingAddress: address }), "userErrors")).toEqual([]);
  });

  test.each([
    ["countryCode", { countryCode: null }],
    ["zip", { zip: "ABC" }],
    ["zip", { zip: "" }],
    ["address1", { address1: "  " }],
    ["city", { city: null }],
    ["provinceCode", { countryCode: "US", zip: "02110" }],
  ])("with a bad %s is refused and stays", (field, wrong) => {
    const shop = withOrder();
    const answer = update(shop, { shippingAddress: { ...address, ...wrong } });
    expect(part(answer, "userErrors")).toMatchObject([{ field: ["shippingAddress", field] }]);
    expect(shop.read("shippingAddress.city")).toBe("Bonn");
    expect(shop.books()).toEqual([]);
  });
});

describe("Tags and notes", () => {
  test("are overwritten by an update, and tags are only added to by tagsAdd", () => {
    const shop = withOrder({ tags: ["vip"] });
    const add = (tags: string[]) => shop.run("OrderTagsAdd", { id: shop.id, tags }, "tagsAdd");
    expect(add(["case-1", "VIP", " "])).toMatchObject({ node: { id: shop.id }, userErrors: [] });
    expect(shop.read("tags")).toEqual(["vip", "case-1"]);
    update(shop, { tags: ["new"], note: "hello" });
    expect(shop.read()).toMatchObject({ tags: ["new"], note: "hello" });
    expect(part(add(["x".repeat(41)]), "userErrors")).toHaveLength(1);
    expect(shop.books().map((entry) => entry.kind)).toEqual(["tags", "tags", "order_fields"]);
  });

  test("of an order that there is not are refused", () => {
    const answer = withOrder().run("OrderTagsAdd", { id: "gid://shopify/Order/1", tags: ["x"] }, "tagsAdd");
    expect(answer).toMatchObject({ node: null, userErrors: [{ field: ["id"] }] });
  });
});
