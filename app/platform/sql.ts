/**
 * SQL as the hot paths speak it: the event log, leases, limits and migrations, on either database.
 * Values are text, numbers, booleans, dates, null, or JSON already turned into text.
 */
export interface Sql {
  query<Row extends object>(text: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Several statements without values. */
  script(text: string): Promise<void>;
  /** Runs the work while no other process or caller holds the same lock. */
  exclusive<Result>(lock: number, work: (sql: Pick<Sql, "query" | "script">) => Promise<Result>): Promise<Result>;
}

export type SqlValue = string | number | boolean | Date | null | readonly string[];
