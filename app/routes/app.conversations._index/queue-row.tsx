import { Link } from "@remix-run/react";
import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { ConversationStatusBadge } from "../../components/conversation-status.tsx";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { dueWords } from "../../components/inbox/due.ts";
import type { Excerpt } from "../../inbox/search/excerpt.server.ts";
import type { ShownRow } from "./load-inbox.server.ts";
import { texts } from "./texts.ts";

export const ROW_STYLE = `
  .desk-list { list-style: none; margin: 0; padding: 0; }
  .desk-row { display: flex; align-items: flex-start; border-top: var(--p-border-width-025) solid var(--p-color-border-secondary); }
  .desk-row[data-ours] { box-shadow: inset 3px 0 0 var(--p-color-border-emphasis); }
  .desk-row:hover { background: var(--p-color-bg-surface-hover); }
  .desk-row[data-selected] { background: var(--p-color-bg-surface-selected); }
  .desk-tick input { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--p-color-bg-fill-brand); }
  .desk-row .desk-tick { padding: var(--p-space-300) 0 var(--p-space-300) var(--p-space-400); }
  .desk-row a { flex: 1; min-width: 0; padding: var(--p-space-300) var(--p-space-400) var(--p-space-300) var(--p-space-200);
    color: inherit; text-decoration: none; }
  .desk-row a:focus-visible { outline: 2px solid var(--p-color-border-focus); outline-offset: -2px; border-radius: 4px; }
  .desk-row mark { background: var(--p-color-bg-fill-caution); color: var(--p-color-text); border-radius: 2px; }`;

export function whoOf({ name, customerId, orderNames }: ShownRow): string {
  const kind = customerId === null ? conversationTexts.guest : conversationTexts.customer;
  return [name ?? kind, ...orderNames].join(" · ");
}

type Props = {
  row: ShownRow;
  /** Where it leads to. */
  to: string;
  me: string;
  nameOf: (staffId: string) => string;
  /** Milliseconds, by which it is told what is due. */
  now: number;
  selected: boolean;
  onSelect: (id: string, withShift: boolean) => void;
};

/** One conversation in the inbox. Its link is what has the focus, and what the keys act on. */
export function QueueRowItem({ row, to, me, nameOf, now, selected, onSelect }: Props) {
  const who = whoOf(row);
  const withPeople = row.status === "escalated";
  const ours = withPeople && row.waitsFor === "team" && row.snoozed === null;
  return (
    <li className="desk-row" {...(selected ? { "data-selected": "" } : {})} {...(ours ? { "data-ours": "" } : {})}>
      <div className="desk-tick">
        <input
          type="checkbox"
          aria-label={texts.bulk.select(who)}
          checked={selected}
          // The change of a box is its click, which knows of Shift.
          onChange={({ nativeEvent }) => onSelect(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </div>
      <Link to={to} data-row={row.id} prefetch="none">
        <Text as="span" visuallyHidden>
          {texts.open(who, row.active)}
        </Text>
        <BlockStack gap="100">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <InlineStack blockAlign="center" gap="200">
              <div aria-hidden>
                <Text as="span" fontWeight={ours ? "bold" : "medium"} breakWord>
                  {who}
                </Text>
              </div>
              {withPeople ? <Standing row={row} now={now} /> : <ConversationStatusBadge status={row.status} />}
            </InlineStack>
            <div aria-hidden>
              <Text as="span" tone="subdued" variant="bodySm">
                <time dateTime={row.activeAt}>{row.active}</time>
              </Text>
            </div>
          </InlineStack>
          <div dir="auto">
            <LastWords excerpt={row.excerpt} />
          </div>
          <Text as="p" tone="subdued" variant="bodySm">
            {factsOf(row, me, nameOf).join(" · ")}
          </Text>
        </BlockStack>
      </Link>
    </li>
  );
}

/** How pressing it is, and until when. */
function Standing({ row, now }: { row: ShownRow; now: number }) {
  const due = row.dueAt !== null && row.due !== null ? dueWords(row.dueAt, row.due, now) : null;
  if (row.snoozed !== null && Date.parse(row.snoozedUntil ?? "") > now) {
    return <Badge>{texts.snoozedUntil(row.snoozed)}</Badge>;
  }
  return (
    <>
      {row.priority < 3 && (
        <Badge tone={row.priority === 1 ? "critical" : "warning"}>{texts.priorities[row.priority] ?? ""}</Badge>
      )}
      {due && row.waitsFor === "team" && (
        <Badge {...(due.overdue ? { tone: "critical" as const } : {})}>{due.words}</Badge>
      )}
    </>
  );
}

function LastWords({ excerpt }: { excerpt: Excerpt | null }) {
  if (!excerpt) {
    return (
      <Text as="p" tone="subdued">
        {texts.noWords}
      </Text>
    );
  }
  return (
    <Text as="p" breakWord>
      {texts.authors[excerpt.author] ?? ""}
      {excerpt.pieces.map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text))}
    </Text>
  );
}

function factsOf(row: ShownRow, me: string, nameOf: (staffId: string) => string): string[] {
  const withPeople = row.status === "escalated";
  const called = (id: string) => (id === me ? texts.you : nameOf(id));
  return [
    withPeople && row.reason !== null ? conversationTexts.reason(row.reason) : "",
    withPeople && row.waitsFor === "team" ? texts.waitsForUs : "",
    row.assignedTo !== null && row.status !== "open" ? texts.assigned(called(row.assignedTo)) : "",
    row.status === "closed" && row.outcome !== null
      ? ((conversationTexts.outcomes as Record<string, string | undefined>)[row.outcome] ?? "")
      : "",
    conversationTexts.messages(row.messages),
  ].filter((fact) => fact !== "");
}
