import { useNavigate } from "@remix-run/react";
import { Banner, Modal, Text } from "@shopify/polaris";
import { type ReactNode, useState } from "react";
import type { PolicyProblem } from "../../policy/problems.ts";
import { askPolicies, type DraftSource } from "./ask-policies.ts";
import { policyTexts } from "./policy.texts.ts";

export type KnownDraft = { revision: number; by: string; when: string };

type Starting = {
  /** What is being begun now, if anything is. */
  busy: DraftSource | null;
  start: (from: DraftSource) => void;
  /** What is wrong with what was imported. */
  problems: readonly PolicyProblem[];
  /** The question whether the draft may be replaced, and what failed. */
  asking: ReactNode;
};

/**
 * Begins a draft and goes to it. Where there is one already, nothing is lost without a yes.
 * @param begun what is done on the draft's own page in the place of going there
 */
export function useStartDraft(known: KnownDraft | null, begun?: () => void): Starting {
  const navigate = useNavigate();
  const [busy, setBusy] = useState<DraftSource | null>(null);
  const [question, setQuestion] = useState<{ from: DraftSource; draft: KnownDraft } | null>(null);
  const [problems, setProblems] = useState<readonly PolicyProblem[]>([]);
  const [failed, setFailed] = useState(false);

  const begin = async (from: DraftSource, replacing: number | null) => {
    setBusy(from);
    setFailed(false);
    setProblems([]);
    const outcome = await askPolicies({ intent: "start", from, replacing });
    setBusy(null);
    setQuestion(null);
    if (outcome?.kind === "saved" && begun) begun();
    else if (outcome?.kind === "saved") navigate("/app/policies/draft");
    else if (outcome?.kind === "invalid") setProblems(outcome.problems);
    else if (outcome?.kind === "overtaken" && outcome.theirs) setQuestion({ from, draft: outcome.theirs });
    else setFailed(true);
  };
  const words = policyTexts.replace;
  return {
    busy,
    problems,
    start: (from) => (known ? setQuestion({ from, draft: known }) : void begin(from, null)),
    asking: (
      <>
        {failed && (
          <Banner tone="critical" onDismiss={() => setFailed(false)}>
            <p>{policyTexts.failed}</p>
          </Banner>
        )}
        {question && (
          <Modal
            open
            title={words.title}
            onClose={() => setQuestion(null)}
            primaryAction={{
              content: words.action,
              destructive: true,
              loading: busy !== null,
              onAction: () => void begin(question.from, question.draft.revision),
            }}
            secondaryActions={[{ content: policyTexts.cancel, onAction: () => setQuestion(null) }]}
          >
            <Modal.Section>
              <Text as="p">{words.text(question.draft.by, question.draft.when)}</Text>
            </Modal.Section>
          </Modal>
        )}
      </>
    ),
  };
}
