import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { glob, stat } from "node:fs/promises";

const SOURCES = [
  "app/**/*.{ts,tsx,css,json}",
  "extensions/chat-widget/{src,locales,blocks}/**/*",
  "prisma/schema.prisma",
  "vite.config.ts",
  "package-lock.json",
];
const MARK = "build/.sources";

/**
 * Builds the app unless what is built is from these very sources.
 * @returns whether it had to build.
 * @throws Error when the build fails.
 */
export async function ensureBuilt(say: (line: string) => void): Promise<boolean> {
  const digest = await sourcesDigest();
  if (existsSync("build/server/index.js") && existsSync(MARK) && readFileSync(MARK, "utf8") === digest) return false;
  say("Building the app…");
  await runScript("build");
  mkdirSync("build", { recursive: true });
  writeFileSync(MARK, digest);
  return true;
}

async function sourcesDigest(): Promise<string> {
  const lines: string[] = [];
  for (const pattern of SOURCES) {
    for await (const path of glob(pattern)) {
      const { size, mtimeMs, isFile } = await describe(path);
      if (isFile) lines.push(`${path} ${size} ${mtimeMs}`);
    }
  }
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}

async function describe(path: string): Promise<{ size: number; mtimeMs: number; isFile: boolean }> {
  const stats = await stat(path);
  return { size: stats.size, mtimeMs: stats.mtimeMs, isFile: stats.isFile() };
}

/** Runs one of package.json's scripts, quietly unless it fails. */
function runScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", name], {
      stdio: ["ignore", "pipe", "pipe"],
      // Whoever asks may be a test, whose own mode would end up in the bundles.
      env: { ...process.env, NODE_ENV: "production" },
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm run ${name} failed:\n${Buffer.concat(output).toString("utf8")}`));
    });
  });
}
