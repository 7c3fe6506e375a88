import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "./audit.ts";
import { auditBooks } from "./audit-books.ts";
import type { Campaign, CampaignOptions } from "./campaign.ts";
import { minor } from "./hostile/books.ts";
import type { MoneyCase } from "./hostile/case.ts";
import { GUARDS } from "./hostile/guards.ts";
import { TEMPTED, type Play } from "./hostile/play.ts";

const AT_ONCE = 2;
const LONGEST_MS = 15 * 60_000;

/**
 * A model that is the shopper's accomplice calls any tool with any arguments in any order, in several conversations of a
 * customer at once, while people at the shop give money back; shoppers answer cards in every wrong way. Then the books of
 * the shop are audited. `rounds` are turns.
 */
export const hostile: Campaign = async (options) => {
  const { rounds: turns, database, seed } = options;
  const half = Math.ceil(turns / AT_ONCE);
  const plays = Array.from({ length: AT_ONCE }, (_, index): Play => ({
    seed: seed + index,
    database,
    turns: half,
    trouble: "some",
    manners: "hostile",
    tempted: TEMPTED,
  }));
  const files = await Promise.all(plays.map((play) => playApart(play)));
  const audited = files.map((file) => auditBooks(`hostile, ${database}`, file));
  const rows = mergedRows(audited);
  // Luck of this kind does not come back with the seed alone: what there is to see is kept.
  for (const [index, file] of files.entries())
    if (audited[index]?.some(({ violations }) => violations.length > 0))
      keep(`hostile-${database}-${seed + index}`, file);
  return { rows: rows.map(unlessNeverLooked), happened: countsOf(files) };
};

/** Switches off one guard after the other: the same audit has to notice each. `rounds` are turns for each. */
export const withoutGuards: Campaign = async (options) => {
  const names = Object.keys(GUARDS).filter((name) => options.guard === undefined || name.includes(options.guard));
  const rows: Row[] = [];
  const next = names[Symbol.iterator]();
  const look = async () => {
    for (const name of next) rows.push(await withoutGuard(name, options));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  return {
    rows: rows.toSorted((a, b) => names.indexOf(a.check) - names.indexOf(b.check)),
    happened: { guards: names.length },
  };
};

/** Plays short campaigns with the guard off, each with other luck, until one is noticed. */
async function withoutGuard(name: string, { database, seed, rounds, say }: CampaignOptions): Promise<Row> {
  const check = `planted: ${name}`;
  const guard = GUARDS[name];
  if (!guard) throw new Error(`There is no guard “${name}”.`);
  let turns = 0;
  for (let luck = 0; luck < 3; luck++) {
    const play: Play = {
      seed: seed + 100 + luck,
      database,
      turns: rounds,
      trouble: guard.trouble ?? "some",
      manners: "hostile",
      tempted: { by: guard.tempted, share: 0.7 },
    };
    turns += play.turns;
    const broken = auditBooks(name, await playApart(play, name)).filter(({ violations }) => violations.length > 0);
    if (broken.length > 0) {
      say(
        `${name}: after ${turns} turns, by ${broken.map((row) => `“${row.check}” (${row.violations.length})`).join(", ")}`,
      );
      return { campaign: "without a guard", check, looked: turns, violations: [] };
    }
  }
  return { campaign: "without a guard", check, looked: turns, violations: [`not found in ${turns} turns`] };
}

/** What a campaign is played with when Shopify fails at everything that changes something. */
export const storm: Campaign = async ({ database, seed, rounds: turns }) => {
  const file = await playApart({ seed, database, turns, trouble: "storm", manners: "fair", tempted: TEMPTED });
  return { rows: auditBooks(`storm, ${database}`, file).map(unlessNeverLooked), happened: countsOf([file]) };
};

/** In a process of its own: half of the machine each, and code that has a guard switched off stays there. */
async function playApart(play: Play, guard: string | null = null): Promise<MoneyCase> {
  const folder = mkdtempSync(join(tmpdir(), "wherewithal-hostile-"));
  const out = join(folder, "case.json");
  const here = (name: string) => join(import.meta.dirname, "hostile", name);
  const child = spawn(
    process.execPath,
    [
      ...(guard === null ? [] : ["--import", here("switch-off.ts")]),
      here("child.ts"),
      JSON.stringify({ ...play, out }),
    ],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, LOG_LEVEL: "silent", ...(guard !== null && { GUARD_OFF: guard }) },
    },
  );
  const limit = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  try {
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`a campaign ended with ${code}${guard === null ? "" : ` without “${guard}”`}`);
    return JSON.parse(readFileSync(out, "utf8")) as MoneyCase;
  } finally {
    clearTimeout(limit);
    rmSync(folder, { recursive: true, force: true });
  }
}

function keep(name: string, file: MoneyCase): void {
  mkdirSync("reports", { recursive: true });
  writeFileSync(join("reports", `${name}.json`), JSON.stringify(file));
}

/** A rule that had nothing to look at holds of nothing, and says nothing about the app. */
function unlessNeverLooked(row: Row): Row {
  return row.looked > 0 ? row : { ...row, violations: ["it never looked at anything"] };
}

function mergedRows(all: readonly Row[][]): Row[] {
  const [first = [], ...others] = all;
  return first.map((row, index) => {
    const same = [row, ...others.flatMap((rows) => rows[index] ?? [])];
    return {
      ...row,
      looked: same.reduce((sum, { looked }) => sum + looked, 0),
      violations: same.flatMap(({ violations }) => violations),
    };
  });
}

function countsOf(files: readonly MoneyCase[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string, count: number) => (counts[what] = (counts[what] ?? 0) + count);
  for (const { happened, shown, sent, ends, book } of files) {
    for (const [what, count] of Object.entries(happened)) add(what, count);
    add("cards shown", shown.length);
    add("answers to cards", sent.length);
    add("answers taken", sent.filter(({ answer }) => answer === "ok").length);
    for (const { state } of ends) add(`ended ${state}`, 1);
    const ours = book.filter(({ by }) => by === "app");
    add("deeds in the shop's book", ours.length);
    add(
      "cents given back",
      ours.reduce((sum, entry) => sum + (entry.kind === "refund" ? minor(entry.amount) : 0), 0),
    );
  }
  return counts;
}
