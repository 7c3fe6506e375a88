import { Badge } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ConversationStatus } from "../conversations/conversations.server.ts";
import { conversationTexts } from "./conversation.texts.ts";

const TONES: Record<ConversationStatus, BadgeProps["tone"]> = {
  open: undefined,
  escalated: "attention",
  closed: undefined,
};

export function ConversationStatusBadge({ status }: { status: ConversationStatus }) {
  const tone = TONES[status];
  return <Badge {...(tone ? { tone } : {})}>{conversationTexts.status[status]}</Badge>;
}
