import { Badge, BlockStack, InlineStack, Link, List, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { Definition, Definitions } from "../definition.tsx";
import { PlainText } from "../plain-text.tsx";
import { TitledCard } from "../titled-card.tsx";
import { PastResolutions } from "./past-resolutions.tsx";
import type { Shown, ShownStep } from "./load-resolution.server.ts";
import type { Fact } from "./plan-words.ts";
import { texts } from "./resolution-page.texts.ts";

/** A card of terms, each with lines of plain text. */
export function FactsCard({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <TitledCard title={title}>
      <Definitions>
        {facts.map(({ term, values }) => (
          <Definition key={term} term={term}>
            {values.map((value, index) => (
              <PlainText key={index} text={value} />
            ))}
          </Definition>
        ))}
      </Definitions>
    </TitledCard>
  );
}

export function VerdictCard({ verdict }: Pick<Shown, "verdict">) {
  const words = texts.verdict;
  return (
    <TitledCard title={words.heading}>
      <Text as="p">{verdict.needsApproval ? words.approval : words.automatic}</Text>
      {verdict.rules.length === 0 ? (
        <Text as="p">{words.none}</Text>
      ) : (
        <List>
          {verdict.rules.map(({ id, about, said }) => (
            <List.Item key={id}>
              {about}: {said}
              <Text as="p" tone="subdued" variant="bodySm" breakWord>
                {id}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      <Text as="p" tone="subdued" variant="bodySm">
        {words.version(verdict.version)}
      </Text>
    </TitledCard>
  );
}

export function HistoryCard({ history, timeZone }: Pick<Shown, "history" | "timeZone">) {
  return (
    <TitledCard title={texts.history.heading}>
      <Definitions>
        {history.map(({ term, values, at }) => (
          <Definition key={term} term={term}>
            {at === null ? values.join(", ") : <time dateTime={at}>{values.join(", ")}</time>}
          </Definition>
        ))}
      </Definitions>
      <Text as="p" tone="subdued" variant="bodySm">
        {texts.history.zone(timeZone)}
      </Text>
    </TitledCard>
  );
}

/** What else the same customer has confirmed, so that a habit is seen before another is approved. */
export function PriorCard({ prior }: Pick<Shown, "prior">) {
  const words = texts.prior;
  return (
    <TitledCard title={words.heading}>
      {prior.length === 0 && <Text as="p">{words.none}</Text>}
      <PastResolutions past={prior} />
    </TitledCard>
  );
}

const STEP_TONES: Record<ShownStep["state"], NonNullable<BadgeProps["tone"]>> = {
  calling: "attention",
  done: "success",
  refused: "critical",
};

export function StepsCard({ steps, isOver }: Pick<Shown, "steps" | "isOver">) {
  const words = texts.steps;
  return (
    <TitledCard title={words.heading}>
      {steps.length === 0 && <Text as="p">{isOver ? words.noneEver : words.none}</Text>}
      {steps.length > 0 && (
        <BlockStack as="ol" gap="400">
          {steps.map((step) => (
            <li key={step.name} style={{ listStyle: "none" }}>
              <Step step={step} />
            </li>
          ))}
        </BlockStack>
      )}
    </TitledCard>
  );
}

function Step({ step: { name, state, calls, started, finished, known } }: { step: ShownStep }) {
  const words = texts.steps;
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {name}
        </Text>
        <Badge tone={STEP_TONES[state]}>{words.states[state]}</Badge>
        <Text as="span" tone="subdued" variant="bodySm">
          {calls}
        </Text>
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm">
        {words.began}: <time dateTime={started.at}>{started.when}</time>
        {finished && (
          <>
            {" · "}
            {words.answered}: <time dateTime={finished.at}>{finished.when}</time>
          </>
        )}
      </Text>
      {state === "calling" && <Text as="p">{words.unknown}</Text>}
      {known.map((line) => (
        <PlainText key={line} text={line} />
      ))}
    </BlockStack>
  );
}

export function UnitsCard({ units }: Pick<Shown, "units">) {
  const words = texts.units;
  return (
    <TitledCard title={words.heading}>
      <Text as="p">{units.length === 0 ? words.none : words.text}</Text>
      {units.length > 0 && (
        <List>
          {units.map((unit) => (
            <List.Item key={unit}>{unit}</List.Item>
          ))}
        </List>
      )}
    </TitledCard>
  );
}

export function LinksCard({ links, orderName }: Pick<Shown, "links" | "orderName">) {
  const words = texts.links;
  return (
    <TitledCard title={words.heading}>
      <BlockStack as="ul" gap="200">
        <li style={{ listStyle: "none" }}>
          {!links.mayRead ? (
            words.hidden
          ) : links.conversation === null ? (
            words.gone
          ) : (
            <Link url={links.conversation}>{words.conversation}</Link>
          )}
        </li>
        <li style={{ listStyle: "none" }}>
          <Link url={links.explained}>{words.explained(orderName)}</Link>
        </li>
        <li style={{ listStyle: "none" }}>
          <Link url={links.admin} target="_top">
            {words.admin(orderName)}
          </Link>
        </li>
      </BlockStack>
    </TitledCard>
  );
}
