import { useRevalidator } from "@remix-run/react";
import { BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { RunProgress } from "../../components/playground/run-progress.tsx";
import { useCaseRuns } from "../../components/playground/use-case-runs.ts";
import { policyChoiceWords } from "../../components/policy-choice.texts.ts";
import { type PoliciesAtHand, PolicySelect } from "../../components/policy-select.tsx";
import { TitledCard } from "../../components/titled-card.tsx";
import { readChoice } from "../../resolutions/policy-choice.ts";
import { CaseRow } from "./case-row.tsx";
import { DeleteModal } from "./delete-modal.tsx";
import type { ShownCase } from "./load-cases.server.ts";
import { texts } from "./texts.ts";

type Props = { cases: readonly ShownCase[]; atHand: PoliciesAtHand };

/** All cases with how each went last, and what runs them. */
export function Cases({ cases: stored, atHand }: Props) {
  const { runs, start, cancel } = useCaseRuns();
  const { revalidate } = useRevalidator();
  const [policy, setPolicy] = useState(atHand.draft ? "draft" : "in_force");
  const [deleting, setDeleting] = useState<ShownCase | null>(null);
  const isRunning = runs.state === "running";
  const choice = readChoice(policy);
  const cases = stored.map((one): ShownCase => {
    const run = runs.runs.get(one.id);
    if (!run) return one;
    const ran = readChoice(run.policy);
    return { ...one, lastRun: run, against: ran ? policyChoiceWords(ran) : run.policy, when: texts.justNow };
  });
  const passed = cases.filter(({ id }) => runs.runs.get(id)?.outcome === "passed").length;
  return (
    <>
      <TitledCard title={texts.run.heading}>
        <PolicySelect label={texts.run.policy} name="policy" value={policy} onChange={setPolicy} atHand={atHand} />
        <InlineStack gap="200">
          {isRunning ? (
            <Button onClick={cancel}>{playgroundTexts.runs.cancel}</Button>
          ) : (
            <Button
              variant="primary"
              disabled={choice === null}
              onClick={() =>
                start(
                  cases.map(({ id }) => id),
                  policy,
                )
              }
            >
              {playgroundTexts.runs.all}
            </Button>
          )}
        </InlineStack>
        <RunProgress runs={runs} />
        {runs.state === "done" && (
          <div role="status">
            <Text as="p" fontWeight="semibold">
              {texts.run.summary(passed, runs.of)}
            </Text>
          </div>
        )}
      </TitledCard>
      <TitledCard title={texts.list}>
        <BlockStack as="ul" gap="500">
          {cases.map((one) => (
            <li key={one.id} style={{ listStyle: "none" }}>
              <CaseRow
                testCase={one}
                isRunning={runs.current === one.id}
                isBusy={isRunning}
                run={() => start([one.id], policy)}
                remove={() => setDeleting(one)}
              />
            </li>
          ))}
        </BlockStack>
      </TitledCard>
      {deleting && (
        <DeleteModal
          testCase={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            setDeleting(null);
            revalidate();
          }}
        />
      )}
    </>
  );
}
