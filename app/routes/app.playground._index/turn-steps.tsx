import { Badge, BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { Disclosure } from "../../components/disclosure.tsx";
import { AgentText, PlainText } from "../../components/plain-text.tsx";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { RulesList } from "../../components/policies/rules-list.tsx";
import { VERDICT_TONES } from "../../components/policies/verdict-tones.ts";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { EvidenceList } from "../../components/transcript/evidence-list.tsx";
import { shownEvidence } from "../../components/transcript/shown-evidence.ts";
import { shownTool } from "../../components/transcript/shown-work.ts";
import { ToolCall } from "../../components/transcript/tool-call.tsx";
import type { ConversationEvent } from "../../conversations/events.ts";
import type { DecisionStep, Step } from "../../playground/frames.ts";
import { texts } from "./texts.ts";
import { modelLine } from "./turn-summary.ts";
import type { PlayedTurn } from "./use-playground.ts";

const words = texts.turn;

/** Everything of a turn in the order in which it happened, the answer with its evidence last. */
export function TurnSteps({ turn: { steps, events } }: { turn: PlayedTurn }) {
  const answers = events.filter((event) => event.type === "message" && event.author === "agent");
  const withheld = events.flatMap((event) => (event.type === "model" ? (event.withheld ?? []) : []));
  const briefs = events.filter((event) => event.type === "brief");
  return (
    <ol style={{ margin: 0, padding: 0, listStyle: "none", display: "grid", gap: "var(--p-space-400)" }}>
      {steps.map((step, index) => (
        <li key={index} style={{ minWidth: 0 }}>
          <StepShown step={step} />
        </li>
      ))}
      {answers.map((event) => (
        <li key={event.seq} style={{ minWidth: 0 }}>
          {event.type === "message" && <Answer event={event} />}
        </li>
      ))}
      {withheld.length > 0 && (
        <li>
          <Part title={words.withheld}>
            {withheld.map(({ text, why }, index) => (
              <PlainText key={index} text={`“${text}” (${why})`} />
            ))}
          </Part>
        </li>
      )}
      {briefs.map((event) => (
        <li key={event.seq}>
          <Part title={words.brief}>
            <PlainText text={event.text} />
          </Part>
        </li>
      ))}
    </ol>
  );
}

function StepShown({ step }: { step: Step }) {
  switch (step.kind) {
    case "model":
      return (
        <Part title={words.model}>
          <Text as="p" breakWord>
            {modelLine(step)}
          </Text>
          {step.end.startsWith("failure") && <Text as="p">{words.failed}</Text>}
        </Part>
      );
    case "tool":
      return (
        <Part title={words.tool}>
          <ToolCall tool={shownTool(step.call)} />
          {step.call.evidence.length > 0 && (
            <Disclosure title={words.facts(step.call.evidence.length)}>
              <EvidenceList evidence={step.call.evidence.map(shownEvidence)} />
            </Disclosure>
          )}
        </Part>
      );
    case "decision":
      return <Decision step={step} />;
  }
}

function Decision({ step: { reason, wanted, verdict, sentence, rules } }: { step: DecisionStep }) {
  const fired = rules.filter(({ outcome }) => outcome === "decided" || outcome === "narrowed");
  return (
    <Part title={words.verdict}>
      <InlineStack gap="200" blockAlign="center">
        <Badge tone={VERDICT_TONES[verdict]}>{policyTexts.verdicts[verdict]}</Badge>
        <Text as="span">
          {words.about(resolutionTexts.reasons[reason], wanted === null ? null : resolutionTexts.kinds[wanted])}
        </Text>
      </InlineStack>
      <Text as="p" breakWord>
        {sentence}
      </Text>
      <Text as="p" tone="subdued">
        {words.rules(fired.length, rules.length)}
      </Text>
      <RulesList rules={fired} />
      <Disclosure title={words.allRules}>
        <RulesList rules={rules} />
      </Disclosure>
    </Part>
  );
}

function Answer({ event }: { event: Extract<ConversationEvent, { type: "message" }> }) {
  const evidence = (event.evidence ?? []).map(shownEvidence);
  return (
    <Part title={words.answer}>
      <AgentText text={event.text} />
      {evidence.length === 0 ? (
        <Text as="p" tone="subdued">
          {words.noEvidence}
        </Text>
      ) : (
        <Disclosure title={words.evidence(evidence.length)} open>
          <EvidenceList evidence={evidence} />
        </Disclosure>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box borderInlineStartWidth="050" borderColor="border" paddingInlineStart="300">
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {title}
        </Text>
        {children}
      </BlockStack>
    </Box>
  );
}
