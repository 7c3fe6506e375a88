import { shorten } from "../../agent/clean-text.ts";
import { shopTime } from "../../components/shop-time.ts";
import { onOneLine } from "../../conversations/unmarked.ts";
import { CONVERSATION_FILTERS } from "../../conversations/conversation-filters.ts";
import { unreadNotes } from "../../inbox/mentions.server.ts";
import { countViews } from "../../inbox/queue/counts.server.ts";
import { listQueue } from "../../inbox/queue/list-queue.server.ts";
import type { QueueRow } from "../../inbox/queue/row.ts";
import { savedViews } from "../../inbox/queue/saved-views.server.ts";
import { type Filters, QUEUE_VIEWS, type QueueView, readFilters } from "../../inbox/queue/views.ts";
import { type Excerpt, excerptsOf } from "../../inbox/search/excerpt.server.ts";
import { cursorText, readStep } from "../../platform/list-cursor.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { calledBy, type Staff } from "../../staff/staff.ts";
import { readTeam } from "../../staff/team.server.ts";

const EXCERPT_CHARACTERS = 160;

/** A row with its moments in words, by the shop's clock. */
export type ShownRow = Omit<QueueRow, "lastMessage"> & {
  excerpt: Excerpt | null;
  active: string;
  due: string | null;
  snoozed: string | null;
};

/** What an address asks for; words are looked for everywhere unless it names a view. */
function askedOf(address: URL): { view: QueueView; filters: Filters; only: string | null } {
  const asked = address.searchParams;
  const filters = readFilters(asked);
  const only = CONVERSATION_FILTERS.find((one) => one === asked.get("only")) ?? null;
  const elsewhere = only !== null || filters.q !== undefined ? "all" : "team";
  return { view: QUEUE_VIEWS.find((one) => one === asked.get("view")) ?? elsewhere, filters, only };
}

/** All that the inbox shows; `page` and `counts` are null when they cannot be read now. */
export async function loadInbox(shop: string, staff: Staff, address: URL) {
  const { view, filters, only } = askedOf(address);
  const known = CONVERSATION_FILTERS.find((one) => one === only) ?? null;
  const { timeZone, currency } = await shopProfile(shop);
  const asked = { shop, me: staff.id, view, filters, only: known && { filter: known, timeZone } };
  const words = shopTime(timeZone);
  const [page, counts, team, saved, notes] = await Promise.all([
    orNull(shop, async () => {
      const { rows, newer, older } = await listQueue(asked, readStep(address.searchParams));
      const ids = rows.map(({ id }) => id);
      const found = filters.q === undefined ? null : await excerptsOf(shop, ids, filters.q);
      return {
        rows: rows.map((row) => shown(row, found?.get(row.id) ?? null, words)),
        newer: newer && cursorText(newer),
        older: older && cursorText(older),
      };
    }),
    orNull(shop, () => countViews(shop, staff.id)),
    orNull(shop, async () => {
      const { members } = (await readTeam(shop, currency)).value;
      return members
        .filter(({ role }) => role !== "viewer")
        .map((member) => ({ id: member.id, name: calledBy(member) }));
    }),
    orNull(shop, () => savedViews(shop, staff.id)),
    orNull(shop, () => unreadNotes(shop, staff.id)),
  ]);
  const now = new Date().toISOString();
  const desk = { page, counts, team: team ?? [], saved: saved ?? [], notes };
  return { me: staff.id, view, filters, only: known, now, ...desk };
}

async function orNull<Value>(shop: string, read: () => Promise<Value>): Promise<Value | null> {
  try {
    return await read();
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "a part of the inbox could not be read");
    return null;
  }
}

function saidIn({ author, text }: { author: string; text: string }): string {
  return author === "agent" ? onOneLine(text) : text.replace(/\s+/g, " ");
}

function shown({ lastMessage, ...row }: QueueRow, found: Excerpt | null, words: (iso: string) => string): ShownRow {
  const last = lastMessage && {
    author: lastMessage.author,
    pieces: [{ text: shorten(saidIn(lastMessage), EXCERPT_CHARACTERS), found: false }],
  };
  return {
    ...row,
    excerpt: found ?? last,
    active: words(row.activeAt),
    due: row.dueAt && words(row.dueAt),
    snoozed: row.snoozedUntil && words(row.snoozedUntil),
  };
}
