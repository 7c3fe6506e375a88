/**
 * Makes `admin-2026-07.graphql` and `access.json`: Shopify's own Admin schema, cut down to what the app's documents use.
 * Run it after changing a document: `node devstore/schema/prune.ts [--from UNPACKED_PACKAGE]`.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { concatAST, printSchema, validate } from "graphql";
import { accessOf } from "./access.ts";
import { readKept } from "./documents.ts";
import { pruneSchema } from "./pruned-schema.ts";
import { apiVersion, readSource, sourcePackage } from "./source.ts";
import { collectUsage, emptyAbstractTypes } from "./usage.ts";

const here = import.meta.dirname;
const root = join(here, "..", "..");

const { values } = parseArgs({ options: { from: { type: "string" } } });
const source = readSource(values.from ?? null);
const documents = readKept(root);
const problems = validate(source.schema, concatAST(documents.map((item) => item.document))).map(
  (error) =>
    `${error.locations?.map((place) => `${error.source?.name ?? ""}:${place.line}`).join(" ") ?? ""} ${error.message}`,
);
if (problems.length > 0) fail(`The documents do not fit the Admin API ${apiVersion}:\n${problems.join("\n")}`);

const usage = collectUsage(
  source.schema,
  documents.map((item) => item.document),
);
const empty = emptyAbstractTypes(source.schema, usage);
if (empty.length > 0) fail(`No document reads a member of: ${empty.join(", ")}`);

const schema = pruneSchema(source.schema, usage);
writeFileSync(join(here, `admin-${apiVersion}.graphql`), `${header()}\n${printSchema(schema)}\n`);
writeFileSync(join(here, "access.json"), `${JSON.stringify(accessOf(source, usage), null, 2)}\n`);
const fields = [...usage.fields.values()].reduce((sum, names) => sum + names.size, 0);
console.log(
  `${documents.length} documents use ${usage.types.size} types and ${fields} fields of the Admin API ${apiVersion}.`,
);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function header(): string {
  const notice = source.licence
    .split("\n")
    .flatMap((line) => line.match(/.{1,110}(?:\s|$)/g) ?? [""])
    .map((line) => `# ${line}`.trimEnd());
  return [
    `# Shopify Admin API ${apiVersion}, cut down to what this app's documents use, without descriptions.`,
    `# Made from ${sourcePackage} (npm) by devstore/schema/prune.ts; do not edit by hand.`,
    "#",
    ...notice,
    "",
  ].join("\n");
}
