import { describe, expect, it } from "vitest";
import type { LiveTracking, LiveTrackingPort, TrackingQuery } from "./port.ts";
import { remembering } from "./remembering.ts";

const about = (number: string): TrackingQuery => ({ carrierId: "ups", number, timeZone: "Europe/Berlin" });
const found: LiveTracking = { kind: "found", service: "test", events: [], estimatedDeliveryAt: null };

function asked(answer: (call: number) => Promise<LiveTracking> | LiveTracking) {
  const calls: string[] = [];
  const port: LiveTrackingPort = {
    lookUp: async ({ number }) => {
      calls.push(number);
      return answer(calls.length);
    },
  };
  return { port, calls };
}

describe("a remembering port", () => {
  it("asks once in ten minutes", async () => {
    const { port, calls } = asked(() => found);
    let time = 0;
    const quick = remembering(port, { now: () => time });
    expect(await quick.lookUp(about("1"))).toBe(found);
    time = 599_999;
    await quick.lookUp(about("1"));
    expect(calls).toHaveLength(1);
    time = 600_000;
    await quick.lookUp(about("1"));
    expect(calls).toHaveLength(2);
  });

  it("asks sooner again about what was not found or not answered", async () => {
    const { port, calls } = asked((call) => (call === 1 ? { kind: "unavailable", why: "x" } : { kind: "unknown" }));
    let time = 0;
    const quick = remembering(port, { now: () => time });
    await quick.lookUp(about("1"));
    time = 15_000;
    expect(await quick.lookUp(about("1"))).toEqual({ kind: "unknown" });
    time += 119_999;
    await quick.lookUp(about("1"));
    expect(calls).toHaveLength(2);
    time += 1;
    await quick.lookUp(about("1"));
    expect(calls).toHaveLength(3);
  });

  it("asks once for all who want to know at the same time", async () => {
    const { port, calls } = asked(() => found);
    const quick = remembering(port);
    const answers = await Promise.all([1, 2, 3].map(() => quick.lookUp(about("1"))));
    expect(answers).toEqual([found, found, found]);
    expect(calls).toHaveLength(1);
  });

  it("waits no longer than its deadline, and has the answer for the next", async () => {
    let arrive: (answer: LiveTracking) => void = () => undefined;
    const { port, calls } = asked(() => new Promise((resolve) => (arrive = resolve)));
    const quick = remembering(port, { deadlineMs: 20 });
    expect(await quick.lookUp(about("1"))).toEqual({ kind: "unavailable", why: "deadline" });
    const second = quick.lookUp(about("1"));
    arrive(found);
    expect(await second).toBe(found);
    expect(calls).toHaveLength(1);
  });

  it("forgets what was used longest ago when it is full", async () => {
    const { port, calls } = asked(() => found);
    const quick = remembering(port, { size: 2 });
    for (const number of ["1", "2", "1", "3", "1", "2"]) await quick.lookUp(about(number));
    expect(calls).toEqual(["1", "2", "3", "2"]);
  });

  it("takes a bug behind it for no answer", async () => {
    const { port } = asked(() => {
      throw new Error("bug");
    });
    expect(await remembering(port).lookUp(about("1"))).toEqual({ kind: "unavailable", why: "bug" });
  });
});
