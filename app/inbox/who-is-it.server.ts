import { reckonDue } from "../conversations/escalation/standing.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { sql } from "../platform/db.server.ts";
import { policyFor } from "../resolutions/policies.server.ts";
import { adminClientFor } from "../shopify/admin-client.server.ts";
import { WhoIsItDocument, type WhoIsItQuery } from "../shopify/generated/admin.ts";
import { shopProfile } from "../shopify/shop-profile.server.ts";

const DEADLINE_MS = 10_000;
/** Asked for by nobody: what is not wanted is left out of the question. */
const NOBODY = "gid://shopify/Customer/0";
const NOTHING = "gid://shopify/Order/0";

const PROVEN = `
  SELECT customer_id AS "customerId", order_ids[cardinality(order_ids)] AS "orderId" FROM conversation
  WHERE shop = $1 AND id = $2::uuid`;

/** No event tells the search of it: what they are called is put in with everything that was said. */
const KEEP = `
  UPDATE conversation SET shopper_name = COALESCE($3, shopper_name), shopper_email = COALESCE($4, shopper_email),
    vip = $5::boolean, indexed_seq = CASE WHEN $3::text <> COALESCE(shopper_name, '')
      OR $4::text <> COALESCE(shopper_email, '') THEN 0 ELSE indexed_seq END
  WHERE shop = $1 AND id = $2::uuid`;

/**
 * Keeps what Shopify calls the shopper, where login or an order proved who it is, and whether the policy calls them VIP. Where
 * the shop has not allowed customers' data, they stay a guest without a name.
 */
export async function learnWhoItIs(key: ConversationKey): Promise<"known" | "unknown" | "unavailable"> {
  const { shop, conversationId } = key;
  const [proven] = await sql().query<{ customerId: string | null; orderId: string | null }>(PROVEN, [
    shop,
    conversationId,
  ]);
  const { customerId, orderId } = proven ?? { customerId: null, orderId: null };
  if (customerId === null && orderId === null) return "unknown";
  const withCustomer = customerId !== null;
  const variables = {
    customerId: customerId ?? NOBODY,
    withCustomer,
    orderId: orderId ?? NOTHING,
    withOrder: !withCustomer,
  };
  const client = await adminClientFor(shop);
  const outcome = await client.run(WhoIsItDocument, variables, { deadlineMs: DEADLINE_MS });
  if (outcome.kind === "unavailable") return "unavailable";
  if (outcome.kind !== "ok") return "unknown";
  const { name, email, tags } = personIn(outcome.data);
  const { currency } = await shopProfile(shop);
  const { policy } = await policyFor(shop, currency);
  const called = new Set(policy.vip.customerTags.map((tag) => tag.toLowerCase()));
  const vip = tags.some((tag) => called.has(tag.toLowerCase()));
  await sql().query(KEEP, [shop, conversationId, name, email, vip]);
  if (vip) await reckonDue(key);
  return "known";
}

function personIn({ customer, order }: WhoIsItQuery): {
  name: string | null;
  email: string | null;
  tags: readonly string[];
} {
  const person = customer ?? order?.customer;
  const name = person?.displayName ?? null;
  return {
    name: name === "" ? null : name,
    email: customer?.defaultEmailAddress?.emailAddress ?? order?.email ?? null,
    tags: person?.tags ?? [],
  };
}
