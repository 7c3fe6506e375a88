import { Badge, BlockStack, Box, Divider, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { ProposalCard } from "../resolutions/proposal-card.ts";
import { drawnCardTexts as words } from "./drawn-card.texts.ts";
import { PlainText } from "./plain-text.tsx";

/** A proposal's card as the shopper gets it. @param children instead of its buttons, which do nothing here */
export function DrawnCard({ card, children }: { card: ProposalCard; children?: ReactNode }) {
  return (
    <section aria-label={words.label(card.title)} style={{ maxWidth: "26rem" }}>
      <Box borderWidth="025" borderColor="border" borderRadius="300" padding="400">
        <BlockStack gap="300">
          <BlockStack gap="100">
            <Text as="p" tone="subdued" variant="bodySm">
              {card.orderName}
            </Text>
            <Text as="h3" variant="headingMd" breakWord>
              {card.title}
            </Text>
          </BlockStack>
          <Lines lines={card.lines} />
          {card.sends.length > 0 && (
            <BlockStack gap="100">
              <Text as="p" tone="subdued" variant="bodySm">
                {words.sends}
              </Text>
              <Lines lines={card.sends} />
            </BlockStack>
          )}
          {card.address && (
            <BlockStack gap="100">
              <Text as="p" tone="subdued" variant="bodySm">
                {card.address.label}
              </Text>
              <PlainText text={card.address.lines.join("\n")} />
              {card.address.before && (
                <Text as="p" tone="subdued" variant="bodySm" breakWord>
                  {words.before(card.address.before.join(", "))}
                </Text>
              )}
            </BlockStack>
          )}
          {card.amounts.length > 0 && <Divider />}
          {card.amounts.map(({ label, text, total }) => (
            <InlineStack key={label} align="space-between" gap="200">
              <Text as="span" fontWeight={total ? "semibold" : "regular"}>
                {label}
              </Text>
              <Text as="span" fontWeight={total ? "semibold" : "regular"}>
                {text}
              </Text>
            </InlineStack>
          ))}
          {card.destination !== null && <Text as="p">{card.destination}</Text>}
          {card.notes.map((note) => (
            <Text key={note} as="p" tone="subdued" variant="bodySm" breakWord>
              {note}
            </Text>
          ))}
          <InlineStack gap="200">
            {children ?? (
              <>
                <Badge tone="info">{card.confirm}</Badge>
                <Badge>{card.decline}</Badge>
              </>
            )}
          </InlineStack>
        </BlockStack>
      </Box>
      {card.approval && (
        <Text as="p" tone="subdued" variant="bodySm">
          {words.approval}
        </Text>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: ProposalCard["lines"] }) {
  if (lines.length === 0) return null;
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: "none", overflowWrap: "anywhere" }}>
      {lines.map(({ title, variant, quantity }, index) => (
        <li key={index}>
          {quantity} × {variant === null ? title : `${title} (${variant})`}
        </li>
      ))}
    </ul>
  );
}
