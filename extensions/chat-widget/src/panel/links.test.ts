import { describe, expect, it } from "vitest";
import { allowedLink, vouched } from "./links.ts";

const trusted = {
  hosts: new Set(["shop.example", "app.example:8443", "localhost:3000"]),
  urls: new Set(["https://track.example/t/1?x=2"]),
};

describe("a link", () => {
  it.each([
    ["https://shop.example/pages/returns", "https://shop.example/pages/returns"],
    ["https://app.example:8443/a", "https://app.example:8443/a"],
    ["http://localhost:3000/a", "http://localhost:3000/a"],
    ["https://track.example/t/1?x=2", "https://track.example/t/1?x=2"],
  ])("to the shop, the app or a vouched page is made: %s", (address, href) => {
    expect(allowedLink(address, trusted)).toBe(href);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://shop.example",
    "data:text/html,<script>alert(1)</script>",
    "http://shop.example/",
    "https://shop.example.evil.example/",
    "https://shop.example@evil.example/",
    "https://user:secret@shop.example/",
    "https://evil.example/?https://shop.example/",
    "https://track.example/t/1?x=3",
    "https://app.example/a",
    "//shop.example/a",
    "/relative",
    "",
  ])("to anywhere else stays text: %s", (address) => {
    expect(allowedLink(address, trusted)).toBeNull();
  });

  it("is vouched for only when it is https", () => {
    expect(vouched("https://track.example/t/1")).toBe("https://track.example/t/1");
    for (const address of [null, "", "http://track.example/", "javascript:alert(1)", "https://a:b@track.example/"]) {
      expect(vouched(address)).toBeNull();
    }
  });
});
