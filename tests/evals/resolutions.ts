import { printTable } from "#tests/support/print-table.ts";
import { caseFiles, scoreCases, type CaseScored } from "./resolution-scores.ts";

/**
 * How well the embedded model puts things right: reasons, items, variants, addresses and whole dialogues, against a scripted
 * shop. A part of the cases is held out: its misses are counted, and shown only with `--held`, so that nobody tunes on them.
 */
export async function evaluateResolutions(rest: readonly string[]): Promise<object> {
  const scored: CaseScored[] = [];
  for (const file of caseFiles()) scored.push(...(await scoreCases(file)));
  const rows = [...caseFiles(), "all"].map((file) => {
    const ofFile = scored.filter((one) => file === "all" || one.file === file);
    return {
      file,
      cases: `${ofFile.length}`,
      tuned: share(ofFile.filter(({ example }) => !example.held)),
      held: share(ofFile.filter(({ example }) => example.held)),
    };
  });
  printTable(["file", "cases", "tuned", "held"], rows);
  const misses = scored.filter(({ wrong, example }) => wrong.length > 0 && (!example.held || rest.includes("--held")));
  for (const { example, wrong, reply } of misses) {
    console.log(
      `miss: ${JSON.stringify(example.turns)}\n  ${wrong.join("; ")}\n  said: ${JSON.stringify(reply.slice(0, 300))}`,
    );
  }
  return { rows, misses: misses.map(({ file, example, wrong }) => ({ file, turns: example.turns, wrong })) };
}

function share(scored: readonly CaseScored[]): string {
  const right = scored.filter(({ wrong }) => wrong.length === 0).length;
  return `${right}/${scored.length} (${((100 * right) / Math.max(1, scored.length)).toFixed(0)} %)`;
}
