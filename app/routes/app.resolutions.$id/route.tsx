import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, Layout, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { z } from "zod";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { Photos } from "../../components/photos.tsx";
import { ResolutionBadge } from "../../components/resolution-badge.tsx";
import { decideAsStaff } from "../../conversations/staff-decisions.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import {
  FactsCard,
  HistoryCard,
  LinksCard,
  PriorCard,
  StepsCard,
  UnitsCard,
  VerdictCard,
} from "../../components/resolutions/resolution-cards.tsx";
import { answerOf } from "../../components/resolutions/answers.ts";
import { readDecision } from "../../components/resolutions/decision-form.ts";
import { Decisions } from "../../components/resolutions/decisions.tsx";
import { loadResolution } from "../../components/resolutions/load-resolution.server.ts";
import { texts } from "../../components/resolutions/resolution-page.texts.ts";
import { PageError } from "../../components/page-error.tsx";
import { useNewsWhile } from "./use-news-while.ts";

const idSchema = z.uuid();

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "look");
  const id = idSchema.safeParse(params["id"]);
  const resolution = id.success ? await loadResolution(shop, id.data, staff) : null;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!resolution) throw new Response(null, { status: 404 });
  return resolution;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, staff } = await requireStaff(request, "refuse");
  const id = idSchema.safeParse(params["id"]);
  const decision = readDecision(await request.formData().catch(() => new FormData()));
  if (!decision) return { kind: "invalid" as const };
  const outcome = id.success && (await decideAsStaff(shop, id.data, staff, decision));
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (!outcome || outcome.kind === "not_found") throw new Response(null, { status: 404 });
  return answerOf(outcome);
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Resolution() {
  const shown = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const [search] = useSearchParams();
  // The way back leads to the list as it was.
  const kept = String(new URLSearchParams([...search].filter(([name]) => name === "view" || name === "only")));
  useNewsWhile(["confirmed", "approved", "executing"].includes(shown.state), shown.id);
  return (
    <Page
      title={`${shown.orderName} · ${shown.title}`}
      titleMetadata={<ResolutionBadge state={shown.state} />}
      subtitle={texts.states[shown.state]}
      backAction={{ content: texts.back, url: `/app/resolutions${kept && `?${kept}`}` }}
      primaryAction={
        <Button onClick={() => revalidate()} loading={state === "loading"}>
          {conversationTexts.refresh}
        </Button>
      }
    >
      <TitleBar title={texts.title} />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <Decisions shown={shown} />
            <FactsCard title={texts.plan.heading} facts={shown.plan} />
            {shown.outcome.length > 0 && <FactsCard title={texts.outcome.heading} facts={shown.outcome} />}
            {shown.hidden && <Text as="p">{texts.photosHidden}</Text>}
            {shown.photos.length > 0 && (
              <Card>
                <BlockStack gap="300">
                  <Text as="h2" variant="headingMd">
                    {texts.photos}
                  </Text>
                  <Photos photos={shown.photos} />
                </BlockStack>
              </Card>
            )}
            <StepsCard steps={shown.steps} isOver={shown.isOver} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <LinksCard links={shown.links} orderName={shown.orderName} />
            <HistoryCard history={shown.history} timeZone={shown.timeZone} />
            <PriorCard prior={shown.prior} />
            <VerdictCard verdict={shown.verdict} />
            <UnitsCard units={shown.units} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.title} url="/app/resolutions" />;
}
