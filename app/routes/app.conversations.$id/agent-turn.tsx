import { BlockStack, Text } from "@shopify/polaris";
import { Disclosure } from "../../components/disclosure.tsx";
import { EvidenceList } from "../../components/transcript/evidence-list.tsx";
import type { ShownModel } from "../../components/transcript/shown-work.ts";
import { ToolCall } from "../../components/transcript/tool-call.tsx";
import type { AgentEntry, ShownCard } from "./entries.ts";
import { PlainText } from "../../components/plain-text.tsx";
import { SaidText } from "./said-text.tsx";
import { texts } from "./texts.ts";

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
        <SaidText text={text} spans={entry.spans} />
      )}
      {cards.map((card) => (
        <Card key={card.title} card={card} />
      ))}
      {evidence.length > 0 && (
        <Disclosure title={texts.evidence.heading(evidence.length)}>
          <EvidenceList evidence={evidence} />
        </Disclosure>
      )}
      {tools.length > 0 && (
        <Disclosure title={texts.work.heading(tools.length)}>
          <BlockStack as="ul" gap="300">
            {tools.map((tool, index) => (
              <li key={index} style={{ listStyle: "none" }}>
                <ToolCall tool={tool} />
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
