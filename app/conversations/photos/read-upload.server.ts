import { HttpError } from "../../platform/http.server.ts";

/** Largest photo, in bytes. */
const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** Room for what multipart writes around it. */
const WRAPPING_BYTES = 16 * 1024;

const tooLarge = () =>
  // Closing tells a sender in the middle of a large body that nobody reads on.
  new HttpError(413, "too_large", "A photo may have at most 10 MB.", { Connection: "close" });

/**
 * Reads the one file of a multipart body. It stops reading at the limit, whatever length the sender declared.
 * @throws HttpError 413 when it is larger than a photo may be, 400 when there is not exactly one file
 */
export async function readUpload(request: Request): Promise<Uint8Array> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type))
    throw new HttpError(400, "invalid_request", "Send multipart/form-data.");
  const body = await readLimited(request, MOST_PHOTO_BYTES + WRAPPING_BYTES);
  const form = await new Response(body, { headers: { "Content-Type": type } }).formData().catch(() => null);
  const files = form ? [...form.values()].filter((value) => typeof value !== "string") : [];
  const [file] = files;
  if (!file || files.length > 1) throw new HttpError(400, "invalid_request", "Send exactly one file.");
  if (file.size > MOST_PHOTO_BYTES) throw tooLarge();
  return new Uint8Array(await file.arrayBuffer());
}

async function readLimited(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(next.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
