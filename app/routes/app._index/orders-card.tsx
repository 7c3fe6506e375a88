import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { adminTexts } from "../../components/admin.texts.ts";
import { texts } from "./texts.ts";

export function OrdersCard() {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {adminTexts.orders}
        </Text>
        <Text as="p">{texts.orders.text}</Text>
        <InlineStack>
          <Button url="/app/orders">{texts.orders.action}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
