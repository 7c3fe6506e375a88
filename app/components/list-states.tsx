import { BlockStack, Box, Button, InlineStack, SkeletonBodyText, SkeletonDisplayText, Text } from "@shopify/polaris";
import { adminTexts } from "./admin.texts.ts";

/** While a list is on its way. */
export function ListLoading({ label }: { label: string }) {
  return (
    <Box padding="400">
      <div role="status">
        <Text as="p" visuallyHidden>
          {label}
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

/** In place of a list that could not be read. */
export function ListFailed({ text, again }: { text: string; again: () => void }) {
  return (
    <Box padding="400">
      <BlockStack gap="300">
        <div role="alert">
          <Text as="p">{text}</Text>
        </div>
        <InlineStack>
          <Button onClick={again}>{adminTexts.again}</Button>
        </InlineStack>
      </BlockStack>
    </Box>
  );
}

/** What a list without rows is for. */
export function ListEmpty({ heading, text }: { heading: string; text: string }) {
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
