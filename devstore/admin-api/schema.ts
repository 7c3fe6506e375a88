import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";
import { type Access, readAccess } from "./access.ts";
import { mutationFields } from "./mutations/index.ts";
import { attachResolvers, type RootFields } from "./resolvers.ts";
import { queryFields } from "./root.ts";
import { guardScalars } from "./scalars.ts";

const sdl = join(import.meta.dirname, "..", "schema", "admin-2026-07.graphql");

/** Shopify's schema with the devstore's answers in it. `text` and `access` are others only in tests. */
export function executableSchema(
  text: string = readFileSync(sdl, "utf8"),
  access: Access = readAccess(),
  roots: { query: RootFields; mutation?: RootFields } = { query: queryFields, mutation: mutationFields },
): GraphQLSchema {
  const schema = buildSchema(text);
  guardScalars(schema);
  attachResolvers(schema, access, roots);
  return schema;
}
