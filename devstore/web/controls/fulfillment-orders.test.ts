import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askToCancel } from "#devstore/store/cancellation-requests.ts";
import { gid } from "#devstore/store/ids.ts";
import { teaOrder, testNow, testStore } from "#devstore/store/test-store.ts";
import { answerErrors } from "./answer.ts";
import { fulfillmentOrderControls } from "./fulfillment-orders.ts";

const store = testStore([
  teaOrder({ fulfillmentOrders: [{ location: "3pl", requests: [{ sentAt: "2026-11-18T10:00:00Z" }] }] }),
]);
const item = store.orders[0]?.fulfillmentOrders[0];
const app = express().use(express.json()).use("/fulfillment-orders", fulfillmentOrderControls(store)).use(answerErrors);
let server: ReturnType<typeof app.listen>;

beforeAll(async () => {
  await new Promise<void>((resolve) => (server = app.listen(0, "127.0.0.1", () => resolve())));
});
afterAll(() => server.close());

async function answer(id: string, body: unknown) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/fulfillment-orders/${encodeURIComponent(id)}/cancellation`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

describe("the control for a fulfillment service's answer", () => {
  it("lets it accept what it was asked to cancel, by GID or by number, once", async () => {
    if (!item) throw new Error("no fulfillment order");
    expect(await answer(item.id, { accepted: true })).toMatchObject({
      status: 409,
      body: { error: { code: "not_asked" } },
    });
    askToCancel(item, null, testNow);
    expect(await answer(gid("FulfillmentOrder", item.id), { accepted: true })).toEqual({
      status: 200,
      body: { order: "#1001", status: "OPEN", requestStatus: "CANCELLATION_ACCEPTED" },
    });
    expect(await answer(item.id, { accepted: false })).toMatchObject({ status: 409 });
  });

  it("refuses an unknown one, and a body that says nothing", async () => {
    expect(await answer("1", { accepted: true })).toMatchObject({ status: 404 });
    expect(await answer("1", {})).toMatchObject({ status: 422 });
  });
});
