/**
 * Makes a photo ready to go: a phone's is many times larger than anybody needs, and may be of a kind that only the phone
 * itself can read. Where the browser cannot help, the photo goes as it is and the server sees to it.
 */

/** Longest side, in pixels, as the server keeps it. */
const LONGEST_SIDE = 2_000;
const QUALITY = 0.85;
/** What the server reads whatever happens here. */
const KNOWN = ["image/jpeg", "image/png", "image/webp", "image/gif"];
/** Smaller than this, in bytes, it is not worth the work. */
const SMALL = 1_000_000;

export async function prepare(file: File): Promise<Blob> {
  const known = KNOWN.includes(file.type);
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    if (known && scale === 1 && file.size < SMALL) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext("2d");
    if (!context) return file;
    context.fillStyle = "#fff"; // JPEG knows no transparency
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const smaller = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return smaller && (smaller.size < file.size || !known) ? smaller : file;
  } catch {
    return file;
  }
}
