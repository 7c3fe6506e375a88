import { BlockStack, Link, List, Text } from "@shopify/polaris";
import type { PolicyArea } from "../../policy/areas.ts";
import { policyTexts } from "./policy.texts.ts";

type Props = {
  areas: { area: PolicyArea; sentences: string[] }[];
  /** Where an area is edited, if it can be. */
  urlOf?: (area: PolicyArea) => string;
};

/** A policy in plain sentences, area by area, side by side where there is room. */
export function AreaSentences({ areas, urlOf }: Props) {
  return (
    <div
      style={{
        display: "grid",
        gap: "var(--p-space-500)",
        gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 18rem), 1fr))",
      }}
    >
      {areas.map(({ area, sentences }) => (
        <BlockStack key={area} gap="100">
          <Text as="h3" variant="headingSm">
            {urlOf ? <Link url={urlOf(area)}>{policyTexts.areas[area]}</Link> : policyTexts.areas[area]}
          </Text>
          {sentences.map((sentence) => (
            <Text key={sentence} as="p" breakWord>
              {sentence}
            </Text>
          ))}
        </BlockStack>
      ))}
    </div>
  );
}

export type AreaLines = { area: PolicyArea | null; words: string }[];

/** What is different, each line under its area's name. */
export function Differences({ lines }: { lines: AreaLines }) {
  if (lines.length === 0) return <Text as="p">{policyTexts.unchanged}</Text>;
  return (
    <List>
      {lines.map(({ area, words }) => (
        <List.Item key={`${area ?? ""} ${words}`}>
          <span style={{ overflowWrap: "anywhere" }}>
            <Text as="span" fontWeight="semibold">
              {area === null ? policyTexts.whole : policyTexts.areas[area]}
            </Text>
            {` · ${words}`}
          </span>
        </List.Item>
      ))}
    </List>
  );
}
