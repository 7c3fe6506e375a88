import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { Explanation } from "../../policy/explain.ts";
import { policyTexts } from "./policy.texts.ts";

type ShownRule = Explanation["rules"][number];

const TONES: Partial<Record<ShownRule["outcome"], NonNullable<BadgeProps["tone"]>>> = {
  decided: "success",
  narrowed: "info",
};

/** Rules of a policy in their order: what each looks at, whether it fired, and why or why not. */
export function RulesList({ rules }: { rules: readonly ShownRule[] }) {
  return (
    <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: "var(--p-space-300)" }}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <Rule rule={rule} />
        </li>
      ))}
    </ol>
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
        <Badge {...(tone ? { tone } : {})}>{policyTexts.ruleOutcomes[outcome]}</Badge>
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        {why} · {id}
      </Text>
    </BlockStack>
  );
}
