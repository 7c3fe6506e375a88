import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { GUARDS } from "./guards.ts";
import { TEMPTATIONS } from "./temptations.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

test.each(Object.entries(GUARDS))(
  "There is a guard to switch off, and a way to it: %s",
  (_name, { edits, tempted }) => {
    for (const { file, find } of edits)
      expect([file, readFileSync(join(ROOT, file), "utf8").split(find).length - 1]).toEqual([file, 1]);
    expect(tempted.filter((name) => !(name in TEMPTATIONS))).toEqual([]);
  },
);
