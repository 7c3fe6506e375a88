import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { AdminError } from "../components/admin-error.tsx";
import { adminTexts } from "../components/admin.texts.ts";
import { requireStaff } from "../staff/require-staff.server.ts";

/**
 * Every address under `/app` that no page has. Without a route of its own the server would give such an error to the
 * root and the browser, which then knows more routes, to the admin's frame: hydration would fail.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "look");
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  throw new Response(null, { status: 404 });
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

/** A route without a component would be a resource, whose errors nobody sees. */
export default function Nowhere() {
  return null;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) return <AdminError />;
  const { title, text } = adminTexts.errors.notFound;
  return (
    <Page title={title}>
      <TitleBar title={title} />
      <Card>
        <BlockStack gap="300">
          <Text as="p">{text}</Text>
          <InlineStack>
            <Button url="/app">{adminTexts.errors.home}</Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </Page>
  );
}
