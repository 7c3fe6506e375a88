import { describe, expect, it } from "vitest";
import { sniffImage } from "./sniff-image.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

describe("An upload", () => {
  it.each([
    ["jpeg", "\xff\xd8\xff\xe0\x00\x10JFIF"],
    ["png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"],
    ["webp", "RIFF\x24\x00\x00\x00WEBPVP8 "],
    ["gif", "GIF87a\x01\x00"],
    ["gif", "GIF89a\x01\x00"],
    ["heif", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"],
    ["heif", "\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00"],
  ] as const)("is %s by its first bytes", (type, start) => {
    expect(sniffImage(bytes(start))).toBe(type);
  });

  it.each([
    ["nothing", ""],
    ["half a mark", "\xff\xd8"],
    ["a page", "<!doctype html><img src=x onerror=alert(1)>"],
    ["SVG", '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["a PDF", "%PDF-1.7"],
    ["a film", "\x00\x00\x00\x18ftypisom\x00\x00\x00\x00"],
    ["sound in the same wrapping as WebP", "RIFF\x24\x00\x00\x00WAVEfmt "],
    ["a script that begins like a picture's name", "GIF90a/*"],
  ])("is no photo when it is %s", (_what, start) => {
    expect(sniffImage(bytes(start))).toBeNull();
  });
});
