/**
 * Runs Shopify's theme linter over the extension, offline: `node extensions/chat-widget/theme-check.ts`.
 * Exits with 1 on any error or warning, as an app review would see them.
 */
import path from "node:path";
import { Severity, check } from "@shopify/theme-check-node";

const root = import.meta.dirname;
const offenses = (await check(root, path.join(root, ".theme-check.yml"))).filter(
  ({ severity }) => severity === Severity.ERROR || severity === Severity.WARNING,
);

for (const { severity, check: rule, uri, start, message } of offenses) {
  const where = `${path.relative(root, new URL(uri).pathname)}:${start.line + 1}:${start.character + 1}`;
  console.error(`${severity === Severity.ERROR ? "error" : "warning"} ${where} ${rule}: ${message}`);
}
console.log(`theme-check: ${offenses.length === 0 ? "no offenses" : `${offenses.length} offenses`}`);
process.exitCode = offenses.length === 0 ? 0 : 1;
