import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefinitionNode, type DocumentNode, Kind, parse, print, Source, visit } from "graphql";

type Read = { path: string; document: DocumentNode };

/** Every GraphQL document of the app, in the order of their paths. */
export function readDocuments(root: string): Read[] {
  return globSync("app/**/*.graphql", { cwd: root })
    .sort()
    .map((path) => read(root, path));
}

/** All that the devstore's schema is cut down to: the app's documents, and what only tests read. */
export function readKept(root: string): Read[] {
  return [...readDocuments(root), read(root, "devstore/schema/kept.graphql")];
}

function read(root: string, path: string): Read {
  return { path, document: parse(new Source(readFileSync(join(root, path), "utf8"), path)) };
}

/** The text of one operation of the app's documents with the fragments it uses, wherever they stand; null when there is none of the name. */
export function readOperation(root: string, name: string): string | null {
  const definitions = readDocuments(root).flatMap((item) => item.document.definitions);
  const operation = definitions.find((item) => item.kind === Kind.OPERATION_DEFINITION && item.name?.value === name);
  if (!operation) return null;
  const used = new Map<string, DefinitionNode>();
  const follow = (node: DefinitionNode) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = definitions.find(
          (item) => item.kind === Kind.FRAGMENT_DEFINITION && item.name.value === value,
        );
        if (!fragment || used.has(value)) return;
        used.set(value, fragment);
        follow(fragment);
      },
    });
  follow(operation);
  return [operation, ...used.values()].map((node) => print(node)).join("\n");
}
