import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, InlineGrid, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import type { Persona } from "../../playground/persona.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { ChatCard } from "./chat-card.tsx";
import { loadPlayground } from "./load-playground.server.ts";
import { SetupCard } from "./setup-card.tsx";
import { texts } from "./texts.ts";
import { TurnCard } from "./turn-card.tsx";
import { usePlayground } from "./use-playground.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "try_agent");
  return loadPlayground(session.shop, new URL(request.url).searchParams.get("policy"));
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function PlaygroundPage() {
  const known = useLoaderData<typeof loader>();
  const [persona, setPersona] = useState<Persona>({ kind: "guest" });
  const [policy, setPolicy] = useState(known.policy);
  const [, setSearch] = useSearchParams();
  const play = usePlayground(persona, policy);
  const { contradictions } = known;
  const changed = <Value,>(set: (value: Value) => void) => {
    return (value: Value) => {
      play.reset();
      set(value);
    };
  };
  return (
    <Page
      title={texts.title}
      subtitle={texts.intro}
      fullWidth
      secondaryActions={[
        { content: texts.cases, url: "/app/playground/cases" },
        { content: texts.draft, url: "/app/policies/draft" },
      ]}
    >
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        {policy === "draft" && contradictions > 0 && (
          <Banner
            tone="warning"
            title={texts.contradictions(contradictions)}
            action={{ content: texts.openDraft, url: "/app/policies/draft" }}
          >
            <p>{texts.contradictionsText}</p>
          </Banner>
        )}
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <SetupCard
              persona={persona}
              onPersona={changed(setPersona)}
              policy={policy}
              onPolicy={changed((value: string) => {
                setPolicy(value);
                setSearch({ policy: value }, { replace: true, preventScrollReset: true });
              })}
              atHand={known.atHand}
              reset={play.reset}
              isFresh={play.playing.turns.length === 0}
            />
            <ChatCard play={play} persona={persona} />
          </BlockStack>
          <TurnCard turns={play.playing.turns} />
        </InlineGrid>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
