import { useNavigate, useNavigation, useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { Banner, Box, Button, Card, InlineStack, Page, Pagination, Tabs, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { adminTexts } from "../../components/admin.texts.ts";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { useKeys } from "../../components/inbox/use-keys.ts";
import { ListEmpty, ListFailed } from "../../components/list-states.tsx";
import { isNarrowed, type QueueView } from "../../inbox/queue/views.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { type InboxDialog, InboxDialogs } from "./inbox-dialogs.tsx";
import { inboxTabs, TABS } from "./inbox-tabs.ts";
import type { loadInbox, ShownRow } from "./load-inbox.server.ts";
import { NotesForMe } from "./notes-for-me.tsx";
import { QueueRowItem, ROW_STYLE } from "./queue-row.tsx";
import { SEARCH_FIELD, SearchBar } from "./search-bar.tsx";
import { texts } from "./texts.ts";
import { useBulk } from "./use-bulk.ts";
import { useLive } from "./use-live.ts";
import { useNow } from "./use-now.ts";
import { useRows } from "./use-rows.ts";

type Inbox = Awaited<ReturnType<typeof loadInbox>>;

/** After `g`. */
const GO: Readonly<Record<string, QueueView>> = { m: "mine", u: "unassigned", w: "team", p: "approvals", d: "done" };
const GO_MS = 1_500;

export function InboxPage({ inbox }: { inbox: Inbox }) {
  const { me, view, filters, only, page, counts, team, saved, notes } = inbox;
  const rows = page?.rows ?? [];
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const busy = useNavigation().state !== "idle";
  const { revalidate } = useRevalidator();
  const live = useLive();
  const now = useNow(inbox.now);
  const { selected, current, move, focus, select, selectAll, clear, arrived } = useRows(rows, String(address));
  const { run, progress } = useBulk();
  const [dialog, setDialog] = useState<InboxDialog | null>(null);
  /** What a dialog is about: it is open while the rows may change. */
  const [about, setAbout] = useState<readonly ShownRow[]>([]);
  const goes = useRef(0);

  const show = (next: Record<string, string | number | undefined>) => {
    const given = Object.entries(next).filter(([, value]) => value !== undefined && value !== "");
    clear();
    setAddress(Object.fromEntries(given.map(([name, value]) => [name, String(value)])));
  };
  const goTo = (to: QueueView) => show({ ...filters, view: to });
  const pathOf = (row: ShownRow, more = "") => {
    const kept = [...address].filter(([name]) => name !== "older" && name !== "newer" && name !== "view");
    return `/app/conversations/${row.id}?${String(new URLSearchParams([...kept, ["view", view], ["queue", view]]))}${more}`;
  };
  const chosen = (): ShownRow[] => {
    const one = current();
    return selected.length > 0 ? selected : one ? [one] : [];
  };
  const ask = (which: InboxDialog) => {
    const these = chosen();
    if (these.length === 0) return;
    setAbout(these);
    setDialog(which);
  };
  const finish = (order: Parameters<typeof run>[0], these: readonly ShownRow[]) => {
    setDialog(null);
    clear();
    // To the next one that stays, before the rows are read again.
    const gone = new Set(these.map(({ id }) => id));
    const at = rows.findIndex(({ id }) => gone.has(id));
    if (order.kind !== "assign")
      focusLater(() =>
        focus((rows.slice(at).find(({ id }) => !gone.has(id)) ?? rows.findLast(({ id }) => !gone.has(id)))?.id),
      );
    void run(order, these);
  };
  const open = (more = "") => {
    const row = current();
    if (row) navigate(pathOf(row, more));
  };

  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    o: () => open(),
    r: () => open("&do=reply"),
    e: () => ask("close"),
    s: () => ask("snooze"),
    a: () => {
      const these = chosen();
      if (these.length > 0) finish({ kind: "assign", to: me }, these);
    },
    x: () => {
      const row = current();
      if (row) select(row.id, false);
    },
    X: () => {
      const row = current();
      if (row) select(row.id, true);
    },
    "/": () => document.getElementById(SEARCH_FIELD)?.focus(),
    "?": () => setDialog("help"),
    Escape: () => clear(),
    g: () => {
      goes.current = Date.now();
    },
    ...Object.fromEntries(
      Object.entries(GO).map(([letter, to]) => [
        letter,
        () => {
          if (Date.now() - goes.current < GO_MS) goTo(to);
        },
      ]),
    ),
  });

  const nameOf = (id: string) => team.find((one) => one.id === id)?.name ?? `Staff member ${id}`;
  const narrowed = isNarrowed(filters);
  return (
    <Page
      title={conversationTexts.heading}
      primaryAction={<Button onClick={() => setDialog("views")}>{texts.saved.open}</Button>}
      secondaryActions={[{ content: texts.keys, onAction: () => setDialog("help") }]}
    >
      <TitleBar title={conversationTexts.heading} />
      <style>{ROW_STYLE}</style>
      <div role="status">
        <Text as="p" visuallyHidden>
          {arrived > 0 ? texts.arrived(arrived) : ""}
        </Text>
      </div>
      {!live && (
        <Box paddingBlockEnd="300">
          <Banner tone="warning">
            <p>{texts.offline}</p>
          </Banner>
        </Box>
      )}
      {notes && <NotesForMe notes={notes} />}
      <Card padding="0">
        <Tabs tabs={inboxTabs(counts)} selected={TABS.indexOf(view)} onSelect={(at) => goTo(TABS[at] ?? "team")}>
          <SearchBar
            filters={filters}
            team={team}
            onChange={(changed) => show({ ...filters, ...changed, view: changed.q === undefined ? view : "all" })}
          />
          {only && (
            <Box padding="400" paddingBlockStart="0">
              <InlineStack gap="300" blockAlign="center">
                <Text as="p">{texts.only[only]}</Text>
                <Button variant="plain" onClick={() => show({ view })}>
                  {adminTexts.narrowed.all}
                </Button>
              </InlineStack>
            </Box>
          )}
          {selected.length > 0 || progress ? (
            <BulkBar
              selected={selected.length}
              progress={progress}
              me={me}
              team={team}
              onAssign={(to) => finish({ kind: "assign", to }, selected)}
              onSnooze={() => ask("snooze")}
              onClose={() => ask("close")}
              onAll={selectAll}
              onClear={clear}
            />
          ) : null}
          {!page && <ListFailed text={texts.failed} again={revalidate} />}
          {page && rows.length === 0 && <ListEmpty {...emptyWords()} />}
          {rows.length > 0 && (
            <ul className="desk-list" aria-label={texts.list} aria-busy={busy}>
              {rows.map((row) => (
                <QueueRowItem
                  key={row.id}
                  row={row}
                  to={pathOf(row)}
                  me={me}
                  nameOf={nameOf}
                  now={now}
                  selected={selected.includes(row)}
                  onSelect={select}
                />
              ))}
            </ul>
          )}
          {page && (page.newer !== null || page.older !== null) && (
            <Box padding="300">
              <InlineStack align="center">
                <Pagination
                  accessibilityLabel={texts.pages}
                  accessibilityLabels={{ previous: texts.newer, next: texts.older }}
                  hasPrevious={page.newer !== null}
                  hasNext={page.older !== null}
                  onPrevious={() => show({ ...here(), newer: page.newer ?? undefined })}
                  onNext={() => show({ ...here(), older: page.older ?? undefined })}
                />
              </InlineStack>
            </Box>
          )}
        </Tabs>
      </Card>
      <Box paddingBlockEnd="800" />
      <InboxDialogs
        open={dialog}
        rows={about.length}
        saved={saved}
        shown={{ ...filters, view }}
        onOrder={(order) => finish(order, about)}
        onGo={(one) => {
          setDialog(null);
          show(one.filters);
        }}
        onClose={() => setDialog(null)}
      />
    </Page>
  );

  function here(): Record<string, string | number | undefined> {
    return { ...filters, view, ...(only ? { only } : {}) };
  }
  function emptyWords() {
    if (filters.q !== undefined) return texts.search.none;
    if (only) return adminTexts.narrowed.empty;
    return narrowed ? texts.filters.none : texts.empty[view];
  }
}

/** After the dialog that is closing has given the focus back to nothing. */
function focusLater(focus: () => void): void {
  window.setTimeout(focus, 0);
}
