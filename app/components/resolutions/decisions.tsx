import { Banner, BlockStack, Button, ButtonGroup } from "@shopify/polaris";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer } from "./answers.ts";
import type { DecisionKind } from "./decision-form.ts";
import { DecisionModal, type Question } from "./decision-modal.tsx";
import type { Shown } from "./load-resolution.server.ts";
import { choicesFor } from "./questions.ts";
import { texts } from "./resolution-page.texts.ts";

const words = texts.decide;

/** `heading` names what it is about where that is not the page's own subject. */
type Props = {
  shown: Shown;
  heading?: string;
  /** What was chosen elsewhere on the page: it is asked for, or the focus goes to where it can be, and `onWanted` called. */
  wanted?: Wanted | null;
  onWanted?: () => void;
};
export type Wanted = "approve" | "retry" | "settle";
const FIRST: Record<Wanted, DecisionKind> = { approve: "approve", retry: "retry", settle: "markDone" };

/** What a person may decide now, if anything; and what came of it where it was not what they decided. */
export function Decisions({ shown, heading, wanted = null, onWanted }: Props) {
  const [asking, setAsking] = useState<Question | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const answered = useCallback((given: Answer) => {
    setAsking(null);
    setAnswer(given);
  }, []);
  const choices = choicesFor(shown);
  const refusals = [...new Set(choices.flatMap(({ refusal }) => refusal ?? []))];
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === null) return;
    onWanted?.();
    const index = choices.findIndex(({ question }) => question.kind === FIRST[wanted]);
    const button = place.current?.querySelectorAll("button")[index];
    const target = button?.disabled === false ? button : place.current;
    target?.scrollIntoView({ block: "nearest" });
    target?.focus({ preventScroll: true });
    // How it ended is not guessed: whoever settles it chooses.
    if (target === button && wanted !== "settle") requestAnimationFrame(() => button.click());
  }, [wanted, onWanted, choices]);
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
        <div ref={place} tabIndex={-1}>
          <Banner tone="warning" title={heading ?? (approval ? words.approval.title : words.attention.title)}>
            <BlockStack gap="300">
              <p>
                {approval ? `${words.approval.text} ${words.approval.expires(shown.expires)}` : attentionText(shown)}
              </p>
              {refusals.map((refusal) => (
                <p key={refusal}>{refusal}</p>
              ))}
              <ButtonGroup>
                {choices.map(({ question, refusal }, index) => (
                  <Button
                    key={question.kind}
                    variant={index === 0 ? "primary" : "secondary"}
                    disabled={refusal !== null}
                    onClick={() => setAsking(question)}
                  >
                    {question.action}
                  </Button>
                ))}
              </ButtonGroup>
            </BlockStack>
          </Banner>
        </div>
      )}
      {asking && (
        <DecisionModal resolutionId={shown.id} question={asking} onClose={() => setAsking(null)} onAnswer={answered} />
      )}
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
