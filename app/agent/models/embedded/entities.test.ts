import { describe, expect, test } from "vitest";
import { findEntities } from "./entities.ts";

const orders = (text: string) => findEntities(text).orders.map(({ name }) => name);

describe("order numbers are found however they are written", () => {
  test.each([
    ["#1001", ["1001"]],
    ["order 1001", ["1001"]],
    ["order no. 1001", ["1001"]],
    ["my order number is: 1001", ["1001"]],
    ["EN-1001", ["EN-1001"]],
    ["1001-A", ["1001-A"]],
    ["#EN1001", ["EN1001"]],
    ["１００１", ["1001"]],
    ["1001/1002", ["1001", "1002"]],
    ["#1001 and 1002", ["1001", "1002"]],
    ["1001 1001 #1001", ["1001"]],
    ["注文番号1001です", ["1001"]],
  ])("%s", (text, names) => expect(orders(text)).toEqual(names));
});

describe("what only looks like an order number is left alone", () => {
  test.each([
    "555-123-4567",
    "+49 170 1234567",
    "my phone is 0171 234 5678",
    "on 2026-11-03",
    "11/03/2026 at 12:30",
    "November 3, 2026",
    "$1001.00 or 1001 EUR",
    "zip 90210",
    "Denver CO 80202",
    "1200 Oak Avenue, Springfield 62701",
    "1Z999AA10123456784",
    "9400 1000 0000 0000 0000 00",
    "00340434161094042557",
    "https://shop.example/orders/450789469",
    "SKU 12345",
    "card ending in 4242",
    "1500 ml",
    "order1@example.com",
  ])("%s", (text) => expect(orders(text)).toEqual([]));
});

test("a year is an order number only if nothing else is", () => {
  expect(findEntities("2024").orders).toMatchObject([{ name: "2024", strength: "weak" }]);
});

describe("emails", () => {
  test.each([
    ["it's ana@example.com.", ["ana@example.com"]],
    ["<mailto:ana@example.com>", ["ana@example.com"]],
    ["José.Núñez+shop@exämple.co.uk, thanks", ["José.Núñez+shop@exämple.co.uk"]],
    ["ana＠example.com", ["ana@example.com"]],
    ["from support@shop.example to ana@example.com", ["ana@example.com", "support@shop.example"]],
  ])("%s", (text, emails) => expect(findEntities(text).emails).toEqual(emails));

  test("an incomplete one is noticed, not used", () => {
    expect(findEntities("ana@example")).toMatchObject({ emails: [], brokenEmail: true });
  });
});

test("a tracking number is known with blanks and without", () => {
  expect(findEntities("1z 999 aa1 01 2345 6784").trackings).toEqual(["1Z999AA10123456784"]);
  expect(findEntities("LX123456789DE").trackings).toEqual(["LX123456789DE"]);
});
