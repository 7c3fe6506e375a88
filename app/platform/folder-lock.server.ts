import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Holds a folder for this process with a lock file that names it.
 * A lock left by a process that is gone is taken over.
 * @returns a function that gives the folder back.
 * @throws Error naming the process that holds the folder.
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(file)) return () => rmSync(file, { force: true });
    const holder = readHolder(file);
    if (holder !== null && isAlive(holder)) {
      throw new Error(
        `The database in ${folder} is in use by process ${holder}. ` +
          "The embedded database serves one process: stop that one, choose another DATA_DIR, or set DATABASE_URL.",
      );
    }
    rmSync(file, { force: true });
  }
  throw new Error(`The lock file ${file} could not be taken.`);
}

function create(file: string): boolean {
  try {
    const descriptor = openSync(file, "wx");
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
