import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { Deferred } from "../../components/deferred.tsx";
import { ListEmpty, ListFailed, ListLoading } from "../../components/list-states.tsx";
import { errorFields, log } from "../../platform/log.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { Cases } from "./cases.tsx";
import { loadCases } from "./load-cases.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "try_agent");
  const page = loadCases(shop).catch((error: unknown) => {
    log.error({ shop, ...errorFields(error) }, "test cases could not be listed");
    return null;
  });
  return { page };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function CasesPage() {
  const { page } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const failed = (
    <Card padding="0">
      <ListFailed text={texts.failed} again={revalidate} />
    </Card>
  );
  const waiting = (
    <Card padding="0">
      <ListLoading label={texts.title} />
    </Card>
  );
  return (
    <Page title={texts.title} subtitle={texts.intro} backAction={{ content: texts.back, url: "/app/playground" }}>
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        <Deferred value={page} waiting={waiting} failed={failed}>
          {(known) => {
            if (!known) return failed;
            return known.cases.length === 0 ? (
              <Card>
                <ListEmpty {...texts.empty} />
              </Card>
            ) : (
              <Cases {...known} />
            );
          }}
        </Deferred>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
