import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Button, Card, Page, Tabs } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { Deferred } from "../../components/deferred.tsx";
import { CONVERSATION_VIEWS, type ListStep, readCursor } from "../../conversations/conversation-list.ts";
import { authenticateAdmin } from "../../shopify/authenticate-admin.server.ts";
import { ConversationList } from "./conversation-list.tsx";
import { loadList } from "./load-list.server.ts";
import { ListFailed, ListLoading } from "./list-states.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await authenticateAdmin(request);
  const asked = new URL(request.url).searchParams;
  const view = CONVERSATION_VIEWS.find((one) => one === asked.get("view")) ?? "all";
  return { view, page: loadList(session.shop, view, readStep(asked)) };
}

/** What is no place in the list leads to its beginning. */
function readStep(asked: URLSearchParams): ListStep | null {
  for (const direction of ["older", "newer"] as const) {
    const cursor = readCursor(asked.get(direction));
    if (cursor) return { direction, cursor };
  }
  return null;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Conversations() {
  const { view, page } = useLoaderData<typeof loader>();
  const [, setSearch] = useSearchParams();
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  const inView = (one: typeof view) => (one === "all" ? {} : { view: one });
  const refresh = (
    <Button onClick={() => revalidate()} loading={state === "loading"}>
      {conversationTexts.refresh}
    </Button>
  );
  return (
    <Page title={conversationTexts.heading} primaryAction={refresh}>
      <TitleBar title={conversationTexts.heading} />
      <Card padding="0">
        <Tabs
          tabs={CONVERSATION_VIEWS.map((one) => ({ id: one, content: texts.views[one], panelID: `${one}-list` }))}
          selected={CONVERSATION_VIEWS.indexOf(view)}
          onSelect={(index) => setSearch(inView(CONVERSATION_VIEWS[index] ?? "all"))}
        >
          <Deferred value={page} waiting={<ListLoading />} failed={<ListFailed again={revalidate} />}>
            {(known) =>
              known ? (
                <ConversationList
                  view={view}
                  page={known}
                  busy={busy}
                  onStep={(step) => setSearch({ ...inView(view), ...step })}
                />
              ) : (
                <ListFailed again={revalidate} />
              )
            }
          </Deferred>
        </Tabs>
      </Card>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
