import { expect, test } from "vitest";
import { readCountries, readIds, readTags, withNames } from "./typed-names.ts";

test("products are pasted as numbers, ids or addresses, and are each in the list once", () => {
  const typed = readIds("Product")(
    "12\ngid://shopify/Product/12, https://admin.shopify.com/store/fernwood/products/13?variant=1\nmug\ngid://shopify/Collection/1",
  );
  expect(typed).toEqual({
    names: ["gid://shopify/Product/12", "gid://shopify/Product/12", "gid://shopify/Product/13"],
    refused: ["mug", "gid://shopify/Collection/1"],
  });
  expect(withNames(["13"], typed.names)).toEqual(["13", "gid://shopify/Product/12"]);
});

test("tags keep their case, and are the same in either", () => {
  expect(readTags(" VIP ,wholesale\n\n;gold")).toEqual({ names: ["VIP", "wholesale", "gold"], refused: [] });
  expect(withNames(["vip"], ["VIP", "gold"])).toEqual(["vip", "gold"]);
});

test("countries are codes of two letters", () => {
  expect(readCountries("de, CH, Germany")).toEqual({ names: ["DE", "CH"], refused: ["Germany"] });
});

test("five thousand products are added at once", () => {
  const { names } = readIds("Product")(Array.from({ length: 5_000 }, (_, index) => index + 1).join("\n"));
  expect(withNames(["1"], names)).toHaveLength(5_000);
});
