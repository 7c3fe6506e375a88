import { BlockStack, InlineStack, ResourceItem, ResourceList, Text } from "@shopify/polaris";
import { ConversationStatusBadge } from "../../components/conversation-status.tsx";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { ListEmpty } from "../../components/list-states.tsx";
import type { ConversationView } from "../../conversations/conversation-list.ts";
import type { ListedConversation, ListedPage } from "./load-list.server.ts";
import { texts } from "./texts.ts";

type Props = {
  view: ConversationView;
  page: ListedPage;
  busy: boolean;
  onStep: (step: Record<string, string>) => void;
};

export function ConversationList({ view, page, busy, onStep }: Props) {
  const { rows, newer, older } = page;
  if (rows.length === 0) return <ListEmpty {...texts.empty[view]} />;
  return (
    <ResourceList
      resourceName={texts.resource}
      items={rows}
      loading={busy}
      renderItem={(row) => <Row row={row} view={view} />}
      {...(newer !== null || older !== null
        ? {
            pagination: {
              accessibilityLabel: texts.pages,
              accessibilityLabels: { previous: texts.newer, next: texts.older },
              hasPrevious: newer !== null,
              hasNext: older !== null,
              onPrevious: () => newer !== null && onStep({ newer }),
              onNext: () => older !== null && onStep({ older }),
            },
          }
        : {})}
    />
  );
}

function Row({ row, view }: { row: ListedConversation; view: ConversationView }) {
  const kind = row.isCustomer ? conversationTexts.customer : conversationTexts.guest;
  const who = [kind, ...row.orderNames].join(" · ");
  const facts = [row.reason && conversationTexts.reason(row.reason), conversationTexts.messages(row.messages)];
  // The way back leads to the list as it was.
  const search = view === "all" ? "" : `?view=${view}`;
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
