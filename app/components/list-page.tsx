import { useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Button, Card, InlineStack, Page, ResourceList, Tabs, Text } from "@shopify/polaris";
import type { ReactElement } from "react";
import type { ListedPage } from "../platform/list-cursor.ts";
import { adminTexts } from "./admin.texts.ts";
import { conversationTexts } from "./conversation.texts.ts";
import { Deferred } from "./deferred.tsx";
import { ListEmpty, ListFailed, ListLoading } from "./list-states.tsx";

type Texts<View extends string> = {
  empty: Record<View, { heading: string; text: string }>;
  loading: string;
  failed: string;
  resource: { singular: string; plural: string };
  pages: string;
  newer: string;
  older: string;
};
type Props<View extends string, Row extends { id: string }> = {
  heading: string;
  /** All views with their names; the first one is where addresses without a view lead to. */
  views: readonly { id: View; content: string }[];
  view: View;
  /** What the list is narrowed to by `only` in the address, in words, with a way to all of the view; null where it is not. */
  only?: { id: string; words: string } | null;
  /** Null where the list cannot be read now: the page around it is there all the same, and can ask again. */
  page: Promise<ListedPage<Row> | null>;
  texts: Texts<View>;
  /** A `ResourceItem`. `search` is the view in an address, so that the way back leads to the list as it was. */
  row: (row: Row, search: string) => ReactElement;
};

/** A page that is a list with views, newest first, a page of rows at a time. View and place are in its address. */
export function ListPage<View extends string, Row extends { id: string }>({
  heading,
  views,
  view,
  only = null,
  page,
  texts,
  row,
}: Props<View, Row>) {
  const [, setSearch] = useSearchParams();
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  const inView = (one: View | undefined) => (one === undefined || one === views[0]?.id ? {} : { view: one });
  const here = { ...inView(view), ...(only ? { only: only.id } : {}) };
  const search = String(new URLSearchParams(here));
  const refresh = (
    <Button onClick={() => revalidate()} loading={state === "loading"}>
      {conversationTexts.refresh}
    </Button>
  );
  const failed = <ListFailed text={texts.failed} again={revalidate} />;
  const list = ({ rows, newer, older }: ListedPage<Row>) => (
    <ResourceList
      resourceName={texts.resource}
      items={rows}
      loading={busy}
      renderItem={(one) => row(one, search === "" ? "" : `?${search}`)}
      {...(newer !== null || older !== null
        ? {
            pagination: {
              accessibilityLabel: texts.pages,
              accessibilityLabels: { previous: texts.newer, next: texts.older },
              hasPrevious: newer !== null,
              hasNext: older !== null,
              onPrevious: () => newer !== null && setSearch({ ...here, newer }),
              onNext: () => older !== null && setSearch({ ...here, older }),
            },
          }
        : {})}
    />
  );
  return (
    <Page title={heading} primaryAction={refresh}>
      <TitleBar title={heading} />
      <Card padding="0">
        <Tabs
          tabs={views.map((one) => ({ ...one, panelID: `${one.id}-list` }))}
          selected={views.findIndex(({ id }) => id === view)}
          onSelect={(index) => setSearch(inView(views[index]?.id))}
        >
          {only && (
            <Box padding="400" paddingBlockEnd="0">
              <InlineStack gap="300" blockAlign="center">
                <Text as="p">{only.words}</Text>
                <Button variant="plain" onClick={() => setSearch(inView(view))}>
                  {adminTexts.narrowed.all}
                </Button>
              </InlineStack>
            </Box>
          )}
          <Deferred value={page} waiting={<ListLoading label={texts.loading} />} failed={failed}>
            {(known) => {
              if (!known) return failed;
              if (only && known.rows.length === 0) return <ListEmpty {...adminTexts.narrowed.empty} />;
              return known.rows.length === 0 ? <ListEmpty {...texts.empty[view]} /> : list(known);
            }}
          </Deferred>
        </Tabs>
      </Card>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
