import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { ReactNode } from "react";
import { orderPath } from "../../components/order-path.ts";
import type { ConversationDetails } from "./load-conversation.server.ts";
import { deskTexts } from "./desk.texts.ts";
import type { ShownDesk } from "./shown-desk.ts";
import { texts } from "./texts.ts";

const { side } = deskTexts;

type Props = { details: ConversationDetails; shopper: ShownDesk["shopper"] };

export function DetailsCard({ details, shopper }: Props) {
  const words = texts.details;
  const { isCustomer, customerUrl, orderNames, language, started, active, timeZone } = details;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        <dl style={{ margin: 0, display: "grid", gap: "var(--p-space-300)" }}>
          <Detail term={words.who}>
            {isCustomer ? words.customer : words.guest}{" "}
            {customerUrl !== null && (
              <Link url={customerUrl} target="_top">
                {words.open}
              </Link>
            )}
          </Detail>
          {shopper.name !== null && <Detail term={side.name}>{shopper.name}</Detail>}
          {shopper.email !== null && <Detail term={side.email}>{shopper.email}</Detail>}
          {shopper.contact !== null && shopper.contact !== shopper.email && (
            <Detail term={side.contact}>{shopper.contact}</Detail>
          )}
          <Detail term={words.orders}>
            {orderNames.length === 0 && words.noOrders}
            {orderNames.map((name, index) => (
              <Fragment key={name}>
                {index > 0 && ", "}
                <Link url={orderPath(name)} accessibilityLabel={words.explain(name)}>
                  {name}
                </Link>
              </Fragment>
            ))}
          </Detail>
          <Detail term={words.language}>{language}</Detail>
          <Detail term={words.started}>
            <time dateTime={started.at}>{started.when}</time>
          </Detail>
          <Detail term={words.active}>
            <time dateTime={active.at}>{active.when}</time>
          </Detail>
        </dl>
        <Text as="p" tone="subdued" variant="bodySm">
          {words.zone(timeZone)}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <Text as="dt" tone="subdued" variant="bodySm">
        {term}
      </Text>
      <dd style={{ margin: 0, overflowWrap: "anywhere" }}>{children}</dd>
    </div>
  );
}
