import { BlockStack, Button, ButtonGroup, Link, Select, Text } from "@shopify/polaris";
import { FiguresTable } from "../../components/figures-table.tsx";
import { PlainText } from "../../components/plain-text.tsx";
import { TitledCard } from "../../components/titled-card.tsx";
import { PER_DAY } from "../../inbox/quality/review.ts";
import type { ShownSuggestion } from "./load-quality.server.ts";
import type { QualityAsked } from "./quality-action.server.ts";
import { texts } from "./texts.ts";

type Ask = (asked: QualityAsked) => void;

export function FiguresCard({
  progress: { reviewed, waiting },
  weeks,
}: {
  progress: { reviewed: number; waiting: number };
  weeks: readonly (readonly string[])[];
}) {
  const words = texts.figures;
  return (
    <TitledCard title={words.heading}>
      <Text as="p">{words.progress(reviewed, waiting)}</Text>
      {weeks.length === 0 ? (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      ) : (
        <>
          <FiguresTable caption={words.caption} headings={words.headings} rows={weeks} />
          <Text as="p" tone="subdued" variant="bodySm">
            {words.note}
          </Text>
        </>
      )}
    </TitledCard>
  );
}

type SuggestionsProps = { suggestions: readonly ShownSuggestion[]; answers: number; isBusy: boolean; ask: Ask };

export function SuggestionsCard({ suggestions, answers, isBusy, ask }: SuggestionsProps) {
  const words = texts.suggestions;
  return (
    <TitledCard title={words.heading}>
      {suggestions.length === 0 && (
        <Text as="p" tone="subdued">
          {words.none}
        </Text>
      )}
      <BlockStack as="ul" gap="400">
        {suggestions.map((one) => (
          <li key={one.conversationId} style={{ listStyle: "none" }}>
            <Suggested suggestion={one} isBusy={isBusy} ask={ask} />
          </li>
        ))}
      </BlockStack>
      {answers > 0 && (
        <Text as="p" tone="subdued" variant="bodySm">
          {words.kept(answers)}
        </Text>
      )}
    </TitledCard>
  );
}

function Suggested({ suggestion, isBusy, ask }: { suggestion: ShownSuggestion; isBusy: boolean; ask: Ask }) {
  const words = texts.suggestions;
  const { conversationId, area, areaName, question, proposed, by } = suggestion;
  const what = question === "" ? proposed.slice(0, 60) : question;
  const decide = (state: "accepted" | "dismissed") => ask({ intent: "decide", conversationId, state });
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" breakWord>
        {areaName === null ? `${words.knowledge}: ${question}` : words.policy(areaName)}
      </Text>
      <PlainText text={proposed} />
      {area !== null && <Link url={`/app/policies/draft/${area}`}>{words.edit}</Link>}
      {by !== null && (
        <Text as="p" tone="subdued" variant="bodySm">
          {words.by(by)}
        </Text>
      )}
      <ButtonGroup>
        <Button disabled={isBusy} accessibilityLabel={words.acceptOf(what)} onClick={() => decide("accepted")}>
          {words.accept}
        </Button>
        <Button disabled={isBusy} accessibilityLabel={words.dismissOf(what)} onClick={() => decide("dismissed")}>
          {words.dismiss}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

export function SettingsCard({ perDay, isBusy, ask }: { perDay: number; isBusy: boolean; ask: Ask }) {
  const words = texts.settings;
  return (
    <TitledCard title={words.heading}>
      <Select
        label={words.label}
        helpText={words.help}
        disabled={isBusy}
        options={PER_DAY.map((count) => ({ value: String(count), label: words.option(count) }))}
        value={String(perDay)}
        onChange={(value) => {
          const chosen = PER_DAY.find((count) => String(count) === value);
          if (chosen !== undefined) ask({ intent: "settings", settings: { perDay: chosen } });
        }}
      />
    </TitledCard>
  );
}
