import { readFile } from "node:fs/promises";

/** What Shopify is told about the app by shopify.app.toml, as far as the devstore acts on it. */
export type AppConfig = {
  scopes: readonly string[];
  /** Topic → path below the app's URL. */
  webhooks: ReadonlyMap<string, string>;
};

/** Reads the app's own configuration file, so that the devstore grants and sends what Shopify would. */
export async function readAppConfig(file: string): Promise<AppConfig> {
  return parseAppConfig(await readFile(file, "utf8"));
}

export function parseAppConfig(toml: string): AppConfig {
  const tables = readTables(toml);
  const scopes = tables.find(({ name }) => name === "access_scopes")?.values.get("scopes")?.[0] ?? "";
  const webhooks = new Map<string, string>();
  for (const { name, values } of tables) {
    const uri = values.get("uri")?.[0];
    if (name !== "webhooks.subscriptions" || uri === undefined) continue;
    const topics = [...(values.get("topics") ?? []), ...(values.get("compliance_topics") ?? [])];
    for (const topic of topics) webhooks.set(topic, URL.canParse(uri) ? new URL(uri).pathname : uri);
  }
  return {
    scopes: scopes
      .split(",")
      .map((scope) => scope.trim())
      .filter(Boolean),
    webhooks,
  };
}

type Table = { name: string; values: Map<string, string[]> };

/** The part of TOML such a file is written in: tables, and keys with a string or a list of strings. Other values are skipped. */
function readTables(toml: string): Table[] {
  const tables: Table[] = [{ name: "", values: new Map() }];
  const withoutComments = toml.replace(/^\s*#.*$/gm, "");
  for (const match of withoutComments.matchAll(/^\s*\[+([\w.-]+)\]+\s*$|^\s*([\w-]+)\s*=\s*(\[[^\]]*\]|"[^"]*")/gm)) {
    const [, table, key, value = ""] = match;
    if (table !== undefined) tables.push({ name: table, values: new Map() });
    else if (key !== undefined)
      tables.at(-1)?.values.set(
        key,
        [...value.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text),
      );
  }
  return tables;
}
