import sharp from "sharp";
import { sniffImage } from "./sniff-image.ts";

/** Longest side of a photo as it is kept, in pixels: enough to see a crack or to read a label. */
const LONGEST_SIDE = 2_000;
const QUALITY = 82;
/** More pixels than any phone's photo has; past them it is a trap for memory. */
const MOST_PIXELS = 50_000_000;
/** Photos decoded side by side in this process; the others wait. */
const AT_ONCE = 2;

// A decoder of its own threads would take the cores from the shoppers who only write.
sharp.concurrency(1);
sharp.cache(false);

type CleanPhoto = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number };
export type CleanOutcome = { kind: "clean"; photo: CleanPhoto } | { kind: "not_an_image" } | { kind: "not_decodable" };

/**
 * Decodes a stranger's photo and writes it anew as JPEG: upright, small enough, and without anything but its pixels (place,
 * camera, comments, whatever hid behind the picture). Only the first frame of a moving one is kept.
 */
export async function cleanPhoto(upload: Uint8Array): Promise<CleanOutcome> {
  if (sniffImage(upload) === null) return { kind: "not_an_image" };
  return inTurn(async () => {
    try {
      const { data, info } = await sharp(upload, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 })
        .autoOrient()
        .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
        .flatten({ background: "#ffffff" })
        .toColorspace("srgb")
        .jpeg({ quality: QUALITY, mozjpeg: false })
        .toBuffer({ resolveWithObject: true });
      return { kind: "clean", photo: { bytes: new Uint8Array(data), width: info.width, height: info.height } };
    } catch {
      // Broken, cut off, larger than any photo, or of a kind that this build of the decoder does not know.
      return { kind: "not_decodable" };
    }
  });
}

let free = AT_ONCE;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
