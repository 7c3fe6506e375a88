import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import {
  ALREADY_EXISTS,
  CREATED,
  NOTHING_KNOWN,
  ON_ITS_WAY,
  PENDING,
  TOO_MANY_REQUESTS,
} from "./aftership-answers.fixture.ts";
import { readTrackings } from "./aftership-answer.ts";
import { createAfterShip } from "./aftership.server.ts";
import type { TrackingQuery } from "./port.ts";

const NUMBER = "1ZW7A8806831504957";
const query: TrackingQuery = { carrierId: "ups", number: NUMBER, timeZone: "Europe/Berlin" };

type Reply = { status?: number; headers?: Record<string, string>; body?: unknown; hang?: boolean };
type Seen = { method: string | undefined; url: string | undefined; key: unknown; body: string };

let replies: Reply[] = [];
let seen: Seen[] = [];
let time = 0;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    seen.push({ method: request.method, url: request.url, key: request.headers["as-api-key"], body });
    const reply = replies.shift() ?? { status: 500 };
    if (reply.hang) return;
    response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body ?? {}));
  });
});

beforeEach(async () => {
  replies = [];
  seen = [];
  time = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const aftership = (timeoutMs = 5_000) =>
  createAfterShip({
    apiKey: "key",
    baseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    timeoutMs,
    now: () => time,
  });

describe("AfterShip", () => {
  it("is asked for one number of one carrier, with the key in the header it documents", async () => {
    replies = [{ body: ON_ITS_WAY }];
    await aftership().lookUp(query);
    expect(seen).toEqual([
      {
        method: "GET",
        url: `/tracking/2026-07/trackings?tracking_numbers=${NUMBER}&slug=ups`,
        key: "key",
        body: "",
      },
    ]);
  });

  it("tells the scans it can place in time, in Shopify's words, and the carrier's own estimate", async () => {
    replies = [{ body: ON_ITS_WAY }];
    const found = await aftership().lookUp(query);
    expect(found).toEqual({
      kind: "found",
      service: "aftership",
      estimatedDeliveryAt: new Date("2026-11-23T11:00:00Z"),
      events: [
        {
          status: "CONFIRMED",
          message: "Shipper created a label, UPS has not received the package yet.",
          happenedAt: new Date("2026-11-17T08:40:00Z"),
          city: null,
        },
        {
          status: "IN_TRANSIT",
          message: "Departed from Facility",
          happenedAt: new Date("2026-11-18T20:05:00Z"),
          city: "Köln",
        },
        {
          status: "OUT_FOR_DELIVERY",
          message: "Out For Delivery Today",
          happenedAt: new Date("2026-11-20T07:12:00Z"),
          city: "Berlin",
        },
      ],
    });
  });

  test("a number it has never heard of is registered, and unknown for now", async () => {
    replies = [{ body: NOTHING_KNOWN }, { status: 201, body: CREATED }];
    expect(await aftership().lookUp(query)).toEqual({ kind: "unknown" });
    expect(seen[1]).toMatchObject({ method: "POST", url: "/tracking/2026-07/trackings" });
    expect(JSON.parse(seen[1]?.body ?? "")).toEqual({ tracking_number: NUMBER, slug: "ups" });
  });

  test.each([
    ["was registered meanwhile", [{ body: NOTHING_KNOWN }, { status: 400, body: ALREADY_EXISTS }]],
    ["waits for its first scan", [{ body: PENDING }]],
  ])("a number that %s is unknown, not an error", async (_what, given: Reply[]) => {
    replies = given;
    expect(await aftership().lookUp(query)).toEqual({ kind: "unknown" });
  });

  test("a carrier it has no code for is left to its own recognition", async () => {
    replies = [{ body: NOTHING_KNOWN }, { status: 201, body: CREATED }];
    await aftership().lookUp({ ...query, carrierId: null, number: "A&B=1" });
    expect(seen[0]?.url).toBe("/tracking/2026-07/trackings?tracking_numbers=A%26B%3D1");
    expect(JSON.parse(seen[1]?.body ?? "")).toEqual({ tracking_number: "A&B=1" });
  });

  test.each<[string, Reply, string]>([
    ["is down", { status: 500, body: "oops" }, "http 500"],
    ["answers with a page", { body: "<html><body>Maintenance</body></html>" }, "malformed"],
    ["breaks off", { body: '{"data":{"trackings":[' }, "malformed"],
    ["answers with something else", { body: { data: { trackings: "none" } } }, "malformed"],
    ["sends elsewhere", { status: 302, headers: { location: "https://evil.example/" } }, "unreachable"],
    ["refuses the key", { status: 401, body: {} }, "http 401"],
  ])("is unavailable when it %s", async (_what, reply, why) => {
    replies = [reply];
    expect(await aftership().lookUp(query)).toEqual({ kind: "unavailable", why });
  });

  it("is given up on when it takes too long", async () => {
    replies = [{ hang: true }];
    expect(await aftership(50).lookUp(query)).toEqual({ kind: "unavailable", why: "timeout" });
  });

  it("is left alone after 429 for as long as it says", async () => {
    replies = [{ status: 429, headers: { "retry-after": "2" }, body: TOO_MANY_REQUESTS }, { body: ON_ITS_WAY }];
    const port = aftership();
    expect(await port.lookUp(query)).toEqual({ kind: "unavailable", why: "http 429" });
    time = 1_999;
    expect(await port.lookUp(query)).toEqual({ kind: "unavailable", why: "resting" });
    expect(seen).toHaveLength(1);
    time = 2_000;
    expect((await port.lookUp(query)).kind).toBe("found");
  });

  it("is left alone until the limit's reset by its own clock", async () => {
    const date = "Fri, 20 Nov 2026 08:00:00 GMT";
    const reset = String(Date.parse(date) / 1000 + 3);
    replies = [{ status: 429, headers: { date, "x-ratelimit-reset": reset }, body: TOO_MANY_REQUESTS }];
    const port = aftership();
    await port.lookUp(query);
    time = 2_999;
    expect(await port.lookUp(query)).toEqual({ kind: "unavailable", why: "resting" });
    time = 3_000;
    expect(await port.lookUp(query)).toEqual({ kind: "unavailable", why: "http 500" });
  });

  it("is left alone for a while after failure upon failure", async () => {
    const port = aftership();
    for (let count = 0; count < 5; count++) await port.lookUp(query);
    expect(await port.lookUp(query)).toEqual({ kind: "unavailable", why: "resting" });
    expect(seen).toHaveLength(5);
  });
});

describe("a scan of AfterShip's", () => {
  const read = (checkpoint: object) => {
    const body = JSON.stringify({ data: { trackings: [{ tracking_number: NUMBER, checkpoints: [checkpoint] }] } });
    const found = readTrackings(body, query);
    return typeof found === "object" && found.kind === "found" ? found.events[0] : null;
  };
  const at = { checkpoint_time: "2026-11-20T08:00:00Z" };

  test.each([
    ["Exception", "Delayed (Customs clearance)", "DELAYED"],
    ["Exception", "Customer refused delivery", "FAILURE"],
    ["Exception", "Returned to sender", "FAILURE"],
    ["Exception", "Incorrect Address", "DELAYED"],
    ["AttemptFail", "Failed Attempt", "ATTEMPTED_DELIVERY"],
    ["AvailableForPickup", "Available for pickup", "READY_FOR_PICKUP"],
    ["Delivered", "Delivered", "DELIVERED"],
  ])("%s, %s, is %s", (tag, subtagMessage, status) => {
    expect(read({ ...at, tag, subtag_message: subtagMessage })?.status).toBe(status);
  });

  it("did not happen after AfterShip heard of it, wherever its clock hangs", () => {
    const event = read({
      tag: "InTransit",
      checkpoint_time: "2026-11-20T20:00:00",
      created_at: "2026-11-20T11:05:00Z",
    });
    expect(event?.happenedAt.toISOString()).toBe("2026-11-20T11:05:00.000Z");
  });

  test("whatever is in an answer, reading it never throws", () => {
    const answers = fc.oneof(
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .jsonValue()
        .map((value) => JSON.stringify({ data: { trackings: [{ tracking_number: NUMBER, checkpoints: [value] }] } })),
    );
    fc.assert(
      fc.property(answers, (body) => {
        expect(readTrackings(body, query)).toBeDefined();
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
