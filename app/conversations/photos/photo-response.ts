/**
 * A photo as it is served: shown, never run, sniffed or kept by anybody but the reader's own browser.
 * @param seconds how long the browser may keep it
 */
export function photoResponse(photo: { mediaType: string; bytes: Uint8Array<ArrayBuffer> }, seconds: number): Response {
  return new Response(photo.bytes, {
    headers: {
      "Content-Type": photo.mediaType,
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": `private, max-age=${seconds}, immutable`,
    },
  });
}
