import { decodeJwt } from "jose";
import { accessTokens } from "./access-tokens.server.ts";
import { throughGateway } from "./gateway.server.ts";
import { shopify } from "./shopify.server.ts";

type Admin = Awaited<ReturnType<ReturnType<typeof shopify>["authenticate"]["admin"]>>;

/**
 * Lets a merchant's request for an embedded page or its data through, or throws the Response that sends the browser
 * to get what is missing. Every loader and action under `/app` calls it: each can be asked for alone.
 *
 * A page's loaders run side by side, and on a shop's first visit each would exchange a token, ending the one the
 * other just got. So while no token is at hand they go one after the other, and the second finds the first one's.
 */
export async function authenticateAdmin(request: Request): Promise<Admin> {
  const shop = claimedShop(request);
  if (shop === null || accessTokens.held(shop) !== null) return admit(request);
  const admin = await accessTokens.exclusive(shop, () => admit(request));
  accessTokens.forget(shop);
  await accessTokens.current(shop);
  return admin;
}

async function admit(request: Request): Promise<Admin> {
  try {
    return await shopify().authenticate.admin(request);
  } catch (thrown) {
    throw thrown instanceof Response ? await throughGateway(thrown) : thrown;
  }
}

/** The shop the session token claims, not verified: good for choosing a lock, and for nothing else. */
function claimedShop(request: Request): string | null {
  const header = request.headers.get("authorization")?.replace(/^Bearer /i, "");
  const token = header ?? new URL(request.url).searchParams.get("id_token");
  if (!token || token.length > 4096) return null;
  try {
    const { dest } = decodeJwt(token);
    return typeof dest === "string" ? new URL(dest).hostname : null;
  } catch {
    return null;
  }
}
