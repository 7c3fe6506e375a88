import { describe, expect, it, test } from "vitest";
import { tellOrder } from "../answer.ts";
import { at, events, parcel, shipped } from "../order-snapshots.fixture.ts";
import type { Parcel } from "../snapshot.ts";
import type { LiveEvent, LiveTracking, LiveTrackingPort, TrackingQuery } from "./port.ts";
import { mergeLive, withLiveTracking } from "./merge-live.ts";

const profile = { timeZone: "Europe/Berlin", locale: "en" };
const scan = (status: LiveEvent["status"], when: string, message: string | null = null): LiveEvent => ({
  status,
  message,
  happenedAt: at(when),
  city: null,
});
const found = (scans: LiveEvent[], estimate: string | null = null): LiveTracking => ({
  kind: "found",
  service: "aftership",
  events: scans,
  estimatedDeliveryAt: estimate === null ? null : at(estimate),
});

function answering(answer: LiveTracking): { port: LiveTrackingPort; queries: TrackingQuery[] } {
  const queries: TrackingQuery[] = [];
  return { queries, port: { lookUp: (query) => (queries.push(query), Promise.resolve(answer)) } };
}

describe("an order with live tracking", () => {
  it("is told by the service's newest scan and estimate, and the evidence names the service", async () => {
    const snapshot = shipped({ events: events("11-17 18:00 CARRIER_PICKED_UP") });
    const live = found([scan("CARRIER_PICKED_UP", "11-17 18:05"), scan("IN_TRANSIT", "11-18 09:00")], "11-20 12:00");
    const { port, queries } = answering(live);
    const told = tellOrder(await withLiveTracking(snapshot, port, "Europe/Berlin"), at("11-18 12:00"), profile);
    expect(told.facts.situation).toBe("in_transit");
    expect(told.facts.headline).toContain("Friday, November 20");
    expect(told.evidence).toContainEqual({
      kind: "date",
      value: "2026-11-20",
      source: expect.stringContaining("fulfillments[0].events[aftership:1].estimatedDeliveryAt") as string,
    });
    expect(queries).toEqual([{ carrierId: "dhl-germany", number: "00340434161094042557", timeZone: "Europe/Berlin" }]);
  });

  test.each<LiveTracking>([{ kind: "unknown" }, { kind: "unavailable", why: "deadline" }])(
    "is told by Shopify's facts alone when the service says $kind",
    async (answer) => {
      const snapshot = shipped({ events: events("11-17 18:00 CARRIER_PICKED_UP") });
      expect(await withLiveTracking(snapshot, answering(answer).port, "Europe/Berlin")).toEqual(snapshot);
    },
  );

  test.each<[string, Partial<Parcel>]>([
    ["has been delivered", { deliveredAt: at("11-18 10:00") }],
    ["has a delivery among its scans", { events: events("11-18 10:00 DELIVERED") }],
    ["has been collected", { displayStatus: "PICKED_UP" }],
    ["was voided", { displayStatus: "LABEL_VOIDED" }],
    ["has no number", { tracking: [] }],
    ["has a number that cannot be", { tracking: [{ company: "UPS", number: "1Z5R89390357567137", url: null }] }],
    [
      "has two numbers",
      {
        tracking: [
          { company: "UPS", number: "1Z5R89390357567127", url: null },
          { company: "UPS", number: "1ZW7A8806831504957", url: null },
        ],
      },
    ],
  ])("is not looked up for a parcel that %s", async (_what, changes) => {
    const { port, queries } = answering(found([]));
    await withLiveTracking(shipped(changes), port, "Europe/Berlin");
    expect(queries).toEqual([]);
  });

  it("asks in the shop's time zone where the destination's is none", async () => {
    const { port, queries } = answering({ kind: "unknown" });
    const destination = { city: null, countryCode: "DE", timeZone: "Mars/Olympus" };
    await withLiveTracking(shipped({}, { destination }), port, "Asia/Tokyo");
    expect(queries[0]?.timeZone).toBe("Asia/Tokyo");
  });
});

describe("a scan that Shopify and the service both tell of", () => {
  const known = parcel({ events: events("11-18 09:00 IN_TRANSIT: Sorted") });

  it("stays Shopify's", () => {
    expect(mergeLive(known, found([scan("IN_TRANSIT", "11-18 09:10", "Sorted")])).events).toEqual(known.events);
  });

  it("is the service's where that has an estimate and Shopify has none", () => {
    const merged = mergeLive(known, found([scan("IN_TRANSIT", "11-18 09:00", "Sorted")], "11-20 12:00"));
    expect(merged.events).toMatchObject([{ index: "aftership:0", estimatedDeliveryAt: at("11-20 12:00") }]);
  });

  it("is two scans an hour apart", () => {
    expect(mergeLive(known, found([scan("IN_TRANSIT", "11-18 10:00")])).events).toHaveLength(2);
  });
});
