import { mkdirSync, writeFileSync } from "node:fs";
import { understand } from "#app/agent/models/embedded/understand.ts";
import { files, score } from "./embedded-scores.ts";

/** `node tests/evals/embedded.ts`: how well the embedded model understands, by file, with every miss; JSON to `reports/`. */
const began = performance.now();
understand("warm up");
const indexed = performance.now() - began;
const results = files().map((file) => ({ file, scored: score(file) }));
const times: number[] = [];
for (const { example } of results.flatMap(({ scored }) => scored)) {
  const start = performance.now();
  understand(example.text);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2));
const rows = results.map(({ file, scored }) => {
  const right = scored.filter((one) => one.right).length;
  return { file, messages: scored.length, right, share: `${((100 * right) / scored.length).toFixed(1)} %` };
});
const messages = rows.reduce((sum, row) => sum + row.messages, 0);
const right = rows.reduce((sum, row) => sum + row.right, 0);
console.table([...rows, { file: "all", messages, right, share: `${((100 * right) / messages).toFixed(1)} %` }]);
const misses = results.flatMap(({ scored }) => scored.filter((one) => !one.right));
for (const { example, got } of misses)
  console.log(`miss: ${JSON.stringify(example.text)}\n  meant ${example.intents.join(" ") || "nothing"}, got ${got}`);
console.log(`index ${indexed.toFixed(0)} ms, per message p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`);
mkdirSync("reports", { recursive: true });
writeFileSync(
  "reports/evals-embedded.json",
  JSON.stringify({ rows, misses, indexed, p50: at(0.5), p99: at(0.99), most: at(1) }, null, 2),
);
