import { Badge, BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { Disclosure } from "../../components/disclosure.tsx";
import type { AgentEntry, ShownCard, ShownEvidence, ShownModel, ShownTool } from "./entries.ts";
import { AgentText, PlainText } from "../../components/plain-text.tsx";
import { texts } from "./texts.ts";

/** A long list is for who asks for it; a short one is read along with the answer. */
const EVIDENCE_AT_ONCE = 6;

/** What the agent said, what bears it out, and what it did to know. */
export function AgentTurn({ entry }: { entry: AgentEntry }) {
  const { text, evidence, tools, cards, models } = entry;
  return (
    <BlockStack gap="300">
      {text === null ? (
        <Text as="p" tone="subdued">
          {texts.work.silent}
        </Text>
      ) : (
        <AgentText text={text} />
      )}
      {cards.map((card) => (
        <Card key={card.title} card={card} />
      ))}
      {evidence.length > 0 && (
        <Disclosure title={texts.evidence.heading(evidence.length)} open={evidence.length <= EVIDENCE_AT_ONCE}>
          <BlockStack as="ul" gap="200">
            {evidence.map((one) => (
              <li key={`${one.label} ${one.value}`} style={{ listStyle: "none" }}>
                <Evidence evidence={one} />
              </li>
            ))}
          </BlockStack>
        </Disclosure>
      )}
      {tools.length > 0 && (
        <Disclosure title={texts.work.heading(tools.length)}>
          <BlockStack as="ul" gap="300">
            {tools.map((tool, index) => (
              <li key={index} style={{ listStyle: "none" }}>
                <Tool tool={tool} />
              </li>
            ))}
          </BlockStack>
        </Disclosure>
      )}
      {models.map((model, index) => (
        <Model key={index} model={model} />
      ))}
    </BlockStack>
  );
}

function Evidence({ evidence: { label, value, url, source } }: { evidence: ShownEvidence }) {
  return (
    <>
      <Text as="p" breakWord>
        {label}:{" "}
        {url === null ? (
          <Text as="span" fontWeight="semibold">
            {value}
          </Text>
        ) : (
          <Link url={url} target="_blank" accessibilityLabel={`${value} ${texts.evidence.newWindow}`}>
            {value}
          </Link>
        )}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        {texts.evidence.readIn} {source}
      </Text>
    </>
  );
}

function Card({ card }: { card: ShownCard }) {
  return (
    <div>
      <Text as="p" fontWeight="semibold" breakWord>
        {card.title}
      </Text>
      {card.lines.map((line, index) => (
        <Text key={index} as="p" tone="subdued" breakWord>
          {line}
        </Text>
      ))}
    </div>
  );
}

function Tool({ tool }: { tool: ShownTool }) {
  return (
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold" breakWord>
          {tool.name}
        </Text>
        <Badge {...(tool.ok ? {} : { tone: "warning" })}>{tool.outcome}</Badge>
        <Text as="span" tone="subdued" variant="bodySm">
          {tool.cost === null ? tool.time : `${tool.time} · ${tool.cost}`}
        </Text>
      </InlineStack>
      <PlainText text={tool.summary} />
      <Text as="p" tone="subdued" variant="bodySm">
        {texts.work.arguments}
      </Text>
      <PlainText text={tool.arguments} code />
      {tool.result !== null && (
        <Disclosure title={texts.work.result}>
          <PlainText text={tool.result} code />
        </Disclosure>
      )}
    </BlockStack>
  );
}

function Model({ model }: { model: ShownModel }) {
  return (
    <div>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        {model.line}
      </Text>
      {model.withheld.length > 0 && (
        <>
          <Text as="p">{texts.model.withheld}</Text>
          {model.withheld.map(({ text, why }, index) => (
            <PlainText key={index} text={`“${text}” (${why})`} />
          ))}
        </>
      )}
    </div>
  );
}
