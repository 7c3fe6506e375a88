import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { ResolutionBadge } from "../resolution-badge.tsx";
import type { Shown } from "./load-resolution.server.ts";

/** Other resolutions of a customer, each leading to its page. */
export function PastResolutions({ past }: { past: Shown["prior"] }) {
  return (
    <BlockStack as="ul" gap="300">
      {past.map(({ id, title, orderName, state, created }) => (
        <li key={id} style={{ listStyle: "none" }}>
          <BlockStack gap="100" inlineAlign="start">
            <Link url={`/app/resolutions/${id}`}>
              {orderName} · {title}
            </Link>
            <InlineStack gap="200" blockAlign="center">
              <ResolutionBadge state={state} />
              <Text as="span" tone="subdued" variant="bodySm">
                <time dateTime={created.at}>{created.when}</time>
              </Text>
            </InlineStack>
          </BlockStack>
        </li>
      ))}
    </BlockStack>
  );
}
