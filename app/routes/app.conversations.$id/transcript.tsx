import { useSearchParams } from "@remix-run/react";
import { BlockStack, Box, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { memo, type ReactNode } from "react";
import { Photos } from "../../components/photos.tsx";
import { PlainText } from "../../components/plain-text.tsx";
import { ResolutionBadge } from "../../components/resolution-badge.tsx";
import { AgentTurn } from "./agent-turn.tsx";
import type { Entry } from "./entries.ts";
import { texts } from "./texts.ts";

type Props = { entries: readonly Entry[]; earlier: number | null; isNewest: boolean };

/** What the shopper said stands on one side, what they were answered on the other, and what happened in between. */
export function Transcript({ entries, earlier, isNewest }: Props) {
  const [search, setSearch] = useSearchParams();
  const show = (before: number | null) => {
    const next = new URLSearchParams(search);
    if (before === null) next.delete("before");
    else next.set("before", String(before));
    setSearch(next);
  };
  return (
    <BlockStack gap="400">
      <Text as="h2" variant="headingMd" visuallyHidden>
        {texts.transcript}
      </Text>
      {earlier !== null && (
        <InlineStack align="center">
          <Button onClick={() => show(earlier)}>{texts.earlier}</Button>
        </InlineStack>
      )}
      {entries.length === 0 && <Text as="p">{texts.empty}</Text>}
      <BlockStack as="ol" gap="400">
        {entries.map((entry) => (
          <li key={entry.seq} style={{ listStyle: "none" }}>
            <EntryShown entry={entry} />
          </li>
        ))}
      </BlockStack>
      {!isNewest && (
        <InlineStack align="center">
          <Button onClick={() => show(null)}>{texts.newest}</Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

/** Of a long conversation only what changed is drawn again: a turn of the agent's grows, everything else stays as it is. */
const EntryShown = memo(
  function EntryShown({ entry }: { entry: Entry }) {
    switch (entry.kind) {
      case "agent":
        return (
          <Said by={texts.authors.agent} entry={entry} side="end">
            <AgentTurn entry={entry} />
          </Said>
        );
      case "message":
        return (
          <Said
            by={entry.name ?? texts.authors[entry.author]}
            entry={entry}
            side={entry.author === "shopper" ? "start" : "end"}
            tone={entry.author}
          >
            {entry.text !== "" && <PlainText text={entry.text} />}
            {entry.photos.length > 0 && (
              <Photos photos={entry.photos} by={entry.author === "shopper" ? "shopper" : "team"} />
            )}
          </Said>
        );
      case "internal":
        return (
          <Box background="bg-surface-caution" padding="300" borderRadius="200">
            <BlockStack gap="100">
              <Heading by={texts.internal.by(entry.by)} entry={entry} />
              <PlainText text={entry.text} />
              <Text as="p" tone="subdued" variant="bodySm">
                {texts.internal.hidden}
              </Text>
            </BlockStack>
          </Box>
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
      case "handled":
        return (
          <InlineStack align="center" gap="200">
            <Text as="p" tone="subdued" variant="bodySm" breakWord alignment="center">
              {entry.text} · <time dateTime={entry.at}>{entry.when}</time>
            </Text>
          </InlineStack>
        );
      case "status":
        return (
          <InlineStack align="end">
            <Text as="p" tone="subdued" variant="bodySm" breakWord>
              {entry.text}
            </Text>
          </InlineStack>
        );
    }
  },
  (before, after) => isSame(before.entry, after.entry),
);

function isSame(one: Entry, other: Entry): boolean {
  if (one.kind !== "agent" || other.kind !== "agent") return one === other;
  return (
    one.seq === other.seq &&
    one.spans === other.spans &&
    one.tools.length === other.tools.length &&
    one.cards.length === other.cards.length &&
    one.models.length === other.models.length
  );
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

const BACKGROUNDS = {
  shopper: "bg-surface-secondary",
  staff: "bg-surface-info",
  system: "bg-surface",
  agent: "bg-surface",
} as const;

type SaidProps = {
  by: string;
  entry: Entry;
  side: "start" | "end";
  tone?: keyof typeof BACKGROUNDS;
  children: ReactNode;
};

function Said({ by, entry, side, tone = "agent", children }: SaidProps) {
  return (
    <div style={side === "start" ? { marginInlineEnd: "12%" } : { marginInlineStart: "12%" }}>
      <Box
        padding="300"
        borderRadius="300"
        borderWidth="025"
        borderColor="border-secondary"
        background={BACKGROUNDS[tone]}
      >
        <BlockStack gap="100">
          <Heading by={by} entry={entry} />
          {children}
        </BlockStack>
      </Box>
    </div>
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
