import { describe, expect, test } from "vitest";
import { explainOrder } from "./explain-order.ts";
import { at, fulfillmentOrder, order } from "./order-snapshots.fixture.ts";
import { metafieldVariables } from "./progress.ts";
import { DEFAULT_SETTINGS, rulesOf, shopSettingsSchema } from "./shop-settings.ts";
import type { OrderSnapshot } from "./snapshot.ts";

type Signals = Parameters<typeof shopSettingsSchema.parse>[0];

/** What the order's one part is, and the signals of preparation that said so. */
function judged(changes: Partial<OrderSnapshot>, signals: Signals = {}): { situation: string; said: string[] } {
  const rules = rulesOf(shopSettingsSchema.parse({ signals }));
  const profile = { timeZone: "Europe/Berlin", locale: "en" };
  const [group] = explainOrder(order(changes), at("11-17 10:00"), profile, { rules }).groups;
  const ours = (group?.evidence ?? []).filter(({ path }) => /^(tags|metafields)|\.status$/.test(path));
  return { situation: group?.situation ?? "", said: ours.map(({ path, value }) => `${path} = ${value}`) };
}

const metafield = (key: string, value: string, namespace = "custom") => ({ metafields: [{ namespace, key, value }] });
const inProgress = { fulfillmentOrders: [fulfillmentOrder({ status: "IN_PROGRESS" })] };
const REPORTED = "fulfillmentOrders[0].status = IN_PROGRESS, as its progress was reported";
const STAGE = { namespace: "wms", key: "stage" };

describe("How far preparation is", () => {
  test.each([
    ["a tag", { tags: ["Packed"] }, {}, "packed", "tags = Packed"],
    ["a metafield that is on", metafield("packed", "true"), {}, "packed", "metafields(custom.packed) = true"],
    ["one with a time", metafield("picked", "2026-11-17"), {}, "picked", "metafields(custom.picked) = 2026-11-17"],
    [
      "a value of the shop's own",
      metafield("stage", "Boxed", "wms"),
      { packedMetafields: [{ ...STAGE, value: "boxed" }] },
      "packed",
      "metafields(wms.stage) = Boxed",
    ],
    ["a report, by default", inProgress, {}, "being_prepared", REPORTED],
    ["a report that means picked", inProgress, { progressReport: "picked" }, "picked", REPORTED],
    ["a report that means packed", inProgress, { progressReport: "packed" }, "packed", REPORTED],
  ] as const)("is told by %s, which its evidence names", (_, changes, signals, situation, said) => {
    const found = judged(changes, signals);
    expect(found.situation).toBe(situation);
    expect(found.said).toContain(said);
  });

  test.each([
    ["a metafield that is off", metafield("packed", "false"), {}],
    ["an empty one", metafield("packed", " "), {}],
    ["one of another namespace", metafield("packed", "true", "other"), {}],
    ["another value", metafield("stage", "waiting", "wms"), { packedMetafields: [{ ...STAGE, value: "boxed" }] }],
    ["a report that the shop takes for nothing", inProgress, { progressReport: "ignored" }],
  ] as const)("is not told by %s", (_, changes, signals) => {
    expect(judged(changes, signals).situation).toBe("received");
  });

  test("packed outweighs picked, whoever says either", () => {
    expect(judged({ tags: ["picked"], ...metafield("packed", "true") })).toEqual({
      situation: "packed",
      said: ["metafields(custom.packed) = true", "fulfillmentOrders[0].status = OPEN"],
    });
    expect(judged({ ...inProgress, tags: ["packed"] }, { progressReport: "picked" }).situation).toBe("packed");
  });

  test.each([
    ["a fulfillment service accepted it", fulfillmentOrder({ status: "IN_PROGRESS", requestStatus: "ACCEPTED" })],
    [
      "a part of it was sent",
      fulfillmentOrder({ status: "IN_PROGRESS", lines: [{ lineId: "L1", total: 2, remaining: 1 }] }),
    ],
  ])("is no report where %s", (_, one) => {
    expect(judged({ fulfillmentOrders: [one] }, { progressReport: "packed" }).situation).toBe("being_prepared");
  });

  test("is not told by what stands on the order when it is prepared in two places; a report is of its own place", () => {
    const two = [fulfillmentOrder({ status: "IN_PROGRESS" }), fulfillmentOrder({ id: "2", lines: [] })];
    expect(judged({ fulfillmentOrders: two, tags: ["packed"] }).situation).toBe("being_prepared");
    expect(judged({ fulfillmentOrders: two }, { progressReport: "picked" }).situation).toBe("picked");
  });
});

describe("The metafields of an order that are read", () => {
  test("are those the shop has named, each once", () => {
    const both = [{ ...STAGE, value: "picked" }];
    const signals = { pickedMetafields: both, packedMetafields: [{ ...STAGE, value: "packed" }] };
    const rules = rulesOf(shopSettingsSchema.parse({ signals }));
    expect(metafieldVariables(rules)).toEqual({ metafields: 1, metafieldKeys: ["wms.stage"] });
    expect(metafieldVariables(rulesOf(DEFAULT_SETTINGS)).metafieldKeys).toEqual(["custom.packed", "custom.picked"]);
  });

  test("are at most ten", () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ namespace: "custom", key: `k${String(index)}` }));
    expect(shopSettingsSchema.safeParse({ signals: { packedMetafields: many } }).success).toBe(false);
  });
});
