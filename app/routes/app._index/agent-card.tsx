import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { texts } from "./texts.ts";

export function AgentCard() {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {texts.agent.heading}
        </Text>
        <List>
          {texts.agent.can.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Text as="p" tone="subdued">
          {texts.agent.cannot}
        </Text>
      </BlockStack>
    </Card>
  );
}
