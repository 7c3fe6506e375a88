import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Button, Card, Page, Tabs } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { Deferred } from "../../components/deferred.tsx";
import { ListFailed, ListLoading } from "../../components/list-states.tsx";
import { CONVERSATION_VIEWS } from "../../conversations/conversation-list.ts";
import { readStep } from "../../platform/list-cursor.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { ConversationList } from "./conversation-list.tsx";
import { loadList } from "./load-list.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "read_conversations");
  const asked = new URL(request.url).searchParams;
  const view = CONVERSATION_VIEWS.find((one) => one === asked.get("view")) ?? "all";
  return { view, page: loadList(session.shop, view, readStep(asked)) };
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
  const failed = <ListFailed text={texts.failed} again={revalidate} />;
  return (
    <Page title={conversationTexts.heading} primaryAction={refresh}>
      <TitleBar title={conversationTexts.heading} />
      <Card padding="0">
        <Tabs
          tabs={CONVERSATION_VIEWS.map((one) => ({ id: one, content: texts.views[one], panelID: `${one}-list` }))}
          selected={CONVERSATION_VIEWS.indexOf(view)}
          onSelect={(index) => setSearch(inView(CONVERSATION_VIEWS[index] ?? "all"))}
        >
          <Deferred value={page} waiting={<ListLoading label={texts.loading} />} failed={failed}>
            {(known) =>
              known ? (
                <ConversationList
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
