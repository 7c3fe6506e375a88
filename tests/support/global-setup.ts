import { rmSync } from "node:fs";
import packagedChromium from "@sparticuz/chromium";
import { ensureBuilt } from "../../devstore/built.ts";
import { closeDatabase, openDatabase } from "../../app/platform/db.server.ts";
import { findPostgres, makePostgresTemplate, pgliteTemplateFolder } from "./databases.ts";

/** Before all tests: the app is built, and each kind of database has an empty, migrated template to copy. */
export default async function setup(): Promise<() => Promise<void>> {
  await ensureBuilt((line) => console.log(line));
  // It unpacks itself at its first use, and a second one would meet the half of it.
  await packagedChromium.executablePath();
  const url = await findPostgres();
  process.env["WHEREWITHAL_TEST_POSTGRES"] = url ?? "";
  process.env["WHEREWITHAL_TEST_PGLITE"] = pgliteTemplateFolder();
  let dropTemplate = () => Promise.resolve();
  if (url) {
    dropTemplate = await makePostgresTemplate(url, async (template) => {
      await openDatabase({ url: template, dataDir: "", poolSize: 2 });
      await closeDatabase();
    });
  } else console.log("No PostgreSQL was found (TEST_DATABASE_URL, 127.0.0.1:5432): its tests run on PGlite alone.");

  const folder = pgliteTemplateFolder();
  rmSync(folder, { recursive: true, force: true });
  await openDatabase({ dataDir: folder, poolSize: 1 });
  await closeDatabase();
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await dropTemplate();
  };
}
