import { Badge, BlockStack, InlineStack, Link, List, Text } from "@shopify/polaris";
import { areaOf } from "../../policy/areas.ts";
import type { PolicyProblem } from "../../policy/problems.ts";
import { policyTexts } from "./policy.texts.ts";

type Props = {
  problems: readonly PolicyProblem[];
  /** Leads to the area of each; without it the path in the document is shown. */
  linked: boolean;
};

/** More than these help nobody; an import may have thousands. */
const MOST_SHOWN = 30;

export function ProblemList({ problems, linked }: Props) {
  return (
    <BlockStack gap="200">
      <List>
        {problems.slice(0, MOST_SHOWN).map(({ path, message, level }) => (
          <List.Item key={`${path.join(".")} ${message}`}>
            <InlineStack gap="200" blockAlign="center">
              <Badge tone={level === "error" ? "critical" : "warning"}>{policyTexts[level]}</Badge>
              {linked ? <ToArea path={path} /> : path.length > 0 && <code>{path.join(".")}</code>}
            </InlineStack>
            <Text as="p" breakWord>
              {message}
            </Text>
          </List.Item>
        ))}
      </List>
      {problems.length > MOST_SHOWN && <Text as="p">{`… ${problems.length - MOST_SHOWN}`}</Text>}
    </BlockStack>
  );
}

function ToArea({ path }: Pick<PolicyProblem, "path">) {
  const area = areaOf(path);
  if (area === null) return <Link url="/app/policies/draft">{policyTexts.whole}</Link>;
  return <Link url={`/app/policies/draft/${area}`}>{policyTexts.areas[area]}</Link>;
}
