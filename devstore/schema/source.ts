import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { z } from "zod";

/** Where the full schema comes from. */
export const sourcePackage = "@shopify/dev-mcp@1.16.0";
export const apiVersion = "2026-07";

const scopeItem = z.object({
  typeName: z.string(),
  fieldName: z.string().optional(),
  requiredAccess: z.string().nullable(),
  offlineScopes: z.array(z.string()),
});

const argument = z.object({ name: z.string(), gidTypes: z.array(z.string()).nullish() });

const extraField = z.object({
  name: z.string(),
  protectedContent: z.enum(["name", "address", "phone", "email"]).nullish(),
  args: z.array(argument).optional(),
});

/** Shopify's own additions to an introspection answer, which `buildClientSchema` drops. */
const sourceFile = z.object({
  data: z.looseObject({
    __schema: z.looseObject({
      types: z.array(
        z.looseObject({
          name: z.string(),
          fields: z.array(extraField.loose()).nullish(),
          inputFields: z.array(argument.loose()).nullish(),
        }),
      ),
    }),
  }),
  offline_scopes: z.object({ items: z.array(scopeItem) }),
});

type ScopeItem = z.infer<typeof scopeItem>;
type ExtraType = {
  name: string;
  fields?: z.infer<typeof extraField>[] | null | undefined;
  inputFields?: z.infer<typeof argument>[] | null | undefined;
};
export type SchemaSource = { schema: GraphQLSchema; types: ExtraType[]; scopes: ScopeItem[]; licence: string };

/** Reads the full Admin schema from `folder` (an unpacked package), or fetches the package with npm into a temporary one. */
export function readSource(folder: string | null): SchemaSource {
  if (folder !== null) return readPackage(folder);
  const temporary = mkdtempSync(join(tmpdir(), "admin-schema-"));
  try {
    execFileSync("npm", ["pack", sourcePackage, "--silent", "--pack-destination", temporary], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const archive = readdirSync(temporary).find((name) => name.endsWith(".tgz"));
    if (!archive) throw new Error(`npm pack ${sourcePackage} left no archive`);
    execFileSync("tar", ["xzf", join(temporary, archive), "-C", temporary]);
    return readPackage(join(temporary, "package"));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function readPackage(folder: string): SchemaSource {
  const packed = readFileSync(join(folder, "dist", "data", `admin_${apiVersion}.json.gz`));
  const json: unknown = JSON.parse(gunzipSync(packed).toString("utf8"));
  const file = sourceFile.parse(json);
  // The shape is GraphQL's own introspection; buildClientSchema checks it as it goes.
  const introspection = (json as { data: IntrospectionQuery }).data;
  return {
    schema: buildClientSchema(introspection),
    types: file.data.__schema.types,
    scopes: file.offline_scopes.items,
    licence: readFileSync(join(folder, "LICENSE"), "utf8").trim(),
  };
}
