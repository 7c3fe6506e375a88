import { sql } from "#app/platform/db.server.ts";
import type { SqlValue } from "#app/platform/sql.ts";

/** A statement as the app sent it, with the values of its first time. */
export type Sent = { text: string; values: readonly SqlValue[] };

/** What the work sends to this process's database, each statement once. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Sent[]> {
  const database = sql();
  const query = database.query.bind(database);
  const sent = new Map<string, Sent>();
  database.query = (text, values = []) => {
    if (!sent.has(text)) sent.set(text, { text, values });
    return query(text, values);
  };
  try {
    await work();
  } finally {
    database.query = query;
  }
  return [...sent.values()];
}

type Node = { "Node Type": string; "Relation Name"?: string; Plans?: Node[] };

/**
 * Tables that a statement would read from end to end, both when it is planned for its values and when it is planned once for
 * all values, as a statement that was prepared is after a while.
 */
export async function readWhole({ text, values }: Sent, tables: readonly string[]): Promise<string[]> {
  return sql().exclusive(7264309, async ({ query, script }) => {
    const found = new Set<string>();
    for (const mode of ["force_custom_plan", "force_generic_plan"]) {
      await script(`SET plan_cache_mode = ${mode}; SET jit = off`);
      await script(`PREPARE looked_at AS ${text}`);
      const given = values.length === 0 ? "" : `(${values.map(literal).join(", ")})`;
      const rows = await query<{ "QUERY PLAN": { Plan: Node }[] }>(`EXPLAIN (FORMAT JSON) EXECUTE looked_at${given}`);
      for (const one of rows) for (const { Plan } of one["QUERY PLAN"]) collect(Plan, found);
      await script("DEALLOCATE looked_at; RESET plan_cache_mode; RESET jit");
    }
    return [...found].filter((table) => tables.includes(table));
  });
}

function collect(node: Node, found: Set<string>): void {
  if (node["Node Type"].includes("Seq Scan") && node["Relation Name"] !== undefined) found.add(node["Relation Name"]);
  for (const child of node.Plans ?? []) collect(child, found);
}

function literal(value: SqlValue): string {
  if (value === null) return "NULL";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return `'${value.toISOString()}'`;
  const text = typeof value === "string" ? value : `{${value.map((one) => `"${one}"`).join(",")}}`;
  return `'${text.replaceAll("'", "''")}'`;
}
