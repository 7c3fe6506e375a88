import { dropShopDates } from "../orders/shop-settings.server.ts";
import { db } from "../platform/db.server.ts";
import { dropShopProfile } from "../shopify/shop-profile.server.ts";

/**
 * Removes every trace of a customer (P10): conversations they had as a customer, and those in which a guest proved
 * one of their orders. Events go with their conversation.
 * @returns how many conversations were removed.
 */
export async function forgetCustomer(shop: string, customerId: string, orderIds: readonly string[]): Promise<number> {
  const [conversations] = await db().$transaction([
    db().conversation.deleteMany({
      where: { shop, OR: [{ customerId }, { orderIds: { hasSome: [...orderIds] } }] },
    }),
    db().dataRequest.deleteMany({ where: { shop, customerId } }),
  ]);
  return conversations.count;
}

/** Removes everything of a shop (P10). */
export async function forgetShop(shop: string): Promise<void> {
  await db().$transaction([
    db().event.deleteMany({ where: { shop } }),
    db().conversation.deleteMany({ where: { shop } }),
    db().rateLimit.deleteMany({ where: { shop } }),
    db().webhookDelivery.deleteMany({ where: { shop } }),
    db().dataRequest.deleteMany({ where: { shop } }),
    db().shopSettings.deleteMany({ where: { shop } }),
    db().notice.deleteMany({ where: { shop } }),
    db().deliveryEstimate.deleteMany({ where: { shop } }),
    db().shopifySession.deleteMany({ where: { shop } }),
    db().shop.deleteMany({ where: { shop } }),
  ]);
  dropShopProfile(shop);
  dropShopDates(shop);
}

/** All that is held about a customer, for the merchant to hand over (customers/data_request). */
export async function exportCustomer(shop: string, customerId: string, orderIds: readonly string[]) {
  const conversations = await db().conversation.findMany({
    where: { shop, OR: [{ customerId }, { orderIds: { hasSome: [...orderIds] } }] },
    include: { events: { orderBy: { seq: "asc" } } },
    orderBy: { createdAt: "asc" },
  });
  return conversations.map(({ id, channel, createdAt, events }) => ({
    conversationId: id,
    channel,
    startedAt: createdAt.toISOString(),
    events: events.map(({ seq, at, type, author, body }) => ({ seq, at: at.toISOString(), type, author, body })),
  }));
}
