import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Modal, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { type DecisionKind, LONGEST_WORDS } from "./decision-form.ts";
import { texts } from "./texts.ts";

/** What a person is asked before their decision counts: exactly what will happen, and their words where it wants some. */
export type Question = {
  kind: DecisionKind;
  action: string;
  title: string;
  text: string[];
  field: { label: string; help: string | null } | null;
  critical: boolean;
};

export type Answer = { kind: "ok" | "too_late" | "invalid" };

type Props = { question: Question; onClose: () => void; onAnswer: (answer: Answer) => void };

export function DecisionModal({ question, onClose, onAnswer }: Props) {
  const { kind, action, title, text, field, critical } = question;
  const fetcher = useFetcher<Answer>();
  const [words, setWords] = useState("");
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState(false);
  const busy = fetcher.state !== "idle";
  const { data } = fetcher;

  useEffect(() => {
    if (data && data.kind !== "invalid") onAnswer(data);
  }, [data, onAnswer]);

  const decide = () => {
    if (field && words.trim() === "") {
      setMissing(true);
      return;
    }
    setSent(true);
    fetcher.submit(field ? { decision: kind, words } : { decision: kind }, { method: "post" });
  };
  const failed = sent && !busy && (data === undefined || data.kind === "invalid");
  return (
    <Modal
      open
      title={title}
      onClose={onClose}
      primaryAction={{ content: action, onAction: decide, loading: busy, destructive: critical }}
      secondaryActions={[{ content: texts.decide.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {failed && (
            <Banner tone="critical">
              <p>{texts.decide.failed}</p>
            </Banner>
          )}
          {text.map((paragraph) => (
            <Text key={paragraph} as="p">
              {paragraph}
            </Text>
          ))}
          {field && (
            <TextField
              label={field.label}
              value={words}
              onChange={(value) => {
                setWords(value);
                setMissing(false);
              }}
              multiline={3}
              maxLength={LONGEST_WORDS}
              showCharacterCount
              autoComplete="off"
              requiredIndicator
              {...(field.help === null ? {} : { helpText: field.help })}
              {...(missing ? { error: texts.decide.missing } : {})}
            />
          )}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
