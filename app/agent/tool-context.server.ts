import { cardInWords } from "../conversations/answer-by-text.server.ts";
import type { Conversation } from "../conversations/conversations.server.ts";
import { scopeOf } from "../conversations/conversations.server.ts";
import type { NewEvent } from "../conversations/events.ts";
import { isIdentified, type Scope } from "../identity/scope.ts";
import { listOrders, readOrder } from "../orders/read-orders.server.ts";
import { shopDates } from "../orders/shop-settings.server.ts";
import { liveTracking } from "../orders/tracking/live-tracking.server.ts";
import type { ResolutionCaller } from "../resolutions/caller.ts";
import { optionsFor } from "../resolutions/options.server.ts";
import { propose } from "../resolutions/propose.server.ts";
import type { StoredShopProfile } from "../shopify/shop-profile.server.ts";
import type { Hands } from "./hands.server.ts";
import type { IdentifyOutcome, ToolContext } from "./tools/tool.ts";

/** All that tools may touch in one turn of one conversation, under its identity scope. */
export function toolContextFor(
  conversation: Conversation,
  shop: StoredShopProfile,
  hands: Hands,
  signal: AbortSignal,
): ToolContext {
  let scope: Scope = scopeOf(conversation);
  const profile = { timeZone: shop.timeZone, locale: conversation.locale, shopName: shop.name };

  return {
    shop: conversation.shop,
    signal,
    isIdentified: () => isIdentified(scope),

    async identify(orderName, email, callSignal = signal): Promise<IdentifyOutcome> {
      const result = await hands.identify({ orderName, email }, callSignal);
      if (result.kind !== "verified") return result;
      scope = { ...scope, orderIds: [...scope.orderIds.filter((id) => id !== result.orderId), result.orderId] };
      await hands.show([{ type: "verification", author: "system", state: "verified", orderName: result.orderName }]);
      return { kind: "verified", orderName: result.orderName };
    },

    async listOrders(callSignal = signal) {
      const [client, dates] = await Promise.all([hands.client(), shopDates(shop.shop, shop.timeZone)]);
      return listOrders(client, scope, { profile, signal: callSignal, tell: { dates } });
    },

    async getOrder(orderName, callSignal = signal) {
      const [client, dates] = await Promise.all([hands.client(), shopDates(shop.shop, shop.timeZone)]);
      return readOrder(client, scope, orderName, {
        profile,
        signal: callSignal,
        tell: { dates },
        tracking: liveTracking(),
      });
    },

    async resolutionOptions(ask, callSignal = signal) {
      return optionsFor(await caller(), ask, callSignal);
    },

    async proposeResolution(ask, callSignal = signal) {
      const { outcome, card } = await propose(await caller(), ask, callSignal);
      // Whoever was told that it took too long was not told of a card.
      if (!card || callSignal.aborted) return outcome;
      const shown: NewEvent[] = [{ type: "proposal", author: "system", ...card }];
      if (conversation.channel === "text") shown.push(cardInWords(card, conversation.locale));
      await hands.show(shown);
      await hands.proposed();
      return outcome;
    },

    async escalate(reason, brief) {
      return { kind: "ok", expectation: await hands.escalate(reason, brief) };
    },
  };

  async function caller(): Promise<ResolutionCaller> {
    const [client, dates, photos] = await Promise.all([
      hands.client(),
      shopDates(shop.shop, shop.timeZone),
      hands.photos(),
    ]);
    const { locale } = conversation;
    const confirmWith = conversation.channel === "text" ? "word" : "button";
    const { timeZone, currency } = shop;
    const facts = { dates, tracking: liveTracking(), photos, ...(hands.trial ? { trial: hands.trial } : {}) };
    return { key: conversation, scope, locale, timeZone, currency, client, confirmWith, ...facts };
  }
}
