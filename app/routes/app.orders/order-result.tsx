import { BlockStack, Card, InlineStack, Layout, List, Text, Banner } from "@shopify/polaris";
import { useEffect } from "react";
import { PlainText } from "../../components/plain-text.tsx";
import { ConflictsBanner } from "./conflicts.tsx";
import { Definition, Definitions } from "../../components/definition.tsx";
import { FactsCard } from "./facts-card.tsx";
import type { OrderView } from "./load-order.server.ts";
import { OrderFailed } from "./order-states.tsx";
import { PartCard } from "./part-card.tsx";
import type { ShownOrder } from "./shown-order.ts";
import { OrderTechnical } from "./technical.tsx";
import { texts } from "./texts.ts";
import { WorryBadge } from "./worry-badge.tsx";

type Props = { view: OrderView; name: string; again: () => void; tell: (words: string) => void };

/** What was found, also said to those who do not see it. */
export function OrderResult({ view, name, again, tell }: Props) {
  const words =
    view.kind === "ok" ? `${view.order.name}: ${view.order.headline.title}` : texts.failed[view.kind].heading;
  useEffect(() => tell(words), [tell, words]);
  return view.kind === "ok" ? <Found order={view.order} /> : <OrderFailed view={view} name={name} again={again} />;
}

function Found({ order }: { order: ShownOrder }) {
  const { headline, parts, conflicts, gaps } = order;
  return (
    <Layout>
      <Layout.Section>
        <BlockStack gap="400">
          <Card>
            <BlockStack gap="300">
              <InlineStack gap="200" blockAlign="center">
                <Text as="h2" variant="headingLg" breakWord>
                  {order.name}: {headline.title}
                </Text>
                <WorryBadge worry={headline.worry} />
              </InlineStack>
              {gaps.length > 0 && (
                <Banner title={texts.gaps.heading} tone="warning">
                  <p>{texts.gaps.text}</p>
                  <List>
                    {gaps.map((gap) => (
                      <List.Item key={gap}>{gap}</List.Item>
                    ))}
                  </List>
                </Banner>
              )}
              {conflicts.length > 0 && <ConflictsBanner conflicts={conflicts} />}
              <BlockStack gap="100">
                <Text as="h3" variant="headingSm">
                  {texts.shopper}
                </Text>
                <Quote text={headline.shopperText} />
              </BlockStack>
              {headline.own && <Own headline={headline} />}
              <OrderTechnical order={order} />
            </BlockStack>
          </Card>
          {parts.map((part, index) => (
            <PartCard key={index} part={part} />
          ))}
        </BlockStack>
      </Layout.Section>
      <Layout.Section variant="oneThird">
        <FactsCard order={order} />
      </Layout.Section>
    </Layout>
  );
}

/** What is true of the order and of none of its parts, such as a cancellation. */
function Own({ headline: { leadText, turn, since, reasons } }: { headline: ShownOrder["headline"] }) {
  return (
    <>
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {texts.lead}
        </Text>
        <PlainText text={leadText} />
      </BlockStack>
      <Definitions>
        <Definition term={texts.part.turn}>{turn}</Definition>
        {since && (
          <Definition term={texts.part.since}>
            <time dateTime={since.at}>{since.words}</time>
          </Definition>
        )}
        {reasons !== null && <Definition term={texts.part.reasons}>{reasons}</Definition>}
      </Definitions>
    </>
  );
}

function Quote({ text }: { text: string }) {
  return (
    <blockquote
      style={{
        margin: 0,
        padding: "var(--p-space-300)",
        borderRadius: "var(--p-border-radius-200)",
        background: "var(--p-color-bg-surface-secondary)",
      }}
    >
      <PlainText text={text} />
    </blockquote>
  );
}
