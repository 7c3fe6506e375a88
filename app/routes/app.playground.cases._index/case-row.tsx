import { Badge, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import type { LastRun } from "../../playground/test-case.ts";
import type { ShownCase } from "./load-cases.server.ts";
import { texts } from "./texts.ts";

const TONES: Record<LastRun["outcome"], NonNullable<BadgeProps["tone"]>> = {
  passed: "success",
  failed: "critical",
  customer_gone: "warning",
  unavailable: "warning",
};

type Props = { testCase: ShownCase; isRunning: boolean; isBusy: boolean; run: () => void; remove: () => void };

/** One case: whose conversation it is, how it went, and each thing that did not hold with what happened instead. */
export function CaseRow({ testCase, isRunning, isBusy, run, remove }: Props) {
  const { id, name, persona, messages, lastRun, against, when } = testCase;
  const who =
    persona.kind === "customer"
      ? persona.label
      : persona.kind === "guest"
        ? playgroundTexts.guest
        : playgroundTexts.gone;
  const wrong = (lastRun?.results ?? []).filter(({ held }) => !held);
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {name}
        </Text>
        {isRunning ? (
          <Badge tone="info">{playgroundTexts.running}</Badge>
        ) : lastRun ? (
          <Badge tone={TONES[lastRun.outcome]}>{playgroundTexts.outcomes[lastRun.outcome]}</Badge>
        ) : (
          <Badge>{playgroundTexts.notRun}</Badge>
        )}
      </InlineStack>
      <Text as="p" tone="subdued" breakWord>
        {texts.as(who, messages)}
      </Text>
      {lastRun && (
        <Text as="p" tone="subdued" variant="bodySm">
          {texts.ran(against, when, texts.seconds(lastRun.milliseconds))}
        </Text>
      )}
      {(persona.kind === "gone" || lastRun?.outcome === "customer_gone") && <Text as="p">{texts.gone}</Text>}
      {wrong.length > 0 && (
        <BlockStack as="ul" gap="200">
          {wrong.map((judged, index) => (
            <li key={index} style={{ listStyle: "none" }}>
              <Text as="p" fontWeight="semibold" breakWord>
                {playgroundTexts.expects(judged.expectation)}
              </Text>
              <Text as="p" breakWord>
                {playgroundTexts.happened(judged)}
              </Text>
            </li>
          ))}
        </BlockStack>
      )}
      <InlineStack gap="200">
        <Button accessibilityLabel={texts.runOf(name)} onClick={run} disabled={isBusy}>
          {texts.runOne}
        </Button>
        <Button accessibilityLabel={texts.editOf(name)} url={`/app/playground/cases/${id}`}>
          {texts.edit}
        </Button>
        <Button tone="critical" accessibilityLabel={texts.removeOf(name)} onClick={remove} disabled={isBusy}>
          {texts.remove}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
