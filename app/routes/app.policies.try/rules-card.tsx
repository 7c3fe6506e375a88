import { BlockStack, Card, Text } from "@shopify/polaris";
import { RulesList } from "../../components/policies/rules-list.tsx";
import type { ShownRule } from "./shown-verdict.ts";
import { texts } from "./texts.ts";

/** Every rule in its order: what it looks at, whether it fired, and why or why not. */
export function RulesCard({ rules }: { rules: readonly ShownRule[] }) {
  const words = texts.rules;
  const fired = rules.filter(({ outcome }) => outcome === "decided" || outcome === "narrowed").length;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        <Text as="p" tone="subdued">
          {words.summary(fired, rules.length)}
        </Text>
        <RulesList rules={rules} />
      </BlockStack>
    </Card>
  );
}
