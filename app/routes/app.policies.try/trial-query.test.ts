import { describe, expect, test } from "vitest";
import { trialPath } from "../../components/trial-path.ts";
import { readTrialQuery } from "./trial-query.ts";

const read = (search: string) => readTrialQuery(new URLSearchParams(search));

describe("The address of a request to try", () => {
  test("is read as it is written", () => {
    const path = trialPath({
      orderName: "#1001",
      reason: "damaged",
      items: [{ number: 2, quantity: 3 }],
      wanted: "refund",
      destination: "store_credit",
      photo: true,
      description: false,
      policy: "v3",
    });
    expect(read(path.slice(path.indexOf("?")))).toEqual({
      order: "1001",
      reason: "damaged",
      units: [{ number: 2, quantity: 3 }],
      wanted: "refund",
      to: "store_credit",
      photo: true,
      words: false,
      variant: "",
      policy: "v3",
    });
  });

  test("that says nothing, or nonsense, asks for nothing in particular", () => {
    const nothing = { order: "", reason: null, units: [], wanted: null, to: null, variant: "", policy: "in_force" };
    expect(read("")).toMatchObject(nothing);
    expect(read("reason=money&wanted=all&to=me&policy=v0&units-0=1&units-1=-4&units-x=1&photo=1")).toMatchObject({
      ...nothing,
      photo: false,
    });
  });
});
