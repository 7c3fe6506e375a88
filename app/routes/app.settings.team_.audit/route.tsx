import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Card, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { Deferred } from "../../components/deferred.tsx";
import { ListFailed, ListLoading } from "../../components/list-states.tsx";
import { saveAs } from "../../components/save-as.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { Entries } from "./entries.tsx";
import { loadAudit } from "./load-audit.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "read_audit");
  return { page: loadAudit(shop, new URL(request.url).searchParams) };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Audit() {
  const { page } = useLoaderData<typeof loader>();
  const [search, setSearch] = useSearchParams();
  const { revalidate } = useRevalidator();
  const [saveFailed, setSaveFailed] = useState(false);
  const asked = { person: search.get("person") ?? "", action: search.get("action") ?? "" };
  const path = `/app/settings/team/audit/csv?${new URLSearchParams(asked).toString()}`;
  const failed = <ListFailed text={texts.failed} again={revalidate} />;
  return (
    <Page title={texts.title} subtitle={texts.subtitle} backAction={{ content: texts.back, url: "/app/settings/team" }}>
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        {saveFailed && <Banner tone="critical" title={texts.exportFailed} onDismiss={() => setSaveFailed(false)} />}
        <Card padding="0">
          <Deferred value={page} waiting={<ListLoading label={texts.loading} />} failed={failed}>
            {(known) =>
              known ? (
                <Entries
                  {...known}
                  asked={asked}
                  ask={(next) => setSearch(Object.entries(next).filter(([, value]) => value !== ""))}
                  save={() => void saveAs(path, "what-people-did.csv").then(setSaveFailed)}
                />
              ) : (
                failed
              )
            }
          </Deferred>
        </Card>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
