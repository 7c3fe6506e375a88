import { Banner, BlockStack, Text } from "@shopify/polaris";
import type { ShownConflict } from "./shown-order.ts";
import { texts } from "./texts.ts";

/** Signals that contradict each other, and which of them were believed: for people to know, not for shoppers. */
export function ConflictsBanner({ conflicts }: { conflicts: ShownConflict[] }) {
  return (
    <Banner title={texts.conflicts.heading(conflicts.length)} tone="warning">
      <BlockStack gap="200">
        {conflicts.map(({ text, resolvedBy }, index) => (
          <div key={index} style={{ overflowWrap: "anywhere" }}>
            <p>{text}</p>
            <p>
              <Text as="span" fontWeight="semibold">
                {texts.conflicts.resolved}
              </Text>{" "}
              {resolvedBy}
            </p>
          </div>
        ))}
      </BlockStack>
    </Banner>
  );
}
