import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresIn } from "#app/agent/grounding/figures.ts";
import { Knowledge } from "#app/agent/grounding/knowledge.ts";
import { supportOf } from "#app/agent/grounding/support.ts";
import { at, fulfillmentOrder, line, order, parcel } from "#app/orders/order-snapshots.fixture.ts";
import { tellOrder, tellOrders } from "#app/orders/answer.ts";
import { explainOrder } from "#app/orders/explain-order.ts";
import { dayIn } from "#app/orders/calendar.ts";
import type { FulfillmentOrder, OrderSnapshot, Parcel, ParcelEvent } from "#app/orders/snapshot.ts";
import { GROUP_SITUATIONS, ORDER_SITUATIONS } from "#app/orders/situation-ids.ts";

const NOW = at("11-20 10:30");
const seed = Number(process.env["FC_SEED"] ?? 20261120);

const moment = fc.integer({ min: -60 * 24, max: 20 * 24 }).map((hours) => new Date(NOW.getTime() + hours * 3_600_000));
const maybeMoment = fc.option(moment, { nil: null });
const text = fc.option(
  fc.constantFrom(
    "Customs clearance",
    "Returning to sender",
    "Refused",
    "left with neighbor",
    "<b>x</b>",
    "pay duty at customs",
  ),
  { nil: null },
);

const event: fc.Arbitrary<ParcelEvent> = fc.record({
  index: fc.nat(9),
  status: fc.constantFrom(
    "ATTEMPTED_DELIVERY",
    "CARRIER_PICKED_UP",
    "CONFIRMED",
    "DELAYED",
    "DELIVERED",
    "FAILURE",
    "IN_TRANSIT",
    "LABEL_PRINTED",
    "LABEL_PURCHASED",
    "OUT_FOR_DELIVERY",
    "READY_FOR_PICKUP",
  ),
  message: text,
  happenedAt: moment,
  createdAt: moment,
  estimatedDeliveryAt: maybeMoment,
  city: fc.option(fc.constantFrom("Köln", "Paris <i>"), { nil: null }),
});

const quantities = fc.array(fc.record({ lineId: fc.constantFrom("L1", "L2", "L3", "gone"), quantity: fc.nat(4) }), {
  maxLength: 4,
});

const anyParcel: fc.Arbitrary<Parcel> = fc
  .record({
    fulfillmentOrderId: fc.constantFrom("F1", "F2", null),
    status: fc.constantFrom("SUCCESS", "CANCELLED", "ERROR", "FAILURE", "OPEN", "PENDING"),
    displayStatus: fc.constantFrom(
      "ATTEMPTED_DELIVERY",
      "CANCELED",
      "CARRIER_PICKED_UP",
      "CONFIRMED",
      "DELAYED",
      "DELIVERED",
      "FAILURE",
      "FULFILLED",
      "IN_TRANSIT",
      "LABEL_PRINTED",
      "LABEL_PURCHASED",
      "LABEL_VOIDED",
      "MARKED_AS_FULFILLED",
      "NOT_DELIVERED",
      "OUT_FOR_DELIVERY",
      "PICKED_UP",
      "READY_FOR_PICKUP",
      "SUBMITTED",
      null,
    ),
    createdAt: moment,
    updatedAt: moment,
    inTransitAt: maybeMoment,
    estimatedDeliveryAt: maybeMoment,
    deliveredAt: maybeMoment,
    requiresShipping: fc.boolean(),
    lines: quantities,
    events: fc.array(event, { maxLength: 6 }),
    tracking: fc.constantFrom(
      [],
      [{ company: "UPS", number: "1Z999AA10123456784", url: "https://ups.com/1" }],
      [{ company: null, number: "X 77", url: null }],
    ),
  })
  .map((changes) => parcel(changes));

const anyFulfillmentOrder: fc.Arbitrary<FulfillmentOrder> = fc
  .record({
    id: fc.constantFrom("F1", "F2"),
    status: fc.constantFrom("CANCELLED", "CLOSED", "INCOMPLETE", "IN_PROGRESS", "ON_HOLD", "OPEN", "SCHEDULED"),
    requestStatus: fc.constantFrom(
      "ACCEPTED",
      "CANCELLATION_ACCEPTED",
      "CANCELLATION_REJECTED",
      "CANCELLATION_REQUESTED",
      "CLOSED",
      "REJECTED",
      "SUBMITTED",
      "UNSUBMITTED",
    ),
    fulfillAt: maybeMoment,
    fulfillBy: maybeMoment,
    createdAt: moment,
    method: fc.constantFrom("LOCAL", "NONE", "PICKUP_POINT", "PICK_UP", "RETAIL", "SHIPPING", null),
    promisedFrom: maybeMoment,
    promisedTo: maybeMoment,
    methodName: fc.option(fc.constantFrom("Standard shipping", "Express"), { nil: null }),
    holds: fc.subarray(
      [
        "AWAITING_PAYMENT",
        "AWAITING_RETURN_ITEMS",
        "HIGH_RISK_OF_FRAUD",
        "INCORRECT_ADDRESS",
        "INVENTORY_OUT_OF_STOCK",
        "ONLINE_STORE_POST_PURCHASE_CROSS_SELL",
        "OTHER",
        "UNKNOWN_DELIVERY_DATE",
      ] as const,
      { maxLength: 2 },
    ),
    lines: fc.array(fc.record({ lineId: fc.constantFrom("L1", "L2", "L3"), total: fc.nat(4), remaining: fc.nat(4) }), {
      maxLength: 3,
    }),
  })
  .map((changes) => fulfillmentOrder(changes));

const anyLine = (id: string) =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 5 }),
      currentQuantity: fc.nat(5),
      unfulfilledQuantity: fc.nat(5),
      requiresShipping: fc.boolean(),
    })
    .map((changes) => line({ id, title: `Item ${id}`, ...changes }));

const money = fc.record({ minor: fc.nat(1_000_000), currency: fc.constant("EUR") });

const anyOrder: fc.Arbitrary<OrderSnapshot> = fc
  .record({
    placedAt: moment,
    cancelledAt: maybeMoment,
    test: fc.boolean(),
    tags: fc.subarray(["picked", "packed", "replaced", "says-not-received"]),
    attributes: fc.constantFrom(
      [],
      [{ key: "replaced_by", value: "#1002" }],
      [{ key: "replaces", value: "free money" }],
    ),
    financialStatus: fc.constantFrom(
      "AUTHORIZED",
      "EXPIRED",
      "PAID",
      "PARTIALLY_PAID",
      "PARTIALLY_REFUNDED",
      "PENDING",
      "REFUNDED",
      "VOIDED",
      null,
    ),
    returnStatus: fc.constantFrom(
      "INSPECTION_COMPLETE",
      "IN_PROGRESS",
      "NO_RETURN",
      "RETURNED",
      "RETURN_FAILED",
      "RETURN_REQUESTED",
    ),
    destination: fc.constantFrom(
      null,
      { city: null, countryCode: "US", timeZone: "America/Los_Angeles" },
      { city: "Berlin", countryCode: "DE", timeZone: "nowhere" },
    ),
    total: fc.option(money, { nil: null }),
    outstanding: fc.option(money, { nil: null }),
    refunded: fc.option(money, { nil: null }),
    received: fc.option(money, { nil: null }),
    lines: fc.tuple(anyLine("L1"), anyLine("L2"), anyLine("L3")),
    fulfillmentOrders: fc.array(anyFulfillmentOrder, { maxLength: 3 }),
    parcels: fc.array(anyParcel, { maxLength: 5 }).map((all) => all.map((one, index) => ({ ...one, index }))),
    returns: fc.array(
      fc.record({
        status: fc.constantFrom("CANCELED", "CLOSED", "DECLINED", "OPEN", "REQUESTED"),
        createdAt: moment,
        approvedAt: maybeMoment,
        closedAt: maybeMoment,
        units: fc.nat(3),
        processedUnits: fc.nat(3),
        refundedUnits: fc.nat(3),
        declineReason: fc.constantFrom("FINAL_SALE", "OTHER", "RETURN_PERIOD_ENDED", null),
        isExchange: fc.boolean(),
        hasTracking: fc.boolean(),
        received: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    refunds: fc.array(
      fc.record({
        index: fc.nat(4),
        at: moment,
        amount: money,
        lines: quantities,
        moreLines: fc.boolean(),
        money: fc.constantFrom("paid_out", "store_credit", "pending", "failed", "none"),
      }),
      { maxLength: 3 },
    ),
  })
  .map((changes) => order(changes));

const profile = { timeZone: "Europe/Berlin", locale: "en" };
const check = (name: string, property: (snapshot: OrderSnapshot) => void) =>
  test(`${name} (seed ${String(seed)})`, () => {
    fc.assert(fc.property(anyOrder, property), { seed, numRuns: 400 });
  });

describe("whatever Shopify says about an order", () => {
  check("there is exactly one situation and one headline, and they are whole", (snapshot) => {
    const { facts, card } = tellOrder(snapshot, NOW, profile);
    expect(Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS })).toContain(facts.situation);
    expect(facts.headline).toMatch(/^\S.*\.$/s);
    expect(`${facts.headline} ${facts.groups.map((group) => group.text).join(" ")}`).not.toMatch(
      /undefined|null|NaN|\.\.| {2}|[<>]/,
    );
    expect(card.groups).toHaveLength(facts.groups.length);
  });

  check("every unit of every line is in exactly one group", (snapshot) => {
    const { facts } = tellOrder(snapshot, NOW, profile);
    for (const { title, quantity } of snapshot.lines) {
      const items = facts.groups.flatMap((group) => group.items).filter((item) => item.title === title);
      expect(items.reduce((sum, item) => sum + item.quantity, 0)).toBe(quantity);
    }
  });

  check("no day that has passed is told as one to come", (snapshot) => {
    const told = tellOrder(snapshot, NOW, profile);
    const zone = snapshot.destination?.timeZone === "America/Los_Angeles" ? "America/Los_Angeles" : "Europe/Berlin";
    const today = dayIn(NOW, zone);
    for (const group of told.facts.groups) {
      const last = figuresIn(group.expected ?? "").findLast((figure) => figure.kind === "date");
      if (last?.kind !== "date") continue;
      const { month, day } = last.readings[0] ?? {};
      const days = told.evidence.filter(({ kind }) => kind === "date").map(({ value }) => value.split("-").map(Number));
      const meant = days.filter((one) => one[1] === month && one[2] === day);
      expect(
        meant.some(([y, m, d]) => `${String(y)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}` >= today),
      ).toBe(true);
    }
  });

  check("every figure has its evidence", (snapshot) => {
    const told = tellOrder(snapshot, NOW, profile);
    const knowledge = new Knowledge(NOW, profile.timeZone);
    knowledge.addEvidence(told.evidence);
    const steps = told.card.groups.flatMap((group) => group.steps.flatMap((step) => [step.atText, step.detail]));
    const texts = [
      told.facts.headline,
      ...told.facts.money.refunds,
      told.facts.money.payment,
      ...told.facts.groups.map((group) => group.text),
      ...steps,
    ];
    for (const sentence of texts.filter((one) => one !== null)) {
      for (const figure of figuresIn(sentence)) {
        if (figure.kind === "relative") continue;
        expect(supportOf(figure, knowledge, false), `${figure.text} in: ${sentence}`).not.toBeNull();
      }
    }
  });

  check(
    "what explains it is whole: exactly one headline, one situation for each part, all evidence read",
    (snapshot) => {
      const { headline, groups, conflicts } = explainOrder(snapshot, NOW, profile);
      expect(Object.keys({ ...GROUP_SITUATIONS, ...ORDER_SITUATIONS })).toContain(headline.situation);
      const texts = [headline, ...groups].flatMap((one) => [one.title, one.shopperText, one.leadText]);
      for (const text of texts) expect(text).toMatch(/^\S/);
      expect(texts.join(" ")).not.toMatch(/undefined|null|NaN|\.\.| {2}/);
      const signals = [
        ...[headline, ...groups].flatMap((one) => one.evidence),
        ...conflicts.flatMap((one) => one.signals),
      ];
      for (const { path, value } of signals) expect(value, path).not.toMatch(/^$|undefined|NaN|Invalid/);
    },
  );

  check("every unit of every line is accounted for in exactly one place", (snapshot) => {
    const { units } = explainOrder(snapshot, NOW, profile);
    expect(units.accounted.reduce((sum, one) => sum + one.units, 0)).toBe(units.ordered);
  });

  check("no next step is dated in the past, and what is over has none", (snapshot) => {
    const { groups, timeZone } = explainOrder(snapshot, NOW, profile);
    const today = dayIn(NOW, timeZone);
    for (const { next, situation } of groups) {
      for (const date of [next?.from, next?.by]) {
        if (date) expect(dayIn(new Date(date.at), timeZone) >= today, situation).toBe(true);
      }
      if (GROUP_SITUATIONS[situation].over) expect(next).toBeNull();
    }
  });

  check("a list of it can be told too", (snapshot) => {
    const headlineOnly: OrderSnapshot = { ...snapshot, detail: "headline", lines: [], returns: [], refunds: [] };
    const { orders } = tellOrders([headlineOnly], false, NOW, profile);
    expect(orders[0]?.headline).toMatch(/^\S.*\.$/s);
  });
});

describe("as time goes on without news", () => {
  check("nothing gets better by itself", (snapshot) => {
    const worry = ["good", "neutral", "warn", "problem"];
    // Signs that lie in the future are news that time itself brings, so the order is looked at once all have happened.
    const start = NOW.getTime() + 25 * 86_400_000;
    let before = -1;
    for (const days of [0, 1, 2, 5, 12, 40]) {
      const { facts } = tellOrder(snapshot, new Date(start + days * 86_400_000), profile);
      const now = worry.indexOf(facts.tone);
      expect(now, `${facts.situation} after ${String(days)} days`).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });

  check("worry never falls, of the order or of any of its parts", (snapshot) => {
    const levels = ["fine", "watch", "late", "problem"];
    const start = NOW.getTime() + 25 * 86_400_000;
    let before: number[] = [];
    for (const days of [0, 1, 2, 3, 5, 8, 12, 22, 40]) {
      const now = new Date(start + days * 86_400_000);
      const { headline, groups } = explainOrder(snapshot, now, profile);
      // Parts that wait may become one, so they are known by how bad the worst of them is.
      const parcels = groups.filter((group) => group.kind === "parcel").map((group) => levels.indexOf(group.worry));
      const waiting = groups.filter((group) => group.kind !== "parcel").map((group) => levels.indexOf(group.worry));
      const worries = [levels.indexOf(headline.worry), Math.max(0, ...waiting), ...parcels];
      worries.forEach((level, index) => {
        const what = `${headline.situation}: ${groups.map((group) => group.situation).join(", ")} after ${String(days)} days`;
        expect(level, what).toBeGreaterThanOrEqual(before[index] ?? 0);
      });
      before = worries;
    }
  });
});
