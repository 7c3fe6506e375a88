import { describe, expect, test } from "vitest";
import { teaOrder, testNow, testStore } from "../../store/test-store.ts";
import { matchesOrder, requiredCustomer, unknownOrderFields } from "./orders.ts";
import { parseSearch, printSearch } from "./parse.ts";

const store = testStore([
  teaOrder({ tags: ["VIP", "gift wrap"], closedAt: "2026-11-19T00:00:00Z", confirmationNumber: "ABC123XYZ" }),
  teaOrder({
    name: "#1002",
    customer: "bo",
    createdAt: "2026-11-19T09:00:00Z",
    payment: "pending",
    lineItems: [{ variant: "TEA-L" }],
  }),
  teaOrder({
    name: "#1003-EX",
    customer: null,
    email: "O'Brien+tea@example.com",
    createdAt: "2026-10-01T09:00:00Z",
    cancel: { at: "2026-10-02T00:00:00Z" },
  }),
  teaOrder({
    name: "#11001",
    createdAt: "2026-11-01T12:00:00Z",
    fulfillments: [{ at: "2026-11-02T00:00:00Z" }],
    metafields: [{ namespace: "custom", key: "batch", value: "7" }],
  }),
]);

function found(query: string): string[] {
  const node = parseSearch(query);
  return store.orders.filter((order) => matchesOrder(node, order, testNow)).map((order) => order.name);
}
const all = ["#1001", "#1002", "#1003-EX", "#11001"];
const ana = store.customer("ana")!.id;

describe("orders(query:)", () => {
  test.each([
    ["", all],
    ["   ", all],
    ["name:1001", ["#1001"]],
    ["name:#1001", ["#1001"]],
    ['name:"#1001"', ["#1001"]],
    ["name:1003", ["#1003-EX"]],
    ["name:1003-ex", ["#1003-EX"]],
    ["name:10*", ["#1001", "#1002", "#1003-EX"]],
    ["name: 1001", ["#1001"]],
    ["email:ANA@example.com", ["#1001", "#11001"]],
    ["email:ana", []],
    ["email:ana*", ["#1001", "#11001"]],
    ['email:"O\'Brien+tea@example.com"', ["#1003-EX"]],
    ["email:'O\\'Brien+tea@example.com'", ["#1003-EX"]],
    ["name:1001 email:bo@example.com", []],
    ["name:1001 AND email:ana@example.com", ["#1001"]],
    ["name:1001 OR name:1002", ["#1001", "#1002"]],
    ["name:1001 OR name:1002 AND email:nobody@example.com", ["#1001"]],
    ["(name:1001 OR name:1002) AND email:bo@example.com", ["#1002"]],
    ["-name:1001", ["#1002", "#1003-EX", "#11001"]],
    ["NOT name:1001 NOT name:1002", ["#1003-EX", "#11001"]],
    [`customer_id:${ana}`, ["#1001", "#11001"]],
    ["status:open", ["#1002", "#11001"]],
    ["status:closed", ["#1001"]],
    ["status:cancelled", ["#1003-EX"]],
    ["status:not_closed", ["#1002", "#1003-EX", "#11001"]],
    ["status:any", all],
    ["status:constructor", []],
    ["financial_status:pending", ["#1002"]],
    ["financial_status:paid,pending", all],
    ["fulfillment_status:fulfilled", ["#11001"]],
    ["fulfillment_status:unshipped", ["#1001", "#1002", "#1003-EX"]],
    ["created_at:>'2026-11-18T09:00:00Z'", ["#1002"]],
    ["created_at:>='2026-11-18T09:00:00Z'", ["#1001", "#1002"]],
    ["created_at:>=2026-11-01 created_at:<2026-11-18", ["#11001"]],
    ["created_at:2026-11-18", ["#1001"]],
    ["processed_at:<='2026-10-01T11:00:00+02:00'", ["#1003-EX"]],
    ["created_at:>someday", []],
    ["tag:vip", ["#1001"]],
    ["tag:'gift wrap'", ["#1001"]],
    ["tag_not:VIP", ["#1002", "#1003-EX", "#11001"]],
    ["sku:TEA-L", ["#1002"]],
    ["confirmation_number:abc123xyz", ["#1001"]],
    ["metafields.custom.batch:7", ["#11001"]],
    ["delivery_method:shipping name:1001", ["#1001"]],
    ["lind", ["#1002"]],
    ["ana ruiz", ["#1001", "#11001"]],
    ['"green tea" 1002', ["#1002"]],
    ["1001", ["#1001"]],
    ['"name:1001"', []],
    ["(((", all],
    ["name:", []],
    ["AND OR", all],
  ])("%s finds %j", (query, names) => {
    expect(found(query)).toEqual(names);
  });

  test("ignores a field that orders do not have, as Shopify does, and can name it", () => {
    expect(found("phone:+49170 name:1001")).toEqual(["#1001"]);
    expect(found("phone:+49170")).toEqual(all);
    expect(found("-constructor:x")).toEqual(all);
    expect(unknownOrderFields(parseSearch("phone:1 (name:1 OR -toString:2)"))).toEqual(["phone", "tostring"]);
  });

  test("text that was escaped and quoted stays one value", () => {
    const hostile = '1001" OR name:"1002';
    const escaped = hostile.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
    expect(found(`name:"${escaped}"`)).toEqual([]);
    expect(parseSearch(`name:"${escaped}"`)).toMatchObject({ kind: "term", field: "name", value: hostile });
  });

  test("a very deep or long query is answered, not a crash", () => {
    expect(found(`${"(".repeat(500)}name:1001${")".repeat(500)}`)).toEqual(["#1001"]);
    expect(found("-".repeat(300) + "name:1001").length).toBeGreaterThanOrEqual(0);
  });
});

test("A search bounded to one customer says so, unless that is only one side of an OR", () => {
  expect(requiredCustomer(parseSearch("name:1001 customer_id:5"))).toBe("5");
  expect(requiredCustomer(parseSearch("customer_id:5 (status:open OR tag:x)"))).toBe("5");
  expect(requiredCustomer(parseSearch("name:1001 OR customer_id:5"))).toBeNull();
  expect(requiredCustomer(parseSearch("-customer_id:5"))).toBeNull();
});

test("A search is shown back as Shopify understood it", () => {
  expect(printSearch(parseSearch("name:1001 (tag:a OR -tag:b*) x"))).toBe("(name:1001 AND (tag:a OR -tag:b*) AND x)");
});
