import { describe, expect, test } from "vitest";
import { materialLine, variant } from "./material.fixture.ts";
import { matchVariant } from "./match-variant.ts";

const SHIRT = materialLine({
  variantId: "v1",
  variants: [
    variant("v1", "Blue / M"),
    variant("v2", "Blue / L"),
    variant("v3", "Red / M"),
    variant("v4", "Red / L", 0),
  ],
});

describe("the variant that words mean", () => {
  test.each([
    ["Blue / L", "v2"],
    ["blue/l", "v2"],
    ["L", "v2"],
    ["red", "v3"],
    ["large red", null],
    ["red l", "v4"],
  ])("%s", (words, id) => {
    const match = matchVariant(SHIRT, words);
    expect(match.kind === "found" ? match.variant.id : null).toBe(id);
  });

  test("is not guessed where it could be several", () => {
    const shirt = { ...SHIRT, variantId: "v9", variants: SHIRT.variants };
    expect(matchVariant(shirt, "M")).toMatchObject({
      kind: "invalid",
      message: expect.stringContaining("Blue / M; Red / M") as string,
    });
  });

  test("is not the one the shopper has", () => {
    expect(matchVariant(SHIRT, "Blue / M").kind).toBe("invalid");
  });

  test("is none where there is no other", () => {
    expect(matchVariant(materialLine({ variants: [variant("v1", "Default Title")] }), "L").kind).toBe("invalid");
  });

  test("takes any dash", () => {
    const socks = materialLine({ variants: [variant("v2", "39–41 / Oat"), variant("v3", "42–44 / Oat")] });
    expect(matchVariant(socks, "39-41")).toMatchObject({ variant: { id: "v2" } });
  });
});
