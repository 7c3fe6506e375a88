import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";

/** What somebody said in a conversation that is only looked at. `when`: in words; `filled` sets one side off from the other. */
type Props = { by: string; when?: string; filled?: boolean; children: ReactNode };

export function SaidBox({ by, when, filled = false, children }: Props) {
  return (
    <Box
      padding="300"
      borderRadius="200"
      borderWidth="025"
      borderColor="border-secondary"
      background={filled ? "bg-surface-secondary" : "bg-surface"}
    >
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <Text as="h3" variant="headingSm">
            {by}
          </Text>
          {when !== undefined && (
            <Text as="span" tone="subdued" variant="bodySm">
              {when}
            </Text>
          )}
        </InlineStack>
        {children}
      </BlockStack>
    </Box>
  );
}
