import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { databaseKinds } from "../support/databases.ts";
import setup from "../support/global-setup.ts";
import { printTable } from "../support/print-table.ts";
import type { Row } from "./audit.ts";
import type { Campaign } from "./campaign.ts";
import { crash } from "./crash.ts";
import { crashSteps } from "./crash-steps.ts";
import { hostile, storm, withoutGuards } from "./hostile.ts";
import { model } from "./model.ts";
import { shopify } from "./shopify.ts";

/**
 * `npm run faults`: campaigns of bad luck and of bad will on a whole system, and an audit of what became of everybody's messages
 * and of the shop's money. Names (or `--only NAME`) run some of them, `--seed N` another luck, `--rounds N` (or `--turns N`)
 * more or less of it, `--database KIND` one database, `--guard WORDS` some of the guards that are switched off. Ends with 1 where a promise was broken, or where the auditor misses a
 * fault that was planted.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    seed: { type: "string", default: "20261121" },
    rounds: { type: "string" },
    turns: { type: "string" },
    shoppers: { type: "string" },
    database: { type: "string" },
    guard: { type: "string" },
  },
});

type Listed = { run: Campaign; rounds: number; shoppers: number; everyDatabase: boolean };

const CAMPAIGNS: Record<string, Listed> = {
  crash: { run: crash, rounds: 12, shoppers: 6, everyDatabase: true },
  shopify: { run: shopify, rounds: 10, shoppers: 6, everyDatabase: false },
  model: { run: model, rounds: 10, shoppers: 8, everyDatabase: false },
  // As many moments of each kind of resolution as there are.
  "crash-steps": { run: crashSteps, rounds: 100, shoppers: 0, everyDatabase: true },
  storm: { run: storm, rounds: 1_600, shoppers: 0, everyDatabase: true },
  hostile: { run: hostile, rounds: 20_000, shoppers: 0, everyDatabase: false },
  "hostile-without-guards": { run: withoutGuards, rounds: 40, shoppers: 0, everyDatabase: false },
};

const names = [...positionals, ...(values.only === undefined ? [] : [values.only])];
/** `crash` is all that dies, `hostile` all of bad will. */
const isChosen = (name: string) =>
  names.length === 0 || names.some((one) => name === one || name.startsWith(`${one}-`));
/** So many turns are for what was named: what only runs along with it has enough of its own. */
const isMeant = (name: string) => names.length === 0 || names.includes(name);
const chosen = Object.entries(CAMPAIGNS).filter(([name]) => isChosen(name));
const rounds = values.turns ?? values.rounds;
const seed = Number(values.seed);
if (chosen.length === 0 || !Number.isInteger(seed)) {
  console.error(`Choose one of ${Object.keys(CAMPAIGNS).join(", ")}, and a whole number as the seed.`);
  process.exit(1);
}

const cleanUp = await setup();
console.log(`Seed ${seed}\n`);
const rows: Row[] = [];
const runs: { campaign: string; seconds: number; happened: Record<string, number> }[] = [];
for (const [name, { run, everyDatabase, ...usual }] of chosen) {
  const databases = databaseKinds()
    .filter((kind) => values.database === undefined || kind === values.database)
    // The bigger campaigns take the faster one where there are two.
    .toReversed();
  for (const database of everyDatabase ? databases : databases.slice(0, 1)) {
    const startedAt = performance.now();
    const campaign = `${name}, ${database}`;
    const { rows: found, happened } = await run({
      database,
      seed,
      rounds: rounds === undefined || !isMeant(name) ? usual.rounds : Number(rounds),
      shoppers: values.shoppers === undefined ? usual.shoppers : Number(values.shoppers),
      guard: values.guard,
      say: (line) => process.stderr.write(`${campaign}: ${line}\n`),
    });
    rows.push(...found);
    runs.push({ campaign, seconds: Math.round((performance.now() - startedAt) / 1000), happened });
  }
}
await cleanUp();

for (const { campaign, seconds, happened } of runs) {
  const facts = Object.entries(happened).map(([what, count]) => `${count} ${what}`);
  console.log(`${campaign}: ${seconds} s, ${facts.join(", ")}`);
}
console.log();
const lines = rows.map(({ campaign, check, looked, violations }) => {
  const result =
    violations.length > 0 ? `BROKEN (${violations.length})` : check.startsWith("planted") ? "found" : "holds";
  return { campaign, check, looked: String(looked), result };
});
printTable(["campaign", "check", "looked", "result"], lines);
const broken = rows.filter(({ violations }) => violations.length > 0);
for (const { campaign, check, violations } of broken) {
  console.log(`\n${campaign}: ${check}`);
  for (const violation of violations.slice(0, 10)) console.log(`  ${violation}`);
}
mkdirSync("reports", { recursive: true });
writeFileSync("reports/faults.json", JSON.stringify({ seed, at: new Date().toISOString(), runs, rows }, null, 2));
console.log(broken.length === 0 ? "\nEvery promise held." : `\n${broken.length} promises were broken.`);
process.exit(broken.length === 0 ? 0 : 1);
