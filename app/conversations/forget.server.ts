import { dropShopDates } from "../orders/shop-settings.server.ts";
import { db } from "../platform/db.server.ts";
import type { LedgerRow } from "../resolutions/ledger-row.ts";
import { forgetInLedger, resolutionsOf } from "../resolutions/forget-resolutions.server.ts";
import { dropShopProfile } from "../shopify/shop-profile.server.ts";
import { forgetInCases } from "./forget-cases.server.ts";

/**
 * Removes every trace of a customer (P10): conversations they had as a customer, and those in which a guest proved
 * one of their orders or asked to be answered at their email. Events and photos go with their conversation. The ledger stays, without them in it.
 * @param email the customer's, where Shopify tells it
 * @returns how many conversations were removed.
 */
export async function forgetCustomer(
  shop: string,
  customerId: string,
  orderIds: readonly string[],
  email: string | null = null,
): Promise<number> {
  const answeredAt =
    email === null || email === "" ? [] : [{ contactEmail: { equals: email, mode: "insensitive" as const } }];
  const theirs = { shop, OR: [{ customerId }, { orderIds: { hasSome: [...orderIds] } }, ...answeredAt] };
  const found = await db().conversation.findMany({ where: theirs, select: { id: true } });
  const conversationIds = found.map(({ id }) => id);
  // First, for it is found by them; should this process die in between, Shopify asks again.
  await forgetInLedger({ shop, customerId, orderIds, conversationIds });
  await forgetInCases(shop, customerId, email);
  const [conversations] = await db().$transaction([
    db().conversation.deleteMany({ where: theirs }),
    db().attachment.deleteMany({ where: { shop, conversationId: { in: conversationIds } } }),
    db().merchantAnswer.deleteMany({ where: { shop, conversationId: { in: conversationIds } } }),
    db().dataRequest.deleteMany({ where: { shop, customerId } }),
    db().identityCode.deleteMany({ where: { shop, orderId: { in: [...orderIds] } } }),
  ]);
  return conversations.count;
}

/** Removes everything of a shop (P10). */
export async function forgetShop(shop: string): Promise<void> {
  await db().$transaction([
    db().event.deleteMany({ where: { shop } }),
    db().mention.deleteMany({ where: { shop } }),
    db().mailFailure.deleteMany({ where: { shop } }),
    db().qualityReview.deleteMany({ where: { shop } }),
    db().merchantAnswer.deleteMany({ where: { shop } }),
    db().macro.deleteMany({ where: { shop } }),
    db().identityCode.deleteMany({ where: { shop } }),
    db().attachment.deleteMany({ where: { shop } }),
    db().resolutionStep.deleteMany({ where: { shop } }),
    db().resolutionClaim.deleteMany({ where: { shop } }),
    db().resolution.deleteMany({ where: { shop } }),
    db().policyVersion.deleteMany({ where: { shop } }),
    db().policyDraft.deleteMany({ where: { shop } }),
    db().testCase.deleteMany({ where: { shop } }),
    db().conversationSearch.deleteMany({ where: { shop } }),
    db().conversation.deleteMany({ where: { shop } }),
    db().savedView.deleteMany({ where: { shop } }),
    db().rateLimit.deleteMany({ where: { shop } }),
    db().webhookDelivery.deleteMany({ where: { shop } }),
    db().dataRequest.deleteMany({ where: { shop } }),
    db().shopSettings.deleteMany({ where: { shop } }),
    db().settingDocument.deleteMany({ where: { shop } }),
    db().setup.deleteMany({ where: { shop } }),
    db().modelSettings.deleteMany({ where: { shop } }),
    db().modelSpending.deleteMany({ where: { shop } }),
    db().notice.deleteMany({ where: { shop } }),
    db().deliveryEstimate.deleteMany({ where: { shop } }),
    db().auditEntry.deleteMany({ where: { shop } }),
    db().staffMember.deleteMany({ where: { shop } }),
    db().team.deleteMany({ where: { shop } }),
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
  const conversationIds = conversations.map(({ id }) => id);
  const [resolutions, asked, photos] = await Promise.all([
    resolutionsOf({ shop, customerId, orderIds, conversationIds }),
    db().resolution.findMany({
      where: { shop, conversationId: { in: conversationIds } },
      select: { id: true, asked: true },
    }),
    db().attachment.findMany({
      where: { shop, conversationId: { in: conversationIds } },
      select: { conversationId: true, id: true, mediaType: true, width: true, height: true, createdAt: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  return conversations.map(({ id, channel, contactEmail, shopperName, shopperEmail, createdAt, events }) => ({
    conversationId: id,
    channel,
    contactEmail,
    shopperName,
    shopperEmail,
    startedAt: createdAt.toISOString(),
    events: events.map(({ seq, at, type, author, body }) => ({ seq, at: at.toISOString(), type, author, body })),
    resolutions: resolutions
      .filter(({ conversationId }) => conversationId === id)
      .map((row) => ({
        ...exportResolution(row),
        // What was known about the order and the customer when the policy was asked.
        facts: asked.find((one) => one.id === row.id)?.asked ?? null,
      })),
    photos: photos
      .filter(({ conversationId }) => conversationId === id)
      .map(({ id: photo, mediaType, width, height, createdAt: at }) => ({
        id: photo,
        mediaType,
        width,
        height,
        at: at.toISOString(),
      })),
  }));
}

function exportResolution({ id, orderName, state, proposal, outcome, createdAt, confirmedAt }: LedgerRow) {
  return {
    id,
    orderName,
    state,
    proposedAt: createdAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    // JSON as it is stored, with the addresses and amounts that the customer was shown.
    proposal: JSON.stringify(proposal),
    outcome: outcome?.text ?? null,
  };
}
