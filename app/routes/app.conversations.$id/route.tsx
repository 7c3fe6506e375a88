import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, useLoaderData, useRevalidator, useRouteError, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Layout, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import { AdminError } from "../../components/admin-error.tsx";
import { ConversationStatusBadge } from "../../components/conversation-status.tsx";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { DetailsCard } from "./details-card.tsx";
import { HandedBanner } from "./handed-banner.tsx";
import { loadConversation } from "./load-conversation.server.ts";
import { NotFound } from "./not-found.tsx";
import { texts } from "./texts.ts";
import { Transcript } from "./transcript.tsx";

const idSchema = z.uuid();
const beforeSchema = z.coerce.number().int().positive().max(2_147_483_647).nullable().catch(null);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "read_conversations");
  const id = idSchema.safeParse(params["id"]);
  const before = beforeSchema.parse(new URL(request.url).searchParams.get("before"));
  const conversation = id.success ? await loadConversation(session.shop, id.data, before) : null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!conversation) throw new Response(null, { status: 404 });
  return conversation;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Conversation() {
  const { status, reason, briefs, entries, earlier, isNewest, details } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const [search] = useSearchParams();
  const who = details.isCustomer ? conversationTexts.customer : conversationTexts.guest;
  // The way back leads to the list as it was.
  const kept = String(new URLSearchParams([...search].filter(([name]) => name === "view" || name === "only")));
  const refresh = (
    <Button onClick={() => revalidate()} loading={state === "loading"}>
      {conversationTexts.refresh}
    </Button>
  );
  return (
    <Page
      title={[who, ...details.orderNames].join(" · ")}
      titleMetadata={<ConversationStatusBadge status={status} />}
      backAction={{ content: texts.back, url: `/app/conversations${kept && `?${kept}`}` }}
      primaryAction={refresh}
    >
      <TitleBar title={texts.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {status === "escalated" && reason !== null && isNewest && <HandedBanner reason={reason} briefs={briefs} />}
            <Transcript entries={entries} earlier={earlier} isNewest={isNewest} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <DetailsCard details={details} />
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return isRouteErrorResponse(error) && error.status === 404 ? <NotFound /> : <AdminError />;
}
