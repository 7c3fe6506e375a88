import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Modal, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { askCases } from "../../components/playground/ask-cases.ts";
import { ExpectationsField } from "../../components/playground/expectations-field.tsx";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { expectedFrom } from "../../playground/expectations.ts";
import type { Persona } from "../../playground/persona.ts";
import { MOST_STEPS } from "../../playground/test-case.ts";
import { texts } from "./texts.ts";
import { happenedIn, type PlayedTurn } from "./use-playground.ts";

const words = texts.saving;
type Trouble = "noName" | "none" | "full" | "failed";

type Props = { turns: PlayedTurn[]; persona: Persona; onClose: () => void };

/** Makes a test case of a conversation; what must hold is what has just happened, until it is changed. */
export function SaveCase({ turns, persona, onClose }: Props) {
  const shopify = useAppBridge();
  // The same id when a save is repeated, so that there is one case in the end.
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [expectations, setExpectations] = useState(() => expectedFrom(happenedIn(turns)));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const isTooLong = turns.length > MOST_STEPS;
  const save = async () => {
    const missing = name.trim() === "" ? "noName" : expectations.length === 0 ? "none" : null;
    setTrouble(missing);
    if (missing !== null) return;
    setBusy(true);
    const testCase = { name: name.trim(), persona, steps: turns.map(({ said }) => said), expectations };
    const saved = await askCases({ intent: "save", id, version: null, testCase });
    setBusy(false);
    // A conflict: an earlier try was stored, though its answer was lost.
    if (saved?.kind === "saved" || saved?.kind === "conflict") {
      shopify.toast.show(words.saved);
      onClose();
    } else {
      setTrouble(saved?.kind === "full" ? "full" : "failed");
    }
  };
  return (
    <Modal
      open
      title={words.title}
      onClose={onClose}
      primaryAction={{ content: words.action, onAction: () => void save(), loading: busy, disabled: isTooLong }}
      secondaryActions={[{ content: playgroundTexts.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          {isTooLong && (
            <Banner tone="warning">
              <p>{words.tooLong(MOST_STEPS)}</p>
            </Banner>
          )}
          {trouble !== null && trouble !== "noName" && (
            <Banner tone="critical">
              <p>{words[trouble]}</p>
            </Banner>
          )}
          <TextField
            label={words.name}
            value={name}
            onChange={setName}
            maxLength={120}
            autoComplete="off"
            {...(trouble === "noName" && name.trim() === "" ? { error: words.noName } : {})}
          />
          <Text as="p">{words.text}</Text>
          <ExpectationsField expectations={expectations} onChange={setExpectations} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
