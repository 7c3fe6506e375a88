import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, InlineStack, Button, Page, Text } from "@shopify/polaris";
import { texts } from "./texts.ts";

/** The same for a conversation that never was, one that was erased and one of another shop. */
export function NotFound() {
  return (
    <Page title={texts.notFound.heading}>
      <TitleBar title={texts.title} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{texts.notFound.text}</Text>
          <InlineStack>
            <Button url="/app/conversations">{texts.notFound.action}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
