import { BlockStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { TitledCard } from "../../components/titled-card.tsx";
import { texts } from "./texts.ts";
import { TurnSteps } from "./turn-steps.tsx";
import { turnSummary } from "./turn-summary.ts";
import type { PlayedTurn } from "./use-playground.ts";

const words = texts.turn;
const LABEL_CHARACTERS = 60;

/** A turn taken apart: the newest, or the one that is chosen. */
export function TurnCard({ turns }: { turns: PlayedTurn[] }) {
  const [chosen, setChosen] = useState<{ index: number; of: number } | null>(null);
  // Whoever goes on talking wants to see what comes of it.
  const index = chosen && chosen.of === turns.length ? chosen.index : turns.length - 1;
  const turn = turns[index];
  return (
    <TitledCard title={words.heading}>
      {!turn ? (
        <Text as="p">{words.empty}</Text>
      ) : (
        <BlockStack gap="400">
          {turns.length > 1 && (
            <Select
              label={words.choose}
              options={turns.map((one, at) => ({ value: String(at), label: words.option(at + 1, labelOf(one)) }))}
              value={String(index)}
              onChange={(value) => setChosen({ index: Number(value), of: turns.length })}
            />
          )}
          <Text as="p" tone="subdued">
            {turnSummary(turn)}
          </Text>
          {turn.said.kind === "answer" ? <Text as="p">{words.pressed}</Text> : <TurnSteps turn={turn} />}
        </BlockStack>
      )}
    </TitledCard>
  );
}

function labelOf({ said }: PlayedTurn): string {
  if (said.kind === "answer") return words[said.decision];
  return said.text.length > LABEL_CHARACTERS ? `${said.text.slice(0, LABEL_CHARACTERS)}…` : said.text;
}
