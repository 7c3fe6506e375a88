import { isRouteErrorResponse } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { type NotAllowed, readNotAllowed } from "../../staff/not-allowed.ts";
import { staffTexts } from "./staff.texts.ts";

/** What was refused to somebody's role, where a page failed for that. */
export function notAllowedIn(error: unknown): NotAllowed | null {
  return isRouteErrorResponse(error) && error.status === 403 ? readNotAllowed(error.data) : null;
}

export function notAllowedWords({ role, roles }: NotAllowed): { title: string; text: string } {
  return { title: staffTexts.notAllowed.title, text: staffTexts.notAllowed.text(role, roles) };
}

/** In place of a page that somebody's role does not include. */
export function NotAllowedPage(refused: NotAllowed) {
  const { title, text } = notAllowedWords(refused);
  return (
    <Page title={title}>
      <TitleBar title={title} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{text}</Text>
          <InlineStack>
            <Button url="/app/settings/team">{staffTexts.notAllowed.action}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
