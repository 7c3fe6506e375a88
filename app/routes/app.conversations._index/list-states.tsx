import { BlockStack, Box, Button, InlineStack, SkeletonBodyText, SkeletonDisplayText, Text } from "@shopify/polaris";
import type { ConversationView } from "../../conversations/conversation-list.ts";
import { texts } from "./texts.ts";

export function ListLoading() {
  return (
    <Box padding="400">
      <div role="status">
        <Text as="p" visuallyHidden>
          {texts.loading}
        </Text>
      </div>
      <BlockStack gap="600">
        {[1, 2, 3, 4].map((row) => (
          <BlockStack key={row} gap="200">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={2} />
          </BlockStack>
        ))}
      </BlockStack>
    </Box>
  );
}

export function ListFailed({ again }: { again: () => void }) {
  return (
    <Box padding="400">
      <BlockStack gap="300">
        <div role="alert">
          <Text as="p">{texts.failed}</Text>
        </div>
        <InlineStack>
          <Button onClick={again}>{texts.again}</Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}

export function ListEmpty({ view }: { view: ConversationView }) {
  const { heading, text } = texts.empty[view];
  return (
    <Box paddingBlock="1200" paddingInline="400">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {heading}
        </Text>
        <Box maxWidth="30rem">
          <Text as="p" tone="subdued" alignment="center">
            {text}
          </Text>
        </Box>
      </BlockStack>
    </Box>
  );
}
