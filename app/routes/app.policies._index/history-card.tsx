import { BlockStack, Button, ButtonGroup, Link, Text } from "@shopify/polaris";
import { Differences } from "../../components/policies/area-sentences.tsx";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import type { ShownVersion } from "./load-policies.server.ts";
import { texts } from "./texts.ts";

const words = texts.history;

type Props = {
  history: ShownVersion[];
  older: number | null;
  /** Whether newer versions than these are left out. */
  before: boolean;
};

export function HistoryCard({ history, older, before }: Props) {
  return (
    <TitledCard title={words.heading}>
      {history.length === 0 && <Text as="p">{words.empty}</Text>}
      {history.map((one) => (
        <BlockStack key={one.version} gap="100">
          <Text as="h3" variant="headingSm" breakWord>
            <Link url={`/app/policies/versions/${one.version}`}>{words.open(one.version, one.name)}</Link>
          </Text>
          <Text as="p" tone="subdued" variant="bodySm">
            {policyTexts.by(one.by, one.when)}
          </Text>
          {one.isFirst ? <Text as="p">{words.first}</Text> : <Differences lines={one.differences} />}
          {one.more > 0 && (
            <Text as="p" tone="subdued">
              {words.more(one.more)}
            </Text>
          )}
        </BlockStack>
      ))}
      {(older !== null || before) && (
        <ButtonGroup>
          {before && <Button url="/app/policies">{words.newest}</Button>}
          {older !== null && <Button url={`/app/policies?before=${older}`}>{words.older}</Button>}
        </ButtonGroup>
      )}
    </TitledCard>
  );
}
