import { BlockStack, Card, Text } from "@shopify/polaris";
import { DrawnCard } from "../../components/drawn-card.tsx";
import type { ProposalCard } from "../../resolutions/proposal-card.ts";
import { texts } from "./texts.ts";

type Decision = {
  card: ProposalCard | null;
  noCard: { why: keyof typeof texts.card.why; detail: string | null } | null;
};
const words = texts.card;

/** What the shopper would be asked to confirm, in the words of the card itself; its buttons are drawn and do nothing. */
export function ShopperCard({ card, noCard, best }: Decision & { best: boolean }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        {card ? (
          <>
            {best && <Text as="p">{words.best}</Text>}
            {card.kind === "change_address" && <Text as="p">{words.address}</Text>}
            <DrawnCard card={card} />
          </>
        ) : (
          <Text as="p">{noCard ? whyWords(noCard) : words.none}</Text>
        )}
      </BlockStack>
    </Card>
  );
}

function whyWords({ why, detail }: NonNullable<Decision["noCard"]>): string {
  const said = words.why[why];
  return detail === null ? said : `${said}: ${detail}`;
}
