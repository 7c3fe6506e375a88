import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const setting = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  label: z.string().optional(),
  info: z.string().optional(),
  content: z.string().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  unit: z.string().optional(),
});
export type BlockSetting = z.infer<typeof setting>;

/** `{% schema %}` of a theme app extension's block: https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration */
const blockSchema = z.looseObject({
  name: z.string(),
  target: z.enum(["head", "body", "compliance_head", "section"]),
  javascript: z.string().optional(),
  stylesheet: z.string().optional(),
  settings: z.array(setting).default([]),
});
export type BlockSchema = z.infer<typeof blockSchema>;

export type Block = { handle: string; source: string; schema: BlockSchema };
export type Translations = { [key: string]: string | Translations };
export type Snippets = Readonly<Record<string, string>>;

export type Extension = {
  blocks: Block[];
  snippets: Snippets;
  /** The theme's words by locale, and the theme editor's. */
  locales: { default: string; storefront: Map<string, Translations>; editor: Map<string, Translations> };
  assetVersion: (name: string) => string;
};

const SCHEMA_TAG = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/;

/** Reads a theme app extension's folder as it is now, so that an edit shows on the next page load. */
export async function readExtension(folder: string): Promise<Extension> {
  const [blocks, snippets, locales, versions] = await Promise.all([
    readFolder(folder, "blocks", ".liquid"),
    readFolder(folder, "snippets", ".liquid"),
    readFolder(folder, "locales", ".json"),
    assetVersions(path.join(folder, "assets")),
  ]);
  return {
    blocks: blocks.map(([name, source]) => parseBlock(name, source)),
    snippets: Object.fromEntries(snippets),
    locales: sortLocales(locales),
    assetVersion: (name) => versions.get(name) ?? "0",
  };
}

function parseBlock(handle: string, source: string): Block {
  const json = SCHEMA_TAG.exec(source)?.[1];
  if (json === undefined) throw new Error(`blocks/${handle}.liquid has no {% schema %}`);
  return { handle, source: source.replace(SCHEMA_TAG, ""), schema: blockSchema.parse(JSON.parse(json)) };
}

/** The merchant's values over the schema's defaults. */
export function blockSettings(schema: BlockSchema, chosen: Readonly<Record<string, string | number | boolean>>) {
  const defaults = schema.settings.flatMap(({ id, default: value }) => (id === undefined ? [] : [[id, value ?? null]]));
  return { ...Object.fromEntries(defaults), ...chosen } as Record<string, string | number | boolean | null>;
}

async function readFolder(folder: string, sub: string, ending: string): Promise<[name: string, text: string][]> {
  const names = await readdir(path.join(folder, sub)).catch(ifMissing<string[]>([]));
  const wanted = names.filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    wanted.map(async (name): Promise<[string, string]> => [
      name.slice(0, -ending.length),
      await readFile(path.join(folder, sub, name), "utf8"),
    ]),
  );
}

async function assetVersions(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(ifMissing<string[]>([]));
  const stats = await Promise.all(names.map((name) => stat(path.join(folder, name))));
  return new Map(names.map((name, index) => [name, Math.round(stats[index]?.mtimeMs ?? 0).toString(36)]));
}

/** File names are `en.default`, `de`, and for the editor `en.default.schema`, `de.schema`. */
function sortLocales(files: [name: string, text: string][]): Extension["locales"] {
  const locales: Extension["locales"] = { default: "en", storefront: new Map(), editor: new Map() };
  for (const [name, text] of files) {
    const [locale = "", ...kinds] = name.split(".");
    const words = JSON.parse(text) as Translations;
    (kinds.includes("schema") ? locales.editor : locales.storefront).set(locale, words);
    if (kinds.includes("default") && !kinds.includes("schema")) locales.default = locale;
  }
  return locales;
}

function ifMissing<Value>(value: Value) {
  return (error: unknown): Value => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return value;
    throw error;
  };
}
