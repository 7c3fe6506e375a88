import { Banner, BlockStack, Button, Checkbox, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { RunProgress } from "../../components/playground/run-progress.tsx";
import { useCaseRuns } from "../../components/playground/use-case-runs.ts";
import { useAsked } from "../../components/settings/use-asked.ts";
import type { CaseState } from "../../playground/case-state.ts";
import { texts } from "./texts.ts";

const words = texts.publish.cases;

type Props = {
  /** What is on the page is what is saved, so that the cases speak of what would come into force. */
  isSaved: boolean;
  /** Tells whether publishing waits for the merchant's word about cases that fail. */
  onHold: (isHeld: boolean) => void;
};

/** How the saved test cases stand against this draft, before it comes into force. Nothing where there are none. */
export function CasesSection({ isSaved, onHold }: Props) {
  const asked = useAsked<CaseState[]>("/app/playground/state");
  const { runs, start, cancel } = useCaseRuns();
  const [isTaken, setTaken] = useState(false);
  const stored = asked.kind === "known" ? asked.value : [];
  const cases = stored.map((one): CaseState => {
    const outcome = runs.runs.get(one.id)?.outcome;
    if (outcome) return { ...one, state: outcome === "passed" ? "passed" : "failed" };
    return isSaved ? one : { ...one, state: "not_run" };
  });
  const failing = cases.filter(({ state }) => state === "failed");
  const isHeld = failing.length > 0 && !isTaken;
  useEffect(() => onHold(isHeld), [isHeld, onHold]);
  if (asked.kind === "failed") return <Text as="p">{words.unknown}</Text>;
  if (cases.length === 0) return null;
  const count = (state: CaseState["state"]) => cases.filter((one) => one.state === state).length;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {playgroundTexts.cases}
      </Text>
      <Text as="p">{words.stand(count("passed"), failing.length, count("not_run"))}</Text>
      {!isSaved && <Text as="p">{words.save}</Text>}
      <RunProgress runs={runs} />
      <InlineStack>
        {runs.state === "running" ? (
          <Button onClick={cancel}>{playgroundTexts.runs.cancel}</Button>
        ) : (
          <Button
            disabled={!isSaved}
            onClick={() =>
              start(
                cases.map(({ id }) => id),
                "draft",
              )
            }
          >
            {playgroundTexts.runs.all}
          </Button>
        )}
      </InlineStack>
      {failing.length > 0 && (
        <Banner tone="warning" title={words.failing(failing.length)}>
          <BlockStack gap="200">
            <BlockStack as="ul">
              {failing.map(({ id, name }) => (
                <li key={id} style={{ listStyle: "none" }}>
                  {name}
                </li>
              ))}
            </BlockStack>
            <Checkbox label={words.anyway} checked={isTaken} onChange={setTaken} />
          </BlockStack>
        </Banner>
      )}
    </BlockStack>
  );
}
