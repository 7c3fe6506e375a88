import { shopifyLibrary } from "./api.server.ts";
import { appBridgeUrl, frameAncestors } from "./gateway.server.ts";

/**
 * Security headers of every HTML page. An embedded page may be framed by the admin of the shop it names and by nobody
 * else; every other page by nobody. Only our own scripts and App Bridge run.
 *
 * @param nonce of the inline scripts, or null while Vite serves the sources: its scripts carry none.
 */
export function addDocumentHeaders(request: Request, headers: Headers, nonce: string | null): void {
  const { pathname, searchParams } = new URL(request.url);
  const embedded = pathname === "/app" || pathname.startsWith("/app/");
  const shop = embedded ? shopifyLibrary().utils.sanitizeShop(searchParams.get("shop") ?? "") : null;
  const scripts = `script-src 'self' 'nonce-${nonce}' ${new URL(appBridgeUrl()).origin}`;
  const rules = [
    `frame-ancestors ${shop ? frameAncestors(shop).join(" ") : "'none'"}`,
    "base-uri 'self'",
    "object-src 'none'",
    ...(nonce === null ? [] : [scripts]),
  ];
  headers.set("Content-Security-Policy", rules.join("; "));
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  if (!embedded) return;
  headers.set("Cache-Control", "no-store");
  headers.append("Link", `<${appBridgeUrl()}>; rel="preload"; as="script"`);
}
