import { Badge, BlockStack, Box, Button, ButtonGroup, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { Disclosure } from "../../components/disclosure.tsx";
import { ListEmpty } from "../../components/list-states.tsx";
import { AgentText, PlainText } from "../../components/plain-text.tsx";
import { SaidBox } from "../../components/said-box.tsx";
import { EvidenceList } from "../../components/transcript/evidence-list.tsx";
import type { ExcerptLine } from "./excerpt.ts";
import type { ShownReview } from "./load-quality.server.ts";
import type { QualityAsked } from "./quality-action.server.ts";
import { texts } from "./texts.ts";
import { WrongForm } from "./wrong-form.tsx";

type Ask = (asked: QualityAsked) => void;
type Props = { review: ShownReview; position: string; isBusy: boolean; ask: Ask; next: () => void };

const words = texts.review;

/** One conversation to judge: by its buttons, or by keys while nothing is being typed. */
export function ReviewCard({ review, position, isBusy, ask, next }: Props) {
  const [isWrong, setWrong] = useState(false);
  const { conversationId, drawnBy, day, risks, isCut, lines } = review;
  const right = () => ask({ intent: "judge", conversationId, judgement: { label: "right" } });
  useKeys({ "1": right, "2": () => setWrong(true), n: next }, isBusy || isWrong);
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {words.heading}
          </Text>
          <Text as="span" tone="subdued">
            {position}
          </Text>
        </InlineStack>
        <InlineStack gap="200" blockAlign="center">
          <Badge>{words[drawnBy]}</Badge>
          {risks.map((risk) => (
            <Badge key={risk} tone="attention">
              {texts.risks[risk]}
            </Badge>
          ))}
          <Text as="span" tone="subdued">
            {words.day(day)}
          </Text>
          <Link url={`/app/conversations/${conversationId}`}>{words.open}</Link>
        </InlineStack>
        {isCut && (
          <Text as="p" tone="subdued">
            {texts.excerpt.cut}
          </Text>
        )}
        <BlockStack as="ol" gap="300">
          {lines.map((line) => (
            <li key={line.seq} style={{ listStyle: "none" }}>
              <Line line={line} />
            </li>
          ))}
        </BlockStack>
        <BlockStack gap="200">
          <Text as="h3" variant="headingSm">
            {words.question}
          </Text>
          <ButtonGroup>
            <Button onClick={right} disabled={isBusy}>
              {words.right}
            </Button>
            <Button onClick={() => setWrong(true)} disabled={isBusy} ariaExpanded={isWrong}>
              {words.wrong}
            </Button>
            <Button variant="plain" onClick={next}>
              {words.next}
            </Button>
          </ButtonGroup>
        </BlockStack>
        {isWrong && (
          <WrongForm
            isBusy={isBusy}
            cancel={() => setWrong(false)}
            save={(judgement) => ask({ intent: "judge", conversationId, judgement })}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function Line({ line }: { line: ExcerptLine }) {
  if (line.kind === "note") {
    return (
      <Box borderInlineStartWidth="050" borderColor="border-caution" paddingInlineStart="300">
        <PlainText text={line.text} />
        {line.details.map((detail, index) => (
          <PlainText key={index} text={`“${detail}”`} />
        ))}
      </Box>
    );
  }
  const { by, when, isAgent, text, evidence } = line;
  return (
    <SaidBox by={by} when={when} filled={!isAgent}>
      {isAgent ? <AgentText text={text} /> : <PlainText text={text} />}
      {evidence.length > 0 && (
        <Disclosure title={texts.excerpt.evidence(evidence.length)}>
          <EvidenceList evidence={evidence} />
        </Disclosure>
      )}
    </SaidBox>
  );
}

export function NothingCard({ isOff, isBusy, ask }: { isOff: boolean; isBusy: boolean; ask: Ask }) {
  return (
    <Card>
      <ListEmpty {...(isOff ? texts.off : texts.empty)} />
      {!isOff && (
        <InlineStack align="center">
          <Button onClick={() => ask({ intent: "draw" })} loading={isBusy}>
            {texts.draw}
          </Button>
        </InlineStack>
      )}
    </Card>
  );
}

/** Keys of the page, where nobody is typing. */
function useKeys(keys: Record<string, () => void>, isOff: boolean): void {
  useEffect(() => {
    if (isOff) return;
    const hear = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || at?.closest("input, textarea, select, [role='dialog']"))
        return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  });
}
