import { BlockStack, InlineStack, ResourceItem, Text } from "@shopify/polaris";
import { ResolutionBadge } from "../../components/resolution-badge.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import type { ListedResolution } from "./load-list.server.ts";
import { texts } from "./texts.ts";

/** One resolution in the list. */
export function ResolutionRow({ row, search }: { row: ListedResolution; search: string }) {
  const { id, conversationId, orderName, kind, reason, value, state, createdAt, created } = row;
  return (
    <ResourceItem
      id={id}
      url={`/app/resolutions/${id}${search}`}
      accessibilityLabel={texts.open(kind, orderName, resolutionTexts.states[state], created)}
      shortcutActions={[
        {
          content: texts.conversation,
          accessibilityLabel: texts.openConversation(orderName),
          url: `/app/conversations/${conversationId}`,
        },
      ]}
      persistActions
    >
      <BlockStack gap="100">
        <InlineStack blockAlign="center" gap="200">
          <Text as="span" fontWeight="semibold" breakWord>
            {`${orderName} · ${kind} · ${value}`}
          </Text>
          <ResolutionBadge state={state} />
        </InlineStack>
        <Text as="p" tone="subdued" variant="bodySm">
          {reason} · <time dateTime={createdAt}>{created}</time>
        </Text>
      </BlockStack>
    </ResourceItem>
  );
}
