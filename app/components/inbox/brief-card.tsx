import { Badge, BlockStack, Box, Button, Card, InlineStack, Text, Tooltip } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { Backed, Brief, Suggestion } from "../../inbox/brief/brief.ts";
import { conversationTexts } from "../conversation.texts.ts";
import { resolutionTexts } from "../resolution.texts.ts";
import { transcriptTexts } from "../transcript/transcript.texts.ts";
import { briefTexts as texts } from "./brief.texts.ts";

type BriefCardProps = {
  brief: Brief;
  /** A moment in words, in the time zone of whoever reads it. */
  at: (iso: string) => string;
  /** The one suggested step was pressed. */
  onAct: (suggestion: Suggestion) => void;
};

/** What a person has to know before they act, and the one step that is suggested. */
export function BriefCard({ brief, at, onAct }: BriefCardProps) {
  const { summary, asked, orders, policySaid, modelWanted, tried, resolutions, suggestion } = brief;
  return (
    <Card>
      <BlockStack gap="300">
        <Head brief={brief} at={at} />
        <Part heading={texts.parts.next} show>
          <Text as="p">{suggestion.why}</Text>
          {suggestion.kind === "nothing" ? null : (
            <InlineStack>
              <Button variant="primary" onClick={() => onAct(suggestion)}>
                {texts.step(suggestion.kind)}
              </Button>
            </InlineStack>
          )}
        </Part>
        <Part heading={texts.parts.summary} show={summary !== null}>
          <Text as="p" breakWord>
            {summary?.text}
          </Text>
        </Part>
        <Part heading={texts.parts.asked} show={asked.length > 0}>
          {asked.map(({ seq, text }) => (
            <Text key={seq} as="p" breakWord>
              “{text}”
            </Text>
          ))}
        </Part>
        <Part heading={texts.parts.orders} show={orders.length > 0}>
          {orders.map(({ name, situation }) => (
            <Sentence key={name} lead={`${name}: `} backed={situation} />
          ))}
        </Part>
        <Part heading={texts.parts.policy} show={policySaid.length > 0}>
          {policySaid.map(({ seq, reason, resolution, verdict, sentence }) => {
            const about = resolution === null ? resolutionTexts.reasons[reason] : resolutionTexts.kinds[resolution];
            return <Sentence key={seq} lead={`${about}: ${texts.verdict(verdict)}. `} backed={sentence} />;
          })}
        </Part>
        <Part heading={texts.parts.model} show={modelWanted !== null}>
          <Sentence
            lead={modelWanted?.resolution ? `${resolutionTexts.kinds[modelWanted.resolution]}. ` : ""}
            backed={modelWanted?.text ?? null}
          />
        </Part>
        <Part heading={texts.parts.resolutions} show={resolutions.length > 0}>
          {resolutions.map(({ id, kind, state, orderName, worth }) => (
            <Sentence
              key={id}
              lead={`${orderName}, ${resolutionTexts.kinds[kind]}, ${resolutionTexts.states[state]}: `}
              backed={worth}
            />
          ))}
        </Part>
        <Part heading={texts.parts.tried} show={tried.length > 0}>
          {tried.map(({ seq, tool, orderName, outcome }) => (
            <Text key={seq} as="p" tone="subdued" breakWord>
              {[texts.tool(tool), orderName].filter(Boolean).join(" ")}: {transcriptTexts.work.outcome(outcome)}
            </Text>
          ))}
        </Part>
      </BlockStack>
    </Card>
  );
}

function Head({ brief: { reason, who, waiting }, at }: Pick<BriefCardProps, "brief" | "at">) {
  const kind = who.isCustomer ? texts.customer : texts.guest;
  const named = [who.name, who.email].filter((part) => part !== null).join(", ");
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {texts.heading}
        </Text>
        {reason === null ? null : <Badge tone="attention">{conversationTexts.reason(reason)}</Badge>}
        {who.vip ? <Badge tone="info">{texts.vip}</Badge> : null}
      </InlineStack>
      <Text as="p" breakWord>
        {named === "" ? kind : `${kind}: ${named}`}
        {who.provenOrders.length > 0 ? ` · ${texts.proven(who.provenOrders)}` : ""}
      </Text>
      {waiting ? (
        <Text as="p" tone="subdued">
          {waiting.for === "team" ? texts.waiting(at(waiting.since)) : texts.answered(at(waiting.since))}
        </Text>
      ) : null}
    </BlockStack>
  );
}

function Part({ heading, show, children }: { heading: string; show: boolean; children: ReactNode }) {
  if (!show) return null;
  return (
    <Box>
      <Text as="h3" variant="headingSm">
        {heading}
      </Text>
      <BlockStack gap="100">{children}</BlockStack>
    </Box>
  );
}

/** Where its figures were read is a touch, a hover or a focus away. */
function Sentence({ lead, backed }: { lead: string; backed: Backed | null }) {
  const sentence = (
    <Text as="span" breakWord>
      {lead}
      {backed?.text}
    </Text>
  );
  if (!backed || backed.evidence.length === 0) return <p>{sentence}</p>;
  const sources = backed.evidence.map(({ value, source, seq }) => texts.readIn(value, source, seq)).join("; ");
  return (
    <p>
      <Tooltip content={sources} hasUnderline width="wide">
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the tooltip opens on focus, too */}
        <span tabIndex={0}>{sentence}</span>
      </Tooltip>
    </p>
  );
}
