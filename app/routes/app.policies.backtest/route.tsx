import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, Card, InlineGrid, InlineStack, Page, Text } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { useState } from "react";
import { ListEmpty } from "../../components/list-states.tsx";
import { policyChoiceWords } from "../../components/policy-choice.texts.ts";
import { PolicySelect } from "../../components/policy-select.tsx";
import { errorFields, log } from "../../platform/log.server.ts";
import { choiceText, readChoice } from "../../resolutions/policy-choice.ts";
import { policiesAtHand } from "../../resolutions/policy-choice.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { Progress } from "./progress.tsx";
import { Report } from "./report.tsx";
import { texts } from "./texts.ts";
import { useBacktest } from "./use-backtest.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireStaff(request, "look");
  const { searchParams } = new URL(request.url);
  const atHand = await policiesAtHand(session.shop).catch((error: unknown) => {
    log.error({ shop: session.shop, ...errorFields(error) }, "policies could not be listed");
    return { draft: false, versions: [] };
  });
  const usual = atHand.draft ? ({ kind: "draft" } as const) : ({ kind: "preset", preset: "generous" } as const);
  const before = readChoice(searchParams.get("before")) ?? { kind: "in_force" };
  return { atHand, before: choiceText(before), after: choiceText(readChoice(searchParams.get("after")) ?? usual) };
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function BacktestPage() {
  const known = useLoaderData<typeof loader>();
  const [before, setBefore] = useState(known.before);
  const [after, setAfter] = useState(known.after);
  const [tried, setTried] = useState(false);
  const [, setSearch] = useSearchParams();
  const { backtest, start, goOn, cancel } = useBacktest();
  const { state, report } = backtest;
  const same = before === after;
  const found = report.requests.asked + report.requests.possible;
  const run = () => {
    setTried(true);
    if (same) return;
    setSearch({ before, after }, { replace: true, preventScrollReset: true });
    start(before, after);
  };
  return (
    <Page
      title={texts.title}
      subtitle={texts.intro}
      backAction={{ content: texts.policies, url: "/app/policies" }}
      secondaryActions={[{ content: texts.tryIt, url: "/app/policies/try" }]}
    >
      <TitleBar title={texts.title} />
      <div role="status">
        <Text as="p" visuallyHidden>
          {state === "running" ? texts.running : state === "done" ? `${texts.done}: ${texts.soFar(backtest)}` : ""}
        </Text>
      </div>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {texts.form.heading}
            </Text>
            <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
              <PolicySelect
                label={texts.form.before}
                name="before"
                value={before}
                onChange={setBefore}
                atHand={known.atHand}
              />
              <PolicySelect
                label={texts.form.after}
                name="after"
                value={after}
                onChange={setAfter}
                atHand={known.atHand}
                error={tried && same ? texts.form.same : undefined}
              />
            </InlineGrid>
            <InlineStack>
              <Button variant="primary" onClick={run} disabled={state === "running"}>
                {state === "idle" ? texts.form.start : texts.form.again}
              </Button>
            </InlineStack>
          </BlockStack>
        </Card>
        <Progress backtest={backtest} goOn={goOn} cancel={cancel} />
        {state === "idle" && <ListEmpty heading={texts.empty.heading} text={texts.empty.text} />}
        {state === "done" && found === 0 && <ListEmpty heading={texts.nothing.heading} text={texts.nothing.text} />}
        {found > 0 && (
          <Report
            report={report}
            names={{ before: nameOf(backtest.before), after: nameOf(backtest.after) }}
            after={backtest.after}
          />
        )}
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function nameOf(text: string): string {
  const choice = readChoice(text);
  return choice ? policyChoiceWords(choice) : text;
}
