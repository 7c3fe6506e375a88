import type { Conversation } from "../conversations/conversations.server.ts";
import { escalate } from "../conversations/escalate.server.ts";
import type { EscalationReason } from "../conversations/escalation/reasons.ts";
import type { NewEvent } from "../conversations/events.ts";
import { append } from "../conversations/log.server.ts";
import { tellUntold } from "../conversations/tell-resolution.server.ts";
import { type CodeRequested, requestCode } from "../identity/code-requests.server.ts";
import { type CodeResult, enterCode } from "../identity/codes.server.ts";
import { identifyGuest, type IdentifyResult } from "../identity/identify.server.ts";
import type { DryRun } from "../resolutions/caller.ts";
import { photosSent } from "../resolutions/photos.server.ts";
import { adminClientFor } from "../shopify/admin-client.server.ts";
import type { AdminClient } from "../shopify/admin-client.ts";
import type { HandedOver } from "./tools/tool.ts";

/**
 * What a turn reads with and what it leaves behind. A shopper's conversation is stored, counted and told to people; somebody
 * who tries the agent out gets the same tools with hands that write nothing.
 */
export type Hands = {
  client(): Promise<AdminClient>;
  identify(ask: { orderName: string; email: string }, signal: AbortSignal): Promise<IdentifyResult>;
  /** Has a code sent to the email on an order that was proven in a lesser way. */
  requestCode: (orderId: string) => Promise<CodeRequested>;
  enterCode(code: string): Promise<CodeResult>;
  /** Photos that the shopper sent lately. */
  photos(): Promise<number>;
  /** Adds to the conversation what code says and shows. */
  show(events: NewEvent[]): Promise<void>;
  /** A card was shown: others may have lost their place to it. */
  proposed(): Promise<void>;
  escalate(reason: EscalationReason, brief: string): Promise<HandedOver>;
  /** Whoever names an order with its email counts as having entered a code: where somebody tries the agent out. */
  countsAsCode?: boolean;
  /** Set in a dry run alone. */
  trial?: DryRun;
};

/** Hands of a shopper's own conversation; they store only while this turn holds its lease. */
export function liveHands(conversation: Conversation, leaseOwner: string): Hands {
  return {
    client: () => adminClientFor(conversation.shop),
    identify: ({ orderName, email }, signal) => identifyGuest(conversation, { orderName, email, ip: null }, signal),
    requestCode: (orderId) => requestCode(conversation, { kind: "order", orderId }, null),
    enterCode: (code) => enterCode(conversation, code, null),
    photos: () => photosSent(conversation, new Date()),
    async show(events) {
      await append(conversation, events, { leaseOwner });
    },
    proposed: () => tellUntold(conversation),
    async escalate(reason, brief) {
      const escalated = await escalate(conversation, reason, brief, leaseOwner);
      if (!escalated) throw new Error("The conversation is gone, or the turn's lease was lost.");
      conversation.status = "escalated";
      const { event, told } = escalated;
      return { kind: "ok", shown: event.type === "escalation" ? event.text : "", told };
    },
  };
}
