import { RequestedTokenType } from "@shopify/shopify-api";
import { errorFields, log } from "../platform/log.server.ts";
import { shopifyLibrary } from "../shopify/api.server.ts";

/** What Shopify says about who has the app open. Null for what it does not say. */
export type AssociatedUser = { name: string | null; email: string | null; accountOwner: boolean };

/**
 * Asks Shopify who somebody is, by exchanging their session token for an online one. Nothing is done with that token, and it is
 * not kept: the app works with the shop's own.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/token-exchange
 *
 * @returns null where Shopify says nothing: the person is known by their id alone then, and loses nothing by it
 */
export async function associatedUser(
  shop: string,
  staffId: string,
  sessionToken: string,
): Promise<AssociatedUser | null> {
  try {
    const requestedTokenType = RequestedTokenType.OnlineAccessToken;
    const { session } = await shopifyLibrary().auth.tokenExchange({ shop, sessionToken, requestedTokenType });
    const user = session.onlineAccessInfo?.associated_user;
    if (!user || String(user.id) !== staffId) return null;
    // Declared as always there, which they are not for every app.
    const { first_name, last_name, email, account_owner } = user as Partial<typeof user>;
    const name = [first_name, last_name]
      .map((part) => part?.trim())
      .filter(Boolean)
      .join(" ");
    return {
      name: name.slice(0, 200) || null,
      email: email?.slice(0, 320) ?? null,
      accountOwner: account_owner === true,
    };
  } catch (error) {
    log.warn({ shop, ...errorFields(error) }, "Shopify did not say who of its staff has the app open");
    return null;
  }
}
