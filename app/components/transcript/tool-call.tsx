import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { Disclosure } from "../disclosure.tsx";
import { PlainText } from "../plain-text.tsx";
import type { ShownTool } from "./shown-work.ts";
import { transcriptTexts as texts } from "./transcript.texts.ts";

/** One tool call: what was asked, what came of it, and the whole answer for who opens it. */
export function ToolCall({ tool }: { tool: ShownTool }) {
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
