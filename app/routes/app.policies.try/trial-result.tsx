import { Badge, BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import { VERDICT_TONES } from "../../components/policies/verdict-tones.ts";
import { orderPath } from "../../components/order-path.ts";
import type { TrialView, Tried } from "./load-trial.server.ts";
import { RulesCard } from "./rules-card.tsx";
import { ShopperCard } from "./shopper-card.tsx";
import type { ShownOption } from "./shown-verdict.ts";
import { texts } from "./texts.ts";

/** @param best nothing in particular was wanted, so that the card is of the best option */
export function TrialResult({
  view,
  name,
  best,
  again,
}: {
  view: TrialView;
  name: string;
  best: boolean;
  again: () => void;
}) {
  if (view.kind === "tried") return <Tries tried={view} best={best} />;
  const { heading, text } = texts.failed[view.kind];
  return (
    <Said heading={heading} text={text(name, "oldest" in view ? view.oldest : null)}>
      {view.kind === "unavailable" && (
        <InlineStack>
          <Button onClick={again}>{texts.again}</Button>
        </InlineStack>
      )}
    </Said>
  );
}

function Said({ heading, text, children = null }: { heading: string; text: string; children?: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {heading}
        </Text>
        <Text as="p" breakWord>
          {text}
        </Text>
        {children}
      </BlockStack>
    </Card>
  );
}

function Tries({ tried: { outcome, orderName }, best }: { tried: Tried; best: boolean }) {
  if (outcome.kind === "choose") return <Said {...texts.choose} />;
  if (outcome.kind === "invalid") {
    return <Said heading={texts.invalid.heading} text={texts.invalid.text(outcome.message)} />;
  }
  const words = texts.verdict;
  return (
    <BlockStack gap="400">
      <Card>
        <BlockStack gap="300">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingLg">
              {words.kinds[outcome.verdict]}
            </Text>
            <Badge tone={VERDICT_TONES[outcome.verdict]}>{words.heading}</Badge>
            <Link url={orderPath(orderName)}>{words.explained(orderName)}</Link>
          </InlineStack>
          {outcome.until && (
            <Text as="p">
              <time dateTime={outcome.until.at}>{words.until(outcome.until.words)}</time>
            </Text>
          )}
          <Sentence term={words.shopper} text={outcome.shopper} />
          <Sentence term={words.merchant} text={outcome.merchant} />
          <BlockStack gap="200">
            <Text as="h3" variant="headingSm">
              {outcome.areAlternatives ? words.alternatives : words.options}
            </Text>
            {outcome.options.length === 0 && <Text as="p">{words.noOptions}</Text>}
            <ol style={{ margin: 0, paddingInlineStart: "1.25rem" }}>
              {outcome.options.map((option, index) => (
                <li key={index}>
                  <Option option={option} />
                </li>
              ))}
            </ol>
          </BlockStack>
        </BlockStack>
      </Card>
      <ShopperCard card={outcome.card} noCard={outcome.noCard} best={best} />
      <RulesCard rules={outcome.rules} />
    </BlockStack>
  );
}

function Sentence({ term, text }: { term: string; text: string }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {term}
      </Text>
      <Text as="p" breakWord>
        {text}
      </Text>
    </BlockStack>
  );
}

function Option({ option: { title, worth, approval, notes } }: { option: ShownOption }) {
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          {title}
        </Text>
        <Text as="span">{worth}</Text>
        {approval && <Badge tone="attention">{texts.verdict.approval}</Badge>}
      </InlineStack>
      {notes.length > 0 && (
        <Text as="p" tone="subdued" variant="bodySm" breakWord>
          {notes.map((note) => (note.endsWith(".") ? note : `${note}.`)).join(" ")}
        </Text>
      )}
    </BlockStack>
  );
}
