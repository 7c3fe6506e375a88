import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holdFolder } from "./folder-lock.server.ts";

describe("The embedded database's folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wherewithal-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("serves one process: a second is told who holds it", () => {
    const release = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow(`process ${process.pid}`);
    release();
    expect(existsSync(join(folder, "lock"))).toBe(false);
    holdFolder(folder)();
  });

  it("is taken over from a process that is gone, or whose lock says nothing", () => {
    const gone = spawnSync(process.execPath, ["-e", ""]).pid;
    for (const content of [String(gone), "", "rubbish"]) {
      writeFileSync(join(folder, "lock"), content);
      holdFolder(folder)();
    }
  });
});
