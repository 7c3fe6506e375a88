import { BlockStack, Button, InlineStack, Spinner, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { FoundCustomers } from "../../playground/customers.server.ts";
import type { Persona } from "../../playground/persona.ts";
import { useAsked } from "../settings/use-asked.ts";
import { personaTexts as words } from "./persona.texts.ts";

type Props = { onPick: (persona: Persona) => void };

/** Chooses as whom the agent is talked to: a guest, or a customer found by name, email or order number. */
export function PersonaPicker({ onPick }: Props) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button onClick={() => onPick({ kind: "guest" })}>{words.asGuest}</Button>
      </InlineStack>
      <TextField
        label={words.find}
        helpText={words.findHelp}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
        type="search"
      />
      {wanted.length >= 2 && <Found typed={wanted} onPick={onPick} />}
    </BlockStack>
  );
}

function Found({ typed, onPick }: Props & { typed: string }) {
  const asked = useAsked<FoundCustomers>(`/app/playground/customers?find=${encodeURIComponent(typed)}`);
  if (asked.kind === "waiting") return <Spinner size="small" accessibilityLabel={words.searching} />;
  const found = asked.kind === "failed" ? ({ kind: "unavailable" } as const) : asked.value;
  if (found.kind !== "found") return <Said text={words.failed[found.kind]} />;
  if (found.customers.length === 0) return <Said text={words.nobody(typed)} />;
  return (
    <>
      <Said text={words.count(found.customers.length)} hidden />
      <BlockStack as="ul" gap="200">
        {found.customers.map(({ customerId, label }) => (
          <li key={customerId} style={{ listStyle: "none" }}>
            <Button
              variant="plain"
              textAlign="start"
              accessibilityLabel={words.pick(label)}
              onClick={() => onPick({ kind: "customer", customerId, label })}
            >
              {label}
            </Button>
          </li>
        ))}
      </BlockStack>
    </>
  );
}

function Said({ text, hidden = false }: { text: string; hidden?: boolean }) {
  return (
    <div role="status">
      <Text as="p" visuallyHidden={hidden}>
        {text}
      </Text>
    </div>
  );
}
