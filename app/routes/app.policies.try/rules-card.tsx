import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { ShownRule } from "./shown-verdict.ts";
import { texts } from "./texts.ts";

const TONES: Partial<Record<ShownRule["outcome"], NonNullable<BadgeProps["tone"]>>> = {
  decided: "success",
  narrowed: "info",
};

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
        <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: "var(--p-space-300)" }}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <Rule rule={rule} />
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}

function Rule({ rule: { id, about, outcome, why } }: { rule: ShownRule }) {
  const tone = TONES[outcome];
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight={tone ? "semibold" : "regular"}>
          {about}
        </Text>
        <Badge {...(tone ? { tone } : {})}>{texts.rules.outcomes[outcome]}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        {why} · {id}
      </Text>
    </BlockStack>
  );
}
