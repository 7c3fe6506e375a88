import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { AdminError } from "./admin-error.tsx";

type Props = {
  notFound: { heading: string; text?: string; action: string };
  /** In the admin's bar; the heading where it is left out. */
  title?: string;
  /** Where the action leads. */
  url: string;
};

/**
 * In place of a page that failed. What never was, what is no more and what is another shop's are told alike: it does not exist.
 */
export function PageError({ notFound: { heading, text, action }, title = heading, url }: Props) {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) return <AdminError />;
  return (
    <Page title={heading}>
      <TitleBar title={title} />
      <Card>
        <BlockStack gap="300">
          {text !== undefined && <Text as="p">{text}</Text>}
          <InlineStack>
            <Button url={url}>{action}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
