import { blind } from "../platform/crypto.server.ts";
import { HttpError } from "../platform/http.server.ts";
import { countUse } from "../platform/rate-limit.server.ts";
import { shopify } from "../shopify/shopify.server.ts";
import { signatureLimits } from "./limits.ts";

export type ProxyCaller = {
  shop: string;
  /** gid of the customer the signature names as logged in. */
  customerId: string | null;
  /** Blinded. */
  ip: string;
};

/**
 * Who sent a request through the shop's app proxy. Shopify's signature vouches for `shop` and
 * `logged_in_customer_id`, and nothing else of the request is believed.
 * @throws HttpError 401 for a signature that is wrong, old or used before; 403 where the app is not installed.
 */
export async function authenticateProxy(request: Request, connectionIp: string): Promise<ProxyCaller> {
  const { session } = await shopify()
    .authenticate.public.appProxy(request)
    .catch((error: unknown) => {
      if (!(error instanceof Response)) throw error;
      throw new HttpError(401, "signature_invalid", "The request was not signed by Shopify, or too long ago.");
    });
  if (!session) throw new HttpError(403, "not_installed", "The app is not installed in this shop.");

  const parameters = new URL(request.url).searchParams;
  const reused = await countUse(session.shop, signatureLimits(blind(parameters.get("signature") ?? "")));
  if (reused) throw new HttpError(401, "signature_used", "This signed request has been used before.");

  const customer = parameters.get("logged_in_customer_id") ?? "";
  return {
    shop: session.shop,
    customerId: /^\d{1,20}$/.test(customer) ? `gid://shopify/Customer/${customer}` : null,
    ip: blind(shopperIp(request, connectionIp)),
  };
}

/** Shopify's proxy passes the shopper's address on; it only decides which counter is used. */
function shopperIp(request: Request, connectionIp: string): string {
  return request.headers.get("X-Forwarded-For")?.split(",")[0]?.trim() || connectionIp;
}
