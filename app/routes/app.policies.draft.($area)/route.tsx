import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useParams, useRevalidator } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Button, ButtonGroup, Card, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { useRefusal } from "../../components/staff/use-staff.ts";
import { useStartDraft } from "../../components/policies/use-start-draft.tsx";
import { shopTime } from "../../components/shop-time.ts";
import { POLICY_AREAS } from "../../policy/areas.ts";
import { policyFor } from "../../resolutions/policies.server.ts";
import { readDraft } from "../../resolutions/policy-drafts.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { Editor } from "./editor.tsx";
import { PageError } from "../../components/page-error.tsx";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { shop } = session;
  const { area } = params;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- Remix shows the error page for a thrown Response
  if (area !== undefined && !isArea(area)) throw new Response(null, { status: 404 });
  const { currency, timeZone } = await shopProfile(shop);
  const [draft, force] = await Promise.all([readDraft(shop), policyFor(shop, currency, true)]);
  return {
    currency,
    inForce: force.policy,
    draft: draft && {
      policy: draft.policy,
      revision: draft.revision,
      by: draft.updatedBy,
      when: shopTime(timeZone)(draft.updatedAt.toISOString()),
    },
  };
}

const isArea = (text: string): boolean => (POLICY_AREAS as readonly string[]).includes(text);

/** Between areas nothing is read again: somebody else's change is told when this one is saved. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams, defaultShouldRevalidate }) => {
  const { area } = nextParams;
  if (area !== undefined && !isArea(area)) return true;
  return currentParams["area"] === area && defaultShouldRevalidate;
};

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Draft() {
  const { draft, inForce, currency } = useLoaderData<typeof loader>();
  const params = useParams();
  // A draft that somebody else ends meanwhile stays here until its editor has heard of it.
  const [kept, setKept] = useState(draft);
  if (!kept && draft) setKept(draft);
  const area = POLICY_AREAS.find((one) => one === params["area"]) ?? null;
  return kept ? <Editor loaded={kept} inForce={inForce} currency={currency} area={area} /> : <NoDraft />;
}

function NoDraft() {
  const { revalidate } = useRevalidator();
  const { start, busy, asking } = useStartDraft(null, revalidate);
  const refusal = useRefusal("edit_policy");
  const words = texts.none;
  return (
    <Page title={words.heading} backAction={{ content: texts.back, url: "/app/policies" }}>
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        {asking}
        <Card>
          <BlockStack gap="300">
            <Text as="p">{words.text}</Text>
            {refusal !== null && <Text as="p">{refusal}</Text>}
            <ButtonGroup>
              <Button
                variant="primary"
                loading={busy !== null}
                disabled={refusal !== null}
                onClick={() => start({ kind: "force" })}
              >
                {words.action}
              </Button>
              <Button url="/app/policies">{words.other}</Button>
            </ButtonGroup>
          </BlockStack>
        </Card>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <PageError notFound={texts.notFound} title={texts.title} url="/app/policies/draft" />;
}
