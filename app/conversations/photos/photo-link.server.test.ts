import { describe, expect, it } from "vitest";
import { checkPhotoLink, signPhotoLink } from "./photo-link.server.ts";

const SHOP = "sunny-supply.myshopify.com";
const ID = "0b9f4f7e-3c44-4a55-9d3d-0a6d1f0d2c11";
const OTHER = "7a1d2c3b-5e66-4f77-8a88-9b99aabbccdd";
const NOW = new Date("2026-11-22T10:03:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const queryOf = (link: string, over: Record<string, string> = {}) => {
  const query = new URL(link, "https://app.example").searchParams;
  for (const [name, value] of Object.entries(over)) query.set(name, value);
  return query;
};

describe("A photo's link", () => {
  it("shows its photo for a few minutes, and not longer than ten", () => {
    const query = queryOf(signPhotoLink(SHOP, ID, NOW));
    expect(checkPhotoLink(ID, query, NOW)).toMatchObject({ kind: "valid", shop: SHOP });
    expect(checkPhotoLink(ID, query, later(5)).kind).toBe("valid");
    expect(checkPhotoLink(ID, query, later(10)).kind).toBe("refused");
  });

  it("stays the same while a page is looked at again", () => {
    expect(signPhotoLink(SHOP, ID, later(1))).toBe(signPhotoLink(SHOP, ID, NOW));
  });

  it("is good for nothing else: another photo, another shop, a later end, another signature", () => {
    const link = signPhotoLink(SHOP, ID, NOW);
    const expires = Number(queryOf(link).get("expires"));
    expect(checkPhotoLink(OTHER, queryOf(link), NOW).kind).toBe("refused");
    expect(checkPhotoLink(ID, queryOf(link, { shop: "other.myshopify.com" }), NOW).kind).toBe("refused");
    expect(checkPhotoLink(ID, queryOf(link, { expires: String(expires + 60) }), NOW).kind).toBe("refused");
    expect(checkPhotoLink(ID, queryOf(link, { signature: "" }), NOW).kind).toBe("refused");
    expect(checkPhotoLink(ID, queryOf(link, { signature: "é".repeat(43) }), NOW).kind).toBe("refused");
    expect(checkPhotoLink(ID, new URLSearchParams(), NOW).kind).toBe("refused");
  });
});
