import { BlockStack, InlineStack, Link, List, Text } from "@shopify/polaris";
import { Decisions, type Wanted } from "../../components/resolutions/decisions.tsx";
import { PastResolutions } from "../../components/resolutions/past-resolutions.tsx";
import { Definition, Definitions } from "../../components/definition.tsx";
import { Photos } from "../../components/photos.tsx";
import { PlainText } from "../../components/plain-text.tsx";
import { ResolutionBadge } from "../../components/resolution-badge.tsx";
import type { Shown } from "../../components/resolutions/load-resolution.server.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { deskTexts } from "./desk.texts.ts";
import type { LoadedConversation } from "./load-conversation.server.ts";

const words = deskTexts.side;

/** What is to be decided next, and about which. */
export type WantedDecision = { id: string; kind: Wanted };
type HereProps = { settled: readonly Shown[]; wanted: WantedDecision | null; onWanted: () => void };

/**
 * What was confirmed in this conversation: what waits for people can be decided here, with the verdict, the price, and the
 * photos it rests on. What was decided stays, so that who was too late reads by whom.
 */
export function SettledHere({ settled, wanted, onWanted }: HereProps) {
  return (
    <BlockStack gap="400">
      {settled.map((shown) => (
        <One key={shown.id} shown={shown} wanted={wanted?.id === shown.id ? wanted.kind : null} onWanted={onWanted} />
      ))}
    </BlockStack>
  );
}

type OneProps = { shown: Shown; wanted: Wanted | null; onWanted: () => void };

function One({ shown, wanted, onWanted }: OneProps) {
  const { id, title, orderName, state, plan, verdict, photos } = shown;
  const waits = state === "awaiting_approval" || state === "needs_attention";
  const facts = (
    <BlockStack gap="300">
      <Definitions>
        {plan.map(({ term, values }) => (
          <Definition key={term} term={term}>
            {values.map((value, index) => (
              <PlainText key={index} text={value} />
            ))}
          </Definition>
        ))}
      </Definitions>
      {verdict.rules.length > 0 && (
        <BlockStack gap="100">
          <Text as="h3" variant="headingXs">
            {words.verdict}
          </Text>
          <List>
            {verdict.rules.map((rule) => (
              <List.Item key={rule.id}>
                {rule.about}: {rule.said}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      )}
      {photos.length > 0 && <Photos photos={photos} />}
    </BlockStack>
  );
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/app/resolutions/${id}`} accessibilityLabel={`${words.open}: ${orderName}, ${title}`}>
          {orderName} · {title}
        </Link>
        <ResolutionBadge state={state} />
      </InlineStack>
      <Decisions shown={shown} wanted={wanted} onWanted={onWanted} />
      {waits ? facts : <Disclosure title={words.verdict}>{facts}</Disclosure>}
    </BlockStack>
  );
}

export function SettledElsewhere({ elsewhere }: Pick<LoadedConversation, "elsewhere">) {
  if (elsewhere.length === 0) return <Text as="p">{words.none}</Text>;
  return <PastResolutions past={elsewhere} />;
}
