import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { texts } from "./texts.ts";

/** The same for a notice that never was, one that was deleted and one of another shop. */
export function NotFound() {
  return (
    <Page title={texts.notFound.title}>
      <TitleBar title={texts.edit} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{texts.notFound.text}</Text>
          <InlineStack>
            <Button url="/app/settings/notices">{texts.notFound.action}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
