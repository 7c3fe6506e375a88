import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useRevalidator } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, Layout, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { Deferred } from "../../components/deferred.tsx";
import { ListFailed, ListLoading } from "../../components/list-states.tsx";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { useStartDraft } from "../../components/policies/use-start-draft.tsx";
import { PRESET_SENTENCES, PRESETS } from "../../policy/presets.ts";
import { OnlyFor, Switched } from "../../components/staff/only-for.tsx";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { DraftCard, ForceCard, PresetsCard } from "./cards.tsx";
import { HistoryCard } from "./history-card.tsx";
import { ImportCard } from "./import-card.tsx";
import { loadPolicies, type ShownPolicies } from "./load-policies.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const before = new URL(request.url).searchParams.get("before") ?? "";
  const page = loadPolicies(session.shop, /^[1-9]\d{0,8}$/.test(before) ? Number(before) : null);
  const presets = PRESETS.map((id) => ({ id, sentence: PRESET_SENTENCES[id] }));
  return { page, presets, before: before !== "" };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

type Presets = { id: (typeof PRESETS)[number]; sentence: string }[];

export default function Policies() {
  const { page, presets, before } = useLoaderData<typeof loader>();
  const { revalidate, state } = useRevalidator();
  const failed = (
    <Card padding="0">
      <ListFailed text={texts.failed} again={revalidate} />
    </Card>
  );
  const waiting = (
    <Card padding="0">
      <ListLoading label={texts.loading} />
    </Card>
  );
  return (
    <Page
      title={policyTexts.heading}
      subtitle={texts.subtitle}
      primaryAction={
        <Button onClick={() => revalidate()} loading={state === "loading"}>
          {conversationTexts.refresh}
        </Button>
      }
      secondaryActions={[
        { content: texts.tryIt, url: "/app/policies/try" },
        { content: texts.backtest, url: "/app/policies/backtest" },
        { content: playgroundTexts.heading, url: "/app/playground" },
      ]}
    >
      <TitleBar title={policyTexts.heading} />
      <Deferred value={page} waiting={waiting} failed={failed}>
        {(known) => (known ? <Known {...known} presets={presets} before={before} /> : failed)}
      </Deferred>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Known({
  force,
  draft,
  history,
  older,
  presets,
  before,
}: ShownPolicies & { presets: Presets; before: boolean }) {
  const { start, busy, problems, asking } = useStartDraft(draft);
  return (
    <BlockStack gap="400">
      {asking}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {draft && <DraftCard draft={draft} />}
            <ForceCard force={force} hasDraft={draft !== null} busy={busy?.kind === "force"} start={start} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <OnlyFor action="edit_policy">
              <PresetsCard presets={presets} busy={busy} start={start} />
            </OnlyFor>
            <HistoryCard history={history} older={older} before={before} />
            <Switched action="edit_policy">
              <ImportCard busy={busy?.kind === "import"} problems={problems} start={start} />
            </Switched>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </BlockStack>
  );
}
