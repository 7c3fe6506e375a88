import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Button, Card, Page, Tabs } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { Deferred } from "../../components/deferred.tsx";
import { ListFailed, ListLoading } from "../../components/list-states.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { readStep } from "../../platform/list-cursor.ts";
import { MOST_COUNTED, RESOLUTION_VIEWS, type ResolutionView } from "../../resolutions/resolution-list.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { loadCounts, loadList } from "./load-list.server.ts";
import { ResolutionList } from "./resolution-list.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const asked = new URL(request.url).searchParams;
  const view = RESOLUTION_VIEWS.find((one) => one === asked.get("view")) ?? "all";
  const page = loadList(session.shop, view, readStep(asked));
  return { view, counts: await loadCounts(session.shop), page };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Resolutions() {
  const { view, counts, page } = useLoaderData<typeof loader>();
  const [, setSearch] = useSearchParams();
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  const inView = (one: ResolutionView) => (one === "all" ? {} : { view: one });
  const tab = (one: ResolutionView) => ({
    id: one,
    content: counts ? texts.view(one, counts[one], MOST_COUNTED) : texts.viewPlain[one],
    panelID: `${one}-list`,
  });
  const refresh = (
    <Button onClick={() => revalidate()} loading={state === "loading"}>
      {conversationTexts.refresh}
    </Button>
  );
  const failed = <ListFailed text={texts.failed} again={revalidate} />;
  return (
    <Page title={resolutionTexts.heading} primaryAction={refresh}>
      <TitleBar title={resolutionTexts.heading} />
      <Card padding="0">
        <Tabs
          tabs={RESOLUTION_VIEWS.map(tab)}
          selected={RESOLUTION_VIEWS.indexOf(view)}
          onSelect={(index) => setSearch(inView(RESOLUTION_VIEWS[index] ?? "all"))}
        >
          <Deferred value={page} waiting={<ListLoading label={texts.loading} />} failed={failed}>
            {(known) =>
              known ? (
                <ResolutionList
                  view={view}
                  page={known}
                  busy={busy}
                  onStep={(step) => setSearch({ ...inView(view), ...step })}
                />
              ) : (
                failed
              )
            }
          </Deferred>
        </Tabs>
      </Card>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
