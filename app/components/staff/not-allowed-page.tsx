import { isRouteErrorResponse } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { type NotAllowed, readNotAllowed } from "../../staff/not-allowed.ts";
import { staffTexts } from "./staff.texts.ts";

/** What was refused to somebody's role, where a page failed for that. */
export function notAllowedIn(error: unknown): NotAllowed | null {
  return isRouteErrorResponse(error) && error.status === 403 ? readNotAllowed(error.data) : null;
}

/** In place of a page that somebody's role does not include. */
export function NotAllowedPage({ role, roles }: NotAllowed) {
  const { title, text, action } = staffTexts.notAllowed;
  return (
    <Page title={title}>
      <TitleBar title={title} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{text(role, roles)}</Text>
          <InlineStack>
            <Button url="/app/settings/team">{action}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
