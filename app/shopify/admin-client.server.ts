import { log } from "../platform/log.server.ts";
import { accessTokens } from "./access-tokens.server.ts";
import type { AdminClient } from "./admin-client.ts";
import { USER_AGENT } from "./api.server.ts";
import { API_VERSION } from "./api-version.ts";
import { createBucket } from "./bucket.ts";
import { createAdminClient } from "./create-admin-client.ts";
import { shopifyFetch } from "./gateway.server.ts";
import { noteShopTime } from "./shop-clock.ts";

const SHOPS_AT_HAND = 5_000;
const clients = new Map<string, AdminClient>();
const costs = new Map<string, number>();

/**
 * The shop's Admin API client. All callers of this process get the same one, so that they share the shop's bucket of
 * points. It costs nothing to ask for: the token is looked for when something is run.
 *
 * @param shop `example.myshopify.com`, from a verified source.
 */
export function adminClientFor(shop: string): Promise<AdminClient> {
  const known = clients.get(shop);
  if (known) return Promise.resolve(known);
  const client = notingTime(
    createAdminClient({
      shop,
      url: `https://${shop}/admin/api/${API_VERSION}/graphql.json`,
      userAgent: USER_AGENT,
      tokens: accessTokens,
      bucket: createBucket(),
      costs,
      fetch: shopifyFetch,
      onAttempt({ operation, answer, tries, milliseconds }) {
        const level = answer === "ok" ? "debug" : "warn";
        log[level]({ shop, operation, answer, tries, milliseconds }, "Admin API");
      },
    }),
  );
  clients.set(shop, client);
  const [oldest] = clients.keys();
  if (clients.size > SHOPS_AT_HAND && oldest !== undefined) clients.delete(oldest);
  return Promise.resolve(client);
}

function notingTime(client: AdminClient): AdminClient {
  return {
    shop: client.shop,
    async run(document, variables, options) {
      const outcome = await client.run(document, variables, options);
      if (outcome.kind === "ok") noteShopTime(client.shop, outcome.at);
      return outcome;
    },
  };
}
