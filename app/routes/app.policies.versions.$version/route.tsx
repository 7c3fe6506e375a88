import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, Box, Button, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { AreaSentences, Differences } from "../../components/policies/area-sentences.tsx";
import { ExportButton } from "../../components/policies/export-button.tsx";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { useStartDraft } from "../../components/policies/use-start-draft.tsx";
import { shopTime } from "../../components/shop-time.ts";
import { useRefusal } from "../../components/staff/use-staff.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import { sentencesByArea } from "../../policy/area-sentences.ts";
import { differencesInWords } from "../../policy/differences.ts";
import { readDraft } from "../../resolutions/policy-drafts.server.ts";
import { policyVersions } from "../../resolutions/policy-versions.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { PageError } from "../../components/page-error.tsx";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { shop } = session;
  const asked = params["version"] ?? "";
  const version = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 0;
  const [[one, previous], [newest], draft, { timeZone }] = await Promise.all([
    policyVersions(shop, 2, version + 1),
    policyVersions(shop, 1, null),
    readDraft(shop),
    shopProfile(shop),
  ]);
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (one?.version !== version) throw new Response(null, { status: 404 });
  const when = (at: Date) => shopTime(timeZone)(at.toISOString());
  return {
    version,
    name: one.policy.name,
    by: one.publishedBy,
    when: when(one.publishedAt),
    inForce: newest?.version === version,
    areas: sentencesByArea(one.policy),
    previous: previous
      ? { version: previous.version, differences: differencesInWords(previous.policy, one.policy) }
      : null,
    draft: draft && { revision: draft.revision, by: draft.updatedBy, when: when(draft.updatedAt) },
  };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Version() {
  const { version, name, by, when, inForce, areas, previous, draft } = useLoaderData<typeof loader>();
  const { start, busy, asking } = useStartDraft(draft);
  const refusal = useRefusal("edit_policy");
  return (
    <Page
      title={`${policyTexts.version(version)} · ${name}`}
      titleMetadata={inForce && <Badge tone="success">{texts.inForce}</Badge>}
      subtitle={texts.published(by, when)}
      backAction={{ content: texts.back, url: "/app/policies" }}
    >
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        {asking}
        {refusal !== null && <Banner tone="info">{refusal}</Banner>}
        <InlineStack gap="200">
          <Button
            variant="primary"
            loading={busy?.kind === "version"}
            disabled={refusal !== null}
            onClick={() => start({ kind: "version", version })}
          >
            {texts.restore}
          </Button>
          <ExportButton version={version} />
        </InlineStack>
        {previous ? (
          <TitledCard title={texts.differences(previous.version)}>
            <Differences lines={previous.differences} />
          </TitledCard>
        ) : (
          <Card>
            <Text as="p">{texts.first}</Text>
          </Card>
        )}
        <TitledCard title={texts.policy}>
          <AreaSentences areas={areas} />
        </TitledCard>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.title} url="/app/policies" />;
}
