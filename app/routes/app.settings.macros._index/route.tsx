import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { OnlyFor } from "../../components/staff/only-for.tsx";
import { useRefusal } from "../../components/staff/use-staff.ts";
import { listMacros } from "../../inbox/macros/macros.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { actOnMacro, type MacroAnswer, type MacroAsked } from "./macro-action.server.ts";
import { MacroList, Starters } from "./macro-list.tsx";
import { texts } from "./texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "look");
  return { macros: await listMacros(shop) };
}

export async function action({ request }: ActionFunctionArgs): Promise<MacroAnswer> {
  const { shop, by } = await requireStaff(request, "change_settings");
  return actOnMacro(shop, by, await request.json().catch(() => null));
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Macros() {
  const { macros } = useLoaderData<typeof loader>();
  const refusal = useRefusal("change_settings");
  const fetcher = useFetcher();
  const answer = fetcher.data as MacroAnswer | undefined;
  const ask = (asked: MacroAsked) =>
    fetcher.submit(JSON.stringify(asked), { method: "post", encType: "application/json" });
  const isBusy = fetcher.state !== "idle";
  const isOff = isBusy || refusal !== null;
  return (
    <Page
      title={texts.title}
      subtitle={texts.intro}
      backAction={{ content: texts.back, url: "/app/settings" }}
      primaryAction={{ content: texts.create, url: "/app/settings/macros/new", disabled: refusal !== null }}
    >
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        <div role="status">{answer && !isBusy && <Told answer={answer} ask={ask} />}</div>
        <OnlyFor action="change_settings">
          {macros.length === 0 ? (
            <Starters isOff={isOff} ask={ask} />
          ) : (
            <MacroList macros={macros} isOff={isOff} ask={ask} />
          )}
        </OnlyFor>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Told({ answer, ask }: { answer: MacroAnswer; ask: (asked: MacroAsked) => void }) {
  switch (answer.kind) {
    case "removed":
      return (
        <Banner
          tone="success"
          title={texts.removed(answer.name)}
          action={{ content: texts.undo, onAction: () => ask(answer.undo) }}
        />
      );
    case "restored":
    case "added":
      return <Banner tone="success" title={texts[answer.kind](answer.name)} />;
    case "changed":
    case "taken":
    case "full":
      return <Banner tone="warning" title={texts[answer.kind]} />;
    case "failed":
      return <Banner tone="critical" title={texts.failed} />;
  }
}
