import { useFetcher } from "@remix-run/react";
import {
  Badge,
  BlockStack,
  Box,
  Button,
  Card,
  InlineError,
  InlineStack,
  Link,
  SkeletonDisplayText,
  Text,
} from "@shopify/polaris";
import type { action as markAction } from "../app.setup.ts";
import { Deferred } from "../../components/deferred.tsx";
import { setupSteps, type SetupState, type ShownStep } from "../../setup/steps.ts";
import type { WidgetStatus } from "../../shopify/theme-embed.server.ts";
import { texts } from "./texts.ts";

const words = texts.setup;
const UNKNOWN: WidgetStatus = { kind: "unknown", why: "unavailable" };

type Links = { storefront: string; turnOn: string };
type Props = { state: SetupState; widget: Promise<WidgetStatus>; links: Links };

/** What is left to do until shoppers are answered. It checks itself; only what the theme says comes after the page. */
export function SetupCard({ state, widget, links }: Props) {
  const { steps } = setupSteps(state, UNKNOWN);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.heading}
          </Text>
          <div style={{ minHeight: "28px", display: "flex", alignItems: "center" }}>
            <Deferred value={widget} waiting={<SkeletonDisplayText size="small" maxWidth="6ch" />} failed={null}>
              {(known) => <Progress {...setupSteps(state, known)} />}
            </Deferred>
          </div>
        </InlineStack>
        <BlockStack as="ol" gap="400">
          {steps.map((step) => (
            <li key={step.id} style={{ listStyle: "none" }}>
              <Step step={step} state={state} widget={widget} links={links} />
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function Progress({ steps, isComplete }: { steps: ShownStep[]; isComplete: boolean }) {
  const dismissing = useFetcher<typeof markAction>();
  return (
    <InlineStack gap="300" blockAlign="center">
      <Text as="p" fontWeight="semibold">
        {words.progress(steps.filter(({ done }) => done).length, steps.length)}
      </Text>
      {isComplete && (
        <Button
          loading={dismissing.state !== "idle"}
          onClick={() => dismissing.submit({ mark: "dismiss" }, { method: "post", action: "/app/setup" })}
        >
          {words.dismiss}
        </Button>
      )}
    </InlineStack>
  );
}

function Step({ step, state, widget, links }: { step: ShownStep } & Props) {
  const { title, text, more } = words.steps[step.id];
  const now = (known: WidgetStatus) => setupSteps(state, known).steps.find(({ id }) => id === step.id) ?? step;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <Text as="p" tone="subdued">
        {text} {more && <Link url={more.url}>{more.label}</Link>}
      </Text>
      {/* As tall as its button, so that nothing below moves when it is done. */}
      <Box minHeight="28px">
        {step.id === "embed" ? (
          <Deferred value={widget} waiting={<SkeletonDisplayText size="small" maxWidth="8ch" />} failed={null}>
            {(known) => <Outcome step={now(known)} links={links} />}
          </Deferred>
        ) : (
          <Outcome step={step} links={links} />
        )}
      </Box>
    </BlockStack>
  );
}

function Outcome({ step: { id, done, action }, links }: { step: ShownStep; links: Links }) {
  const marking = useFetcher<typeof markAction>();
  if (done) return <Badge tone="success">{words.done}</Badge>;
  const label = words.steps[id].action;
  switch (action.kind) {
    case "theme_editor":
      return (
        <Button url={links.turnOn} target="_top">
          {label}
        </Button>
      );
    case "storefront":
      return (
        <Button url={links.storefront} target="_blank" accessibilityLabel={`${label} ${texts.newWindow}`}>
          {label}
        </Button>
      );
    case "page":
      return <Button url={action.url}>{label}</Button>;
    case "mark":
      return (
        <InlineStack gap="300" blockAlign="center">
          <Button
            loading={marking.state !== "idle"}
            onClick={() => marking.submit({ mark: action.mark }, { method: "post", action: "/app/setup" })}
          >
            {label}
          </Button>
          {marking.state === "idle" && marking.data !== undefined && marking.data.kind !== "marked" && (
            <InlineError
              fieldID={`setup-${id}`}
              message={marking.data.kind === "not_live" ? words.notLive : words.failed}
            />
          )}
        </InlineStack>
      );
  }
}
