import path from "node:path";
import { buildSync } from "esbuild";

const ENTRIES = { appBridge: "app-bridge/main.ts", frame: "frame/main.ts", nav: "frame/nav.ts" } as const;
const built = new Map<keyof typeof ENTRIES, string>();

/** A browser script of the admin frame, bundled when it is first asked for. */
export function clientScript(name: keyof typeof ENTRIES): string {
  const existing = built.get(name);
  if (existing !== undefined) return existing;
  const result = buildSync({
    entryPoints: [path.join(import.meta.dirname, "client", ENTRIES[name])],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.text ?? "";
  built.set(name, text);
  return text;
}
