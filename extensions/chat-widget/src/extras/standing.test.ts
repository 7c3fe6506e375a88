import { describe, expect, it } from "vitest";
import { RESOLUTION_STATES } from "#app/resolutions/states.ts";
import { standingOf } from "./standing.ts";

const news = (state: string) => ({ seq: 2, state, text: "", outcome: {} });
const MINUTE = 60_000;

describe("a proposal's card", () => {
  it("can be answered until something is known of it or its time is over", () => {
    expect(standingOf(undefined, undefined, MINUTE).is).toBe("open");
    expect(standingOf(news("proposed"), undefined, MINUTE).is).toBe("open");
    expect(standingOf(undefined, undefined, 0)).toEqual({ is: "over", words: "deal_expired" });
    expect(standingOf(undefined, { decision: "confirm", state: "sending" }, -1).is).toBe("open");
    expect(standingOf(undefined, { decision: "confirm", state: "failed" }, MINUTE).is).toBe("open");
    expect(standingOf(undefined, { decision: "confirm", state: "stale" }, MINUTE).words).toBe("deal_stale");
  });

  it("believes the ledger before anything else, and has words for each of its states", () => {
    const told = RESOLUTION_STATES.filter((state) => state !== "proposed");
    for (const state of told) expect(standingOf(news(state), undefined, MINUTE).words, state).not.toBeNull();
    expect(standingOf(news("succeeded"), { decision: "confirm", state: "stale" }, -MINUTE).is).toBe("done");
    expect(standingOf(news("a state of a later server"), undefined, MINUTE).is).toBe("working");
  });
});
