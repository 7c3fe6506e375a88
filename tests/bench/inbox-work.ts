import { conversationFigures, unansweredQuestions } from "#app/conversations/figures.server.ts";
import { findSummary } from "#app/conversations/find-summary.server.ts";
import { readNewest } from "#app/conversations/log.server.ts";
import { countViews } from "#app/inbox/queue/counts.server.ts";
import { listQueue } from "#app/inbox/queue/list-queue.server.ts";
import { nextInView } from "#app/inbox/queue/next-in-view.server.ts";
import { type Filters, QUEUE_VIEWS, type QueueView } from "#app/inbox/queue/views.ts";
import { db, sql } from "#app/platform/db.server.ts";
import { moneyMoved } from "#app/resolutions/money-moved.server.ts";
import { wordOfRank } from "#tests/support/many-conversations.ts";

/** Something that people at the desk wait for; `run` is the how-manieth time. */
export type Work = {
  group: "queue" | "search" | "conversation" | "home";
  name: string;
  run: (run: number) => Promise<unknown>;
};

export const LARGE_TABLES = ["conversation", "event", "conversation_search", "resolution"];

/** What is done at the desk of a shop of `tests/support/many-conversations.ts`. */
export function deskWork(shop: string, conversations: number): Work[] {
  const me = (run: number) => String(110 + (run % 20));
  const list = (run: number, view: QueueView, filters: Filters = {}) => listQueue({ shop, me: me(run), view, filters });
  const find = (name: string, q: (run: number) => string): Work => ({
    group: "search",
    name,
    run: (run) => list(run, "all", { q: q(run) }),
  });
  const number = (run: number) => 1 + ((run * 7_919) % conversations);
  const english = (from: number, spread: number) => (run: number) => wordOfRank("en", from + (run % spread));
  return [
    ...QUEUE_VIEWS.map((view): Work => ({ group: "queue", name: view, run: (run) => list(run, view) })),
    { group: "queue", name: "counts", run: (run) => countViews(shop, me(run)) },
    { group: "queue", name: "pages 2 and 3 of team", run: (run) => secondAndThird(shop, me(run)) },
    { group: "queue", name: "team, narrowed", run: (run) => list(run, "team", { language: "ja", priority: 1 }) },
    {
      group: "queue",
      name: "all, narrowed to late ones in Spanish",
      run: (run) => list(run, "all", { late: "yes", language: "es" }),
    },
    {
      group: "queue",
      name: "done, narrowed by reason and person",
      run: (run) => list(run, "done", { reason: "limits_reached", assignee: "115" }),
    },
    { group: "queue", name: "the next one", run: (run) => nextOf(shop, me(run), run) },
    find("a word in most", english(0, 3)),
    find("a word in many", english(20, 20)),
    find("a word in some", english(200, 100)),
    find("a word in few", english(3_000, 1_000)),
    find("a word in hardly any", english(9_000, 2_000)),
    find("two common words", (run) => `${english(1, 5)(run)} ${english(6, 5)(run)}`),
    find("a common and a rare word", (run) => `${english(1, 5)(run)} ${english(4_000, 500)(run)}`),
    find("three words in some", (run) => [100, 150, 200].map((rank) => english(rank, 40)(run)).join(" ")),
    find("the beginning of a word", (run) => english(300, 100)(run).slice(0, 4)),
    find("part of a Japanese sentence", (run) => wordOfRank("ja", 40 + (run % 40)).slice(0, 3)),
    find("an order number", (run) => `#${100_000 + number(run)}`),
    find("an email address", (run) => `person${number(run)}@example.com`),
    find("a name", (run) => `Person${run % 97} Family${run * 31}`),
    find("nothing there", (run) => `unheardof${run}`),
    { group: "search", name: "a common word among mine", run: (run) => list(run, "mine", { q: english(1, 5)(run) }) },
    {
      group: "search",
      name: "a rare word among done",
      run: (run) => list(run, "done", { q: english(5_000, 500)(run) }),
    },
    { group: "conversation", name: "opened", run: (run) => openOne(shop, run) },
    { group: "home", name: "figures", run: () => conversationFigures(shop, "Europe/Berlin") },
    { group: "home", name: "questions", run: () => unansweredQuestions(shop, 3) },
    { group: "home", name: "money", run: () => moneyMoved(shop) },
  ];
}

async function secondAndThird(shop: string, me: string): Promise<void> {
  const asked = { shop, me, view: "team", filters: {} } as const;
  const first = await listQueue(asked);
  const second = first.older && (await listQueue(asked, { direction: "older", cursor: first.older }));
  if (second?.older) await listQueue(asked, { direction: "older", cursor: second.older });
}

async function nextOf(shop: string, me: string, run: number): Promise<void> {
  const { rows } = await listQueue({ shop, me, view: "unassigned", filters: {} });
  await nextInView(shop, me, "unassigned", rows[run % rows.length]?.id ?? shop);
}

let ids: string[] = [];
/** Reads what the page of a conversation reads. */
async function openOne(shop: string, run: number): Promise<void> {
  if (ids.length === 0) {
    const rows = await sql().query<{ id: string }>(
      `SELECT id FROM conversation WHERE shop = $1 AND id >= $2::uuid ORDER BY id LIMIT 200`,
      [shop, "77777777-7777-7777-7777-777777777777"],
    );
    ids = rows.map(({ id }) => id);
  }
  const conversationId = ids[run % ids.length] ?? "";
  const key = { shop, conversationId };
  await Promise.all([
    findSummary(key),
    readNewest(key, 400),
    db().resolution.findMany({ where: key, orderBy: { createdAt: "desc" }, take: 20 }),
  ]);
}
