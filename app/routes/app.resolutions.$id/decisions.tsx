import { Banner, BlockStack, Button, ButtonGroup } from "@shopify/polaris";
import { useCallback, useState } from "react";
import type { Answer } from "./answers.ts";
import { DecisionModal, type Question } from "./decision-modal.tsx";
import type { Shown } from "./load-resolution.server.ts";
import { choicesFor } from "./questions.ts";
import { texts } from "./texts.ts";

const words = texts.decide;

/** What a person may decide now, if anything; and what came of it where it was not what they decided. */
export function Decisions({ shown }: { shown: Shown }) {
  const [asking, setAsking] = useState<Question | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const answered = useCallback((given: Answer) => {
    setAsking(null);
    setAnswer(given);
  }, []);
  const choices = choicesFor(shown);
  const refusals = [...new Set(choices.flatMap(({ refusal }) => refusal ?? []))];
  const approval = shown.state === "awaiting_approval";
  const news = answer && newsOf(answer);
  return (
    <>
      {news !== null && (
        <Banner tone="info" onDismiss={() => setAnswer(null)}>
          <p>{news}</p>
        </Banner>
      )}
      {choices.length > 0 && (
        <Banner tone="warning" title={approval ? words.approval.title : words.attention.title}>
          <BlockStack gap="300">
            <p>{approval ? `${words.approval.text} ${words.approval.expires(shown.expires)}` : attentionText(shown)}</p>
            {refusals.map((refusal) => (
              <p key={refusal}>{refusal}</p>
            ))}
            <ButtonGroup>
              {choices.map(({ question, refusal }, place) => (
                <Button
                  key={question.kind}
                  variant={place === 0 ? "primary" : "secondary"}
                  disabled={refusal !== null}
                  onClick={() => setAsking(question)}
                >
                  {question.action}
                </Button>
              ))}
            </ButtonGroup>
          </BlockStack>
        </Banner>
      )}
      {asking && <DecisionModal question={asking} onClose={() => setAsking(null)} onAnswer={answered} />}
    </>
  );
}

/** Null for what the page shows by itself. */
function newsOf(answer: Answer): string | null {
  switch (answer.kind) {
    case "too_late":
      return words.tooLate(answer.by);
    case "changed":
      return words.changed(answer.why);
    case "not_allowed":
      return words.notAllowed;
    case "ok":
    case "invalid":
    case "not_less":
    case "above_limit":
      return null;
  }
}

function attentionText({ outcome }: Shown): string {
  const known = outcome.find(({ term }) => term === texts.outcome.known)?.values[0];
  return [known, words.attention.text].filter(Boolean).join(" ");
}
