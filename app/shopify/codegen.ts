/**
 * Makes `generated/admin.ts`, the typed documents of `documents/`, from the schema in the devstore.
 * `node app/shopify/codegen.ts` writes it; with `--check` it only says whether the committed file is up to date.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse, Source } from "graphql";
import prettier from "prettier";

const here = import.meta.dirname;
const root = join(here, "..", "..");
const target = join(here, "generated", "admin.ts");

/** How the API's own scalars arrive in JSON. Amounts stay text, so that no cent is lost in a float. */
const scalars = {
  ARN: "string",
  BigInt: "string",
  Color: "string",
  Date: "string",
  DateTime: "string",
  Decimal: "string",
  FormattedString: "string",
  HTML: "string",
  ID: "string",
  JSON: "unknown",
  Money: "string",
  StorefrontID: "string",
  URL: "string",
  UnsignedInt64: "string",
  UtcOffset: "string",
};

const schema = buildSchema(readFileSync(join(root, "devstore", "schema", "admin-2026-07.graphql"), "utf8"), {
  assumeValid: true,
});
const documents = globSync("app/**/*.graphql", { cwd: root })
  .sort()
  .map((location) => ({ location, document: parse(new Source(readFileSync(join(root, location), "utf8"), location)) }));

const common = { useTypeImports: true, enumsAsTypes: true, scalars, skipTypename: true, dedupeFragments: true };
const generated = await codegen({
  schema: parse(readFileSync(join(root, "devstore", "schema", "admin-2026-07.graphql"), "utf8")),
  schemaAst: schema,
  documents,
  filename: target,
  pluginMap: { typescriptOperations, typedDocumentNode },
  plugins: [
    { typescriptOperations: { onlyOperationTypes: true } },
    { typedDocumentNode: { optimizeDocumentNode: true } },
  ],
  config: common,
});
const header = "// Made by app/shopify/codegen.ts from the documents in app/; do not edit by hand.\n";
const config = await prettier.resolveConfig(target);
// A document's syntax tree is read by no one: one line each.
const compact = generated.replaceAll(/^export const \w+(Document|FragmentDoc) =/gm, "// prettier-ignore\n$&");
const text = await prettier.format(header + compact, { ...config, filepath: target });

if (process.argv.includes("--check")) {
  const current = readIfThere(target);
  if (current !== text) {
    console.error("app/shopify/generated/admin.ts is stale: run node app/shopify/codegen.ts");
    process.exit(1);
  }
  console.log("The typed documents are up to date.");
} else {
  mkdirSync(join(here, "generated"), { recursive: true });
  writeFileSync(target, text);
  console.log(`Typed ${documents.length} documents in app/shopify/generated/admin.ts`);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
