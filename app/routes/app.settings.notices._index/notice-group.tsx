import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { NoticePhase } from "../../orders/notice-words.ts";
import type { NoticeAsked } from "./notice-action.server.ts";
import { texts } from "./texts.ts";

export type ListedNotice = { id: string; title: string; version: string | null; sentence: string; canEnd: boolean };
type Ask = (asked: NoticeAsked) => void;
type Props = { phase: NoticePhase; notices: readonly ListedNotice[]; isOff: boolean; ask: Ask };

export function NoticeGroup({ phase, notices, isOff, ask }: Props) {
  if (notices.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {texts.phases[phase]}
        </Text>
        <BlockStack as="ul" gap="400">
          {notices.map((notice) => (
            <li key={notice.id} style={{ listStyle: "none" }}>
              <Row notice={notice} isOff={isOff} ask={ask} />
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function Row({ notice, isOff, ask }: { notice: ListedNotice; isOff: boolean; ask: Ask }) {
  const { id, title, version, sentence, canEnd } = notice;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm" breakWord>
        <Link url={`/app/settings/notices/${id}`}>{title}</Link>
      </Text>
      <Text as="p" breakWord>
        {sentence}
      </Text>
      {version !== null && (
        <InlineStack gap="200">
          {canEnd && (
            <Button
              disabled={isOff}
              accessibilityLabel={texts.endOf(title)}
              onClick={() => ask({ intent: "end", id, version })}
            >
              {texts.end}
            </Button>
          )}
          <Button
            tone="critical"
            disabled={isOff}
            accessibilityLabel={texts.removeOf(title)}
            onClick={() => ask({ intent: "withdraw", id, version })}
          >
            {texts.remove}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}
