import { createHash } from "node:crypto";
import { z } from "zod";
import { db } from "../platform/db.server.ts";
import { log } from "../platform/log.server.ts";
import { isInstalled, rememberUninstall } from "../shopify/shops.server.ts";
import type { WebhookHandlers } from "../shopify/webhooks/receive-webhook.server.ts";
import { dataSettings } from "./retention/data-settings.server.ts";
import { exportCustomer, forgetCustomer, forgetShop } from "./forget.server.ts";

const legacyId = z.union([z.int(), z.string().regex(/^\d+$/)]);
const customer = z.object({ id: legacyId });
const dataRequest = z.object({
  customer,
  orders_requested: z.array(legacyId).catch([]),
  data_request: z.object({ id: legacyId }),
});
const customerRedaction = z.object({
  customer: customer.extend({ email: z.string().nullish().catch(null) }),
  orders_to_redact: z.array(legacyId).catch([]),
});

const customerGid = (id: string | number) => `gid://shopify/Customer/${id}`;
const orderGid = (id: string | number) => `gid://shopify/Order/${id}`;

/**
 * That the app was removed, and the three mandatory privacy topics (shopify.dev: privacy law compliance). Their payloads
 * name people: none is logged.
 */
export const privacyWebhooks: WebhookHandlers = {
  /** The shop's data stays until Shopify asks for its redaction, or goes at once, as the merchant has chosen. */
  async APP_UNINSTALLED({ shop, triggeredAt }) {
    if (await isInstalled(shop)) return;
    const value = await dataSettings.read(shop);
    await rememberUninstall(shop, triggeredAt);
    if (value.onUninstall === "keep") return;
    await forgetShop(shop);
    log.info({ shop }, "forgot a shop that removed the app, as it had asked");
    return "leave_no_trace";
  },

  /** The merchant has to answer the customer; what we hold waits for the merchant in the admin. */
  async CUSTOMERS_DATA_REQUEST({ shop, payload, triggeredAt }) {
    const asked = dataRequest.parse(payload);
    const customerId = customerGid(asked.customer.id);
    const held = await exportCustomer(shop, customerId, asked.orders_requested.map(orderGid));
    const id = stableUuid(`${shop}/${asked.data_request.id}`);
    await db().dataRequest.upsert({
      where: { shop_id: { shop, id } },
      create: { shop, id, customerId, export: held, receivedAt: triggeredAt },
      update: { export: held },
    });
    log.info({ shop, request: id, conversations: held.length }, "a customer asks what is held about them");
  },

  async CUSTOMERS_REDACT({ shop, payload }) {
    const asked = customerRedaction.parse(payload);
    const conversations = await forgetCustomer(
      shop,
      customerGid(asked.customer.id),
      asked.orders_to_redact.map(orderGid),
      asked.customer.email ?? null,
    );
    log.info({ shop, conversations }, "forgot a customer");
  },

  /** Comes 48 hours after the un-install. */
  async SHOP_REDACT({ shop }) {
    if (await isInstalled(shop)) return;
    await forgetShop(shop);
    log.info({ shop }, "forgot a shop");
    return "leave_no_trace";
  },
};

/** The same text gives the same id, so that a repeated delivery is the same request. */
function stableUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
