import { mkdirSync, writeFileSync } from "node:fs";
import { evaluateAnswers } from "./answers.ts";
import { run as evaluateDates } from "./dates.ts";
import { evaluateEmbedded } from "./embedded.ts";
import { evaluateResolutions } from "./resolutions.ts";
import { run as evaluateSituations } from "./situations.ts";

/**
 * `npm run evals`: what the agent understands and says, judged by example. `npm run evals -- NAME` runs one evaluation;
 * `npm run evals -- answers 1001 1002` tells those orders in full. Each prints its table and writes `reports/evals-NAME.json`.
 */
const EVALUATIONS: Record<string, (rest: readonly string[]) => object | Promise<object>> = {
  embedded: evaluateEmbedded,
  resolutions: evaluateResolutions,
  answers: evaluateAnswers,
  situations: evaluateSituations,
  dates: evaluateDates,
};

const [chosen, ...rest] = process.argv.slice(2);
const names = chosen === undefined ? Object.keys(EVALUATIONS) : [chosen];
mkdirSync("reports", { recursive: true });
for (const name of names) {
  const evaluate = EVALUATIONS[name];
  if (!evaluate) {
    console.error(`There is no evaluation ${name}: choose from ${Object.keys(EVALUATIONS).join(", ")}.`);
    process.exit(1);
  }
  console.log(`\n${name}\n`);
  const report = await evaluate(rest);
  writeFileSync(`reports/evals-${name}.json`, JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2));
}
