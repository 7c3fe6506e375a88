import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countViews } from "#app/inbox/queue/counts.server.ts";
import { listQueue } from "#app/inbox/queue/list-queue.server.ts";
import { indexAll } from "#app/inbox/search/index-search.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { deskWork, LARGE_TABLES } from "#tests/bench/inbox-work.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { makeMany, wordOfRank } from "#tests/support/many-conversations.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";
import { readWhole, statementsOf } from "#tests/support/statement-plans.ts";

const SHOP = "large.myshopify.com";
const CONVERSATIONS = 12_000;

/** `npm run bench -- --only inbox` asks the same of a million conversations, and how long it takes. */
describe(`The desk of a shop with ${CONVERSATIONS} conversations`, () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(databaseKinds().at(-1) ?? "pglite");
    await makeMany([
      { shop: SHOP, conversations: CONVERSATIONS, seed: 7 },
      { shop: "small.myshopify.com", conversations: 200, seed: 8 },
    ]);
    await sql().script("VACUUM ANALYZE");
  }, 120_000);
  afterAll(() => close());

  test.each(deskWork(SHOP, CONVERSATIONS).filter(({ group }) => group === "queue" || group === "search"))(
    "$group: $name reads no large table from end to end",
    async ({ run }) => {
      for (const one of await statementsOf(() => run(0))) {
        const whole = await readWhole(one, LARGE_TABLES);
        expect(whole, one.text).toEqual([]);
      }
    },
  );

  test("its search was made of the words that the indexer puts in", async () => {
    await sql().query("CREATE TABLE made AS SELECT * FROM conversation_search WHERE shop = $1", [SHOP]);
    await sql().query(
      `UPDATE conversation SET indexed_seq = 0
       WHERE shop = $1 AND id IN (SELECT id FROM conversation WHERE shop = $1 ORDER BY id LIMIT 100)`,
      [SHOP],
    );
    await indexAll(10);
    const differ = await sql().query(
      `SELECT s.words, m.words FROM conversation_search s JOIN made m ON m.shop = s.shop AND m.conversation_id = s.conversation_id
       WHERE s.words <> m.words OR s.placed <> m.placed OR s.late <> m.late OR s.messages <> m.messages`,
    );
    expect(differ).toEqual([]);
  });

  test("its searches find what going through everything finds, in the same order", async () => {
    const rare = wordOfRank("en", 700);
    for (const word of [wordOfRank("en", 0), wordOfRank("en", 90), rare, "#100042", "person3000@example.com"]) {
      const { rows } = await listQueue({ shop: SHOP, me: "1", view: "all", filters: { q: word } });
      const expected = await sql().query<{ id: string }>(
        `SELECT conversation_id AS id FROM conversation_search
         WHERE shop = $1 AND $2 = ANY (tsvector_to_array(words)) OR shop = $1 AND EXISTS (
           SELECT 1 FROM unnest(tsvector_to_array(words)) AS w WHERE length($2) >= 3 AND w LIKE $2 || '%' AND $2 !~ '^[0-9]+$')
         ORDER BY active_at DESC, conversation_id DESC LIMIT 25`,
        [SHOP, word.replace("#", "")],
      );
      expect(
        rows.map(({ id }) => id),
        word,
      ).toEqual(expected.map(({ id }) => id));
    }
  });

  test("its counts are right up to where nobody counts on", async () => {
    const counts = await countViews(SHOP, "112");
    const [row] = await sql().query<{ team: number }>(
      `SELECT count(*)::int AS team FROM conversation WHERE shop = $1 AND status = 'escalated' AND waits_for = 'team'
       AND (snoozed_until IS NULL OR snoozed_until <= now())`,
      [SHOP],
    );
    expect(counts.team).toBe(row?.team);
  });
});
