import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { teaOrder, testNow, testShop, testStore } from "../store/test-store.ts";
import type { Store } from "../store/store.ts";
import { type AdminApiOptions, type AdminRequest, createAdminApi } from "./admin-api.ts";
import { createDocuments } from "./documents.ts";

/** `expect.stringContaining`, typed. */
const text = (part: string): unknown => expect.stringContaining(part);

const scopes = [
  "read_orders",
  "read_customers",
  "read_merchant_managed_fulfillment_orders",
  "read_third_party_fulfillment_orders",
  "read_returns",
  "read_themes",
];

function ask(store: Store, options: AdminApiOptions = {}) {
  const api = createAdminApi(store, options);
  return (query: unknown, more: Partial<AdminRequest> & { scopes?: string[] } = {}) =>
    api.handle({ auth: { shop: testShop, scopes: more.scopes ?? scopes }, query, ...more });
}
const orderId = (store: Store, name: string) =>
  `gid://shopify/Order/${store.orders.find((order) => order.name === name)?.id}`;
const byId = "query ($id: ID!) { order(id: $id) { id name email customer { id } } }";

describe("Who may ask", () => {
  const store = testStore([teaOrder()]);

  test("no token, or another shop's, is 401", () => {
    const api = createAdminApi(store);
    for (const auth of [null, { shop: "other.myshopify.com", scopes }]) {
      const response = api.handle({ auth, query: "{ shop { name } }" });
      expect(response).toMatchObject({
        status: 401,
        body: { errors: text("Invalid API key or access token") },
      });
    }
  });

  test("a missing scope is ACCESS_DENIED at the field that needs it, and the rest is answered", () => {
    const response = ask(store)(byId, { variables: { id: orderId(store, "#1001") }, scopes: ["read_orders"] });
    expect(response).toMatchObject({
      status: 200,
      body: {
        data: { order: { name: "#1001", customer: null } },
        errors: [
          {
            path: ["order", "customer"],
            extensions: { code: "ACCESS_DENIED", requiredAccess: "`read_customers` access scope." },
          },
        ],
      },
    });
  });

  test("a connection needs the scope of its nodes", () => {
    expect(ask(store)("{ orders(first: 1) { nodes { id } } }", { scopes: [] }).body).toMatchObject({
      data: null,
      errors: [{ path: ["orders"], extensions: { code: "ACCESS_DENIED" } }],
    });
  });

  test("a write scope reads too", () => {
    expect(
      ask(store)("{ orders(first: 1) { nodes { id } } }", { scopes: ["write_orders"] }).body["errors"],
    ).toBeUndefined();
  });

  test("each family of fulfillment order scopes shows its own only", () => {
    const both = testStore([
      teaOrder({
        lineItems: [{ variant: "TEA-S" }, { variant: "TEA-L" }],
        fulfillmentOrders: [{ lines: [{ line: 1 }] }, { location: "3pl", lines: [{ line: 2 }] }],
      }),
    ]);
    const query =
      "query ($id: ID!) { order(id: $id) { fulfillmentOrders(first: 9) { nodes { assignedLocation { name } } } } }";
    const names = (granted: string[]) =>
      JSON.stringify(
        ask(both)(query, { variables: { id: orderId(both, "#1001") }, scopes: ["read_orders", ...granted] }).body[
          "data"
        ],
      ).match(/Leipzig|Shipfast/g);
    expect(names(["read_merchant_managed_fulfillment_orders"])).toEqual(["Leipzig"]);
    expect(names(["read_third_party_fulfillment_orders"])).toEqual(["Shipfast"]);
  });

  test("protected data that was not approved is null, with an error of its own", () => {
    const hidden = testStore([teaOrder()], {
      shop: { domain: testShop, name: "X", email: "x@example.com", protectedData: { email: false } },
    });
    expect(ask(hidden)(byId, { variables: { id: orderId(hidden, "#1001") } }).body).toMatchObject({
      data: { order: { name: "#1001", email: null } },
      errors: [
        {
          path: ["order", "email"],
          extensions: { code: "ACCESS_DENIED" },
          message: text("not approved"),
        },
      ],
    });
  });
});

describe("Which orders can be read", () => {
  const store = testStore([
    teaOrder(),
    teaOrder({ name: "#900", createdAt: "2026-09-01T09:00:00Z" }),
    teaOrder({ name: "#2000", createdAt: "2026-12-01T09:00:00Z" }),
  ]);
  const names = (more: { scopes?: string[] } = {}) => {
    const { body } = ask(store)("{ orders(first: 9, sortKey: CREATED_AT) { nodes { name } } }", more);
    return JSON.stringify(body["data"]).match(/#\d+/g);
  };

  test("those of the last 60 days, unless read_all_orders was granted", () => {
    expect(names()).toEqual(["#1001"]);
    expect(names({ scopes: [...scopes, "read_all_orders"] })).toEqual(["#900", "#1001"]);
    expect(ask(store)(byId, { variables: { id: orderId(store, "#900") } }).body["data"]).toEqual({ order: null });
  });

  test("not those of the future, until the clock gets there", () => {
    expect(ask(store)(byId, { variables: { id: orderId(store, "#2000") } }).body["data"]).toEqual({ order: null });
    store.set("2026-12-02T00:00:00Z");
    expect(names()).toEqual(["#1001", "#2000"]);
    store.set(testNow);
  });

  test("an unknown id is null; another type's, or no GID at all, is an error", () => {
    const of = (id: string) => ask(store)(byId, { variables: { id } }).body;
    expect(of("gid://shopify/Order/1")).toMatchObject({ data: { order: null } });
    expect(of("gid://shopify/Order/1")["errors"]).toBeUndefined();
    expect(of("gid://shopify/Product/1")).toMatchObject({
      data: { order: null },
      errors: [{ extensions: { code: "RESOURCE_NOT_FOUND" } }],
    });
    expect(of("1001")).toMatchObject({ data: { order: null }, errors: [{ message: "Invalid global id '1001'" }] });
  });
});

describe("What a query may cost", () => {
  const big = "{ orders(first: 250) { nodes { id lineItems(first: 10) { nodes { id } } } } }";
  const cheap = "{ orders(first: 100) { nodes { id } } }";

  test("one over 1,000 points is refused before any work", () => {
    const response = ask(testStore([teaOrder()]))(big);
    expect(response).toMatchObject({
      status: 200,
      body: { errors: [{ extensions: { code: "MAX_COST_EXCEEDED", maxCost: 1000 } }] },
    });
    expect(response.body["data"]).toBeUndefined();
  });

  test("what it did not use is given back", () => {
    expect(ask(testStore([teaOrder()]), { realNow: () => 0 })(cheap).body["extensions"]).toEqual({
      cost: {
        requestedQueryCost: 102,
        actualQueryCost: 3,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1997, restoreRate: 100 },
      },
    });
  });

  test("an empty bucket is THROTTLED as HTTP 200, until it has filled again", () => {
    let real = 0;
    const run = ask(testStore(Array.from({ length: 100 }, (_, index) => teaOrder({ name: `#${index + 1}` }))), {
      realNow: () => real,
    });
    let calls = 0;
    while (!run(cheap).body["errors"]) calls += 1;
    expect(calls).toBe(19);
    expect(run(cheap)).toMatchObject({
      status: 200,
      body: {
        errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
        extensions: { cost: { requestedQueryCost: 102, actualQueryCost: null } },
      },
    });
    real += 1_000;
    expect(run(cheap).body["errors"]).toBeUndefined();
  });

  test("a better plan restores faster", () => {
    const plus = testStore([], { shop: { domain: testShop, name: "X", email: "x@example.com", plan: "plus" } });
    expect(ask(plus)("{ shop { name } }").body["extensions"]).toMatchObject({
      cost: { throttleStatus: { restoreRate: 1000, maximumAvailable: 20000 } },
    });
  });

  test("is told by field on request", () => {
    expect(
      ask(testStore([teaOrder()]))("{ orders(first: 1) { nodes { id } } }", { debugCost: true }).body["extensions"],
    ).toMatchObject({
      cost: {
        fields: [
          { path: "QueryRoot.orders", points: 2 },
          { path: "OrderConnection.nodes", points: 1 },
        ],
      },
    });
  });
});

describe("Bad requests", () => {
  const run = ask(testStore([teaOrder()]));
  test.each([undefined, null, "", 5, {}])("a query that is %j is 400", (query) => {
    expect(run(query).status).toBe(400);
  });

  test("variables that are no object are 400", () => {
    expect(run("{ shop { name } }", { variables: [1] }).status).toBe(400);
  });

  test.each([
    ["a syntax error", "{ shop {", /Syntax Error/],
    ["an unknown field", "{ shop { secrets } }", /Cannot query field/],
    ["introspection", "{ __schema { types { name } } }", /introspection/],
    ["a page without a size", "{ orders { nodes { id } } }", /first or last/],
    ["an operation name that is not there", "query A { shop { name } } query B { shop { name } }", /operation name/],
    ["a document too long", `{ shop { name } } #${"x".repeat(60_000)}`, /longer than/],
  ])("%s is answered with what is wrong", (_name, query, message) => {
    const response = run(query);
    expect(response.status).toBe(200);
    expect(JSON.stringify(response.body["errors"])).toMatch(message);
  });

  test("a document that nests without end is refused", () => {
    const documents = createDocuments(buildSchema("type Query { deeper: Query id: ID }"));
    const nested = (levels: number) => `${"{ deeper ".repeat(levels)} { id } ${"}".repeat(levels)}`;
    expect(documents(nested(20)).kind).toBe("prepared");
    expect(documents(nested(30))).toMatchObject({ errors: [{ extensions: { code: "MAX_DEPTH_EXCEEDED" } }] });
  });

  test("a variable of the wrong type is an error, not a crash", () => {
    expect(run(byId, { variables: { id: { evil: true } } }).body).toMatchObject({
      errors: [{ message: text("$id") }],
    });
    expect(run(byId).body).toMatchObject({ errors: [{ message: text("$id") }] });
  });

  test("a search field that orders do not have is told in extensions.search", () => {
    expect(run('{ orders(first: 1, query: "phone:1") { nodes { id } } }').body["extensions"]).toMatchObject({
      search: [{ path: ["orders"], query: "phone:1", warnings: [{ field: "phone" }] }],
    });
  });
});

test("The Date header is the shop's time", () => {
  const store = testStore([]);
  const run = ask(store);
  expect(run("{ shop { name } }").headers["date"]).toBe("Fri, 20 Nov 2026 09:00:00 GMT");
  store.advance("2d");
  expect(run("{ shop { name } }").headers["date"]).toBe("Sun, 22 Nov 2026 09:00:00 GMT");
});

test("A parcel's scan is read only once it has happened", () => {
  const store = testStore([
    teaOrder({
      fulfillments: [
        {
          at: "2026-11-19T00:00:00Z",
          tracking: { number: "1" },
          events: [
            { status: "IN_TRANSIT", at: "2026-11-19T10:00:00Z" },
            { status: "DELIVERED", at: "2026-11-21T10:00:00Z" },
          ],
        },
      ],
    }),
  ]);
  const read = () =>
    ask(store)(
      "query ($id: ID!) { order(id: $id) { fulfillments(first: 1) { displayStatus deliveredAt events(first: 9, reverse: true) { nodes { status happenedAt } } } } }",
      { variables: { id: orderId(store, "#1001") } },
    ).body["data"];
  expect(read()).toEqual({
    order: {
      fulfillments: [
        {
          displayStatus: "IN_TRANSIT",
          deliveredAt: null,
          events: { nodes: [{ status: "IN_TRANSIT", happenedAt: "2026-11-19T10:00:00Z" }] },
        },
      ],
    },
  });
  store.advance("2d");
  expect(read()).toMatchObject({
    order: {
      fulfillments: [
        {
          displayStatus: "DELIVERED",
          deliveredAt: "2026-11-21T10:00:00Z",
          events: { nodes: [{ status: "DELIVERED" }, { status: "IN_TRANSIT" }] },
        },
      ],
    },
  });
});

test("An order with 250 lines is read in one page, or in many, with every line once", () => {
  const lineItems = Array.from({ length: 250 }, (_, index) => ({ title: `Part ${index + 1}`, price: "1.00" }));
  const store = testStore([teaOrder({ lineItems })]);
  const query =
    "query ($id: ID!, $first: Int!, $after: String) { order(id: $id) { lineItems(first: $first, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } } } }";
  type Page = {
    order: { lineItems: { nodes: { title: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  };
  const run = ask(store);
  const read = (first: number, after: string | null) =>
    (run(query, { variables: { id: orderId(store, "#1001"), first, after } }).body["data"] as Page).order.lineItems;
  expect(read(250, null).nodes).toHaveLength(250);
  const titles: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Page["order"]["lineItems"] = read(60, after);
    titles.push(...page.nodes.map((node) => node.title));
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  expect(titles).toEqual(lineItems.map((line) => line.title));
});

test("The live theme's settings tell whether the app embed is on, with the comment the theme editor writes", () => {
  const store = testStore([]);
  const content = () => {
    const { body } = ask(store)(
      '{ themes(first: 1, roles: [MAIN]) { nodes { files(first: 1, filenames: ["config/settings_data.json"]) { nodes { body { ... on OnlineStoreThemeFileBodyText { content } } } } } } }',
    );
    return /"content":"(.*?)"\}/.exec(JSON.stringify(body))?.[1] ?? "";
  };
  expect(content()).toMatch(/^\/\*/);
  expect(content()).toContain("apps\\\\/wherewithal\\\\/blocks\\\\/chat");
  expect(content()).toContain('disabled\\": false');
  store.setAppEmbed(false, { color: "#123456" });
  expect(content()).toContain('disabled\\": true');
});
