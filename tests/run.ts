import { startVitest } from "vitest/node";
import { ensureBuilt } from "../devstore/built.ts";

/** `npm test`: every test, on what `npm run build` makes. Arguments choose files, as vitest's do. */
const filters = process.argv.slice(2);
await ensureBuilt((line) => console.log(line));

const vitest = await startVitest(filters, { watch: false });
let passed = 0;
let failed = 0;
for (const module of vitest.state.getTestModules()) {
  // A file that could not even be loaded counts as one failure: its tests are not there to be counted.
  if (module.errors().length > 0) failed++;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === "passed") passed++;
    if (state === "failed") failed++;
  }
}
failed += vitest.state.getUnhandledErrors().length;
await vitest.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
