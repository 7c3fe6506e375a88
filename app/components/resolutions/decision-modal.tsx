import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Modal, Text, TextField } from "@shopify/polaris";
import { useEffect, useId, useState } from "react";
import { confirmedByEnter, useDialogFocus } from "../dialog-keys.ts";
import { readMoneyText } from "../money-text.ts";
import { formatMoney, type Money } from "../../orders/money.ts";
import type { Answer } from "./answers.ts";
import { type DecisionKind, LONGEST_WORDS } from "./decision-form.ts";
import { texts } from "./resolution-page.texts.ts";

/** What a person is asked before their decision counts: exactly what will happen, and their words where it wants some. */
export type Question = {
  kind: DecisionKind;
  action: string;
  title: string;
  text: string[];
  field: { label: string; help: string | null } | null;
  /** An amount below this one is asked for, too. */
  below: Money | null;
  critical: boolean;
};

/** `resolutionId`: the answer goes to its own page, wherever it is asked. */
type Props = { resolutionId: string; question: Question; onClose: () => void; onAnswer: (answer: Answer) => void };

/** Answers after which the question is asked on, with what was wrong. */
const ASKS_ON: ReadonlySet<Answer["kind"]> = new Set(["invalid", "not_less", "above_limit"]);

export function DecisionModal({ resolutionId, question, onClose, onAnswer }: Props) {
  const { kind, action, title, text, field, below, critical } = question;
  const fetcher = useFetcher<Answer>();
  const [words, setWords] = useState("");
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState(false);
  const busy = fetcher.state !== "idle";
  const { data } = fetcher;
  const id = useId();
  useDialogFocus(id);
  const minor = below && readMoneyText(typed, below.currency);
  const isAmountWrong = below !== null && (minor === null || minor <= 0 || minor >= below.minor);
  const isMissing = field !== null && words.trim() === "";

  useEffect(() => {
    if (data && !ASKS_ON.has(data.kind)) onAnswer(data);
  }, [data, onAnswer]);

  const decide = () => {
    setTried(true);
    if (isMissing || isAmountWrong) return;
    setSent(true);
    const amount = below ? { minor: String(minor), currency: below.currency } : {};
    fetcher.submit(
      { decision: kind, ...(field ? { words } : {}), ...amount },
      { method: "post", action: `/app/resolutions/${resolutionId}` },
    );
  };
  const failed = sent && !busy && (data === undefined || ASKS_ON.has(data.kind));
  return (
    <Modal
      open
      title={title}
      onClose={onClose}
      primaryAction={{
        ...(below || field ? {} : { id }),
        content: action,
        onAction: decide,
        loading: busy,
        destructive: critical,
      }}
      secondaryActions={[{ content: texts.decide.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside */}
        <div onKeyDown={confirmedByEnter(decide)}>
          <BlockStack gap="300">
            {failed && (
              <Banner tone="critical">
                <p>{whyNot(data)}</p>
              </Banner>
            )}
            {text.map((paragraph) => (
              <Text key={paragraph} as="p">
                {paragraph}
              </Text>
            ))}
            {below && (
              <TextField
                id={id}
                label={texts.decide.approveLess.amount(below.currency)}
                helpText={texts.decide.approveLess.amountHelp(formatMoney(below, "en-US"))}
                value={typed}
                onChange={setTyped}
                inputMode="decimal"
                autoComplete="off"
                requiredIndicator
                {...(tried && isAmountWrong ? { error: texts.decide.notLess } : {})}
              />
            )}
            {field && (
              <TextField
                {...(below ? {} : { id })}
                label={field.label}
                value={words}
                onChange={setWords}
                multiline={3}
                maxLength={LONGEST_WORDS}
                showCharacterCount
                autoComplete="off"
                requiredIndicator
                {...(field.help === null ? {} : { helpText: field.help })}
                {...(tried && isMissing ? { error: texts.decide.missing } : {})}
              />
            )}
          </BlockStack>
        </div>
      </Modal.Section>
    </Modal>
  );
}

function whyNot(answer: Answer | undefined): string {
  if (answer?.kind === "above_limit") return texts.decide.aboveLimit(answer.limit);
  return answer?.kind === "not_less" ? texts.decide.notLess : texts.decide.failed;
}
