import { BlockStack, Card, InlineStack, Link, SkeletonBodyText, Text } from "@shopify/polaris";
import { Deferred } from "../../components/deferred.tsx";
import type { ConversationCounts } from "../../conversations/counts.server.ts";
import { texts } from "./texts.ts";

export function ConversationsCard({ counts }: { counts: Promise<ConversationCounts | null> }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.conversations.heading}
        </Text>
        <Deferred value={counts} waiting={<SkeletonBodyText lines={3} />} failed={<Failed />}>
          {(known) => (known ? <Counts {...known} /> : <Failed />)}
        </Deferred>
      </BlockStack>
    </Card>
  );
}

function Failed() {
  return <Text as="p">{texts.conversations.failed}</Text>;
}

function Counts({ today, lastSevenDays, escalated }: ConversationCounts) {
  if (lastSevenDays === 0) return <Text as="p">{texts.conversations.none}</Text>;
  const rows = [
    [texts.conversations.today, today, "/app/conversations"],
    [texts.conversations.week, lastSevenDays, "/app/conversations"],
    [texts.conversations.escalated, escalated, "/app/conversations?view=escalated"],
  ] as const;
  return (
    <BlockStack as="ul" gap="200">
      {rows.map(([label, count, url]) => (
        <li key={label} style={{ listStyle: "none" }}>
          <InlineStack align="space-between" gap="400" wrap={false}>
            <Link url={url}>{label}</Link>
            <Text as="span" fontWeight="semibold" numeric>
              {count.toLocaleString("en-US")}
            </Text>
          </InlineStack>
        </li>
      ))}
    </BlockStack>
  );
}
