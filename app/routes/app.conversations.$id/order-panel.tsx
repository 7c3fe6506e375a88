import { BlockStack, Box, Button, InlineStack, Link, SkeletonBodyText, Text } from "@shopify/polaris";
import { Deferred } from "../../components/deferred.tsx";
import { orderPath } from "../../components/order-path.ts";
import { PlainText } from "../../components/plain-text.tsx";
import { WorryBadge } from "../app.orders/worry-badge.tsx";
import type { OrderView } from "../app.orders/load-order.server.ts";
import { texts as orderTexts } from "../app.orders/texts.ts";
import { deskTexts } from "./desk.texts.ts";

const words = deskTexts.side;

export type PanelOrder = { name: string; view: OrderView };
type Props = { orders: Promise<PanelOrder[]>; again: () => void };

/** The orders it is about as code tells them now, which may be another thing than what was said when. */
export function OrderPanel({ orders, again }: Props) {
  const failed = (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="p">{words.orderFailed}</Text>
      <Button onClick={again}>{words.again}</Button>
    </BlockStack>
  );
  return (
    <Deferred value={orders} waiting={<Waiting />} failed={failed}>
      {(known) => (
        <BlockStack gap="400">
          {known.map(({ name, view }) => (
            <BlockStack key={name} gap="200">
              {view.kind === "ok" ? (
                <Found order={view.order} />
              ) : (
                <>
                  <Text as="p">{orderTexts.failed[view.kind].heading}</Text>
                  <InlineStack>
                    <Button onClick={again}>{words.again}</Button>
                  </InlineStack>
                </>
              )}
              <Link url={orderPath(name)}>{words.explained(name)}</Link>
            </BlockStack>
          ))}
        </BlockStack>
      )}
    </Deferred>
  );
}

function Waiting() {
  return (
    <div role="status" aria-label={words.orderWaiting}>
      <SkeletonBodyText lines={4} />
    </div>
  );
}

function Found({ order }: { order: Extract<OrderView, { kind: "ok" }>["order"] }) {
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {order.name}: {order.headline.title}
        </Text>
        <WorryBadge worry={order.headline.worry} />
      </InlineStack>
      {order.headline.own && <PlainText text={order.headline.leadText} />}
      {order.parts.map((part, index) => (
        <Box key={index} borderInlineStartWidth="050" borderColor="border" paddingInlineStart="300">
          <BlockStack gap="100">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h4" variant="headingXs" breakWord>
                {part.label}
              </Text>
              <Text as="span" breakWord>
                {part.title}
              </Text>
              <WorryBadge worry={part.worry} />
            </InlineStack>
            <PlainText text={part.leadText} />
            <Text as="p" tone="subdued" variant="bodySm" breakWord>
              {part.items.join(", ")}
            </Text>
            {part.next && (
              <Text as="p" tone="subdued" variant="bodySm" breakWord>
                {words.next}: {part.next.what}
                {part.next.when === null ? "" : ` (${part.next.when})`}
              </Text>
            )}
          </BlockStack>
        </Box>
      ))}
    </BlockStack>
  );
}
