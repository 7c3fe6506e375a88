import pg from "pg";
import { closeDatabase, openDatabase } from "#app/platform/db.server.ts";
import { makeDatabase } from "#tests/support/databases.ts";
import { EVENTS_EACH, makeMany } from "#tests/support/many-conversations.ts";
import { printTable } from "#tests/support/print-table.ts";
import { readWhole, statementsOf } from "#tests/support/statement-plans.ts";
import { summarize, type Summary } from "./figures.ts";
import { deskWork, LARGE_TABLES } from "./inbox-work.ts";

const SEED = 20_261_122;
const RUNS = 60;
const GOAL_MS = 50;
/** Fewer rows are rightly read from end to end. */
const REALISTIC = 20_000;

type Measured = { times: Map<string, Summary>; whole: string[] };

/**
 * The desk of a shop with a tenth as many conversations, and of one with all: what people wait for, both beside each other.
 * Ends with an error where a statement would read a large table from end to end.
 */
export async function inboxLoad(conversations: number): Promise<void> {
  console.log(
    `Seed ${SEED}. A shop with ${count(conversations)} conversations and ${count(conversations * EVENTS_EACH)} events.`,
  );
  const small = await measured(conversations / 10);
  const large = await measured(conversations);
  const rows = [...large.times].map(([work, after]) => {
    const before = small.times.get(work);
    return {
      work,
      "p50, a tenth": ms(before?.p50),
      "p95, a tenth": ms(before?.p95),
      "p50, all": ms(after.p50),
      "p95, all": ms(after.p95),
      "p95, ratio": `${((after.p95 || 0) / (before?.p95 || 1)).toFixed(1)} ×`,
      goal: after.p95 <= GOAL_MS ? "" : `more than ${GOAL_MS} ms`,
    };
  });
  printTable(["work", "p50, a tenth", "p95, a tenth", "p50, all", "p95, all", "p95, ratio", "goal"], rows);
  if (large.whole.length + small.whole.length > 0) {
    console.error([...new Set([...small.whole, ...large.whole])].join("\n"));
    process.exit(1);
  }
}

async function measured(conversations: number): Promise<Measured> {
  const database = await makeDatabase("postgres");
  const url = database.env["DATABASE_URL"] ?? "";
  await openDatabase({ url, dataDir: "", poolSize: 4 });
  try {
    await loaded(url, conversations);
    const times = new Map<string, Summary>();
    const whole: string[] = [];
    for (const { group, name, run } of deskWork("large.myshopify.com", conversations)) {
      for (const one of await statementsOf(() => run(0))) {
        const tables = await readWhole(one, LARGE_TABLES);
        if (tables.length > 0 && conversations >= REALISTIC)
          whole.push(`${group}, ${name}: reads all of ${tables.join(", ")}\n${one.text}`);
      }
      const samples: number[] = [];
      for (let at = 1; at <= RUNS; at++) {
        const begin = performance.now();
        await run(at);
        samples.push(performance.now() - begin);
      }
      times.set(`${group}: ${name}`, summarize(samples));
      const { p50, p95, max } = summarize(samples);
      process.stderr.write(`${group}: ${name}: ${ms(p50)}, ${ms(p95)}, at most ${ms(max)}\n`);
    }
    return { times, whole };
  } finally {
    await closeDatabase();
    await database.drop();
  }
}

/** Fills the tables without their indexes, which are made once at the end: minutes instead of hours. */
async function loaded(url: string, conversations: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const begin = performance.now();
  const say = (words: string) =>
    process.stderr.write(`${((performance.now() - begin) / 1_000).toFixed(0).padStart(5)} s  ${words}\n`);
  try {
    const { rows: keys } = await client.query<{ drop: string; make: string }>(`
      SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', conrelid::regclass::text, conname) AS drop,
        format('ALTER TABLE %I ADD CONSTRAINT %I %s', conrelid::regclass::text, conname, pg_get_constraintdef(oid)) AS make
      FROM pg_constraint WHERE conrelid = 'event'::regclass OR contype = 'f' AND conrelid = 'conversation_search'::regclass
      ORDER BY contype`);
    const { rows: indexes } = await client.query<{ drop: string; make: string }>(
      `
      SELECT format('DROP INDEX %I', indexname) AS drop, indexdef AS make FROM pg_indexes
      WHERE tablename = ANY($1) AND indexname NOT LIKE '%_pkey'`,
      [LARGE_TABLES],
    );
    for (const { drop } of [...keys, ...indexes]) await client.query(drop);
    await makeMany(
      [
        { shop: "large.myshopify.com", conversations, seed: SEED },
        { shop: "small.myshopify.com", conversations: Math.ceil(conversations / 50), seed: SEED + 1 },
      ],
      say,
    );
    await client.query("SET maintenance_work_mem = '1GB'");
    for (const { make } of [...indexes, ...keys]) {
      // What refers to what was made so; that it does need not be looked up 20 million times.
      if (make.includes("FOREIGN KEY")) continue;
      await client.query(make);
      say(make.slice(0, 110));
    }
    await client.query("VACUUM ANALYZE");
    say("vacuumed and analyzed");
  } finally {
    await client.end();
  }
}

const count = (value: number) => value.toLocaleString("en-US");
const ms = (value: number | undefined) => (value === undefined ? "?" : `${value.toFixed(1)} ms`);
