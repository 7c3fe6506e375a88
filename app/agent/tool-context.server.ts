import { cardInWords } from "../conversations/answer-by-text.server.ts";
import type { Conversation } from "../conversations/conversations.server.ts";
import { scopeOf } from "../conversations/conversations.server.ts";
import type { NewEvent } from "../conversations/events.ts";
import type { Thing } from "../identity/levels.ts";
import { isIdentified, type Proven } from "../identity/scope.ts";
import { listOrders, readOrder } from "../orders/read-orders.server.ts";
import { shopDates } from "../orders/shop-settings.server.ts";
import { liveTracking } from "../orders/tracking/live-tracking.server.ts";
import type { ResolutionCaller } from "../resolutions/caller.ts";
import { optionsFor } from "../resolutions/options.server.ts";
import type { ProposalCard } from "../resolutions/proposal-card.ts";
import { propose } from "../resolutions/propose.server.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import type { StoredShopProfile } from "../shopify/shop-profile.server.ts";
import type { Hands } from "./hands.server.ts";
import { provenFor, withProof } from "./proven.server.ts";
import type { IdentifyOutcome, ToolContext } from "./tools/tool.ts";

/** All that tools may touch in one turn of one conversation, under its identity scope. */
export function toolContextFor(
  conversation: Conversation,
  shop: StoredShopProfile,
  hands: Hands,
  signal: AbortSignal,
): ToolContext {
  const asked = new Set<string>();
  let scope: Proven = scopeOf(conversation);
  const profile = { timeZone: shop.timeZone, locale: conversation.locale, shopName: shop.name };

  return {
    shop: conversation.shop,
    signal,
    isIdentified: () => isIdentified(scope),

    async identify(orderName, email, callSignal = signal): Promise<IdentifyOutcome> {
      const result = await hands.identify({ orderName, email }, callSignal);
      // Somebody who tries the agent out is sent no code, and counts as having entered it.
      return result.kind === "verified" ? verified(result, hands.countsAsCode ?? false) : result;
    },

    async enterCode(code): Promise<IdentifyOutcome> {
      const result = await hands.enterCode(code);
      return result.kind === "verified" ? verified(result, true) : result;
    },

    async listOrders(callSignal = signal) {
      const { client, dates } = await reading();
      return withProof(asking(client, "status", null, callSignal), (proven) =>
        listOrders(client, proven, { profile, signal: callSignal, tell: { dates } }),
      );
    },

    async getOrder(orderName, callSignal = signal) {
      const { client, dates } = await reading();
      const options = { profile, signal: callSignal, tell: { dates }, tracking: liveTracking() };
      return withProof(asking(client, "status", orderName, callSignal), (proven) =>
        readOrder(client, proven, orderName, options),
      );
    },

    async resolutionOptions(ask, callSignal = signal) {
      const [one, mayShowAddress] = await Promise.all([caller(), provenFor(shop.shop, scope, "details")]);
      return withProof(asking(one.client, "status", ask.orderName, callSignal), (proven) =>
        optionsFor({ ...one, scope: proven }, { ...ask, addressesIn: mayShowAddress }, callSignal),
      );
    },

    async proposeResolution(ask, callSignal = signal) {
      const one = await caller();
      return withProof(asking(one.client, "changes", ask.orderName, callSignal), async (proven) => {
        const { outcome, card } = await propose({ ...one, scope: proven }, ask, callSignal);
        // Whoever was told that it took too long was not told of a card.
        if (card && !callSignal.aborted) await show(card);
        return outcome;
      });
    },

    escalate: (reason, brief) => hands.escalate(reason, brief),
  };

  /** The scope of this turn grows with what is proven in it. */
  async function verified(proof: { orderId: string; orderName: string }, byCode: boolean): Promise<IdentifyOutcome> {
    const { orderId, orderName } = proof;
    const plus = (ids: readonly string[]) => [...ids.filter((id) => id !== orderId), orderId];
    scope = {
      ...scope,
      orderIds: plus(scope.orderIds),
      codeOrderIds: byCode ? plus(scope.codeOrderIds) : scope.codeOrderIds,
    };
    await hands.show([{ type: "verification", author: "system", state: "verified", orderName }]);
    return { kind: "verified", orderName };
  }

  async function show(card: ProposalCard): Promise<void> {
    const shown: NewEvent[] = [{ type: "proposal", author: "system", ...card }];
    if (conversation.channel === "text") shown.push(cardInWords(card, conversation.locale));
    await hands.show(shown);
    await hands.proposed();
  }

  function asking(client: AdminClient, thing: Thing, orderName: string | null, callSignal: AbortSignal) {
    const { requestCode } = hands;
    return { shop: conversation.shop, proven: scope, asked, requestCode, client, thing, orderName, signal: callSignal };
  }

  async function reading() {
    const [client, dates] = await Promise.all([hands.client(), shopDates(shop.shop, shop.timeZone)]);
    return { client, dates };
  }

  async function caller(): Promise<ResolutionCaller> {
    const [{ client, dates }, photos] = await Promise.all([reading(), hands.photos()]);
    const { locale } = conversation;
    const confirmWith = conversation.channel === "text" ? "word" : "button";
    const { timeZone, currency } = shop;
    const facts = { dates, tracking: liveTracking(), photos, ...(hands.trial ? { trial: hands.trial } : {}) };
    return { key: conversation, scope, locale, timeZone, currency, client, confirmWith, ...facts };
  }
}
