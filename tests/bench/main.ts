import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import setup from "../support/global-setup.ts";
import { databaseKinds } from "../support/databases.ts";
import { type Figure, printFigures } from "./figures.ts";
import * as scenarios from "./scenarios.ts";
import { situationsFigure } from "./situations.ts";

/**
 * `npm run bench`: the figures, on both databases, each from several runs with its range, so that the machine's own
 * noise can be seen. `--only NAME` runs one scenario, `--quick` fewer turns, `--database KIND` one database.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    quick: { type: "boolean", default: false },
    database: { type: "string" },
  },
});

const all: Record<string, scenarios.Scenario> = {
  scriptedToolTurn: scenarios.scriptedToolTurn,
  plainTurn: scenarios.plainTurn,
  embeddedWismo: scenarios.embeddedWismo,
  turnHundred: scenarios.turnHundred,
  everyoneLeaves: scenarios.everyoneLeaves,
  idleStreams: scenarios.idleStreams,
  coldStart: scenarios.coldStart,
};
const chosen = Object.entries(all).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`There is no scenario ${values.only}: choose from ${Object.keys(all).join(", ")}.`);
  process.exit(1);
}

const cleanUp = await setup();
const figures: Figure[] = values.only === undefined ? [...scenarios.widgetBytes(), ...situationsFigure()] : [];
for (const database of databaseKinds()) {
  if (values.database !== undefined && values.database !== database) continue;
  for (const [name, scenario] of chosen) {
    process.stderr.write(`${name} on ${database}…\n`);
    figures.push(...(await scenario(database, values.quick)));
  }
}
cleanUp();

const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? "unknown CPU"}, Node ${process.version}`;
console.log(`\n${machine}\n`);
printFigures(figures);
mkdirSync("reports", { recursive: true });
rmSync("reports/bench.json", { force: true });
writeFileSync("reports/bench.json", JSON.stringify({ machine, at: new Date().toISOString(), figures }, null, 2));
process.exit(0);
