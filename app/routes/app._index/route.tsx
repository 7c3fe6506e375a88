import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Layout, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { AgentCard } from "./agent-card.tsx";
import { DataRequestsCard } from "./data-requests-card.tsx";
import { FiguresCard } from "./figures-card.tsx";
import { loadHome } from "./load-home.server.ts";
import { ModelCard } from "./model-card.tsx";
import { OrdersCard } from "./orders-card.tsx";
import { PermissionsBanner } from "./permissions-banner.tsx";
import { QuestionsCard } from "./questions-card.tsx";
import { ResolutionsCard } from "./resolutions-card.tsx";
import { SetupCard } from "./setup-card.tsx";
import { SpendingBanner } from "./spending-banner.tsx";
import { texts } from "./texts.ts";
import { WidgetCard } from "./widget-card.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session, staff } = await requireStaff(request, "look");
  return loadHome(session.shop, session.scope, staff);
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Home() {
  const { missingScopes, links, setup, widget, figures, ledger, model, dataRequests } = useLoaderData<typeof loader>();
  return (
    <Page title={texts.heading}>
      <TitleBar title={texts.title} />
      <Layout>
        {missingScopes.length > 0 && (
          <Layout.Section variant="fullWidth">
            <PermissionsBanner missing={missingScopes} url={links.permissions} />
          </Layout.Section>
        )}
        {model.spending && (
          <Layout.Section variant="fullWidth">
            <SpendingBanner spending={model.spending} />
          </Layout.Section>
        )}
        <Layout.Section>
          <BlockStack gap="400">
            {dataRequests.length > 0 && <DataRequestsCard requests={dataRequests} />}
            {!setup.isDismissed && <SetupCard state={setup} widget={widget} links={links} />}
            <WidgetCard status={widget} links={links} />
            <FiguresCard figures={figures} />
            <QuestionsCard figures={figures} />
            <AgentCard />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <ResolutionsCard ledger={ledger} />
            <OrdersCard />
            <ModelCard model={model.inUse} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
