import { BlockStack, Card, InlineStack, Link, SkeletonBodyText, Text } from "@shopify/polaris";
import { Deferred } from "../../components/deferred.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { MOST_COUNTED } from "../../resolutions/resolution-list.ts";
import type { LedgerAtHome } from "./load-ledger.server.ts";
import { texts } from "./texts.ts";

const words = texts.resolutions;

/** What waits for people in the ledger, and the policy it is kept by. */
export function ResolutionsCard({ ledger }: { ledger: Promise<LedgerAtHome | null> }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {resolutionTexts.heading}
        </Text>
        <Deferred value={ledger} waiting={<SkeletonBodyText lines={4} />} failed={<Failed />}>
          {(known) => (known ? <Known {...known} /> : <Failed />)}
        </Deferred>
      </BlockStack>
    </Card>
  );
}

function Failed() {
  return <Text as="p">{words.failed}</Text>;
}

function Known({ counts, policy }: LedgerAtHome) {
  const rows = (["approval", "attention", "under_way", "done"] as const).map((view) => [view, counts[view]] as const);
  return (
    <>
      <BlockStack as="ul" gap="200">
        {rows.map(([view, count]) => (
          <li key={view} style={{ listStyle: "none" }}>
            <InlineStack align="space-between" gap="400" wrap={false}>
              <Link url={`/app/resolutions?view=${view}`}>{words.views[view]}</Link>
              <Text as="span" fontWeight="semibold" numeric>
                {count >= MOST_COUNTED ? `${count.toLocaleString("en-US")}+` : count.toLocaleString("en-US")}
              </Text>
            </InlineStack>
          </li>
        ))}
      </BlockStack>
      <Text as="p" tone="subdued" breakWord>
        {policy.version === 0 ? words.preset(policy.name) : words.policy(policy.name, policy.version)}
      </Text>
    </>
  );
}
