import { BlockStack, InlineStack, ResourceItem, ResourceList, Text } from "@shopify/polaris";
import { ListEmpty } from "../../components/list-states.tsx";
import { ResolutionBadge } from "../../components/resolution-badge.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import type { ResolutionView } from "../../resolutions/resolution-list.ts";
import type { ListedPage, ListedResolution } from "./load-list.server.ts";
import { texts } from "./texts.ts";

type Props = {
  view: ResolutionView;
  page: ListedPage;
  busy: boolean;
  onStep: (step: Record<string, string>) => void;
};

export function ResolutionList({ view, page, busy, onStep }: Props) {
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

function Row({ row, view }: { row: ListedResolution; view: ResolutionView }) {
  const { id, conversationId, orderName, kind, reason, value, state, createdAt, created } = row;
  // The way back leads to the list as it was.
  const search = view === "all" ? "" : `?view=${view}`;
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
