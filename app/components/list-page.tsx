import { useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Box, Button, Card, Page, ResourceList, Tabs } from "@shopify/polaris";
import type { ReactElement } from "react";
import type { ListedPage } from "../platform/list-cursor.ts";
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
  page,
  texts,
  row,
}: Props<View, Row>) {
  const [, setSearch] = useSearchParams();
  const { revalidate, state } = useRevalidator();
  const busy = useNavigation().state !== "idle";
  const inView = (one: View | undefined) => (one === undefined || one === views[0]?.id ? {} : { view: one });
  const search = String(new URLSearchParams(inView(view)));
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
              onPrevious: () => newer !== null && setSearch({ ...inView(view), newer }),
              onNext: () => older !== null && setSearch({ ...inView(view), older }),
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
          <Deferred value={page} waiting={<ListLoading label={texts.loading} />} failed={failed}>
            {(known) => {
              if (!known) return failed;
              return known.rows.length === 0 ? <ListEmpty {...texts.empty[view]} /> : list(known);
            }}
          </Deferred>
        </Tabs>
      </Card>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}
