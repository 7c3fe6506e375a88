import { Banner, BlockStack, Button, ButtonGroup } from "@shopify/polaris";
import { useCallback, useState } from "react";
import { type Answer, DecisionModal, type Question } from "./decision-modal.tsx";
import type { Shown } from "./load-resolution.server.ts";
import { texts } from "./texts.ts";

const words = texts.decide;

/** What a person may decide now, if anything; and that somebody else was faster, where they were. */
export function Decisions({ shown }: { shown: Shown }) {
  const [asking, setAsking] = useState<Question | null>(null);
  const [tooLate, setTooLate] = useState(false);
  const answered = useCallback((answer: Answer) => {
    setAsking(null);
    setTooLate(answer.kind === "too_late");
  }, []);
  const [first, ...others] = questionsFor(shown);
  const approval = shown.state === "awaiting_approval";
  return (
    <>
      {tooLate && (
        <Banner tone="info" onDismiss={() => setTooLate(false)}>
          <p>{words.tooLate}</p>
        </Banner>
      )}
      {first && (
        <Banner tone="warning" title={approval ? words.approval.title : words.attention.title}>
          <BlockStack gap="300">
            <p>{approval ? `${words.approval.text} ${words.approval.expires(shown.expires)}` : attentionText(shown)}</p>
            <ButtonGroup>
              <Button variant="primary" onClick={() => setAsking(first)}>
                {first.action}
              </Button>
              {others.map((question) => (
                <Button key={question.kind} onClick={() => setAsking(question)}>
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

function attentionText({ outcome }: Shown): string {
  const known = outcome.find(({ term }) => term === texts.outcome.known)?.values[0];
  return [known, words.attention.text].filter(Boolean).join(" ");
}

function questionsFor(shown: Shown): Question[] {
  const { state, title, orderName, language, partDone, toldByHand } = shown;
  if (state === "awaiting_approval") {
    const { approve, refuse } = words;
    return [
      {
        ...approve,
        kind: "approve",
        text: [approve.text(`${title}, order ${orderName},`), approve.then],
        field: null,
        critical: false,
      },
      {
        ...refuse,
        kind: "refuse",
        text: [refuse.text],
        field: { label: refuse.label, help: refuse.help(language) },
        critical: true,
      },
    ];
  }
  if (state !== "needs_attention") return [];
  const { retry, markDone, markNotDone } = words;
  const note = { label: words.note, help: null };
  return [
    { ...retry, kind: "retry", text: [retry.text], field: null, critical: false },
    {
      ...markDone,
      kind: "markDone",
      text: [markDone.text, words.told(toldByHand.succeeded)],
      field: note,
      critical: false,
    },
    {
      action: markNotDone.action,
      title: markNotDone.title,
      kind: "markNotDone",
      text: [partDone ? markNotDone.held : markNotDone.free, words.told(toldByHand.failed)],
      field: note,
      critical: true,
    },
  ];
}
