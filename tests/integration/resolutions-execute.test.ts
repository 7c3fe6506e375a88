import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { executorFor } from "#app/resolutions/executors/index.ts";
import type { Plan } from "#app/resolutions/plan.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { attempt, attemptAndDie, carryOut, claimsOf, signIn, startTeaShop } from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";
import { teaShopBooks } from "#tests/support/tea-shop-books.ts";

const devstore = await startTeaShop();
afterAll(() => devstore.close());

/** What the shop's books have of it in the end, each of it once. */
const DEEDS: Record<Plan["kind"], readonly string[]> = {
  refund: ["refund 9.5"],
  store_credit: ["refund 9.5", "store_credit 1.0"],
  replacement: ["draft", "order_made", "tags"],
  return: ["return", "return_label"],
  exchange: ["return", "return_processed"],
  cancel: ["cancellation", "refund 19.0"],
  change_address: ["address"],
  change_items: ["edit", "refund 9.5"],
};

/** Every call that changes something, by kind: the answer of each is lost once. */
const CALLS: readonly [Plan["kind"], readonly string[]][] = [
  ["refund", ["RefundCreate"]],
  ["store_credit", ["RefundCreate", "StoreCreditCredit"]],
  ["replacement", ["ReplacementDraftCreate", "ReplacementDraftComplete", "OrderTagsAdd"]],
  ["return", ["ReturnOpen", "ReturnLabelAttach"]],
  ["exchange", ["ReturnOpen", "ReturnProcessExchange"]],
  ["cancel", ["OrderCancel"]],
  ["change_address", ["OrderAddressUpdate"]],
  ["change_items", ["OrderEditBegin", "OrderEditSetQuantity", "OrderEditCommit", "RefundCreate"]],
];

const KINDS = CALLS.map(([kind]) => kind);
const EACH_CALL = CALLS.flatMap(([kind, operations]) => operations.map((operation) => [kind, operation] as const));

/** The steps that each kind takes here: a partner is asked in a test of its own, and no label comes with the exchange. */
const EACH_STEP = KINDS.flatMap((kind) =>
  executorFor(kind)
    .steps.map(({ name }) => [kind, name] as const)
    .filter(([, name]) => name !== "partner" && !(kind === "exchange" && name === "label")),
);

const { asked, deeds, matching } = teaShopBooks(devstore);

// On PostgreSQL where there is one: only there are two processes really at it at once.
describe.each(databaseKinds().slice(-1))("carrying out a resolution, on %s", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(database);
    await signIn(devstore);
  });
  afterAll(() => close());
  afterEach(() => devstore.faults.clear());

  test.each(KINDS)("a %s is done once, and told by what the shop holds", async (kind) => {
    const { row, from } = await asked(kind);
    expect(await carryOut(row.id)).toMatchObject({ state: "succeeded" });
    expect(deeds(from)).toEqual(DEEDS[kind]);
    expect(await claimsOf(row.id)).toBe(1);
    expect(await attempt(row.id)).toBeNull();
    expect(deeds(from)).toEqual(DEEDS[kind]);
  });

  test.each(EACH_CALL)("a %s is done once though the answer of %s is lost", async (kind, operation) => {
    const { row, from } = await asked(kind);
    devstore.faults.set({ operationName: operation, dropAnswer: { next: 1 } });
    const ended = await carryOut(row.id);
    expect(ended.outcome).toMatchObject({ text: matching(/^Done/) });
    expect(ended.state).toBe("succeeded");
    expect(deeds(from)).toEqual(DEEDS[kind]);
  });

  test.each(EACH_CALL)("a %s is done once though %s first never arrived", async (kind, operation) => {
    const { row, from } = await asked(kind);
    devstore.faults.set({ operationName: operation, networkCut: { next: 1 } });
    expect((await carryOut(row.id)).state).toBe("succeeded");
    expect(deeds(from)).toEqual(DEEDS[kind]);
  });

  test.each(EACH_STEP)("a %s is done once though the process dies after step %s", async (kind, step) => {
    const { row, from } = await asked(kind);
    await attemptAndDie(row.id, step);
    expect((await carryOut(row.id)).state).toBe("succeeded");
    expect(deeds(from)).toEqual(DEEDS[kind]);
  });

  test.each(KINDS)("a %s is done once though two processes reach for it", async (kind) => {
    const { row, from } = await asked(kind);
    const attempts = await Promise.all([attempt(row.id), attempt(row.id), attempt(row.id)]);
    expect(attempts.filter((one) => one !== null)).toMatchObject([{ state: "succeeded" }]);
    expect(deeds(from)).toEqual(DEEDS[kind]);
  });
});
