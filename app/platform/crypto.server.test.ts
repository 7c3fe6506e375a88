import { describe, expect, it } from "vitest";
import { blind, keyFor, seal, unseal } from "./crypto.server.ts";

describe("Sealing at rest", () => {
  it("gives back what was sealed, and never seals alike twice", () => {
    expect(unseal(seal("shpat_töken"))).toBe("shpat_töken");
    expect(seal("same")).not.toBe(seal("same"));
    expect(unseal(seal(""))).toBe("");
  });

  it("opens nothing that was altered or never sealed", () => {
    const sealed = seal("secret");
    const flipped = sealed.slice(0, -2) + (sealed.endsWith("A") ? "B" : "A") + sealed.slice(-1);
    for (const text of [flipped, "", "v1.", "v2.AAAA", "plain"]) expect(unseal(text), text).toBeNull();
  });

  it("opens only for what it was sealed for", () => {
    const sealed = seal("sk-secret", "a.myshopify.com");
    expect(unseal(sealed, "a.myshopify.com")).toBe("sk-secret");
    for (const other of ["b.myshopify.com", "", undefined]) expect(unseal(sealed, other)).toBeNull();
  });
});

describe("Keys", () => {
  it("differ by purpose", () => {
    expect(keyFor("a").equals(keyFor("b"))).toBe(false);
    expect(keyFor("a").equals(keyFor("a"))).toBe(true);
  });

  it("blind the same text alike", () => {
    expect(blind("203.0.113.9")).toBe(blind("203.0.113.9"));
    expect(blind("203.0.113.9")).not.toContain("203");
  });
});
