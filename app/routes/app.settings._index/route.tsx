import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Link, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "look");
  return null;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Settings() {
  return (
    <Page title={texts.heading}>
      <TitleBar title={texts.heading} />
      <BlockStack gap="400">
        {texts.sections.map(({ url, title, text }) => (
          <Card key={url}>
            <BlockStack gap="200">
              <Text as="h2" variant="headingMd">
                <Link url={url} removeUnderline>
                  {title}
                </Link>
              </Text>
              <Text as="p" tone="subdued">
                {text}
              </Text>
            </BlockStack>
          </Card>
        ))}
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
