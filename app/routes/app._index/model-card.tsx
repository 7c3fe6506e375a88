import { BlockStack, Card, Text } from "@shopify/polaris";
import type { ModelInUse } from "./load-home.server.ts";
import { texts } from "./texts.ts";

export function ModelCard({ model }: { model: ModelInUse }) {
  const embedded = model.kind === "embedded";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.model.heading}
        </Text>
        <Text as="p" fontWeight="semibold" breakWord>
          {embedded ? texts.model.embedded : texts.model.openai(model.model)}
        </Text>
        <Text as="p" tone="subdued">
          {embedded ? texts.model.embeddedText : texts.model.openaiText(model.host)}
        </Text>
      </BlockStack>
    </Card>
  );
}
