import { Banner, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { texts } from "./texts.ts";
import type { Backtest } from "./use-backtest.ts";

type Props = { backtest: Backtest; goOn: () => void; cancel: () => void };

/** How far it is, with the one thing to do about it; nothing before it was begun. */
export function Progress({ backtest, goOn, cancel }: Props) {
  const { state, covered, full } = backtest;
  if (state === "idle") return null;
  const failed = state === "running" || state === "done" || state === "cancelled" ? null : texts.failed[state];
  return (
    <BlockStack gap="400">
      {failed && (
        <Banner title={failed.heading} tone="warning">
          <p>{failed.text}</p>
        </Banner>
      )}
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {state === "running"
              ? texts.running
              : state === "cancelled"
                ? texts.cancelled
                : (failed?.heading ?? texts.done)}
          </Text>
          <ProgressBar
            progress={Math.round(covered * 100)}
            size="small"
            animated={false}
            ariaLabelledBy="backtest-progress"
          />
          <Text as="p" visuallyHidden id="backtest-progress">
            {texts.progress}
          </Text>
          <Text as="p">{texts.soFar(backtest)}</Text>
          {full && <Text as="p">{texts.full}</Text>}
          <InlineStack gap="200">
            {state === "running" && <Button onClick={cancel}>{texts.form.cancel}</Button>}
            {(state === "cancelled" || state === "unavailable") && <Button onClick={goOn}>{texts.form.goOn}</Button>}
          </InlineStack>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
