import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, parse, Source } from "graphql";

/** Every GraphQL document of the app, in the order of their paths. */
export function readDocuments(root: string): { path: string; document: DocumentNode }[] {
  return globSync("app/**/*.graphql", { cwd: root })
    .sort()
    .map((path) => ({ path, document: parse(new Source(readFileSync(join(root, path), "utf8"), path)) }));
}
