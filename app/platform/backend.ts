import type { PrismaClientOptions } from "./generated/prisma/internal/prismaNamespace.ts";
import type { Sql } from "./sql.ts";

export type Heard = {
  message(payload: string): void;
  /** Messages may have been missed: whoever relies on them reads again. */
  gap(): void;
};

/** What differs between the two databases, and nothing else. */
export interface Backend {
  readonly kind: "postgres" | "pglite";
  readonly sql: Sql;
  readonly prismaAdapter: NonNullable<PrismaClientOptions["adapter"]>;
  readonly bossExecutor: { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };
  /** Other processes on the same database, if there can be any. */
  listen(channel: string, heard: Heard): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
