/**
 * Builds the committed assets from `src/`: `node extensions/chat-widget/build.ts`.
 * With `--check` it writes nothing, and exits with 1 when an asset is not what its source builds to, or is over budget.
 *
 * Everything in `src/` is at least two folders deep on purpose: the Shopify CLI takes every file exactly one folder deep
 * for part of the extension, and refuses folders it does not know.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { BuildOptions } from "esbuild";

const root = import.meta.dirname;

const SHARED: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  charset: "utf8",
  legalComments: "none",
  target: "es2020",
  logLevel: "warning",
  absWorkingDir: root,
};

type Asset = { file: string; options: BuildOptions; limit: number; measure: "raw" | "gzip" };

const ASSETS: Asset[] = [
  {
    file: "loader.js",
    options: { entryPoints: ["src/loader/loader.ts"], format: "iife", loader: { ".css": "text" } },
    limit: 3_000,
    measure: "raw",
  },
  {
    file: "panel.js",
    options: {
      entryPoints: ["src/panel/mount.tsx"],
      format: "esm",
      jsx: "automatic",
    },
    limit: 14 * 1024,
    measure: "gzip",
  },
  {
    file: "panel-extras.js",
    options: { entryPoints: ["src/extras/extras.tsx"], format: "esm", jsx: "automatic", loader: { ".css": "text" } },
    limit: 8 * 1024,
    measure: "gzip",
  },
  {
    file: "panel-people.js",
    options: { entryPoints: ["src/people/people.tsx"], format: "esm", jsx: "automatic", loader: { ".css": "text" } },
    limit: 3 * 1024,
    measure: "gzip",
  },
  { file: "panel.css", options: { entryPoints: ["src/panel/view/panel.css"] }, limit: 4_096, measure: "raw" },
];

/** The stylesheets that scripts carry as text, without its blanks and comments. */
const inlineCss: NonNullable<BuildOptions["plugins"]>[number] = {
  name: "inline-css",
  setup(build) {
    build.onLoad({ filter: /(launcher|extras|people)\.css$/ }, async ({ path: file }) => ({
      contents: (await contentsOf({ ...SHARED, entryPoints: [file] })).trim(),
      loader: "text",
    }));
  },
};

async function contentsOf(options: BuildOptions): Promise<string> {
  const { outputFiles, warnings } = await build({ ...options, write: false, outdir: "assets" });
  const [output] = outputFiles;
  if (!output || warnings.length > 0) throw new Error("The build has warnings; see above.");
  return output.text;
}

const checking = process.argv.includes("--check");
const problems: string[] = [];

for (const { file, options, limit, measure } of ASSETS) {
  const target = path.join(root, "assets", file);
  const built = await contentsOf({ ...SHARED, ...options, plugins: file.endsWith(".js") ? [inlineCss] : [] });
  const raw = Buffer.byteLength(built);
  const gzip = gzipSync(built, { level: 9 }).length;
  const size = measure === "raw" ? raw : gzip;
  console.log(`${file.padEnd(15)} ${raw} bytes raw, ${gzip} gzip (limit ${limit} ${measure})`);
  if (size > limit) problems.push(`${file} is ${size - limit} bytes over its limit of ${limit} bytes ${measure}.`);
  if (!checking) writeFileSync(target, built);
  else if (!isFresh(target, built)) problems.push(`${file} is stale: run node extensions/chat-widget/build.ts.`);
}

function isFresh(target: string, built: string): boolean {
  try {
    return readFileSync(target, "utf8") === built;
  } catch {
    return false;
  }
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
