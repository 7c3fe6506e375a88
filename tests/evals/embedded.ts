import { understand } from "#app/agent/models/embedded/understand.ts";
import { printTable } from "#tests/support/print-table.ts";
import { files, score } from "./embedded-scores.ts";

/** How well the embedded model understands, by file, with every miss, and how long it takes. */
export function evaluateEmbedded(): object {
  const began = performance.now();
  understand("warm up");
  const indexed = performance.now() - began;
  const results = files().map((file) => ({ file, scored: score(file) }));
  const scored = results.flatMap((one) => one.scored);
  const rows = [...results, { file: "all", scored }].map((one) => ({ file: one.file, ...shareOf(one.scored) }));
  printTable(
    ["file", "messages", "right", "share"],
    rows.map(({ file, messages, right, share }) => ({ file, messages: `${messages}`, right: `${right}`, share })),
  );
  const misses = scored.filter(({ right }) => !right);
  for (const { example, got } of misses) {
    console.log(`miss: ${JSON.stringify(example.text)}\n  meant ${example.intents.join(" ") || "nothing"}, got ${got}`);
  }
  const times = scored.map(({ example }) => timeOf(example.text)).sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2));
  const speed = { indexed: Math.round(indexed), p50: at(0.5), p99: at(0.99), most: at(1) };
  console.log(`index ${speed.indexed} ms, per message p50 ${speed.p50} ms, p99 ${speed.p99} ms, most ${speed.most} ms`);
  return { rows, misses, milliseconds: speed };
}

function shareOf(scored: readonly { right: boolean }[]): { messages: number; right: number; share: string } {
  const right = scored.filter((one) => one.right).length;
  return { messages: scored.length, right, share: `${((100 * right) / scored.length).toFixed(1)} %` };
}

function timeOf(text: string): number {
  const startedAt = performance.now();
  understand(text);
  return performance.now() - startedAt;
}
