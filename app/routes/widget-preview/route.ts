import { randomBytes } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { shopifyLibrary } from "../../shopify/api.server.ts";
import { frameAncestors } from "../../shopify/gateway.server.ts";
import { previewHtml, previewPolicy } from "./page.server.ts";

/** The frame of the preview. It is the same for everybody and holds nothing of any shop, so nobody has to sign in. */
export function loader({ request }: LoaderFunctionArgs) {
  const shop = shopifyLibrary().utils.sanitizeShop(new URL(request.url).searchParams.get("shop") ?? "");
  const nonce = randomBytes(16).toString("base64");
  return new Response(previewHtml(nonce), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": previewPolicy(nonce, shop ? frameAncestors(shop) : []),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cache-Control": "no-store",
    },
  });
}
