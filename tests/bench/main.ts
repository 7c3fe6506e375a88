import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import setup from "../support/global-setup.ts";
import { databaseKinds } from "../support/databases.ts";
import { adminVitals } from "./admin-vitals.ts";
import { decisionsFigure } from "./decisions.ts";
import { type Figure, printFigures } from "./figures.ts";
import { inboxLoad } from "./inbox-load.ts";
import { turnHundred } from "./long-conversations.ts";
import { embeddedWismo } from "./orders.ts";
import { backtestFigure } from "./policy-backtest.ts";
import { refund } from "./refund.ts";
import type { Scenario } from "./scenario.ts";
import { situationsFigure } from "./situations.ts";
import { takeover } from "./takeover.ts";
import { coldStart, widgetBytes } from "./start-up.ts";
import { everyoneLeaves, idleStreams } from "./streams.ts";
import { plainTurn, scriptedToolTurn } from "./turns.ts";

/**
 * `npm run bench`: the figures, on both databases, each from several runs with its range, so that the machine's own
 * noise can be seen. `--only NAME` runs one scenario, `--quick` fewer turns, `--database KIND` one database.
 * `--only inbox --conversations 1000000` is the desk of a very large shop, on PostgreSQL; it takes minutes and gigabytes.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    database: { type: "string" },
    conversations: { type: "string", default: "100000" },
  },
});

if (values.only === "inbox") {
  const done = await setup();
  await inboxLoad(Number(values.conversations)).finally(done);
  process.exit(0);
}

const all: Record<string, Scenario> = {
  scriptedToolTurn,
  plainTurn,
  embeddedWismo,
  refund,
  turnHundred,
  everyoneLeaves,
  idleStreams,
  coldStart,
  adminVitals,
  takeover,
};
/** Plain code that asks no database: once, whichever is chosen. */
const alone: Record<string, () => Promise<Figure[]>> = { backtest: backtestFigure };
const chosen = Object.entries(all).filter(([name]) => values.only === undefined || values.only === name);
const chosenAlone = Object.entries(alone).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length + chosenAlone.length === 0) {
  console.error(`There is no scenario ${values.only}: choose from ${Object.keys({ ...all, ...alone }).join(", ")}.`);
  process.exit(1);
}

const cleanUp = chosen.length > 0 ? await setup() : null;
const figures: Figure[] =
  values.only === undefined ? [...widgetBytes(), ...situationsFigure(), ...decisionsFigure()] : [];
for (const [, scenario] of chosenAlone) figures.push(...(await scenario()));
for (const database of chosen.length > 0 ? databaseKinds() : []) {
  if (values.database !== undefined && values.database !== database) continue;
  for (const [name, scenario] of chosen) {
    process.stderr.write(`${name} on ${database}…\n`);
    figures.push(...(await scenario(database, values.quick)));
  }
}
await cleanUp?.();

const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown CPU"}, Node ${process.version}`;
console.log(`\n${machine}\n`);
printFigures(figures);
mkdirSync("reports", { recursive: true });
rmSync("reports/bench.json", { force: true });
writeFileSync("reports/bench.json", JSON.stringify({ machine, at: new Date().toISOString(), figures }, null, 2));
process.exit(0);
