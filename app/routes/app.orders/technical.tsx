import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { Disclosure } from "../../components/disclosure.tsx";
import { PlainText } from "../../components/plain-text.tsx";
import type { Signal } from "../../orders/explained.ts";
import { Definition, Definitions } from "../../components/definition.tsx";
import type { ShownConflict, ShownEvent, ShownOrder, ShownPart } from "./shown-order.ts";
import { texts } from "./texts.ts";

const words = texts.technical;

/** For who wants to know exactly: shown on demand. */
export function OrderTechnical({ order }: { order: ShownOrder }) {
  const { headline, conflicts, units, cost, judged } = order;
  return (
    <Disclosure title={words.whole}>
      <BlockStack gap="300">
        <Definitions>
          <Definition term={words.situation}>
            <Code text={headline.id} />
          </Definition>
          <Definition term={words.rule}>{headline.rule}</Definition>
          <Definition term={words.units}>{units}</Definition>
          <Definition term={words.judged}>
            <time dateTime={judged.at}>{judged.words}</time>
          </Definition>
          <Definition term={words.cost}>{cost}</Definition>
        </Definitions>
        <Signals caption={words.caption(order.name)} signals={headline.evidence} />
        <Disagreeing conflicts={conflicts} />
      </BlockStack>
    </Disclosure>
  );
}

export function PartTechnical({ part: { id, label, evidence, conflicts, events } }: { part: ShownPart }) {
  return (
    <BlockStack gap="200">
      {events.length > 0 && (
        <Disclosure title={texts.events.heading(events.length)}>
          <BlockStack as="ul" gap="300">
            {events.map((event, index) => (
              <li key={index} style={{ listStyle: "none" }}>
                <Event event={event} />
              </li>
            ))}
          </BlockStack>
        </Disclosure>
      )}
      <Disclosure title={words.heading}>
        <BlockStack gap="300">
          <Definitions>
            <Definition term={words.situation}>
              <Code text={id} />
            </Definition>
          </Definitions>
          <Signals caption={words.caption(label)} signals={evidence} />
          <Disagreeing conflicts={conflicts} />
        </BlockStack>
      </Disclosure>
    </BlockStack>
  );
}

function Event({ event: { at, words: when, title, city, message, estimate, leftOut, live } }: { event: ShownEvent }) {
  return (
    <>
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="semibold">
          {title}
        </Text>
        {live && <Badge>{texts.events.live}</Badge>}
        {leftOut && <Badge tone="warning">{texts.events.leftOut}</Badge>}
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm" breakWord>
        <time dateTime={at}>{when}</time>
        {city !== null && ` · ${city}`}
      </Text>
      {message !== null && message !== "" && <PlainText text={message} />}
      {estimate !== null && (
        <Text as="p" tone="subdued" variant="bodySm">
          {texts.events.estimate(estimate)}
        </Text>
      )}
    </>
  );
}

function Disagreeing({ conflicts }: { conflicts: ShownConflict[] }) {
  return conflicts.map((conflict, index) => (
    <Signals key={index} caption={`${words.signals}: ${conflict.text}`} signals={conflict.signals} shown />
  ));
}

const CELL = { padding: "var(--p-space-100) var(--p-space-200) var(--p-space-100) 0", verticalAlign: "top" } as const;

function Signals({ caption, signals, shown = false }: { caption: string; signals: Signal[]; shown?: boolean }) {
  if (signals.length === 0) return null;
  return (
    <table style={{ width: "100%", tableLayout: "fixed", borderCollapse: "collapse", overflowWrap: "anywhere" }}>
      <caption style={{ textAlign: "start" }}>
        <Text as="span" variant="bodySm" {...(shown ? { fontWeight: "semibold" } : { visuallyHidden: true })}>
          {caption}
        </Text>
      </caption>
      <thead>
        <tr>
          {[words.field, words.value].map((heading) => (
            <th key={heading} scope="col" style={{ ...CELL, textAlign: "start" }}>
              <Text as="span" variant="bodySm" tone="subdued">
                {heading}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {signals.map(({ path, value }, index) => (
          <tr key={index} style={{ borderTop: "1px solid var(--p-color-border-secondary)" }}>
            <td style={CELL}>
              <Code text={path} />
            </td>
            <td style={CELL}>
              <PlainText text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Code({ text }: { text: string }) {
  return <PlainText text={text} code />;
}
