import { useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { AgentTurn } from "./agent-turn.tsx";
import type { Entry } from "./entries.ts";
import { Photos } from "../../components/photos.tsx";
import { ResolutionBadge } from "../../components/resolution-badge.tsx";
import { PlainText } from "../../components/plain-text.tsx";
import { texts } from "./texts.ts";

type Props = { entries: Entry[]; earlier: number | null; isNewest: boolean };

export function Transcript({ entries, earlier, isNewest }: Props) {
  const [search, setSearch] = useSearchParams();
  const show = (before: number | null) => {
    const next = new URLSearchParams(search);
    if (before === null) next.delete("before");
    else next.set("before", String(before));
    setSearch(next);
  };
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {texts.transcript}
          </Text>
          {earlier !== null && <Button onClick={() => show(earlier)}>{texts.earlier}</Button>}
        </InlineStack>
        {entries.length === 0 && <Text as="p">{texts.empty}</Text>}
        <BlockStack as="ol" gap="400">
          {entries.map((entry) => (
            <li key={entry.seq} style={{ listStyle: "none" }}>
              <EntryShown entry={entry} />
            </li>
          ))}
        </BlockStack>
        {!isNewest && (
          <InlineStack>
            <Button onClick={() => show(null)}>{texts.newest}</Button>
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}

function EntryShown({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case "agent":
      return (
        <Said by={texts.authors.agent} entry={entry}>
          <AgentTurn entry={entry} />
        </Said>
      );
    case "message":
      return (
        <Said by={texts.authors[entry.author]} entry={entry} filled={entry.author === "shopper"}>
          {entry.text !== "" && <PlainText text={entry.text} />}
          {entry.photos.length > 0 && <Photos photos={entry.photos} />}
        </Said>
      );
    case "note":
      return (
        <Box
          borderInlineStartWidth="050"
          borderColor={entry.problem ? "border-caution" : "border"}
          paddingInlineStart="300"
        >
          <Heading by={entry.title} entry={entry} />
          {entry.text !== null && <PlainText text={entry.text} />}
        </Box>
      );
    case "resolution":
      return <Resolution entry={entry} />;
    case "status":
      return (
        <Box paddingInlineStart="300">
          <Text as="p" tone="subdued" variant="bodySm" breakWord>
            {entry.text}
          </Text>
        </Box>
      );
  }
}

function Resolution({ entry }: { entry: Extract<Entry, { kind: "resolution" }> }) {
  return (
    <Box borderInlineStartWidth="050" borderColor="border" paddingInlineStart="300">
      <BlockStack gap="100">
        <Heading by={entry.title} entry={entry} />
        <InlineStack gap="200" blockAlign="center">
          <ResolutionBadge state={entry.state} />
          <Link
            url={`/app/resolutions/${entry.resolutionId}`}
            accessibilityLabel={`${texts.resolution.open}: ${entry.title}`}
          >
            {texts.resolution.open}
          </Link>
        </InlineStack>
        {entry.lines.map((line, index) => (
          <PlainText key={index} text={line} />
        ))}
      </BlockStack>
    </Box>
  );
}

type SaidProps = { by: string; entry: Entry; filled?: boolean; children: ReactNode };

function Said({ by, entry, filled = false, children }: SaidProps) {
  return (
    <Box
      padding="300"
      borderRadius="200"
      borderWidth="025"
      borderColor="border-secondary"
      background={filled ? "bg-surface-secondary" : "bg-surface"}
    >
      <BlockStack gap="100">
        <Heading by={by} entry={entry} />
        {children}
      </BlockStack>
    </Box>
  );
}

function Heading({ by, entry }: { by: string; entry: Entry }) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="200">
      <Text as="h3" variant="headingSm" breakWord>
        {by}
      </Text>
      <Text as="span" tone="subdued" variant="bodySm">
        <time dateTime={entry.at}>{entry.when}</time>
      </Text>
    </InlineStack>
  );
}
