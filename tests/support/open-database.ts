import { closeDatabase, openDatabase } from "../../app/platform/db.server.ts";
import { type DatabaseKind, makeDatabase } from "./databases.ts";

/** Opens a fresh database in the test's own process, for what is tested without an app around it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<() => Promise<void>> {
  const database = await makeDatabase(kind);
  await openDatabase({
    url: database.env["DATABASE_URL"],
    dataDir: database.env["DATA_DIR"] ?? "",
    poolSize: 4,
  });
  return async () => {
    await closeDatabase();
    await database.drop();
  };
}

/** What the app's environment must hold before anything of it is used in the test's own process. */
export function setTestEnvironment(over: Record<string, string> = {}): void {
  Object.assign(process.env, {
    SHOPIFY_API_KEY: "1f0e2d3c4b5a69788796a5b4c3d2e1f0",
    SHOPIFY_API_SECRET: "shpss_only_for_tests_0123456789abcdef",
    SHOPIFY_APP_URL: "http://127.0.0.1:3000",
    LOG_LEVEL: "silent",
    ...over,
  });
}
