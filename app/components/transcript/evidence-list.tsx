import { BlockStack, Link, Text } from "@shopify/polaris";
import type { ShownEvidence } from "./shown-evidence.ts";
import { transcriptTexts as texts } from "./transcript.texts.ts";

/** Figures with where each was read. */
export function EvidenceList({ evidence }: { evidence: readonly ShownEvidence[] }) {
  return (
    <BlockStack as="ul" gap="200">
      {evidence.map((one) => (
        <li key={`${one.label} ${one.value}`} style={{ listStyle: "none" }}>
          <Evidence evidence={one} />
        </li>
      ))}
    </BlockStack>
  );
}

function Evidence({ evidence: { label, value, url, source } }: { evidence: ShownEvidence }) {
  return (
    <>
      <Text as="p" breakWord>
        {label}:{" "}
        {url === null ? (
          <Text as="span" fontWeight="semibold">
            {value}
          </Text>
        ) : (
          <Link url={url} target="_blank" accessibilityLabel={`${value} ${texts.evidence.newWindow}`}>
            {value}
          </Link>
        )}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        {texts.evidence.readIn} {source}
      </Text>
    </>
  );
}
