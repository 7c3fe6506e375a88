import { Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { PersonaPicker } from "../../components/playground/persona-picker.tsx";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import type { CaseForm } from "./case-form.ts";
import { texts } from "./texts.ts";

const words = texts.who;
type Props = { persona: CaseForm["persona"]; onChange: (persona: CaseForm["persona"]) => void };

/** As whom the agent is talked to in a case. */
export function PersonaCard({ persona, onChange }: Props) {
  const [picking, setPicking] = useState(persona.kind === "gone");
  const who =
    persona.kind === "customer"
      ? persona.label
      : persona.kind === "guest"
        ? playgroundTexts.guest
        : playgroundTexts.gone;
  return (
    <TitledCard title={words.heading}>
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <Text as="p" fontWeight="semibold" breakWord>
          {who}
        </Text>
        <Button onClick={() => setPicking(!picking)}>{picking ? words.keep : words.change}</Button>
      </InlineStack>
      {persona.kind === "gone" && <Text as="p">{words.gone}</Text>}
      {picking && (
        <PersonaPicker
          onPick={(picked) => {
            setPicking(false);
            onChange(picked);
          }}
        />
      )}
    </TitledCard>
  );
}
