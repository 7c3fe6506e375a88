import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Definition, Definitions } from "../../components/definition.tsx";
import type { ShownOrder } from "./shown-order.ts";
import { texts } from "./texts.ts";

export function FactsCard({ order: { adminUrl, facts, timeZone, orderTimeZone } }: { order: ShownOrder }) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {texts.facts.heading}
          </Text>
          <Link url={adminUrl} target="_top">
            {texts.open}
          </Link>
        </InlineStack>
        <Definitions>
          {facts.map(({ term, values }) => (
            <Definition key={term} term={term}>
              {values.map((value) => (
                <div key={value}>{value}</div>
              ))}
            </Definition>
          ))}
        </Definitions>
        <Text as="p" tone="subdued" variant="bodySm">
          {texts.facts.zone(timeZone)} {orderTimeZone !== null && texts.facts.orderZone(orderTimeZone)}
        </Text>
      </BlockStack>
    </Card>
  );
}
