import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { ListPage } from "../../components/list-page.tsx";
import { CONVERSATION_FILTERS } from "../../conversations/conversation-filters.ts";
import { CONVERSATION_VIEWS } from "../../conversations/conversation-list.ts";
import { readStep } from "../../platform/list-cursor.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { loadList } from "./load-list.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "read_conversations");
  const asked = new URL(request.url).searchParams;
  const view = CONVERSATION_VIEWS.find((one) => one === asked.get("view")) ?? "all";
  const only = CONVERSATION_FILTERS.find((one) => one === asked.get("only")) ?? null;
  return { view, only, page: loadList(session.shop, view, readStep(asked), only) };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Conversations() {
  const { view, only, page } = useLoaderData<typeof loader>();
  return (
    <ListPage
      heading={conversationTexts.heading}
      views={CONVERSATION_VIEWS.map((id) => ({ id, content: texts.views[id] }))}
      view={view}
      only={only && { id: only, words: texts.only[only] }}
      page={page}
      texts={texts}
      row={(row, search) => <ConversationRow row={row} search={search} />}
    />
  );
}
