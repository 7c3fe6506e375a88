import {
  BlockStack,
  Box,
  Button,
  Card,
  InlineStack,
  SkeletonBodyText,
  SkeletonDisplayText,
  Text,
} from "@shopify/polaris";
import type { OrderView } from "./load-order.server.ts";
import { texts } from "./texts.ts";

export function OrderLoading() {
  return (
    <BlockStack gap="400">
      {[3, 6].map((lines) => (
        <Card key={lines}>
          <BlockStack gap="300">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={lines} />
          </BlockStack>
        </Card>
      ))}
    </BlockStack>
  );
}

export function OrderEmpty() {
  return (
    <Box paddingBlock="800" paddingInline="400">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {texts.empty.heading}
        </Text>
        <Box maxWidth="30rem">
          <Text as="p" tone="subdued" alignment="center">
            {texts.intro} {texts.empty.text}
          </Text>
        </Box>
      </BlockStack>
    </Box>
  );
}

type Failure = Exclude<OrderView, { kind: "ok" }>;

/** Why there is nothing to see, and the one thing to do about it. */
export function OrderFailed({ view, name, again }: { view: Failure; name: string; again: () => void }) {
  const { heading, text } = texts.failed[view.kind];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {heading}
        </Text>
        <Text as="p" breakWord>
          {text(name, view)}
        </Text>
        {view.kind === "unavailable" && (
          <InlineStack>
            <Button onClick={again}>{texts.again}</Button>
          </InlineStack>
        )}
        {view.kind === "no_permission" && (
          <InlineStack>
            <Button url={view.permissions} target="_top">
              {texts.review}
            </Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
