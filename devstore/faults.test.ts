import { describe, expect, test } from "vitest";
import { createAdminApi } from "./admin-api/admin-api.ts";
import { serveAdminCall } from "./admin-api/serve.ts";
import { CallLog } from "./calls.ts";
import { Faults } from "./faults.ts";
import { teaOrder, testShop, testStore } from "./store/test-store.ts";

/** `expect.stringContaining`, typed. */
const text = (part: string): unknown => expect.stringContaining(part);

function devstore() {
  const store = testStore([teaOrder()]);
  const parts = { store, api: createAdminApi(store), faults: new Faults(), calls: new CallLog() };
  const call = (query = "query ShopInfo { shop { name } }") =>
    serveAdminCall(parts, { auth: { shop: testShop, scopes: ["read_orders"] }, body: { query, variables: { a: 1 } } });
  return { ...parts, call };
}

describe("Bad luck", () => {
  test("5xx comes before any work, as often as was asked", async () => {
    const { faults, call, calls } = devstore();
    faults.set({ status5xx: { next: 2, status: 502 } });
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1)
      statuses.push(await call().then((answer) => (answer.kind === "answer" ? answer.status : 0)));
    expect(statuses).toEqual([502, 502, 200]);
    expect(calls.list().map((entry) => entry.error)).toEqual(["HTTP_502", "HTTP_502", null]);
  });

  test("a share of 5xx is the same with the same seed", () => {
    const campaign = () => {
      const faults = new Faults();
      faults.set({ status5xx: { rate: 0.3 }, seed: 7 });
      return Array.from({ length: 50 }, () => faults.take("X").before.kind);
    };
    expect(campaign()).toEqual(campaign());
    expect(campaign().filter((kind) => kind === "status").length).toBeGreaterThan(5);
  });

  test("throttling is HTTP 200 with an empty bucket", async () => {
    const { faults, call, calls } = devstore();
    faults.set({ throttle: { next: 1 } });
    const answer = await call();
    expect(answer).toMatchObject({ kind: "answer", status: 200, body: text("THROTTLED") });
    expect(calls.list()[0]).toMatchObject({ error: "THROTTLED", cost: { requested: 1, actual: null } });
  });

  test("a dropped answer was worked on, a cut network was not", async () => {
    const { faults, call, calls } = devstore();
    faults.set({ dropAnswer: { next: 1 } });
    expect(await call()).toEqual({ kind: "hangUp" });
    faults.set({ networkCut: { next: 1 } });
    expect(await call()).toEqual({ kind: "hangUp" });
    expect(calls.list().map(({ status, error, cost }) => [status, error, cost !== null])).toEqual([
      [null, "ANSWER_DROPPED", true],
      [null, "CONNECTION_CUT", false],
    ]);
  });

  test("broken JSON is broken", async () => {
    const { faults, call } = devstore();
    faults.set({ malformed: { next: 1 } });
    const answer = await call();
    expect(() => JSON.parse(answer.kind === "answer" ? answer.body : "{}") as unknown).toThrow();
  });

  test("can be for one operation only, and be cleared", async () => {
    const { faults, call } = devstore();
    faults.set({ operationName: "Other", networkCut: { next: 1 } });
    expect((await call()).kind).toBe("answer");
    expect((await call("query Other { shop { name } }")).kind).toBe("hangUp");
    faults.set({ networkCut: { next: 9 } });
    expect(faults.set({})).toEqual([]);
    expect((await call()).kind).toBe("answer");
  });

  test("that does not exist is refused with its name", () => {
    expect(() => new Faults().set({ earthquake: true })).toThrow(/earthquake/);
    expect(() => new Faults().set(null)).toThrow(RangeError);
  });

  test("hides protected data and takes scopes away", async () => {
    const { faults, call } = devstore();
    const query = "query Q { orders(first: 1) { nodes { name email } } }";
    faults.set({ hideProtected: ["email"] });
    expect(await call(query)).toMatchObject({ body: text('"email":null') });
    faults.set({ denyScopes: ["read_orders"] });
    expect(await call(query)).toMatchObject({ body: text("ACCESS_DENIED") });
  });
});

test("The call log keeps what was asked and what it cost, newest last", async () => {
  const { call, calls } = devstore();
  await call();
  await call();
  expect(calls.list({ after: 1 })).toEqual([
    expect.objectContaining({
      seq: 2,
      operation: "ShopInfo",
      variables: { a: 1 },
      status: 200,
      cost: { requested: 1, actual: 1 },
      error: null,
    }),
  ]);
  calls.clear();
  expect([calls.list(), calls.last]).toEqual([[], 2]);
});
