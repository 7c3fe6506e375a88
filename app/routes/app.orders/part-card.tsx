import { BlockStack, Card, InlineGrid, InlineStack, Link, Text } from "@shopify/polaris";
import { PlainText } from "../../components/plain-text.tsx";
import { ConflictsBanner } from "./conflicts.tsx";
import { Definition, Definitions } from "../../components/definition.tsx";
import type { ShownPart } from "./shown-order.ts";
import { PartTechnical } from "./technical.tsx";
import { texts } from "./texts.ts";
import { Timeline } from "./timeline.tsx";
import { WorryBadge } from "./worry-badge.tsx";

/** One parcel of an order, or items that wait, are collected, need no shipping or were removed. */
export function PartCard({ part }: { part: ShownPart }) {
  const { label, title, worry, items, tracking, conflicts, leadText, timeline } = part;
  const words = texts.part;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd" breakWord>
            {label}
          </Text>
          <InlineStack gap="200" blockAlign="center">
            <Text as="span" fontWeight="semibold" breakWord>
              {title}
            </Text>
            <WorryBadge worry={worry} />
          </InlineStack>
          <PlainText text={leadText} />
        </BlockStack>
        {conflicts.length > 0 && <ConflictsBanner conflicts={conflicts} />}
        <Situation part={part} />
        <InlineGrid columns={{ xs: 1, md: timeline.length > 0 ? 2 : 1 }} gap="400">
          {timeline.length > 0 && <Timeline label={label} steps={timeline} />}
          <BlockStack gap="300">
            <BlockStack gap="100">
              <Text as="h3" variant="headingSm">
                {words.items}
              </Text>
              <ul style={{ margin: 0, padding: 0, listStyle: "none", overflowWrap: "anywhere" }}>
                {items.length === 0 && <li>{words.noItems}</li>}
                {items.map((item, index) => (
                  <li key={index}>{item}</li>
                ))}
              </ul>
            </BlockStack>
            {tracking.length > 0 && (
              <BlockStack gap="100">
                <Text as="h3" variant="headingSm">
                  {words.tracking}
                </Text>
                {tracking.map((one) => (
                  <Tracking key={one.number} {...one} />
                ))}
              </BlockStack>
            )}
          </BlockStack>
        </InlineGrid>
        <PartTechnical part={part} />
      </BlockStack>
    </Card>
  );
}

function Situation({ part: { turn, since, lastScan, next, missed, reasons } }: { part: ShownPart }) {
  const words = texts.part;
  return (
    <Definitions>
      <Definition term={words.turn}>{turn}</Definition>
      {since && (
        <Definition term={words.since}>
          <time dateTime={since.at}>{since.words}</time>
        </Definition>
      )}
      {lastScan && lastScan.at !== since?.at && (
        <Definition term={words.lastScan}>
          <time dateTime={lastScan.at}>{lastScan.words}</time>
        </Definition>
      )}
      {next && <Definition term={words.next}>{next.what}</Definition>}
      {next && (
        <Definition term={words.expected} note={next.word}>
          {next.when ?? words.undated}
        </Definition>
      )}
      {missed && (
        <Definition term={missed.term} note={missed.word}>
          {missed.when}
        </Definition>
      )}
      <Definition term={words.reasons}>{reasons ?? words.noReasons}</Definition>
    </Definitions>
  );
}

function Tracking({ company, number, url }: ShownPart["tracking"][number]) {
  const name = company === null ? number : `${company} ${number}`;
  return (
    <Text as="p" breakWord>
      {url === null ? (
        `${name} (${texts.part.noLink})`
      ) : (
        <Link url={url} target="_blank" accessibilityLabel={`${name} ${texts.part.newWindow}`}>
          {name}
        </Link>
      )}
    </Text>
  );
}
