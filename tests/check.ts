import { spawn } from "node:child_process";

/** `npm run check`: everything that can be known without running the app. */
const CHECKS: [name: string, command: string, ...args: string[]][] = [
  ["types", "tsc", "--noEmit"],
  ["lint", "eslint", "--max-warnings=0", "."],
  ["format", "prettier", "--check", "--log-level=warn", "."],
  ["architecture", "depcruise", "app", "devstore", "server.ts", "--config", ".dependency-cruiser.cjs"],
  ["dead code", "knip"],
  ["GraphQL types are fresh", "node", "app/shopify/codegen.ts", "--check"],
  ["widget is fresh and small", "node", "extensions/chat-widget/build.ts", "--check"],
  ["theme-check", "node", "extensions/chat-widget/theme-check.ts"],
];

let failures = 0;
for (const [name, command, ...args] of CHECKS) {
  const startedAt = performance.now();
  const { code, output } = await run(command, args);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  if (code !== 0) {
    failures++;
    console.log(output);
  }
}
console.log(failures === 0 ? "All checks hold." : `${failures} of ${CHECKS.length} checks fail.`);
process.exit(failures === 0 ? 0 : 1);

function run(command: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString("utf8") }));
  });
}
