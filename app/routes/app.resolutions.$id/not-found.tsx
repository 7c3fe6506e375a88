import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { texts } from "./texts.ts";

/** The same for a resolution that never was and for one of another shop. */
export function NotFound() {
  return (
    <Page title={texts.notFound.heading}>
      <TitleBar title={texts.title} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{texts.notFound.text}</Text>
          <InlineStack>
            <Button url="/app/resolutions">{texts.notFound.action}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
