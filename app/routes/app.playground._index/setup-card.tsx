import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { PersonaPicker } from "../../components/playground/persona-picker.tsx";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { type PoliciesAtHand, PolicySelect } from "../../components/policy-select.tsx";
import { TitledCard } from "../../components/titled-card.tsx";
import type { Persona } from "../../playground/persona.ts";
import { texts } from "./texts.ts";

const words = texts.setup;

type Props = {
  persona: Persona;
  onPersona: (persona: Persona) => void;
  policy: string;
  onPolicy: (policy: string) => void;
  atHand: PoliciesAtHand;
  reset: () => void;
  /** Nothing has been said yet. */
  isFresh: boolean;
};

/** As whom the agent is talked to, and by which policy. */
export function SetupCard({ persona, onPersona, policy, onPolicy, atHand, reset, isFresh }: Props) {
  const [picking, setPicking] = useState(false);
  return (
    <TitledCard title={words.heading}>
      <InlineStack gap="200" blockAlign="center" align="space-between">
        <Text as="p" breakWord>
          {words.as}:{" "}
          <Text as="span" fontWeight="semibold">
            {persona.kind === "guest" ? playgroundTexts.guest : persona.label}
          </Text>
        </Text>
        <Button accessibilityLabel={picking ? words.keep : words.changeAs} onClick={() => setPicking(!picking)}>
          {picking ? words.keep : words.change}
        </Button>
      </InlineStack>
      {picking && (
        <PersonaPicker
          onPick={(picked) => {
            setPicking(false);
            onPersona(picked);
          }}
        />
      )}
      <PolicySelect label={words.policy} name="policy" value={policy} onChange={onPolicy} atHand={atHand} />
      <BlockStack gap="200">
        {!isFresh && (
          <>
            <Text as="p" tone="subdued" variant="bodySm">
              {words.restarts}
            </Text>
            <InlineStack>
              <Button onClick={reset}>{words.reset}</Button>
            </InlineStack>
          </>
        )}
      </BlockStack>
    </TitledCard>
  );
}
