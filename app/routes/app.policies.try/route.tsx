import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Card, Layout, Page, SkeletonBodyText, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { loadPolicies, loadTrial } from "./load-trial.server.ts";
import { texts } from "./texts.ts";
import { TrialForm } from "./trial-form.tsx";
import { readTrialQuery } from "./trial-query.ts";
import { TrialResult } from "./trial-result.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { searchParams } = new URL(request.url);
  const query = readTrialQuery(searchParams);
  const [atHand, view] = await Promise.all([
    loadPolicies(session.shop),
    query.order === "" ? null : loadTrial(session.shop, query, session.scope),
  ]);
  return { key: searchParams.toString(), query, atHand, view };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function TryPolicy() {
  const { key, query, atHand, view } = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  const tried = view?.kind === "tried" ? view : null;
  const outcome = tried?.outcome.kind === "decided" ? texts.verdict.kinds[tried.outcome.verdict] : null;
  return (
    <Page
      title={texts.title}
      subtitle={texts.intro}
      backAction={{ content: texts.policies, url: "/app/policies" }}
      secondaryActions={[{ content: texts.backtest, url: "/app/policies/backtest" }]}
    >
      <TitleBar title={texts.title} />
      <div role="status">
        <Text as="p" visuallyHidden>
          {busy ? texts.loading : outcome}
        </Text>
      </div>
      <Layout>
        <Layout.Section variant="oneThird">
          <TrialForm key={key} query={query} tried={tried} atHand={atHand} busy={busy} />
        </Layout.Section>
        <Layout.Section>
          {busy ? (
            <Card>
              <SkeletonBodyText lines={8} />
            </Card>
          ) : view ? (
            <TrialResult view={view} name={query.order} best={query.wanted === null} again={revalidate} />
          ) : (
            <Empty />
          )}
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Empty() {
  return (
    <Box paddingBlock="800" paddingInline="400">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {texts.empty.heading}
        </Text>
        <Box maxWidth="30rem">
          <Text as="p" tone="subdued" alignment="center">
            {texts.empty.text}
          </Text>
        </Box>
      </BlockStack>
    </Box>
  );
}
