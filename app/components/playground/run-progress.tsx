import { Banner, BlockStack, ProgressBar, Text } from "@shopify/polaris";
import { useId } from "react";
import { playgroundTexts } from "./playground.texts.ts";
import type { CaseRuns } from "./use-case-runs.ts";

const words = playgroundTexts.runs;

/** How far a run of test cases is, and what stopped it. Nothing before one was begun. */
export function RunProgress({ runs: { state, done, of } }: { runs: CaseRuns }) {
  const id = useId();
  if (state === "idle") return null;
  const trouble =
    state === "running" || state === "done" || state === "cancelled" ? null : playgroundTexts.trouble[state];
  return (
    <BlockStack gap="200">
      {trouble && (
        <Banner tone="warning" title={trouble.title}>
          <p>{trouble.text}</p>
        </Banner>
      )}
      <ProgressBar
        progress={of === 0 ? 100 : Math.round((done / of) * 100)}
        size="small"
        animated={false}
        ariaLabelledBy={id}
      />
      <Text as="p" visuallyHidden id={id}>
        {words.label}
      </Text>
      <div role="status">
        <Text as="p">{state === "cancelled" ? words.cancelled(done, of) : words.progress(done, of)}</Text>
      </div>
    </BlockStack>
  );
}
