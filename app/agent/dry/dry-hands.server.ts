import type { Hands } from "../hands.server.ts";
import type { Conversation } from "../../conversations/conversations.server.ts";
import { handOverWords } from "../../conversations/escalation/hand-over-words.ts";
import { findOrderForGuest } from "../../identity/find-order.server.ts";
import { identityRules } from "../../identity/identity-rules.server.ts";
import type { DryRun } from "../../resolutions/caller.ts";
import { adminClientFor } from "../../shopify/admin-client.server.ts";
import { readingOnly } from "../../shopify/reading-only.ts";
import type { StoredShopProfile } from "../../shopify/shop-profile.server.ts";
import type { DryLog } from "./dry-log.ts";

/**
 * Hands of a dry run. They read what the agent reads; whatever would write goes to the dry log, and the client refuses
 * before a byte is sent. What a guest proves is kept in `conversation` alone.
 */
export function dryHands(conversation: Conversation, shop: StoredShopProfile, log: DryLog, trial: DryRun): Hands {
  const client = async () => readingOnly(await adminClientFor(conversation.shop));
  return {
    client,
    trial,
    countsAsCode: true,
    // Tries are not counted: a merchant may see their orders anyway, and shoppers' own tries must not run out by it.
    async identify({ orderName, email }, signal) {
      if ((await identityRules.read(conversation.shop)).status === "login") return { kind: "needs_login" };
      const found = await findOrderForGuest(await client(), orderName, email, { signal });
      if (found.kind !== "match") return found;
      if (!conversation.orderIds.includes(found.orderId)) conversation.orderIds.push(found.orderId);
      return { kind: "verified", orderId: found.orderId, orderName: found.orderName };
    },
    // No email is sent: who knows number and email counts as having entered the code.
    requestCode: () => Promise.resolve({ kind: "unavailable" }),
    enterCode: () => Promise.resolve({ kind: "no_match" }),
    photos: () =>
      Promise.resolve(
        log.events.reduce((sum, event) => sum + (event.type === "message" ? (event.attachments?.length ?? 0) : 0), 0),
      ),
    show: (events) => log.add(events),
    async proposed() {
      const open = log.openCards();
      const newest = open.at(-1);
      for (const { id, kind, orderName } of open.filter((card) => card !== newest)) {
        if (orderName !== newest?.orderName) continue;
        const news = { id, kind, orderName, state: "superseded", text: "", outcome: null } as const;
        await log.add([{ type: "resolution", author: "system", ...news }]);
      }
    },
    async escalate(reason, brief) {
      const last = log.events.findLast((event) => event.type === "escalation");
      await log.add([{ type: "brief", author: "agent", reason, text: brief }]);
      if (conversation.status === "escalated" && last) return { kind: "ok", shown: last.text, told: false };
      conversation.status = "escalated";
      const { locale } = conversation;
      const text = handOverWords({ locale, shopName: shop.name, reason, expectation: "", mayLeaveEmail: false });
      await log.add([{ type: "escalation", author: "system", reason, text }]);
      return { kind: "ok", shown: text, told: true };
    },
  };
}
