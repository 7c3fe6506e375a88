import { BlockStack, InlineStack, ResourceItem, Text } from "@shopify/polaris";
import { ConversationStatusBadge } from "../../components/conversation-status.tsx";
import { conversationTexts } from "../../components/conversation.texts.ts";
import type { ListedConversation } from "./load-list.server.ts";
import { texts } from "./texts.ts";

/** One conversation in the list. */
export function ConversationRow({ row, search }: { row: ListedConversation; search: string }) {
  const kind = row.isCustomer ? conversationTexts.customer : conversationTexts.guest;
  const who = [kind, ...row.orderNames].join(" · ");
  const facts = [row.reason && conversationTexts.reason(row.reason), conversationTexts.messages(row.messages)];
  return (
    <ResourceItem
      id={row.id}
      url={`/app/conversations/${row.id}${search}`}
      accessibilityLabel={texts.open(who, row.active)}
    >
      <BlockStack gap="100">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack blockAlign="center" gap="200">
            <Text as="span" fontWeight="semibold" breakWord>
              {who}
            </Text>
            <ConversationStatusBadge status={row.status} />
          </InlineStack>
          <Text as="span" tone="subdued" variant="bodySm">
            <time dateTime={row.activeAt}>{row.active}</time>
          </Text>
        </InlineStack>
        <div dir="auto">
          <Text as="p" breakWord {...(row.excerpt === null ? { tone: "subdued" } : {})}>
            {row.excerpt ?? texts.noWords}
          </Text>
        </div>
        <Text as="p" tone="subdued" variant="bodySm">
          {facts.filter(Boolean).join(" · ")}
        </Text>
      </BlockStack>
    </ResourceItem>
  );
}
