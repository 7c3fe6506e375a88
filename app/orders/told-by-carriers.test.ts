import { describe, expect, test } from "vitest";
import { tellOrder } from "./answer.ts";
import { explainOrder } from "./explain-order.ts";
import { at, events, line, shipped } from "./order-snapshots.fixture.ts";

const profile = { timeZone: "Europe/Berlin", locale: "en" };
const HELD = "11-20 14:00 ATTEMPTED_DELIVERY: Held at PostNord Ombud, Storgatan 1, until 27 Nov";
const kept = shipped({ displayStatus: "ATTEMPTED_DELIVERY", events: events(HELD) });

describe("what carriers' messages say", () => {
  test("the shopper hears where the parcel waits and until when, with the message as evidence", () => {
    const { facts, evidence } = tellOrder(kept, at("11-22 10:00"), profile);
    expect(facts.headline).toBe(
      "Your order has been waiting for you at PostNord Ombud, Storgatan 1 since Friday, November 20. DHL keeps it until Friday, November 27, so please collect it by then and bring an ID.",
    );
    expect(evidence).toContainEqual({
      kind: "date",
      value: "2026-11-27",
      source: "get_order #1001 fulfillments[0].events[0].message (carrier's message)",
    });
  });

  test("the day it is kept until is the next thing to happen", () => {
    const [group] = explainOrder(kept, at("11-22 10:00"), profile).groups;
    expect(group?.next).toMatchObject({ by: { text: "Friday, November 27" }, kind: "kept" });
    expect(group?.leadText).toContain("By DHL's message it is kept until Friday, November 27.");
  });

  test("once that day has passed nobody says that it is still there", () => {
    const { headline } = tellOrder(kept, at("11-29 10:00"), profile).facts;
    expect(headline).toContain("It was to be kept until Friday, November 27, so please ask DHL soon");
  });

  test("somebody who has to sign is told so before the carrier comes", () => {
    const out = shipped({ events: events("11-20 08:00 OUT_FOR_DELIVERY: Signature required") });
    expect(tellOrder(out, at("11-20 10:00"), profile).facts.headline).toContain("needs to be there to sign for it");
  });

  test("damage that was reported stays true when the parcel is scanned again, and the lead sees who said so", () => {
    const told = ["11-18 09:00 IN_TRANSIT: The package was damaged in transit", "11-19 09:00 IN_TRANSIT"];
    const [group] = explainOrder(shipped({ events: events(...told) }), at("11-19 12:00"), profile).groups;
    expect(group?.situation).toBe("damaged_in_transit");
    expect(group?.evidence).toContainEqual({
      path: "fulfillments[0].events[0].message",
      value: "The package was damaged in transit",
    });
  });
});

describe("the carrier's name", () => {
  const entered = (company: string | null, number: string) =>
    tellOrder(
      shipped({ tracking: [{ company, number, url: null }], events: events("11-18 09:00 CARRIER_PICKED_UP") }),
      at("11-18 20:00"),
      profile,
    ).facts.headline;

  test("is told where only the number can say it", () => {
    expect(entered(null, "1Z999AA10123456784")).toContain("UPS picked up your order");
    expect(entered("Other", "1Z999AA10123456784")).toContain("UPS picked up your order");
  });

  test("is as the shop wrote it, and nobody's where neither says it", () => {
    expect(entered("Trans-Beskid", "1Z999AA10123456784")).toContain("Trans-Beskid picked up");
    expect(entered(null, "12345")).toContain("The carrier picked up");
  });
});

test("one item is not several", () => {
  const removed = (quantity: number) => {
    const gone = line({ id: "L2", title: "Candle", quantity, currentQuantity: 0, unfulfilledQuantity: 0 });
    const lines = [line({ unfulfilledQuantity: 0 }), gone];
    return tellOrder(shipped({}, { lines }), at("11-18 20:00"), profile).facts.headline;
  };
  expect(removed(1)).toContain("Candle was removed from the order.");
  expect(removed(2)).toContain("2 × Candle were removed from the order.");
});
