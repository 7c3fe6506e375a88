import { registerHooks } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { GUARDS } from "./guards.ts";

/**
 * Loaded before everything else in a process of its own: the app's source is read without one of its guards. Nothing in the
 * app knows of it.
 */
const ROOT = join(import.meta.dirname, "..", "..", "..");
const name = process.env["GUARD_OFF"] ?? "";
const guard = GUARDS[name];
if (!guard) throw new Error(`There is no guard “${name}”.`);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const file = url.startsWith("file:") ? relative(ROOT, fileURLToPath(url)).replaceAll("\\", "/") : "";
    const edits = guard.edits.filter((edit) => edit.file === file);
    if (edits.length === 0) return loaded;
    let source = typeof loaded.source === "string" ? loaded.source : new TextDecoder().decode(loaded.source);
    for (const { find, put } of edits) {
      if (source.split(find).length !== 2) throw new Error(`“${find}” stands not once in ${file}`);
      source = source.replace(find, () => put);
    }
    return { ...loaded, source };
  },
});
