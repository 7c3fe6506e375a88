import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ModelAtHome } from "./load-model.server.ts";
import { texts } from "./texts.ts";

export function ModelCard({ model }: { model: ModelAtHome["inUse"] }) {
  const embedded = model.kind === "embedded";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.model.heading}
        </Text>
        <Text as="p" fontWeight="semibold" breakWord>
          {embedded ? texts.model.embedded : model.model}
        </Text>
        <Text as="p" tone="subdued">
          {embedded ? texts.model.embeddedText : texts.model.providerText(model.host)}
        </Text>
        <InlineStack>
          <Button url="/app/settings/model">{texts.model.change}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
