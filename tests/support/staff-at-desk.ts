import { closeDatabase, openDatabase } from "#app/platform/db.server.ts";
import { startLive, stopLive } from "#app/platform/live.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import type { System } from "./system.ts";

/** A member of staff who owns nothing and may do everything at the desk. */
export const MAYA: Staff = { id: "501", name: "Maya Chen", role: "lead", limit: null };

/**
 * Sits down at the desk of a running system: from here on this process is one more of the app's, on the same PostgreSQL, and
 * what is done through app/inbox reaches every open chat.
 * @returns what leaves it again
 */
export async function sitAtDesk({ database }: System): Promise<() => Promise<void>> {
  const url = database.env["DATABASE_URL"];
  if (url === undefined) throw new Error("Only a PostgreSQL has room for a second process.");
  await startLive(await openDatabase({ url, dataDir: "", poolSize: 2 }));
  return async () => {
    await stopLive();
    await closeDatabase();
  };
}
