import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Layout, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { PageError } from "../../components/page-error.tsx";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { FiguresCard, SettingsCard, SuggestionsCard } from "./cards.tsx";
import { loadQuality } from "./load-quality.server.ts";
import { actOnQuality, type QualityAnswer, type QualityAsked } from "./quality-action.server.ts";
import { NothingCard, ReviewCard } from "./review-card.tsx";
import { texts } from "./texts.ts";
import { Told } from "./told.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "review_quality");
  return loadQuality(shop, new URL(request.url).searchParams.get("conversation"));
}

export async function action({ request }: ActionFunctionArgs): Promise<QualityAnswer> {
  const { shop, by } = await requireStaff(request, "review_quality");
  return actOnQuality(shop, by, await request.json().catch(() => null));
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Quality() {
  const { ids, index, current, progress, weeks, suggestions, answers, perDay } = useLoaderData<typeof loader>();
  const [, setSearch] = useSearchParams();
  const fetcher = useFetcher();
  const isBusy = fetcher.state !== "idle";
  const ask = (asked: QualityAsked) =>
    fetcher.submit(JSON.stringify(asked), { method: "post", encType: "application/json" });
  const next = () => {
    const id = ids[(index + 1) % ids.length];
    if (id !== undefined) setSearch({ conversation: id }, { replace: true, preventScrollReset: true });
  };
  return (
    <Page title={texts.title} subtitle={texts.intro}>
      <TitleBar title={texts.title} />
      <Layout>
        <Layout.Section>
          <Told answer={isBusy ? undefined : (fetcher.data as QualityAnswer | undefined)} ask={ask} />
          {current ? (
            <ReviewCard
              key={current.conversationId}
              review={current}
              position={texts.review.position(index + 1, ids.length)}
              isBusy={isBusy}
              ask={ask}
              next={next}
            />
          ) : (
            <NothingCard isOff={perDay === 0} isBusy={isBusy} ask={ask} />
          )}
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <FiguresCard progress={progress} weeks={weeks} />
            <SuggestionsCard suggestions={suggestions} answers={answers} isBusy={isBusy} ask={ask} />
            <SettingsCard perDay={perDay} isBusy={isBusy} ask={ask} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={{ ...texts.empty, action: texts.title }} title={texts.title} url="/app/quality" />;
}
