import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Card, Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ListEmpty } from "../../components/list-states.tsx";
import { countryNames } from "../../components/settings/countries.server.ts";
import { OnlyFor } from "../../components/staff/only-for.tsx";
import { useRefusal } from "../../components/staff/use-staff.ts";
import { dayWords } from "../../components/shop-time.ts";
import { endedToday, NOTICE_PHASES, noticeSentence, phaseOf } from "../../orders/notice-words.ts";
import { listNotices } from "../../orders/notices-to-edit.server.ts";
import { shopToday } from "../../orders/shop-settings.server.ts";
import { requireStaff } from "../../staff/require-staff.server.ts";
import { shopClock } from "../../shopify/shop-clock.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { actOnNotice, type NoticeAnswer, type NoticeAsked } from "./notice-action.server.ts";
import { NoticeGroup } from "./notice-group.tsx";
import { texts } from "./texts.ts";

async function todayIn(shop: string) {
  const { timeZone } = await shopProfile(shop);
  return shopToday(shop, timeZone, shopClock(shop)());
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireStaff(request, "look");
  const today = await todayIn(shop);
  const country = (code: string) => countryNames().find((one) => one.code === code)?.name ?? code;
  const notices = await listNotices(shop);
  return {
    notices: notices.map(({ value, version }) => ({
      id: value.id,
      title: value.title,
      version,
      phase: phaseOf(value, today),
      sentence: noticeSentence(value, { country, day: dayWords }),
      canEnd: endedToday(value, today) !== null,
    })),
  };
}

export async function action({ request }: ActionFunctionArgs): Promise<NoticeAnswer> {
  const { shop, by } = await requireStaff(request, "change_settings");
  return actOnNotice(shop, by, await todayIn(shop), await request.json().catch(() => null));
}

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Notices() {
  const { notices } = useLoaderData<typeof loader>();
  const refusal = useRefusal("change_settings");
  const fetcher = useFetcher();
  const answer = fetcher.data as NoticeAnswer | undefined;
  const ask = (asked: NoticeAsked) =>
    fetcher.submit(JSON.stringify(asked), { method: "post", encType: "application/json" });
  const isBusy = fetcher.state !== "idle";
  return (
    <Page
      title={texts.title}
      subtitle={texts.intro}
      backAction={{ content: texts.back, url: "/app/settings" }}
      primaryAction={{ content: texts.create, url: "/app/settings/notices/new", disabled: refusal !== null }}
    >
      <TitleBar title={texts.title} />
      <BlockStack gap="400">
        <div role="status">{answer && !isBusy && <Told answer={answer} ask={ask} />}</div>
        {notices.length === 0 && (
          <Card>
            <ListEmpty {...texts.empty} />
          </Card>
        )}
        <OnlyFor action="change_settings">
          <BlockStack gap="400">
            {NOTICE_PHASES.map((phase) => (
              <NoticeGroup
                key={phase}
                phase={phase}
                notices={notices.filter((one) => one.phase === phase)}
                isOff={isBusy || refusal !== null}
                ask={ask}
              />
            ))}
          </BlockStack>
        </OnlyFor>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Told({ answer, ask }: { answer: NoticeAnswer; ask: (asked: NoticeAsked) => void }) {
  switch (answer.kind) {
    case "ended":
    case "withdrawn":
      return (
        <Banner
          tone="success"
          title={answer.kind === "ended" ? texts.ended(answer.title) : texts.withdrawn(answer.title)}
          action={{ content: texts.undo, onAction: () => ask(answer.undo) }}
        />
      );
    case "restored":
      return <Banner tone="success" title={texts.restored} />;
    case "changed":
      return <Banner tone="warning" title={texts.changed} />;
    case "failed":
      return <Banner tone="critical" title={texts.failed} />;
  }
}
