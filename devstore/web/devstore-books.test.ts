import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gid } from "#devstore/store/ids.ts";
import { teaOrder, testStore } from "#devstore/store/test-store.ts";
import { startDevstore } from "#devstore/start.ts";

describe("The books, and staff", () => {
  const store = testStore([teaOrder()]);
  let devstore: Awaited<ReturnType<typeof startDevstore>>;
  beforeAll(async () => {
    devstore = await startDevstore({
      store,
      port: 0,
      appUrl: "http://localhost:1",
      apiKey: "key",
      apiSecret: "secret",
    });
  });
  afterAll(() => devstore.close());

  const post = async (path: string, body: unknown) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${devstore.url}/_devstore/${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  test("staff put things right by the app's operation or a document, and the books tell who did", async () => {
    const order = store.orders[0];
    if (!order) throw new Error("no order");
    const line = gid("LineItem", order.lineItems[0]?.id ?? "");
    const input = { orderId: gid("Order", order.id), refundLineItems: [{ lineItemId: line, quantity: 1 }] };
    const named = await post("staff", { operation: "RefundCreate", variables: { input, key: "staff-1" } });
    expect(named).toMatchObject({ status: 200, body: { data: { refundCreate: { userErrors: [] } } } });
    const document = 'mutation ($id: ID!) { tagsAdd(id: $id, tags: ["by-hand"]) { userErrors { message } } }';
    await post("staff", { operation: document, variables: { id: gid("Order", order.id) } });
    const books = (await (await fetch(`${devstore.url}/_devstore/books`)).json()) as unknown;
    expect(books).toMatchObject({
      entries: [
        { number: 1, kind: "refund", by: "staff", operation: "refundCreate", order: { name: "#1001" } },
        { number: 2, kind: "tags", by: "staff", tags: ["by-hand"] },
      ],
    });
  });

  test("an operation that the app does not have is refused", async () => {
    expect(await post("staff", { operation: "Nothing" })).toMatchObject({ status: 422 });
  });
});
