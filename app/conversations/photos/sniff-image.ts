export type ImageType = "jpeg" | "png" | "webp" | "gif" | "heif";

/** Brands of the HEIF family that phones write (ISO/IEC 23008-12, 10). */
const HEIF_BRANDS = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);

/**
 * What an upload is by its first bytes, or null for anything but a photo. Names and declared types are the sender's word;
 * SVG and the like are left out on purpose, because they are programs more than pictures.
 */
export function sniffImage(bytes: Uint8Array): ImageType | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "jpeg";
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (textAt(bytes, 0, 4) === "RIFF" && textAt(bytes, 8, 4) === "WEBP") return "webp";
  if (["GIF87a", "GIF89a"].includes(textAt(bytes, 0, 6))) return "gif";
  if (textAt(bytes, 4, 4) === "ftyp" && HEIF_BRANDS.has(textAt(bytes, 8, 4))) return "heif";
  return null;
}

function startsWith(bytes: Uint8Array, ...expected: number[]): boolean {
  return expected.every((byte, index) => bytes[index] === byte);
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
